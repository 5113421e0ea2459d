import type { CivplanBridge, EventName, EventPayload } from "../../preload/contract";
import type { Environment, Host, HostListeners } from "./host";

/** The host in the desktop app: each method is one channel of the preload bridge. */
export async function openDesktopHost(bridge: CivplanBridge): Promise<Host> {
  const answer = await bridge.invoke("environment.get", {});
  if (!answer.ok) throw new Error(`The shell does not answer: ${JSON.stringify(answer.error)}`);
  return new DesktopHost(bridge, answer.value);
}

class DesktopHost implements Host {
  readonly environment: Environment;
  readonly #bridge: CivplanBridge;
  #unsubscribe: () => void = () => undefined;

  constructor(bridge: CivplanBridge, environment: Environment) {
    this.#bridge = bridge;
    this.environment = environment;
  }

  subscribe(listeners: HostListeners): () => void {
    this.#unsubscribe();
    const stops = [
      this.#on("menu.command", (command) => listeners.onMenuCommand(command)),
      this.#on("file.open-request", (file) => listeners.onOpenRequest(file)),
      this.#on("window.close-request", ({ requestId }) => {
        void listeners
          .onCloseRequest()
          .catch(() => "stay" as const)
          .then((decision) => this.#bridge.invoke("window.answer-close", { requestId, decision }));
      }),
    ];
    const unsubscribe = () => {
      for (const stop of stops) stop();
    };
    this.#unsubscribe = unsubscribe;
    void this.#bridge.invoke("page.ready", {});
    return unsubscribe;
  }

  pickFile: Host["pickFile"] = (request) => this.#bridge.invoke("file.pick", request);
  readFile: Host["readFile"] = (request) => this.#bridge.invoke("file.read", request);
  pickSaveTarget: Host["pickSaveTarget"] = (request) => this.#bridge.invoke("file.pick-save-target", request);
  writeFile: Host["writeFile"] = (request) => this.#bridge.invoke("file.write", request);
  lockFile: Host["lockFile"] = (request) => this.#bridge.invoke("file.lock", request);
  unlockFile: Host["unlockFile"] = (request) => this.#bridge.invoke("file.unlock", request);
  exportFile: Host["exportFile"] = (request) => this.#bridge.invoke("file.export", request);

  openJournal: Host["openJournal"] = (header) => this.#bridge.invoke("journal.open", header);
  appendJournal: Host["appendJournal"] = (request) => this.#bridge.invoke("journal.append", request);
  rebaseJournal: Host["rebaseJournal"] = (request) => this.#bridge.invoke("journal.rebase", request);
  listJournals: Host["listJournals"] = () => this.#bridge.invoke("journal.list", {});
  readJournal: Host["readJournal"] = (request) => this.#bridge.invoke("journal.read", request);
  clearJournal: Host["clearJournal"] = (request) => this.#bridge.invoke("journal.clear", request);

  writeBackup: Host["writeBackup"] = (request) => this.#bridge.invoke("backup.write", request);
  listBackups: Host["listBackups"] = (request) => this.#bridge.invoke("backup.list", request);
  readBackup: Host["readBackup"] = (request) => this.#bridge.invoke("backup.read", request);

  listRecentFiles: Host["listRecentFiles"] = () => this.#bridge.invoke("recent.list", {});
  rememberRecentFile: Host["rememberRecentFile"] = (request) =>
    this.#bridge.invoke("recent.remember", request);
  forgetRecentFile: Host["forgetRecentFile"] = (request) => this.#bridge.invoke("recent.forget", request);

  readSettings: Host["readSettings"] = () => this.#bridge.invoke("settings.read", {});
  writeSettings: Host["writeSettings"] = (settings) => this.#bridge.invoke("settings.write", settings);

  print: Host["print"] = () => this.#bridge.invoke("window.print", {});
  setDocumentState: Host["setDocumentState"] = (state) =>
    this.#bridge.invoke("window.set-document-state", state);
  setLanguage: Host["setLanguage"] = (request) => this.#bridge.invoke("window.set-language", request);
  openExternal: Host["openExternal"] = (request) => this.#bridge.invoke("window.open-external", request);

  #on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void {
    return this.#bridge.on(name, listener);
  }
}
