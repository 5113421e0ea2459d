import { dirname } from "node:path";
import { type FileSystem, makePatient, nodeFileSystem } from "../../../main/files/file-system";
import { systemError } from "./temporary-folder";

/**
 * Files that behave as on Windows: nobody renames, replaces or deletes a file
 * that is open, and while a virus scanner looks at it nobody opens or reads it
 * either. Waiting takes no time; a scanner lets go after a number of waits.
 */
export class WindowsFileSystem {
  /** What the stores are given: with the product's own patience. */
  readonly fs: FileSystem;
  readonly waitsMs: number[] = [];
  /** How often each file is open, by us or by another program. */
  readonly #open = new Map<string, number>();
  readonly #scanned = new Map<string, number>();

  constructor() {
    this.fs = makePatient(this.#makeFiles(), async (durationMs) => {
      this.waitsMs.push(durationMs);
      for (const [path, waits] of this.#scanned)
        if (waits <= 1) this.#scanned.delete(path);
        else this.#scanned.set(path, waits - 1);
    });
  }

  /** A scanner holds a file for so many waits; or every file in a folder. */
  scan(path: string, waits: number): void {
    this.#scanned.set(path, waits);
  }

  /** Another program opens a file; what comes back closes it. */
  openElsewhere(path: string): () => void {
    this.#count(path, 1);
    return () => this.#count(path, -1);
  }

  /** Files that are open now. */
  get openFiles(): readonly string[] {
    return [...this.#open].filter(([, times]) => times > 0).map(([path]) => path);
  }

  #makeFiles(): FileSystem {
    const readFile = async (...args: Parameters<FileSystem["readFile"]>) => {
      this.#refuseScanned(String(args[0]));
      return nodeFileSystem.readFile(...args);
    };
    return {
      ...nodeFileSystem,
      readFile: readFile as FileSystem["readFile"],
      open: async (path, flags, mode) => {
        this.#refuseScanned(String(path));
        const handle = await nodeFileSystem.open(path, flags, mode);
        this.#count(String(path), 1);
        const close = handle.close.bind(handle);
        let isClosed = false;
        handle.close = async () => {
          if (!isClosed) this.#count(String(path), -1);
          isClosed = true;
          await close();
        };
        return handle;
      },
      rename: async (from, to) => {
        for (const path of [String(from), String(to)]) {
          if (this.#isOpen(path)) throw systemError("EPERM");
          if (this.#isScanned(path)) throw systemError("EACCES");
        }
        await nodeFileSystem.rename(from, to);
      },
      rm: async (path, options) => {
        if (this.#isOpen(String(path))) throw systemError("EBUSY");
        this.#refuseScanned(String(path));
        await nodeFileSystem.rm(path, options);
      },
    };
  }

  #refuseScanned(path: string): void {
    if (this.#isScanned(path)) throw systemError("EBUSY");
  }

  #isScanned = (path: string) => this.#scanned.has(path) || this.#scanned.has(dirname(path));
  #isOpen = (path: string) => (this.#open.get(path) ?? 0) > 0;
  #count = (path: string, by: number) => this.#open.set(path, (this.#open.get(path) ?? 0) + by);
}
