import { createHash } from "node:crypto";
import { err, ok } from "../../../core/result";
import type {
  BackupInfo,
  DocumentState,
  FileInfo,
  FileStamp,
  Host,
  HostError,
  HostListeners,
  HostResult,
  JournalHeader,
  RecentFile,
} from "../../../renderer/host/host";

export const stampOf = (bytes: Uint8Array): FileStamp => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

export const fileNamed = (name: string): FileInfo => ({
  fileId: `file-${name.replaceAll(".", "-")}`,
  name,
  folder: "/plans",
  mustSaveAs: null,
});

interface FakeJournal {
  header: JournalHeader;
  batches: Uint8Array[];
  isLiving: boolean;
}

/** A desktop host in memory, whose failures a test can order by method name. */
export class FakeHost implements Host {
  readonly environment: Host["environment"] = {
    kind: "desktop",
    platform: "linux",
    appVersion: "0.0.0-test",
    locale: "en-GB",
    capabilities: {
      saveInPlace: true,
      staleWriteGuard: true,
      fileLock: "sidecar",
      journal: "fsynced",
      backups: true,
      reopenRecent: true,
      nativeMenu: true,
      closeRequests: true,
    },
  };

  /** What is on disk, by file id. */
  readonly disk = new Map<string, Uint8Array>();
  readonly journals = new Map<string, FakeJournal>();
  readonly locks = new Set<string>();
  readonly backups: { info: BackupInfo; bytes: Uint8Array }[] = [];
  recent: RecentFile[] = [];
  settings: Record<string, string> = {};
  documentState: DocumentState | null = null;
  listeners: HostListeners | null = null;
  /** The next file that the user picks, for opening and for saving. */
  picks: FileInfo | null = null;
  /** Methods that fail until they are taken off the list. */
  readonly failing = new Map<keyof Host, HostError>();
  readonly calls: string[] = [];
  /** How many batches of a journal can be read: those before the place where it is torn. */
  readableBatches = Number.POSITIVE_INFINITY;

  put(file: FileInfo, bytes: Uint8Array): void {
    this.disk.set(file.fileId, bytes);
  }

  /** What a crash leaves: journals that belong to nobody, no locks. */
  endSession(): void {
    for (const journal of this.journals.values()) journal.isLiving = false;
    this.locks.clear();
  }

  subscribe(listeners: HostListeners) {
    this.listeners = listeners;
    return () => {
      this.listeners = null;
    };
  }

  pickFile = () =>
    this.#answer("pickFile", () => (this.picks === null ? err({ type: "cancelled" }) : ok(this.picks)));

  readFile = ({ fileId }: { fileId: string }) =>
    this.#answer("readFile", () => {
      const bytes = this.disk.get(fileId);
      if (bytes === undefined) return err({ type: "not-found", name: fileId });
      return ok({ file: this.#fileOf(fileId), bytes, stamp: stampOf(bytes) });
    });

