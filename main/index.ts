import { hostname } from "node:os";
import { app, type BrowserWindow, ipcMain, Menu, session } from "electron";
import { type EventName, type EventPayload, type HostLanguage, MAX_BYTES } from "../preload/contract";
import { declareAppScheme, serveAppScheme } from "./app-protocol";
import { CloseGuard } from "./close-guard";
import { createHandlers } from "./handlers";
import { registerHandlers } from "./ipc";
import { builtPaths, createMainWindow, denyPermissions } from "./main-window";
import { buildMenuTemplate } from "./menu/menu-template";
import { NativeDialogs } from "./native-dialogs";
import { languageOfLocale } from "./native-texts";
import { findPlanArgument } from "./plan-arguments";
import { APP_ORIGIN } from "./security/bundle-path";
import { parseDevelopmentUrl } from "./security/development-url";
import { Services } from "./services";

const { bundleFolder, preloadPath } = builtPaths(__dirname);
const developmentUrl = app.isPackaged ? null : parseDevelopmentUrl(process.env.ELECTRON_RENDERER_URL);
const pageUrl = developmentUrl ?? `${APP_ORIGIN}/`;
const trustedOrigins = [developmentUrl === null ? APP_ORIGIN : new URL(developmentUrl).origin];

let window: BrowserWindow | null = null;
let services: Services | null = null;
/** Plans to open that came before the page could listen. */
const waitingPaths: string[] = [];
let pageIsReady = false;

declareAppScheme();
app.enableSandbox();

if (app.requestSingleInstanceLock()) {
  const plan = findPlanArgument(process.argv.slice(1), process.cwd());
  if (plan !== null) waitingPaths.push(plan);
  app.on("second-instance", (_event, commandLine, workingFolder) => {
    const path = findPlanArgument(commandLine.slice(1), workingFolder);
    if (path !== null) openPath(path);
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    openPath(path);
  });
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const shellServices = new Services({
    userDataFolder: app.getPath("userData"),
    temporaryFolders: [app.getPath("temp")],
    computer: hostname(),
    limitBytes: MAX_BYTES,
    now: () => new Date(),
  });
  services = shellServices;
  await shellServices.recents.load();
  const dialogs = new NativeDialogs(
    () => window,
    app.getPath("documents"),
    languageOfLocale(app.getLocale()),
  );
  const closeGuard = new CloseGuard({
    ask: (requestId) => send("window.close-request", { requestId }),
    askAboutHangingPage: () => dialogs.askAboutHangingPage(),
    close: () => void shellServices.releasePage().finally(() => window?.destroy()),
    delay: (durationMs, step) => {
      const timer = setTimeout(step, durationMs);
      return () => clearTimeout(timer);
    },
  });
  const setLanguage = (language: HostLanguage) => {
    dialogs.language = language;
    const template = buildMenuTemplate(language, process.platform, (command) =>
      send("menu.command", command),
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };

  serveAppScheme(session.defaultSession, bundleFolder);
  denyPermissions(session.defaultSession);
  setLanguage(dialogs.language);
  registerHandlers(
    ipcMain,
    createHandlers({
      services: shellServices,
      dialogs,
      closeGuard,
      shell: {
        environment: () => ({
          platform: process.platform,
          appVersion: app.getVersion(),
          locale: app.getLocale(),
        }),
        setLanguage,
        setTitle: (title, isDirty) => {
          window?.setTitle(title);
          window?.setDocumentEdited(isDirty);
        },
        print,
        onPageReady: () => {
          pageIsReady = true;
          for (const path of waitingPaths.splice(0)) openPath(path);
        },
      },
    }),
    trustedOrigins,
    (channel, error) => console.error(`Unexpected failure in ${channel}:`, error),
  );

  window = createMainWindow({
    pageUrl,
    preloadPath,
    trustedOrigins,
    onBlockedAddress: (url) => void dialogs.openExternal(url),
  });
  watchPage(window, shellServices, closeGuard, dialogs);
  await window.loadURL(pageUrl);
}

/** Keeps track of whether there is a page to talk to. */
function watchPage(
  created: BrowserWindow,
  shellServices: Services,
  closeGuard: CloseGuard,
  dialogs: NativeDialogs,
): void {
  const pageIsGone = () => {
    pageIsReady = false;
    closeGuard.pageIsGone();
    void shellServices.releasePage();
  };
  created.on("close", (event) => {
    if (!closeGuard.requestClose()) event.preventDefault();
  });
  created.on("closed", () => {
    window = null;
    pageIsGone();
  });
  created.webContents.on("did-start-navigation", (details) => {
    if (details.isMainFrame && !details.isSameDocument) pageIsGone();
  });
  created.webContents.on("render-process-gone", (_event, details) => {
    pageIsGone();
    if (details.reason === "clean-exit") return;
    void dialogs.askAboutCrashedPage().then((choice) => {
      if (choice === "reload") created.webContents.reload();
      else app.quit();
    });
  });
}

function send<E extends EventName>(name: E, payload: EventPayload<E>): void {
  window?.webContents.send(name, payload);
}

/** Hands a plan to the page, now or as soon as it listens. */
function openPath(path: string): void {
  if (!pageIsReady || services === null) {
    waitingPaths.push(path);
    return;
  }
  void services
    .describe(services.registry.register(path), path)
    .then((file) => send("file.open-request", file));
}

function print(): Promise<string | null> {
  const contents = window?.webContents;
  if (contents === undefined) return Promise.resolve("cancelled");
  return new Promise((answer) => {
    contents.print({ printBackground: true }, (success, reason) => answer(success ? null : reason));
  });
}
