import * as nodeFs from "node:fs/promises";

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

export const nodeFileSystem: FileSystem = nodeFs;

/** Waits; injected so that tests of retries do not. */
export type Sleep = (durationMs: number) => Promise<void>;

export const sleep: Sleep = (durationMs) => new Promise((done) => setTimeout(done, durationMs));
