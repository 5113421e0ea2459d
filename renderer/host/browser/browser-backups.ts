import { err, ok } from "../../../core/result";
import { chooseBackupsToDelete, localDayOf } from "../backup-rotation";
import type { BackupInfo, HostResult, WriteBackupRequest } from "../host";
import { backupInfoSchema } from "../host-values";
import { toHostError } from "./browser-errors";
import { listNames, readPrivateFile, removeEntry, writePrivateFile } from "./opfs";

/** Backups in the page's private file system, laid out and rotated as the desktop's. */
export class BrowserBackups {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  async write(request: WriteBackupRequest): Promise<HostResult<BackupInfo>> {
    const now = new Date().toISOString();
    const info: BackupInfo = {
      backupId: crypto.randomUUID(),
      planId: request.planId,
      title: request.title,
      reason: request.reason,
      createdAt: now,
      sizeBytes: request.bytes.byteLength,
    };
    try {
      const same = await this.#findSame(request);
      if (same !== null) return ok(same);
      await writePrivateFile(this.#folder, `${info.backupId}.civplan`, request.bytes);
      const description = new TextEncoder().encode(JSON.stringify(info));
      await writePrivateFile(this.#folder, `${info.backupId}.json`, description);
      const backups = await this.#listAll(request.planId);
      for (const backupId of chooseBackupsToDelete(
        backups,
        localDayOf(now),
        localDayOf,
        request.keepBackupId ?? null,
      )) {
        await removeEntry(this.#folder, `${backupId}.json`);
        await removeEntry(this.#folder, `${backupId}.civplan`);
      }
      return ok(info);
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async list(planId: string | null): Promise<HostResult<BackupInfo[]>> {
    try {
      return ok(await this.#listAll(planId));
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async read(backupId: string): Promise<HostResult<{ info: BackupInfo; bytes: Uint8Array }>> {
    try {
      const info = await this.#readInfo(backupId);
      const bytes = await readPrivateFile(this.#folder, `${backupId}.civplan`);
      return info === null || bytes === null ? err({ type: "unknown-id" }) : ok({ info, bytes });
    } catch (error) {
      return err(toHostError(error));
    }
  }

  /** The newest backup of the plan, when it is the same byte for byte. */
  async #findSame({ planId, bytes }: WriteBackupRequest): Promise<BackupInfo | null> {
    const [newest] = await this.#listAll(planId);
    if (newest === undefined || newest.sizeBytes !== bytes.byteLength) return null;
    const kept = await readPrivateFile(this.#folder, `${newest.backupId}.civplan`);
    return kept?.every((byte, index) => byte === bytes[index]) === true ? newest : null;
  }

  async #listAll(planId: string | null): Promise<BackupInfo[]> {
    const infos: BackupInfo[] = [];
    for (const name of await listNames(this.#folder)) {
      if (!name.endsWith(".json")) continue;
      const info = await this.#readInfo(name.slice(0, -".json".length));
      if (info !== null && (planId === null || info.planId === planId)) infos.push(info);
    }
    return infos.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  }

  async #readInfo(backupId: string): Promise<BackupInfo | null> {
    const bytes = await readPrivateFile(this.#folder, `${backupId}.json`);
    if (bytes === null) return null;
    try {
      const parsed = backupInfoSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }
}
