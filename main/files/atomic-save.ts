import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { basename, dirname, join } from "node:path";
import { err, type FileStamp, type HostError, ok, type Result } from "../../preload/contract";
import { errorCode, toHostError } from "./file-errors";
import { isSameStamp, readStamp, stampOf } from "./file-stamp";
import { type FileSystem, nodeFileSystem } from "./file-system";

export interface AtomicSaveOptions {
  fs?: FileSystem;
  platform?: NodeJS.Platform;
}

/**
 * Replaces a file's content as a whole or not at all: temporary file in the
 * same folder, write, fsync, close, compare what is on disk with `expected`
 * once more, rename, fsync the folder. A crash at any point leaves either the
 * old or the new content under the name.
 *
 * @param expected what must be on disk; null when no file may be there yet
 * @returns the stamp of the written content, `changed-underneath`, or what the system said
 */
export async function saveAtomically(
  path: string,
  bytes: Uint8Array,
  expected: FileStamp | null,
  options: AtomicSaveOptions = {},
): Promise<Result<FileStamp, HostError>> {
  const fs = options.fs ?? nodeFileSystem;
  try {
    const target = await followLink(fs, path);
    const early = await readStamp(fs, target);
    if (!isSameStamp(early, expected)) return err({ type: "changed-underneath", current: early });

    const temporary = join(dirname(target), temporaryName(basename(target)));
    try {
      await writeDurably(fs, temporary, bytes, await modeOf(fs, target));
      const current = await readStamp(fs, target);
      if (!isSameStamp(current, expected)) {
        await fs.rm(temporary, { force: true });
        return err({ type: "changed-underneath", current });
      }
      await fs.rename(temporary, target);
    } catch (error) {
      await fs.rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(fs, dirname(target), options.platform ?? process.platform);
    await removeLeftovers(fs, target);
    return ok(stampOf(bytes));
  } catch (error) {
    return err(toHostError(error, path));
  }
}

/** Replaces a file that belongs to the app alone (settings, lists), whatever was there. */
export async function replaceAtomically(
  path: string,
  bytes: Uint8Array,
  options: AtomicSaveOptions = {},
): Promise<void> {
  const fs = options.fs ?? nodeFileSystem;
  await fs.mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    await writeDurably(fs, temporary, bytes, 0o600);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, dirname(path), options.platform ?? process.platform);
}

const temporaryName = (name: string) => `.${name}.${randomBytes(6).toString("hex")}.tmp`;

/** Whether a file is one that a write which was cut off left behind, or that is being written. */
export const isTemporaryName = (name: string): boolean => /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);

/** Older than any write takes, also that of another computer in a shared folder. */
const LEFTOVER_AGE_MS = 3_600_000;

/** Takes away what crashes left beside a plan. Never in the way of the save itself. */
async function removeLeftovers(fs: FileSystem, target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await fs.readdir(folder).catch(() => [])) {
    if (!isTemporaryName(name) || !name.startsWith(`.${basename(target)}.`)) continue;
    const path = join(folder, name);
    const stat = await fs.stat(path).catch(() => null);
    if (stat !== null && Date.now() - stat.mtimeMs > LEFTOVER_AGE_MS)
      await fs.rm(path, { force: true }).catch(() => undefined);
  }
}

/** Saving through a symbolic link replaces what it points to, not the link. */
async function followLink(fs: FileSystem, path: string): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return path;
    throw error;
  }
}

async function modeOf(fs: FileSystem, path: string): Promise<number | null> {
  try {
    return (await fs.stat(path)).mode & 0o777;
  } catch {
    return null;
  }
}

async function writeDurably(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number | null,
): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await fs.open(path, flags, mode ?? 0o666);
  try {
    await handle.writeFile(bytes);
    // `open` narrows the mode by the umask; a replaced file keeps its own.
    if (mode !== null) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename itself survive a power cut. Windows has no such call, and some network folders refuse it. */
async function syncFolder(fs: FileSystem, folder: string, platform: NodeJS.Platform): Promise<void> {
  if (platform === "win32") return;
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "ENOSYS"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    await handle.close();
  }
}
