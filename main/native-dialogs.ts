import { access } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type BrowserWindow, dialog, shell } from "electron";
import type { FileKind, HostLanguage, PickFileRequest } from "../preload/contract";
import { nativeTexts } from "./native-texts";
import { parseExternalUrl } from "./security/external-url";

/** The shell's questions to the user. All are asked over the one window. */
export class NativeDialogs {
  readonly #window: () => BrowserWindow | null;
  readonly #defaultFolder: string;
  language: HostLanguage;

  constructor(window: () => BrowserWindow | null, defaultFolder: string, language: HostLanguage) {
    this.#window = window;
    this.#defaultFolder = defaultFolder;
    this.language = language;
  }

  /** The path picked, or null when cancelled. */
  async pickFile(request: PickFileRequest): Promise<string | null> {
    const window = this.#window();
    if (window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: request.title,
      properties: ["openFile"],
      filters: request.kinds.map(({ label, extensions }) => ({ name: label, extensions })),
    });
    return canceled ? null : (filePaths[0] ?? null);
  }

  /**
   * The path to save to, or null when cancelled. A missing extension is added;
   * the user is asked again when that names a file that exists.
   */
  async pickSaveTarget(title: string, suggestedName: string, kind: FileKind): Promise<string | null> {
    const window = this.#window();
    if (window === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(this.#defaultFolder, suggestedName),
      filters: [{ name: kind.label, extensions: kind.extensions }],
    });
    if (canceled || filePath === "") return null;
    const extension = extname(filePath).slice(1).toLowerCase();
    const [firstExtension] = kind.extensions;
    if (firstExtension === undefined || kind.extensions.includes(extension)) return filePath;
    const completed = `${filePath}.${firstExtension}`;
    const exists = await access(completed).then(
      () => true,
      () => false,
    );
    return !exists || (await this.#askToReplace(window, completed)) ? completed : null;
  }

  /** Opens an http, https or mailto address in the user's own program, after asking. Answers whether it was opened. */
  async openExternal(url: string): Promise<boolean> {
    const address = parseExternalUrl(url);
    const window = this.#window();
    if (address === null || window === null) return false;
    const { message, open, cancel } = nativeTexts[this.language].openLink;
    if (!(await this.#ask(window, message, address, open, cancel))) return false;
    await shell.openExternal(address);
    return true;
  }

  async askAboutHangingPage(): Promise<"close" | "wait"> {
    const window = this.#window();
    if (window === null) return "close";
    const { message, detail, close, wait } = nativeTexts[this.language].hangingPage;
    return (await this.#ask(window, message, detail, close, wait)) ? "close" : "wait";
  }

  async askAboutCrashedPage(): Promise<"reload" | "quit"> {
    const window = this.#window();
    if (window === null) return "quit";
    const { message, detail, reload, quit } = nativeTexts[this.language].crashedPage;
    return (await this.#ask(window, message, detail, reload, quit)) ? "reload" : "quit";
  }

  #askToReplace(window: BrowserWindow, path: string): Promise<boolean> {
    const { message, replace, cancel } = nativeTexts[this.language].replaceFile;
    return this.#ask(window, message(basename(path)), "", replace, cancel);
  }

  /** True when the first button was chosen; the second one is the default and what closing the box means. */
  async #ask(
    window: BrowserWindow,
    message: string,
    detail: string,
    yes: string,
    no: string,
  ): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: "question",
      message,
      detail,
      buttons: [yes, no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }
}
