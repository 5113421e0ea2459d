import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  type BackupInfo,
  backupInfoSchema,
  chooseBackupsToDelete,
  err,
  type HostError,
  localDayOf,
  ok,
  type Result,
  type WriteBackupRequest,
} from "../../preload/contract";
import { replaceAtomically } from "./atomic-save";
import { errorCode, toHostError } from "./file-errors";
import { type FileSystem, nodeFileSystem } from "./file-system";

/** Older than a backup that is still being written can be. */
const UNDESCRIBED_AGE_MS = 3_600_000;

export interface BackupStoreOptions {
  folder: string;
  now: () => Date;
  fs?: FileSystem;
}

/**
 * Copies of plans outside the plans: `<id>.civplan` (an ordinary plan file)
 * beside `<id>.json` (what it is a copy of). The description is written last,
 * so a backup that was cut short by a crash is never listed.
 */
export class BackupStore {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #fs: FileSystem;

  constructor(options: BackupStoreOptions) {
    this.#folder = options.folder;
    this.#now = options.now;
    this.#fs = options.fs ?? nodeFileSystem;
  }

  /** Keeps a copy; one that is the newest of its plan already, byte for byte, is not kept twice. */
  async write(request: WriteBackupRequest): Promise<Result<BackupInfo, HostError>> {
    const newest = await this.#findSame(request);
    if (newest !== null) return ok(newest);
    const info: BackupInfo = {
      backupId: randomUUID(),
      planId: request.planId,
      title: request.title,
      reason: request.reason,
      createdAt: this.#now().toISOString(),
      sizeBytes: request.bytes.byteLength,
    };
    try {
      await replaceAtomically(this.#bytesPath(info.backupId), request.bytes, { fs: this.#fs });
      const description = new TextEncoder().encode(JSON.stringify(info));
      await replaceAtomically(this.#infoPath(info.backupId), description, { fs: this.#fs });
      await this.#rotate(request.planId, request.keepBackupId ?? null);
      return ok(info);
    } catch (error) {
      return err(toHostError(error, this.#bytesPath(info.backupId)));
    }
  }

  /** Newest first. Descriptions that cannot be read are passed over. */
  async list(planId: string | null): Promise<BackupInfo[]> {
    const infos: BackupInfo[] = [];
    for (const name of await this.#fs.readdir(this.#folder).catch(() => [])) {
      if (name.startsWith(".") || !name.endsWith(".json")) continue;
      const info = await this.#readInfo(name.slice(0, -".json".length));
      if (info !== null && (planId === null || info.planId === planId)) infos.push(info);
    }
    return infos.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  async read(backupId: string): Promise<Result<{ info: BackupInfo; bytes: Uint8Array }, HostError>> {
    const info = await this.#readInfo(backupId);
    if (info === null) return err({ type: "unknown-id" });
    try {
      return ok({ info, bytes: new Uint8Array(await this.#fs.readFile(this.#bytesPath(backupId))) });
    } catch (error) {
      return err(
        errorCode(error) === "ENOENT"
          ? { type: "unknown-id" }
          : toHostError(error, this.#bytesPath(backupId)),
      );
    }
  }

  async #findSame({ planId, bytes }: WriteBackupRequest): Promise<BackupInfo | null> {
    const [newest] = await this.list(planId);
    if (newest === undefined || newest.sizeBytes !== bytes.byteLength) return null;
    const read = await this.read(newest.backupId);
    return read.ok && Buffer.compare(read.value.bytes, bytes) === 0 ? newest : null;
  }

  async #rotate(planId: string, keptId: string | null): Promise<void> {
    const today = localDayOf(this.#now().toISOString());
    for (const backupId of chooseBackupsToDelete(await this.list(planId), today, localDayOf, keptId))
      await this.#delete(backupId);
    await this.#deleteUndescribed();
  }

  /** What cannot be deleted now (somebody holds it) is deleted another time; the new backup counts all the same. */
  async #delete(backupId: string): Promise<void> {
    try {
      await this.#fs.rm(this.#infoPath(backupId), { force: true });
      await this.#fs.rm(this.#bytesPath(backupId), { force: true });
    } catch {
      return;
    }
  }

  /** Plans without a description: a crash came before it was written, or only the description could be deleted. */
  async #deleteUndescribed(): Promise<void> {
    const names = await this.#fs.readdir(this.#folder).catch(() => []);
    const known = new Set(names);
    for (const name of names) {
      const backupId = /^([^.].*)\.civplan$/.exec(name)?.[1];
      if (backupId === undefined || known.has(`${backupId}.json`)) continue;
      const stat = await this.#fs.stat(this.#bytesPath(backupId)).catch(() => null);
      if (stat !== null && this.#now().getTime() - stat.mtimeMs > UNDESCRIBED_AGE_MS)
        await this.#delete(backupId);
    }
  }

  async #readInfo(backupId: string): Promise<BackupInfo | null> {
    try {
      const text = new TextDecoder().decode(await this.#fs.readFile(this.#infoPath(backupId)));
      const parsed = backupInfoSchema.safeParse(JSON.parse(text));
      return parsed.success && parsed.data.backupId === backupId ? parsed.data : null;
    } catch {
      return null;
    }
  }

  #bytesPath(backupId: string): string {
    return join(this.#folder, `${backupId}.civplan`);
  }

  #infoPath(backupId: string): string {
    return join(this.#folder, `${backupId}.json`);
  }
}
