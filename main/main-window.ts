import { join } from "node:path";
import { BrowserWindow, type Session } from "electron";
import { isTrustedUrl } from "./security/sender-check";

export interface MainWindowOptions {
  /** Address of the page. */
  pageUrl: string;
  preloadPath: string;
  trustedOrigins: readonly string[];
  /** Called with every address that the page wanted to go to or open and was not let. */
  onBlockedAddress: (url: string) => void;
}

/** Creates the app's window: an isolated, sandboxed page that cannot leave its own origin. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: "Civplan",
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: options.preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  // The page sets the title through the host; what its <title> says in between does not matter.
  window.on("page-title-updated", (event) => event.preventDefault());
  confine(window, options);
  return window;
}

/** Denies every way out of the page: navigation, frames, new windows, webviews. */
function confine(window: BrowserWindow, options: MainWindowOptions): void {
  const contents = window.webContents;
  const isReload = (url: string) =>
    isTrustedUrl(url, options.trustedOrigins) && withoutHash(url) === withoutHash(options.pageUrl);

  contents.on("will-navigate", (event) => {
    if (isReload(event.url)) return;
    event.preventDefault();
    options.onBlockedAddress(event.url);
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    options.onBlockedAddress(url);
    return { action: "deny" };
  });
}

const withoutHash = (url: string) => url.split("#", 1)[0];

/** Denies every permission, device and download that a page could ask for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}

/** Where the build put the page and the preload, seen from `out/main`. */
export const builtPaths = (mainFolder: string) => ({
  bundleFolder: join(mainFolder, "../renderer"),
  preloadPath: join(mainFolder, "../preload/index.cjs"),
});
