import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChildOptions, Handlers, MainCalls } from "../calls";
import { Emitter } from "./emitter";
import { StandInMenus } from "./menu";
import { refuseUnknown, strict } from "./strict";
import { type CallPage, StandInWindow } from "./window";

type IpcListener = (event: object, ...args: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Promise<Response>;
type PermissionCheck = (contents: null, permission: string) => boolean;
type PermissionRequest = (contents: null, permission: string, answer: (granted: boolean) => void) => void;

/** What `require("electron")` gives to `out/main`, and how the test process reaches into it. */
export function createElectron(options: ChildOptions, callPage: CallPage) {
  const appEvents = new Emitter("app", ["second-instance", "open-file", "window-all-closed"]);
  const sessionEvents = new Emitter("session", ["will-download"]);
  const ipcListeners = new Map<string, IpcListener>();
  const protocolHandlers = new Map<string, ProtocolHandler>();
  const declaredSchemes = new Set<string>();
  const menus = new StandInMenus((menu) => void callPage("menu.set", menu));
  let window: StandInWindow | null = null;
  let isSandboxed = false;
  let checkPermission: PermissionCheck | null = null;
  let requestPermission: PermissionRequest | null = null;
  const instanceLock = join(options.folders.userData, ".stand-in-instance");

  /** Quitting closes the window first, which may be prevented; with the last window gone it ends the process. */
  const quit = () => {
    if (window !== null && !window.isDestroyed) {
      window.close();
      return;
    }
    rmSync(instanceLock, { force: true });
    process.exit(0);
  };

  const app = strict("app", {
    isPackaged: false,
    getPath: (name: string) => {
      const path = (options.folders as Record<string, string>)[name];
      if (path === undefined) throw new Error(`The stand-in for Electron has no app.getPath("${name}")`);
      return path;
    },
    getVersion: () => options.appVersion,
    getLocale: () => options.locale,
    enableSandbox: () => {
      isSandboxed = true;
    },
    requestSingleInstanceLock: () => takeInstanceLock(instanceLock),
    whenReady: () => Promise.resolve(),
    on: appEvents.on,
    quit,
  });

  // A class, because the program says `new BrowserWindow(…)`; the object it gets is the strict one.
  const BrowserWindow = function createWindow(windowOptions: object) {
    if (!isSandboxed) throw new Error("app.enableSandbox() must come before the first window");
    if (window !== null) throw new Error("The stand-in for Electron shows one window");
    window = new StandInWindow(windowOptions, callPage, () => appEvents.raise("window-all-closed"));
    return window.object;
  };

  const session = strict("session", {
    defaultSession: strict("session.defaultSession", {
      on: sessionEvents.on,
      protocol: strict("session.protocol", {
        handle: (scheme: string, handler: ProtocolHandler) => {
          if (!declaredSchemes.has(scheme))
            throw new Error(`${scheme} was not declared before the app was ready`);
          protocolHandlers.set(scheme, handler);
        },
      }),
      setPermissionRequestHandler: (handler: PermissionRequest) => {
        requestPermission = handler;
      },
      setPermissionCheckHandler: (handler: PermissionCheck) => {
        checkPermission = handler;
      },
      setDevicePermissionHandler: () => undefined,
    }),
  });

  const dialog = strict("dialog", {
    showOpenDialog: async (_window: object, request: { title: string }) => {
      refuseUnknown("showOpenDialog", request, ["title", "properties", "filters"]);
      const path = await callPage("dialog.open", { title: request.title });
      return { canceled: path === null, filePaths: path === null ? [] : [path] };
    },
    showSaveDialog: async (_window: object, request: { title: string; defaultPath: string }) => {
      refuseUnknown("showSaveDialog", request, ["title", "defaultPath", "filters"]);
      const path = await callPage("dialog.save", { title: request.title, defaultPath: request.defaultPath });
      return { canceled: path === null, filePath: path ?? "" };
    },
    showMessageBox: async (
      _window: object,
      request: { message: string; detail: string; buttons: string[] },
    ) => {
      const known = ["type", "message", "detail", "buttons", "defaultId", "cancelId", "noLink"];
      refuseUnknown("showMessageBox", request, known);
      const { message, detail, buttons } = request;
      return { response: await callPage("dialog.message", { message, detail, buttons }) };
    },
  });

  const electron = strict("electron", {
    app,
    BrowserWindow,
    session,
    dialog,
    Menu: menus.object,
    ipcMain: strict("ipcMain", {
      handle: (channel: string, listener: IpcListener) => {
        if (ipcListeners.has(channel)) throw new Error(`a second handler for '${channel}'`);
        ipcListeners.set(channel, listener);
      },
    }),
    protocol: strict("protocol", {
      registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => {
        for (const { scheme } of schemes) declaredSchemes.add(scheme);
      },
    }),
    shell: strict("shell", { openExternal: (url: string) => callPage("shell.open-external", url) }),
  });

  const shown = (): StandInWindow => {
    if (window === null) throw new Error("there is no window");
    return window;
  };

  const handlers: Handlers<MainCalls> = {
    "protocol.request": async ({ url, method, headers }) => {
      const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1));
      if (handler === undefined) throw new Error(`nobody answers ${url}`);
      const response = await handler(new Request(url, { method, headers }));
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    },
    "ipc.invoke": async ({ channel, args, frameUrl, isMainFrame }) => {
      const listener = ipcListeners.get(channel);
      // The wording of Electron's own refusal.
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      const senderFrame = strict("senderFrame", { url: frameUrl, parent: isMainFrame ? null : {} });
      return structuredClone(await listener(strict("event", { senderFrame }), ...args));
    },
    "window.close": () => shown().close(),
    "contents.will-navigate": ({ url, isMainFrame }) => {
      const { contentsEvents } = shown();
      const prevented = contentsEvents.raisePreventable("will-frame-navigate", { url, isMainFrame });
      if (!isMainFrame) return prevented;
      return contentsEvents.raisePreventable("will-navigate", { url, isMainFrame }) || prevented;
    },
    "contents.did-start-navigation": (url) =>
      shown().contentsEvents.raise("did-start-navigation", { url, isMainFrame: true, isSameDocument: false }),
    "contents.gone": () => shown().contentsEvents.raise("render-process-gone", {}, { reason: "crashed" }),
    "contents.open-window": (url) => shown().openHandler?.({ url }).action ?? "allow",
    "contents.ready-to-show": () => shown().events.raise("ready-to-show"),
    "permission.check": (permission) => {
      let isGranted = false;
      requestPermission?.(null, permission, (granted) => {
        isGranted = granted;
      });
      // Electron grants what nobody denies.
      return (requestPermission === null || isGranted) && (checkPermission?.(null, permission) ?? true);
    },
    "menu.click": (id) => menus.click(id),
    "app.open-file": (path) => {
      appEvents.raisePreventable("open-file", {}, path);
    },
    "app.second-instance": (commandLine, workingFolder) =>
      appEvents.raise("second-instance", {}, commandLine, workingFolder),
  };
  return { electron, handlers };
}

/** One running app for each user data folder. */
function takeInstanceLock(path: string): boolean {
  try {
    const holder = Number(readFileSync(path, "utf8"));
    process.kill(holder, 0);
    return false;
  } catch {
    writeFileSync(path, String(process.pid));
    return true;
  }
}
