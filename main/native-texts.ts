import type { HostLanguage } from "../preload/contract";

/** The few sentences that the shell itself says. Everything else is the page's. */
export interface NativeTexts {
  openLink: { message: string; open: string; cancel: string };
  replaceFile: { message: (name: string) => string; replace: string; cancel: string };
  hangingPage: { message: string; detail: string; close: string; wait: string };
  crashedPage: { message: string; detail: string; reload: string; quit: string };
}

export const nativeTexts: Record<HostLanguage, NativeTexts> = {
  en: {
    openLink: { message: "Open this address outside Civplan?", open: "Open", cancel: "Cancel" },
    replaceFile: {
      message: (name) => `“${name}” exists already. Replace it?`,
      replace: "Replace",
      cancel: "Cancel",
    },
    hangingPage: {
      message: "Civplan is not responding.",
      detail: "Your changes are kept in the recovery journal and are offered at the next start.",
      close: "Close anyway",
      wait: "Wait",
    },
    crashedPage: {
      message: "Civplan's window stopped working.",
      detail: "Your changes are kept in the recovery journal and are offered after reloading.",
      reload: "Reload",
      quit: "Quit",
    },
  },
  ko: {
    openLink: { message: "이 주소를 Civplan 밖에서 열까요?", open: "열기", cancel: "취소" },
    replaceFile: {
      message: (name) => `“${name}” 파일이 이미 있습니다. 바꿀까요?`,
      replace: "바꾸기",
      cancel: "취소",
    },
    hangingPage: {
      message: "Civplan이 응답하지 않습니다.",
      detail: "변경 내용은 복구 기록에 보관되어 있으며 다음에 시작할 때 복구할 수 있습니다.",
      close: "그래도 닫기",
      wait: "기다리기",
    },
    crashedPage: {
      message: "Civplan 창이 멈췄습니다.",
      detail: "변경 내용은 복구 기록에 보관되어 있으며 다시 불러온 뒤 복구할 수 있습니다.",
      reload: "다시 불러오기",
      quit: "끝내기",
    },
  },
};

/** Korean for Korean systems, English for all others. */
export const languageOfLocale = (locale: string): HostLanguage =>
  locale.toLowerCase().split(/[-_]/)[0] === "ko" ? "ko" : "en";
