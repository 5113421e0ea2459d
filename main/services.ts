import { basename, join } from "node:path";
import {
  err,
  type FileInfo,
  type FileStamp,
  type HostError,
  type OpenedFile,
  ok,
  type Result,
  type Settings,
  settingsSchema,
  type WrittenFile,
} from "../preload/contract";
import { saveAtomically } from "./files/atomic-save";
import { BackupStore } from "./files/backup-store";
import { toHostError } from "./files/file-errors";
import { FileLocks, isProcessRunning } from "./files/file-lock";
import { describeFile } from "./files/file-place";
import { FileRegistry } from "./files/file-registry";
import { stampOf } from "./files/file-stamp";
import { nodeFileSystem } from "./files/file-system";
import { JournalStore } from "./files/journal-store";
import { JsonFile } from "./files/json-file";
import { RecentFiles } from "./files/recent-files";

export interface ServicesOptions {
  userDataFolder: string;
  /** Folders that the system cleans: plans opened from there are Save As only. */
  temporaryFolders: readonly string[];
  computer: string;
  /** Largest file that is read. */
  limitBytes: number;
  now: () => Date;
}

/** Everything the shell keeps on disk, without any part of Electron. */
export class Services {
  readonly registry = new FileRegistry();
  readonly journals: JournalStore;
  readonly backups: BackupStore;
  readonly recents: RecentFiles;
  readonly settings: JsonFile<Settings>;
  readonly locks: FileLocks;
  readonly #options: ServicesOptions;

  constructor(options: ServicesOptions) {
    this.#options = options;
    const { userDataFolder, temporaryFolders, computer, now } = options;
    const { registry } = this;
    this.journals = new JournalStore({ folder: join(userDataFolder, "journals"), registry });
    this.backups = new BackupStore({ folder: join(userDataFolder, "backups"), now });
    this.recents = new RecentFiles({
      path: join(userDataFolder, "recent-files.json"),
      registry,
      temporaryFolders,
      now,
    });
    this.settings = new JsonFile(join(userDataFolder, "settings.json"), settingsSchema, {});
    this.locks = new FileLocks({ computer, processId: process.pid, now, isRunning: isProcessRunning });
  }

  describe(fileId: string, path: string): Promise<FileInfo> {
    const isChosen = this.registry.isChosenForSaving(fileId);
    return describeFile(fileId, path, isChosen ? [] : this.#options.temporaryFolders);
  }

  async readFile(fileId: string): Promise<Result<OpenedFile, HostError>> {
    const path = this.registry.pathOf(fileId);
    if (path === undefined) return err({ type: "unknown-id" });
    const { limitBytes } = this.#options;
    try {
      const { size } = await nodeFileSystem.stat(path);
      if (size > limitBytes) return err({ type: "too-large", limitBytes });
      const bytes = new Uint8Array(await nodeFileSystem.readFile(path));
      return ok({ file: await this.describe(fileId, path), bytes, stamp: stampOf(bytes) });
    } catch (error) {
      return err(toHostError(error, path));
    }
  }

  async writeFile(
    fileId: string,
    bytes: Uint8Array,
    expected: FileStamp | null,
  ): Promise<Result<WrittenFile, HostError>> {
    const path = this.registry.pathOf(fileId);
    if (path === undefined) return err({ type: "unknown-id" });
    const file = await this.describe(fileId, path);
    if (file.mustSaveAs !== null) return err({ type: "must-save-as", reason: file.mustSaveAs });
    const saved = await saveAtomically(path, bytes, expected);
    return saved.ok ? ok({ file, stamp: saved.value }) : saved;
  }

  /** Writes an export to a path the user just chose. */
  async writeExport(
    path: string,
    bytes: Uint8Array,
    existing: FileStamp | null,
  ): Promise<Result<{ name: string }, HostError>> {
    const saved = await saveAtomically(path, bytes, existing);
    return saved.ok ? ok({ name: basename(path) }) : saved;
  }

  /** The page is gone: nothing is being edited any more. */
  async releasePage(): Promise<void> {
    await this.journals.releaseAll();
    await this.locks.unlockAll();
  }
}
