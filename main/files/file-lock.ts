import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import {
  err,
  type HostError,
  type LockHolder,
  lockHolderSchema,
  ok,
  type Result,
} from "../../preload/contract";
import { replaceAtomically } from "./atomic-save";
import { errorCode, toHostError } from "./file-errors";
import { type FileSystem, nodeFileSystem } from "./file-system";

const storedLockSchema = lockHolderSchema.extend({ token: z.string() });
type StoredLock = z.infer<typeof storedLockSchema>;

export interface FileLocksOptions {
  computer: string;
  processId: number;
  now: () => Date;
  /** Whether a process of this computer is running. */
  isRunning: (processId: number) => boolean;
  fs?: FileSystem;
}

/** Sidecar of a plan that is being edited: `.plan.civplan.lock` beside `plan.civplan`. */
export const lockPathOf = (path: string): string => join(dirname(path), `.${basename(path)}.lock`);

/**
 * Locks as files beside the plan, so that they are seen across a shared
 * folder. Advisory: they offer "open read-only" or "take over"; what protects
 * the content is the stale-write guard.
 */
export class FileLocks {
  readonly #options: FileLocksOptions;
  readonly #fs: FileSystem;
  /** Plan path -> token of the lock this process wrote. */
  readonly #held = new Map<string, string>();

  constructor(options: FileLocksOptions) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
  }

  async lock(path: string, takeOver: boolean): Promise<Result<Record<string, never>, HostError>> {
    const { computer, processId, now } = this.#options;
    const lock: StoredLock = { computer, processId, since: now().toISOString(), token: randomUUID() };
    const bytes = new TextEncoder().encode(JSON.stringify(lock));
    try {
      if (!(await this.#create(lockPathOf(path), bytes))) {
        const existing = await this.#read(path);
        if (existing !== null && !takeOver && this.#isHeldByOther(path, existing)) {
          const { token: _token, ...holder } = existing;
          return err({ type: "locked", holder });
        }
        await replaceAtomically(lockPathOf(path), bytes, { fs: this.#fs });
      }
      this.#held.set(path, lock.token);
      return ok({});
    } catch (error) {
      return err(toHostError(error, path));
    }
  }

  /** Removes our lock; one that somebody took over stays theirs. */
  async unlock(path: string): Promise<void> {
    const token = this.#held.get(path);
    this.#held.delete(path);
    if (token === undefined) return;
    const existing = await this.#read(path).catch(() => null);
    if (existing?.token === token) await this.#fs.rm(lockPathOf(path), { force: true });
  }

  async unlockAll(): Promise<void> {
    for (const path of [...this.#held.keys()]) await this.unlock(path);
  }

  /** A lock left by a process of this computer that is gone counts as none. */
  #isHeldByOther(path: string, lock: StoredLock & LockHolder): boolean {
    if (this.#held.get(path) === lock.token) return false;
    if (lock.computer !== this.#options.computer) return true;
    return lock.processId !== this.#options.processId && this.#options.isRunning(lock.processId);
  }

  /** Creates the lock file; false when there is one. */
  async #create(lockPath: string, bytes: Uint8Array): Promise<boolean> {
    try {
      const handle = await this.#fs.open(lockPath, "wx");
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
      return true;
    } catch (error) {
      if (errorCode(error) === "EEXIST") return false;
      throw error;
    }
  }

  /** What the lock file says; null when it is gone or unreadable (then it may be replaced). */
  async #read(path: string): Promise<StoredLock | null> {
    try {
      const text = new TextDecoder().decode(await this.#fs.readFile(lockPathOf(path)));
      const parsed = storedLockSchema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }
}

/** Whether a process of this computer is running: one we may not signal is. */
export function isProcessRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
