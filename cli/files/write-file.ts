import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CliFailure } from "../failures/cli-failure";
import { describeFolder, errorCode, failOnFile } from "./file-errors";
import { holdSignals } from "./hold-signals";
import { type FileStamp, isSameStamp, stampOf } from "./read-file";

/** How long Windows is given to let go of a file that a scanner or indexer holds, about 5 s together. */
const RENAME_RETRY_DELAYS_MS = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];
const RETRIED_CODES = new Set(["EPERM", "EACCES", "EBUSY"]);

/**
 * Writes a new file, as a whole or not at all; a file that is there already is
 * only replaced if `mayReplace`. Throws a CliFailure that says why it could not.
 */
export async function createFile(path: string, bytes: Uint8Array, mayReplace: boolean): Promise<void> {
  await attempt(path, () => {
    const target = followLink(path);
    if (existsSync(target) && statSync(target).isDirectory()) throw new CliFailure(3, describeFolder(path));
    if (!mayReplace && existsSync(target)) throw alreadyExists(path);
    const place = mayReplace ? renameWithRetry : placeWhereNothingIs;
    writeThen(target, bytes, (temporary) => place(temporary, target));
  });
}

/**
 * Replaces a file's content as a whole or not at all, unless it is no longer
 * what was read: then nothing is written. Throws a CliFailure that says why it
 * could not.
 */
export async function replaceFile(path: string, bytes: Uint8Array, expected: FileStamp): Promise<void> {
  await attempt(path, () => {
    const target = followLink(path);
    writeThen(target, bytes, (temporary) => {
      if (!isSameStamp(stampOf(readFileSync(target)), expected)) throw changedUnderneath(path);
      renameWithRetry(temporary, target);
    });
  });
}

/** Ctrl-C waits until the short stretch of writing is over, so that no temporary file is left behind. */
async function attempt(path: string, write: () => void): Promise<void> {
  await holdSignals(() => {
    try {
      write();
    } catch (error) {
      throw error instanceof CliFailure ? error : failOnFile(error, path, "write");
    }
  });
}

/** Temporary file in the same folder, write, fsync, close, `place` it, fsync the folder. */
function writeThen(target: string, bytes: Uint8Array, place: (temporary: string) => void): void {
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeDurably(temporary, bytes, modeOf(target));
    place(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(folder);
}

function writeDurably(path: string, bytes: Uint8Array, mode: number | null): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode ?? 0o666);
  try {
    writeFileSync(descriptor, bytes);
    // `open` narrows the mode by the umask; a replaced file keeps its own.
    if (mode !== null) chmodSync(path, mode);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function renameWithRetry(from: string, to: string): void {
  for (const delayMs of process.platform === "win32" ? RENAME_RETRY_DELAYS_MS : []) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!RETRIED_CODES.has(errorCode(error) ?? "")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
    }
  }
  renameSync(from, to);
}

/** A second name for the file fails where there is one already, even if it came this moment. */
function placeWhereNothingIs(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw alreadyExists(target);
    // Some file systems know no second names; the look before is all there is then.
    if (existsSync(target)) throw alreadyExists(target);
    renameWithRetry(temporary, target);
  }
}

/** Makes a rename itself survive a power cut. Windows has no such call, and some network folders refuse it. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "ENOSYS"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Writing through a symbolic link replaces what it points to, not the link. */
function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return path;
    throw error;
  }
}

const modeOf = (path: string): number | null => (existsSync(path) ? statSync(path).mode & 0o777 : null);

const alreadyExists = (path: string) =>
  new CliFailure(2, {
    type: "file-exists",
    message: `${path} exists already and was not touched. Choose another name, or replace it with --force.`,
  });

const changedUnderneath = (path: string) =>
  new CliFailure(3, {
    type: "changed-underneath",
    message: `${path} was changed by another program meanwhile and was not overwritten. Run the command again.`,
  });
