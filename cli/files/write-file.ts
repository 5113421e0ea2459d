import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CliFailure } from "../failures/cli-failure";
import { type FileCalls, fileCalls } from "./file-calls";
import { describeFolder, errorCode, failOnFile } from "./file-errors";
import { holdSignals } from "./hold-signals";
import { type FileStamp, isSameStamp, stampOf } from "./read-file";

export interface WriteOptions {
  readonly calls?: FileCalls;
  readonly platform?: NodeJS.Platform;
}

/**
 * Writes a new file, as a whole or not at all; a file that is there already is
 * only replaced if `mayReplace`. Throws a CliFailure that says why it could not.
 */
export async function createFile(
  path: string,
  bytes: Uint8Array,
  mayReplace: boolean,
  options: WriteOptions = {},
): Promise<void> {
  const { calls = fileCalls } = options;
  await attempt(path, () => {
    const target = followLink(path, calls);
    if (calls.exists(target) && calls.stat(target).isDirectory())
      throw new CliFailure(3, describeFolder(path));
    if (!mayReplace && calls.exists(target)) throw alreadyExists(path);
    writeThen(target, bytes, options, (temporary) => {
      if (mayReplace) calls.rename(temporary, target);
      else placeWhereNothingIs(temporary, target, calls);
    });
  });
}

/**
 * Replaces a file's content as a whole or not at all, unless it is no longer
 * what was read: then nothing is written. Throws a CliFailure that says why it
 * could not.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  expected: FileStamp,
  options: WriteOptions = {},
): Promise<void> {
  const { calls = fileCalls } = options;
  await attempt(path, () => {
    const target = followLink(path, calls);
    writeThen(target, bytes, options, (temporary) => {
      if (!isSameStamp(stampOf(calls.readFile(target)), expected)) throw changedUnderneath(path);
      calls.rename(temporary, target);
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
function writeThen(
  target: string,
  bytes: Uint8Array,
  { calls = fileCalls, platform = process.platform }: WriteOptions,
  place: (temporary: string) => void,
): void {
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeDurably(temporary, bytes, modeOf(target, calls), calls);
    place(temporary);
  } catch (error) {
    removeIfPossible(temporary, calls);
    throw error;
  }
  removeIfPossible(temporary, calls);
  if (platform !== "win32") syncFolder(folder, calls);
}

/** What was written counts, and what went wrong is said, even where a scanner holds the temporary file. */
function removeIfPossible(temporary: string, calls: FileCalls): void {
  try {
    calls.rm(temporary, { force: true });
  } catch {
    return;
  }
}

function writeDurably(path: string, bytes: Uint8Array, mode: number | null, calls: FileCalls): void {
  const descriptor = calls.open(
    path,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
    mode ?? 0o666,
  );
  try {
    calls.write(descriptor, bytes);
    // `open` narrows the mode by the umask; a replaced file keeps its own.
    if (mode !== null) calls.chmod(path, mode);
    calls.fsync(descriptor);
  } finally {
    calls.close(descriptor);
  }
}

/** A second name for the file fails where there is one already, even if it came this moment. */
function placeWhereNothingIs(temporary: string, target: string, calls: FileCalls): void {
  try {
    calls.link(temporary, target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw alreadyExists(target);
    // Some file systems know no second names; the look before is all there is then.
    if (calls.exists(target)) throw alreadyExists(target);
    calls.rename(temporary, target);
  }
}

/** Makes a rename itself survive a power cut. Windows has no such call, and some network folders refuse it. */
function syncFolder(folder: string, calls: FileCalls): void {
  const descriptor = calls.open(folder, "r");
  try {
    calls.fsync(descriptor);
  } catch (error) {
    if (!["EINVAL", "ENOTSUP", "EBADF", "ENOSYS"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    calls.close(descriptor);
  }
}

/** Writing through a symbolic link replaces what it points to, not the link. */
function followLink(path: string, calls: FileCalls): string {
  try {
    return calls.realpath(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return path;
    throw error;
  }
}

const modeOf = (path: string, calls: FileCalls): number | null =>
  calls.exists(path) ? calls.stat(path).mode & 0o777 : null;

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
