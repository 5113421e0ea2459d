import type { HostLanguage, MenuCommand } from "../../preload/contract";
import { type MenuRole, menuLabels } from "./menu-labels";

/** A menu as data: the part of Electron's template that is used. */
export interface MenuEntry {
  label?: string;
  type?: "separator";
  role?: MenuRole;
  accelerator?: string;
  /** False: the key is shown but left to the page, which handles it in both hosts. */
  registerAccelerator?: boolean;
  submenu?: MenuEntry[];
  click?: () => void;
}

const separator: MenuEntry = { type: "separator" };

/**
 * The application menu.
 *
 * @param send tells the page which command was chosen
 */
export function buildMenuTemplate(
  language: HostLanguage,
  platform: NodeJS.Platform,
  send: (command: MenuCommand) => void,
): MenuEntry[] {
  const labels = menuLabels[language];
  const isMac = platform === "darwin";
  const command = (name: MenuCommand, accelerator?: string): MenuEntry => ({
    label: labels.commands[name],
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (name: MenuRole): MenuEntry => ({ role: name, label: labels.roles[name] });

  const appMenu: MenuEntry = {
    label: "Civplan",
    submenu: [
      command("about"),
      separator,
      command("settings", "Cmd+,"),
      separator,
      role("services"),
      separator,
      role("hide"),
      role("hideOthers"),
      role("unhide"),
      separator,
      role("quit"),
    ],
  };
  const file: MenuEntry = {
    label: labels.menus.file,
    submenu: [
      command("new", "CmdOrCtrl+N"),
      command("open", "CmdOrCtrl+O"),
      separator,
      command("save", "CmdOrCtrl+S"),
      command("save-as", "CmdOrCtrl+Shift+S"),
      command("export"),
      separator,
      command("print", "CmdOrCtrl+P"),
      ...(isMac
        ? [separator, role("close")]
        : [separator, command("settings", "Ctrl+,"), separator, role("quit")]),
    ],
  };
  const edit: MenuEntry = {
    label: labels.menus.edit,
    submenu: [
      command("undo", "CmdOrCtrl+Z"),
      command("redo", isMac ? "Cmd+Shift+Z" : "Ctrl+Y"),
      separator,
      role("cut"),
      role("copy"),
      role("paste"),
      role("selectAll"),
      separator,
      command("find", "CmdOrCtrl+K"),
    ],
  };
  const view: MenuEntry = {
    label: labels.menus.view,
    submenu: [role("resetZoom"), role("zoomIn"), role("zoomOut"), separator, role("togglefullscreen")],
  };
  const help: MenuEntry = { label: labels.menus.help, submenu: [command("about")] };
  return isMac ? [appMenu, file, edit, view] : [file, edit, view, help];
}
