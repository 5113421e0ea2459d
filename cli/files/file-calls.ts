import {
  chmodSync,
  closeSync,
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
import { errorCode } from "./file-errors";

/** The part of `node:fs` that plans are read and written with, so that tests can make each step fail. */
export interface FileCalls {
  readonly chmod: (path: string, mode: number) => void;
  readonly close: (descriptor: number) => void;
  readonly exists: (path: string) => boolean;
  readonly fsync: (descriptor: number) => void;
  readonly link: (from: string, to: string) => void;
  readonly open: (path: string, flags: string | number, mode?: number) => number;
  readonly readFile: (path: string) => Uint8Array;
  readonly realpath: (path: string) => string;
  readonly rename: (from: string, to: string) => void;
  readonly rm: (path: string, options: { readonly force: boolean }) => void;
  readonly stat: (path: string) => { readonly mode: number; readonly isDirectory: () => boolean };
  readonly write: (descriptor: number, bytes: Uint8Array) => void;
}

/** As the system does them, at the first try. */
export const systemCalls: FileCalls = {
  chmod: chmodSync,
  close: closeSync,
  exists: existsSync,
  fsync: fsyncSync,
  link: linkSync,
  open: openSync,
  readFile: (path) => readFileSync(path),
  realpath: (path) => realpathSync(path),
  rename: renameSync,
  rm: rmSync,
  stat: (path) => statSync(path),
  write: writeFileSync,
};

/** How Windows says that somebody else (a virus scanner, an indexer, a viewer) holds a file; or that we may not. */
const HELD_CODES = new Set(["EPERM", "EACCES", "EBUSY"]);
/** Before a rename is given up, about 5 s in 10 tries: it is the last step of writing. */
const RENAME_DELAYS_MS = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];
/** Before anything else is given up, .6 s in 7 tries: who may not read a file is told so soon. */
const OTHER_DELAYS_MS = [10, 20, 40, 80, 160, 320];

const waitInPlace = (durationMs: number) =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);

/**
 * Calls that try again, waiting longer each time, what Windows refuses while
 * somebody else holds the file: opening, reading, renaming and deleting. Other
 * failures, and the last refusal, are thrown as they come. The shell has the
 * same patience (main/files/file-system), but neither may import the other.
 */
export function makePatient(calls: FileCalls, wait: (durationMs: number) => void = waitInPlace): FileCalls {
  const retry = <T>(attempt: () => T, delaysMs: readonly number[]): T => {
    for (const delayMs of delaysMs) {
      try {
        return attempt();
      } catch (error) {
        if (!HELD_CODES.has(errorCode(error) ?? "")) throw error;
        wait(delayMs);
      }
    }
    return attempt();
  };
  return {
    ...calls,
    open: (...args) => retry(() => calls.open(...args), OTHER_DELAYS_MS),
    readFile: (path) => retry(() => calls.readFile(path), OTHER_DELAYS_MS),
    rename: (from, to) => retry(() => calls.rename(from, to), RENAME_DELAYS_MS),
    rm: (path, options) => retry(() => calls.rm(path, options), OTHER_DELAYS_MS),
  };
}

export const fileCalls: FileCalls = process.platform === "win32" ? makePatient(systemCalls) : systemCalls;
