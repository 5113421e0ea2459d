import { err, ok } from "../../core/result";
import { version } from "../../package.json";
import { BrowserBackups } from "./browser/browser-backups";
import { toHostError } from "./browser/browser-errors";
import { HandleFiles } from "./browser/browser-files";
import { BrowserJournals } from "./browser/browser-journals";
import { findFilePickers } from "./browser/file-system-access";
import { JOURNAL_FOLDER } from "./browser/journal-folder";
import { mayHavePrivateFolders, openPrivateFolder } from "./browser/opfs";
import { download, TransferFiles } from "./browser/transfer-files";
import type {
  DocumentState,
  Environment,
  Host,
  HostLanguage,
  HostListeners,
  HostResult,
  Nothing,
} from "./host";
import { settingsSchema } from "./host-values";

const SETTINGS_KEY = "civplan-settings";
const OPENABLE_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);
const LINK_QUESTIONS: Record<HostLanguage, string> = {
  en: "Open this address in a new tab?",
  ko: "이 주소를 새 탭에서 열까요?",
};

/**
 * The host in an ordinary browser: private file system for journal and
 * backups, Web Locks for what is in use, File System Access where there is
 * any, else file input and download. The private file system is opened while
 * the first screen is drawn; who needs it waits for it.
 */
export const openBrowserHost = (): Host => new BrowserHost();

class BrowserHost implements Host {
  readonly environment: Environment;
  readonly #journals: Promise<BrowserJournals | null>;
  readonly #backups: Promise<BrowserBackups | null>;
  #hasPrivateFolders = mayHavePrivateFolders();
  readonly #handles: HandleFiles | null;
  readonly #transfers = new TransferFiles();
  #language: HostLanguage = navigator.language.startsWith("ko") ? "ko" : "en";
  #isDirty = false;

  constructor() {
    const pickers = findFilePickers();
    this.#journals = this.#inPrivateFolder(JOURNAL_FOLDER, (folder) => new BrowserJournals(folder));
    this.#backups = this.#inPrivateFolder("backups", (folder) => new BrowserBackups(folder));
    this.#handles = pickers === null ? null : new HandleFiles(pickers);
    const hasHandles = this.#handles !== null;
    const hasPrivateFolders = () => this.#hasPrivateFolders;
    this.environment = {
      kind: "browser",
      platform: "web",
      appVersion: version,
      locale: navigator.language,
      capabilities: {
        saveInPlace: hasHandles,
        staleWriteGuard: hasHandles,
        fileLock: hasHandles ? "same-browser" : "none",
        get journal() {
          return hasPrivateFolders() ? "stored" : "none";
        },
        get backups() {
          return hasPrivateFolders();
        },
        reopenRecent: hasHandles,
        nativeMenu: false,
        closeRequests: false,
      },
    };
    window.addEventListener("beforeunload", (event) => {
      if (this.#isDirty) event.preventDefault();
    });
  }

  /** Some browsers have private folders, but not in private windows: they say so when one is opened. */
  async #inPrivateFolder<T>(name: string, use: (folder: FileSystemDirectoryHandle) => T): Promise<T | null> {
    const folder = await openPrivateFolder(name);
    if (folder === null) this.#hasPrivateFolders = false;
    return folder === null ? null : use(folder);
  }

  /** A browser sends no menu commands, no files to open, and does not wait for an answer at closing. */
  subscribe(_listeners: HostListeners): () => void {
    return () => undefined;
  }

