import type { PageCalls } from "../calls";
import { Emitter } from "./emitter";
import { refuseUnknown, strict } from "./strict";

const WINDOW_OPTIONS = ["title", "width", "height", "minWidth", "minHeight", "show", "webPreferences"];
const WEB_PREFERENCES = [
  "preload",
  "contextIsolation",
  "sandbox",
  "nodeIntegration",
  "nodeIntegrationInWorker",
  "nodeIntegrationInSubFrames",
  "webSecurity",
  "webviewTag",
  "navigateOnDragDrop",
  "spellcheck",
];
/** What the stand-in's page is like; a window that asks for less protection cannot be played. */
const REQUIRED: Record<string, boolean> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
};

export type CallPage = <N extends keyof PageCalls>(
  name: N,
  ...args: PageCalls[N]["args"]
) => Promise<PageCalls[N]["result"]>;

interface WindowOptions {
  title?: string;
  webPreferences?: Record<string, unknown>;
}

/** The one window that the stand-in can show. */
export class StandInWindow {
  readonly events = new Emitter("BrowserWindow", ["close", "closed", "ready-to-show", "page-title-updated"]);
  readonly contentsEvents = new Emitter("webContents", [
    "will-navigate",
    "will-frame-navigate",
    "will-redirect",
    "will-attach-webview",
    "did-start-navigation",
    "render-process-gone",
  ]);
  readonly object: object;
  openHandler: ((details: { url: string }) => { action: "allow" | "deny" }) | null = null;
  isDestroyed = false;
  readonly #callPage: CallPage;
  readonly #onAllClosed: () => void;

  constructor(options: WindowOptions, callPage: CallPage, onAllClosed: () => void) {
    this.#callPage = callPage;
    this.#onAllClosed = onAllClosed;
    const preferences = options.webPreferences ?? {};
    refuseUnknown("BrowserWindow", options, WINDOW_OPTIONS);
    refuseUnknown("webPreferences", preferences, WEB_PREFERENCES);
    for (const [name, value] of Object.entries(REQUIRED)) {
      if (preferences[name] !== value) throw new Error(`webPreferences.${name} must be ${value}`);
    }
    void callPage("window.create", { preload: String(preferences.preload), title: options.title ?? "" });
    this.object = this.#createObject();
  }

  /** The user closed it, or the program asked: may be prevented. */
  close(): void {
    if (!this.isDestroyed && !this.events.raisePreventable("close", {})) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.events.raise("closed");
    void this.#callPage("window.destroyed").then(this.#onAllClosed);
  }

  #createObject(): object {
    const callPage = this.#callPage;
    const webContents = strict("webContents", {
      on: this.contentsEvents.on,
      send: (channel: string, ...args: unknown[]) => {
        void callPage("window.send", channel, structuredClone(args));
      },
      setWindowOpenHandler: (handler: StandInWindow["openHandler"]) => {
        this.openHandler = handler;
      },
      reload: () => void callPage("window.reload"),
      print: (_options: object, answer: (success: boolean, reason: string) => void) => {
        void callPage("window.print").then(({ success, reason }) => answer(success, reason));
      },
    });
    return strict("BrowserWindow", {
      on: this.events.on,
      once: this.events.once,
      webContents,
      loadURL: (url: string) => callPage("window.load", url),
      show: () => void callPage("window.show"),
      focus: () => undefined,
      restore: () => undefined,
      isMinimized: () => false,
      setTitle: (title: string) => void callPage("window.set-title", title),
      setDocumentEdited: (edited: boolean) => void callPage("window.set-edited", edited),
      close: () => this.close(),
      destroy: () => this.destroy(),
    });
  }
}
