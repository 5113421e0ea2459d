/**
 * What the two halves of the stand-in tell each other: the test process, which
 * plays Chromium's part, and a child process, which runs the real `out/main`.
 * Messages travel by structured clone, as Electron's do.
 */

/** The stand-in maps the app's own scheme, which Playwright cannot route, to this origin. */
export const MAPPED_ORIGIN = "https://civplan.shell.test";
export const APP_ORIGIN = "app://civplan";

export const toMappedUrl = (url: string): string =>
  url.startsWith(APP_ORIGIN) ? MAPPED_ORIGIN + url.slice(APP_ORIGIN.length) : url;

export const toAppUrl = (url: string): string =>
  url.startsWith(MAPPED_ORIGIN) ? APP_ORIGIN + url.slice(MAPPED_ORIGIN.length) : url;

export interface ChildOptions {
  mainPath: string;
  args: string[];
  folders: Record<"userData" | "temp" | "documents", string>;
  appVersion: string;
  locale: string;
}

/** A menu without its functions: items are clicked by id. */
export interface MenuSnapshot {
  id: number;
  label: string;
  role: string | null;
  accelerator: string | null;
  submenu: MenuSnapshot[];
}

/** Asked by the child of the test process. */
export type PageCalls = {
  "window.create": { args: [{ preload: string; title: string }]; result: unknown };
  "window.load": { args: [string]; result: unknown };
  "window.send": { args: [string, unknown[]]; result: unknown };
  "window.set-title": { args: [string]; result: unknown };
  "window.set-edited": { args: [boolean]; result: unknown };
  "window.show": { args: []; result: unknown };
  "window.reload": { args: []; result: unknown };
  "window.destroyed": { args: []; result: unknown };
  "window.print": { args: []; result: { success: boolean; reason: string } };
  "menu.set": { args: [MenuSnapshot[]]; result: unknown };
  "dialog.open": { args: [{ title: string }]; result: string | null };
  "dialog.save": { args: [{ title: string; defaultPath: string }]; result: string | null };
  "dialog.message": { args: [{ message: string; detail: string; buttons: string[] }]; result: number };
  "shell.open-external": { args: [string]; result: unknown };
};

/** Asked by the test process of the child. */
export type MainCalls = {
  "protocol.request": {
    args: [{ url: string; method: string; headers: Record<string, string> }];
    result: { status: number; headers: Record<string, string>; body: Uint8Array };
  };
  "ipc.invoke": {
    args: [{ channel: string; args: unknown[]; frameUrl: string; isMainFrame: boolean }];
    result: unknown;
  };
  "window.close": { args: []; result: unknown };
  "contents.will-navigate": { args: [{ url: string; isMainFrame: boolean }]; result: boolean };
  "contents.did-start-navigation": { args: [string]; result: unknown };
  "contents.gone": { args: []; result: unknown };
  "contents.open-window": { args: [string]; result: "allow" | "deny" };
  "contents.ready-to-show": { args: []; result: unknown };
  "permission.check": { args: [string]; result: boolean };
  "menu.click": { args: [number]; result: unknown };
  "app.open-file": { args: [string]; result: unknown };
  "app.second-instance": { args: [string[], string]; result: unknown };
};

type CallTable = Record<string, { args: unknown[]; result: unknown }>;
export type Handlers<T extends CallTable> = {
  [N in keyof T]: (...args: T[N]["args"]) => T[N]["result"] | Promise<T[N]["result"]>;
};

interface Port {
  post(message: unknown): void;
  listen(receive: (message: unknown) => void): void;
}

type Message =
  | { kind: "call"; id: number; name: string; args: unknown[] }
  | { kind: "answer"; id: number; result: unknown }
  | { kind: "failure"; id: number; message: string };

/** Connects one half: answers the other's calls with `handlers` and returns how to call it. */
export function connect<Mine extends CallTable, Theirs extends CallTable>(
  port: Port,
  handlers: Handlers<Mine>,
) {
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  let lastId = 0;

  const answer = async (message: Extract<Message, { kind: "call" }>) => {
    try {
      const handler = handlers[message.name as keyof Mine];
      if (handler === undefined) throw new Error(`no such call: ${message.name}`);
      post({ kind: "answer", id: message.id, result: await handler(...(message.args as never)) });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      post({ kind: "failure", id: message.id, message: text });
    }
  };
  const post = (message: Message) => port.post(message);

  port.listen((raw) => {
    const message = raw as Message;
    if (message.kind === "call") {
      void answer(message);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === "answer") entry?.done(message.result);
    else entry?.failed(new Error(message.message));
  });

  return {
    call<N extends keyof Theirs & string>(name: N, ...args: Theirs[N]["args"]): Promise<Theirs[N]["result"]> {
      lastId += 1;
      const id = lastId;
      return new Promise((done, failed) => {
        waiting.set(id, { done: done as (value: unknown) => void, failed });
        post({ kind: "call", id, name, args });
      });
    },
    /** The other half is gone: nobody waits for it any longer. */
    disconnect(reason: string) {
      for (const { failed } of waiting.values()) failed(new Error(reason));
      waiting.clear();
    },
  };
}
