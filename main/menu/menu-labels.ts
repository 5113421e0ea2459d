import type { HostLanguage, MenuCommand } from "../../preload/contract";

/** Menu items that Electron itself carries out. */
export type MenuRole =
  | "services"
  | "hide"
  | "hideOthers"
  | "unhide"
  | "quit"
  | "close"
  | "cut"
  | "copy"
  | "paste"
  | "selectAll"
  | "resetZoom"
  | "zoomIn"
  | "zoomOut"
  | "togglefullscreen";

export interface MenuLabels {
  menus: Record<"file" | "edit" | "view" | "help", string>;
  commands: Record<MenuCommand, string>;
  roles: Record<MenuRole, string>;
}

export const menuLabels: Record<HostLanguage, MenuLabels> = {
  en: {
    menus: { file: "&File", edit: "&Edit", view: "&View", help: "&Help" },
    commands: {
      new: "New Plan…",
      open: "Open…",
      save: "Save",
      "save-as": "Save As…",
      export: "Export…",
      print: "Print…",
      undo: "Undo",
      redo: "Redo",
      find: "Search and Commands…",
      settings: "Settings…",
      about: "About Civplan",
    },
    roles: {
      services: "Services",
      hide: "Hide Civplan",
      hideOthers: "Hide Others",
      unhide: "Show All",
      quit: "Quit",
      close: "Close Window",
      cut: "Cut",
      copy: "Copy",
      paste: "Paste",
      selectAll: "Select All",
      resetZoom: "Actual Size",
      zoomIn: "Zoom In",
      zoomOut: "Zoom Out",
      togglefullscreen: "Full Screen",
    },
  },
  ko: {
    menus: { file: "파일(&F)", edit: "편집(&E)", view: "보기(&V)", help: "도움말(&H)" },
    commands: {
      new: "새 계획…",
      open: "열기…",
      save: "저장",
      "save-as": "다른 이름으로 저장…",
      export: "내보내기…",
      print: "인쇄…",
      undo: "실행 취소",
      redo: "다시 실행",
      find: "검색과 명령…",
      settings: "설정…",
      about: "Civplan 정보",
    },
    roles: {
      services: "서비스",
      hide: "Civplan 가리기",
      hideOthers: "기타 가리기",
      unhide: "모두 보기",
      quit: "끝내기",
      close: "창 닫기",
      cut: "잘라내기",
      copy: "복사",
      paste: "붙여넣기",
      selectAll: "모두 선택",
      resetZoom: "실제 크기",
      zoomIn: "확대",
      zoomOut: "축소",
      togglefullscreen: "전체 화면",
    },
  },
};
