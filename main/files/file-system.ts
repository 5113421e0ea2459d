import * as nodeFs from "node:fs/promises";
import { errorCode } from "./file-errors";

/** The part of `node:fs/promises` that files are written with, so that tests can make each step fail. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "access"
  | "chmod"
  | "lstat"
  | "mkdir"
  | "open"
  | "readFile"
  | "readdir"
  | "realpath"
  | "rename"
  | "rm"
  | "stat"
>;

/** Waits; injected so that tests of retries do not. */
export type Sleep = (durationMs: number) => Promise<void>;

const sleep: Sleep = (durationMs) => new Promise((done) => setTimeout(done, durationMs));

/** How Windows says that somebody else (a virus scanner, an indexer, a viewer) holds a file; or that we may not. */
const HELD_CODES = new Set(["EPERM", "EACCES", "EBUSY"]);
/** Before a rename is given up, about 5 s in 10 tries: it is the last step of a save. */
const RENAME_DELAYS_MS = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];
/** Before anything else is given up, .6 s in 7 tries: who may not read a file is told so soon. */
const OTHER_DELAYS_MS = [10, 20, 40, 80, 160, 320];

/**
 * A file system that tries again, waiting longer each time, what Windows refuses
 * while somebody else holds the file: opening, reading, renaming and deleting.
 * Other failures, and the last refusal, are thrown as they come.
 */
export function makePatient(fs: FileSystem, wait: Sleep = sleep): FileSystem {
  const retry = async <T>(attempt: () => Promise<T>, delaysMs: readonly number[]): Promise<T> => {
    for (const delayMs of delaysMs) {
      try {
        return await attempt();
      } catch (error) {
        if (!HELD_CODES.has(errorCode(error) ?? "")) throw error;
        await wait(delayMs);
      }
    }
    return attempt();
  };
  const readFile = (...args: Parameters<FileSystem["readFile"]>) =>
    retry(() => fs.readFile(...args), OTHER_DELAYS_MS);
  return {
    ...fs,
    open: (...args) => retry(() => fs.open(...args), OTHER_DELAYS_MS),
    readFile: readFile as FileSystem["readFile"],
    rename: (...args) => retry(() => fs.rename(...args), RENAME_DELAYS_MS),
    rm: (...args) => retry(() => fs.rm(...args), OTHER_DELAYS_MS),
  };
}

export const nodeFileSystem: FileSystem = process.platform === "win32" ? makePatient(nodeFs) : nodeFs;