  pickSaveTarget = () =>
    this.#answer("pickSaveTarget", () => {
      if (this.picks === null) return err({ type: "cancelled" });
      const bytes = this.disk.get(this.picks.fileId);
      return ok({ file: this.picks, existing: bytes === undefined ? null : stampOf(bytes) });
    });

  writeFile = ({
    fileId,
    bytes,
    expected,
  }: {
    fileId: string;
    bytes: Uint8Array;
    expected: FileStamp | null;
  }) =>
    this.#answer("writeFile", () => {
      const there = this.disk.get(fileId);
      const current = there === undefined ? null : stampOf(there);
      if (current?.sha256 !== expected?.sha256) return err({ type: "changed-underneath", current });
      this.disk.set(fileId, bytes);
      return ok({ file: this.#fileOf(fileId), stamp: stampOf(bytes) });
    });

  lockFile = ({ fileId, takeOver }: { fileId: string; takeOver: boolean }) =>
    this.#answer("lockFile", () => {
      if (this.locks.has(fileId) && !takeOver) return err({ type: "locked", holder: null });
      this.locks.add(fileId);
      return ok({});
    });

  unlockFile = ({ fileId }: { fileId: string }) =>
    this.#answer("unlockFile", () => {
      this.locks.delete(fileId);
      return ok({});
    });

  openJournal = (header: JournalHeader) =>
    this.#answer("openJournal", () => {
      const journalId = `journal-${this.journals.size + 1}`;
      this.journals.set(journalId, { header, batches: [], isLiving: true });
      return ok({ journalId });
    });

  appendJournal = ({ journalId, batch }: { journalId: string; batch: Uint8Array }) =>
    this.#answer("appendJournal", () => {
      this.journals.get(journalId)?.batches.push(batch);
      return ok({});
    });

  rebaseJournal = ({ journalId, header }: { journalId: string; header: JournalHeader }) =>
    this.#answer("rebaseJournal", () => {
      this.journals.set(journalId, { header, batches: [], isLiving: true });
      return ok({});
    });

  listJournals = () =>
    this.#answer("listJournals", () =>
      ok(
        [...this.journals]
          .filter(([, journal]) => !journal.isLiving)
          .map(([journalId, { header, batches }]) => ({
            journalId,
            header,
            updatedAt: "2026-05-01T10:00:00Z",
            batchCount: batches.length,
          })),
      ),
    );

  readJournal = ({ journalId }: { journalId: string }) =>
    this.#answer("readJournal", () => {
      const journal = this.journals.get(journalId);
      if (journal === undefined) return err({ type: "unknown-id" });
      const batches = journal.batches.slice(0, this.readableBatches);
      return ok({ header: journal.header, batches, tornTail: batches.length < journal.batches.length });
    });

  clearJournal = ({ journalId }: { journalId: string }) =>
    this.#answer("clearJournal", () => {
      this.journals.delete(journalId);
      return ok({});
    });

  writeBackup = ({ bytes, planId, title, reason }: Parameters<Host["writeBackup"]>[0]) =>
    this.#answer("writeBackup", () => {
      const info: BackupInfo = {
        backupId: `backup-${this.backups.length + 1}`,
        planId,
        title,
        reason,
        createdAt: "2026-05-01T09:00:00Z",
        sizeBytes: bytes.byteLength,
      };
      this.backups.unshift({ info, bytes });
      return ok(info);
    });

  listBackups = () => this.#answer("listBackups", () => ok(this.backups.map(({ info }) => info)));

  readBackup = ({ backupId }: { backupId: string }) =>
    this.#answer("readBackup", () => {
      const backup = this.backups.find(({ info }) => info.backupId === backupId);
      return backup === undefined ? err({ type: "unknown-id" }) : ok(backup);
    });

  listRecentFiles = () => this.#answer("listRecentFiles", () => ok(this.recent));

  rememberRecentFile = ({ fileId, title }: { fileId: string; title: string }) =>
    this.#answer("rememberRecentFile", () => {
      const file = this.#fileOf(fileId);
      const others = this.recent.filter((recent) => recent.file.fileId !== fileId);
      this.recent = [{ file, title, openedAt: "2026-05-01T10:00:00Z", exists: true }, ...others];
      return ok({});
    });

  forgetRecentFile = ({ fileId }: { fileId: string }) =>
    this.#answer("forgetRecentFile", () => {
      this.recent = this.recent.filter((recent) => recent.file.fileId !== fileId);
      return ok({});
    });

  exportFile = (): Promise<HostResult<never>> =>
    this.#answer<never>("exportFile", () => err({ type: "unsupported" }));
  print = (): Promise<HostResult<never>> => this.#answer<never>("print", () => err({ type: "unsupported" }));
  openExternal = (): Promise<HostResult<never>> =>
    this.#answer<never>("openExternal", () => err({ type: "unsupported" }));
  setLanguage = () => this.#answer("setLanguage", () => ok({}));

  setDocumentState = (state: DocumentState) =>
    this.#answer("setDocumentState", () => {
      this.documentState = state;
      return ok({});
    });

  readSettings = () => this.#answer("readSettings", () => ok({ ...this.settings }));

  writeSettings = (settings: Parameters<Host["writeSettings"]>[0]) =>
    this.#answer("writeSettings", () => {
      this.settings = settings as Record<string, string>;
      return ok({});
    });

  #fileOf(fileId: string): FileInfo {
    const known = [this.picks, ...this.recent.map((recent) => recent.file)];
    return known.find((file) => file?.fileId === fileId) ?? fileNamed(fileId.replace(/^file-(.*)-/, "$1."));
  }

  async #answer<T>(method: keyof Host, work: () => HostResult<T>): Promise<HostResult<T>> {
    this.calls.push(method);
    const failure = this.failing.get(method);
    return failure === undefined ? work() : err(failure);
  }
}