  pickFile: Host["pickFile"] = ({ kinds }) => (this.#handles ?? this.#transfers).pickFile(kinds);
  readFile: Host["readFile"] = ({ fileId }) => (this.#handles ?? this.#transfers).readFile(fileId);
  pickSaveTarget: Host["pickSaveTarget"] = ({ suggestedName, kind }) =>
    (this.#handles ?? this.#transfers).pickSaveTarget(suggestedName, kind);
  writeFile: Host["writeFile"] = ({ fileId, bytes, expected }) =>
    (this.#handles ?? this.#transfers).writeFile(fileId, bytes, expected);
  lockFile: Host["lockFile"] = async ({ fileId, takeOver }) =>
    this.#handles === null ? ok({}) : this.#handles.lockFile(fileId, takeOver);
  unlockFile: Host["unlockFile"] = async ({ fileId }) =>
    this.#handles === null ? ok({}) : this.#handles.unlockFile(fileId);

  openJournal: Host["openJournal"] = async (header) => (await this.#journals)?.open(header) ?? unsupported;
  appendJournal: Host["appendJournal"] = async ({ journalId, batch }) =>
    (await this.#journals)?.append(journalId, batch) ?? unsupported;
  rebaseJournal: Host["rebaseJournal"] = async ({ journalId, header }) =>
    (await this.#journals)?.rebase(journalId, header) ?? unsupported;
  listJournals: Host["listJournals"] = async () => (await this.#journals)?.list() ?? ok([]);
  readJournal: Host["readJournal"] = async ({ journalId }) =>
    (await this.#journals)?.read(journalId) ?? unsupported;
  clearJournal: Host["clearJournal"] = async ({ journalId }) =>
    (await this.#journals)?.clear(journalId) ?? unsupported;

  writeBackup: Host["writeBackup"] = async (request) => (await this.#backups)?.write(request) ?? unsupported;
  listBackups: Host["listBackups"] = async ({ planId }) => (await this.#backups)?.list(planId) ?? ok([]);
  readBackup: Host["readBackup"] = async ({ backupId }) =>
    (await this.#backups)?.read(backupId) ?? unsupported;

  listRecentFiles: Host["listRecentFiles"] = async () => ok((await this.#handles?.listRecent()) ?? []);
  rememberRecentFile: Host["rememberRecentFile"] = async ({ fileId, title }) =>
    this.#handles?.rememberRecent(fileId, title) ?? ok({});
  forgetRecentFile: Host["forgetRecentFile"] = async ({ fileId }) =>
    this.#handles?.forgetRecent(fileId) ?? ok({});

  exportFile: Host["exportFile"] = async ({ suggestedName, bytes }) => {
    download(suggestedName, bytes);
    return ok({ name: suggestedName });
  };

  print: Host["print"] = async () => {
    window.print();
    return ok({});
  };

  async setDocumentState(state: DocumentState): Promise<HostResult<Nothing>> {
    const parts = [state.title, state.fileName, "Civplan"].filter((part) => part !== null && part !== "");
    document.title = `${state.dirty ? "• " : ""}${parts.join(" — ")}`;
    this.#isDirty = state.dirty;
    return ok({});
  }

  setLanguage: Host["setLanguage"] = async ({ language }) => {
    this.#language = language;
    return ok({});
  };

  openExternal: Host["openExternal"] = async ({ url }) => {
    const protocol = URL.canParse(url) ? new URL(url).protocol : "";
    if (!OPENABLE_PROTOCOLS.has(protocol)) return err({ type: "cancelled" });
    if (!window.confirm(`${LINK_QUESTIONS[this.#language]}\n\n${url}`)) return err({ type: "cancelled" });
    window.open(url, "_blank", "noopener,noreferrer");
    return ok({});
  };

  readSettings: Host["readSettings"] = async () => {
    try {
      const parsed = settingsSchema.safeParse(JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? "{}"));
      return ok(parsed.success ? parsed.data : {});
    } catch (error) {
      return error instanceof SyntaxError ? ok({}) : err(toHostError(error));
    }
  };

  writeSettings: Host["writeSettings"] = async (settings) => {
    try {
      localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings));
      return ok({});
    } catch (error) {
      return err(toHostError(error));
    }
  };
}

const unsupported: HostResult<never> = err({ type: "unsupported" });
