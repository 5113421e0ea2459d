import { randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  err,
  type HostError,
  type JournalContent,
  type JournalHeader,
  type JournalSummary,
  journalHeaderSchema,
  ok,
  type Result,
} from "../../preload/contract";
import { isTemporaryName, replaceAtomically } from "./atomic-save";
import { errorCode, toHostError } from "./file-errors";
import type { FileRegistry } from "./file-registry";
import { type FileSystem, nodeFileSystem } from "./file-system";
import { decodeFrames, encodeFrame } from "./journal-frames";

/** The header as kept: the page's part, and the path its file id stood for. */
const storedHeaderSchema = z.object({ header: journalHeaderSchema, path: z.string().nullable() });

interface LivingJournal {
  handle: FileHandle;
  /** Length up to the last batch that was written whole. */
  goodBytes: number;
  /** Appends run one after the other, in the order of the calls. */
  lastStep: Promise<unknown>;
}

export interface JournalStoreOptions {
  folder: string;
  registry: FileRegistry;
  fs?: FileSystem;
}

/**
 * Journals of unsaved work: one append-only file for each editing session,
 * header first, then batches, each with length and checksum and fsynced before
 * the append answers. A journal is *living* from `open` until `clear` or
 * `releaseAll`; what a crash leaves behind is what `list` shows.
 */
export class JournalStore {
  readonly #folder: string;
  readonly #registry: FileRegistry;
  readonly #fs: FileSystem;
  readonly #living = new Map<string, LivingJournal>();

  constructor(options: JournalStoreOptions) {
    this.#folder = options.folder;
    this.#registry = options.registry;
    this.#fs = options.fs ?? nodeFileSystem;
  }

  async open(header: JournalHeader): Promise<Result<{ journalId: string }, HostError>> {
    const journalId = randomUUID();
    try {
      const goodBytes = await this.#writeHeader(journalId, header);
      const handle = await this.#fs.open(this.#pathOf(journalId), "a");
      this.#living.set(journalId, { handle, goodBytes, lastStep: Promise.resolve() });
      return ok({ journalId });
    } catch (error) {
      return err(toHostError(error, this.#pathOf(journalId)));
    }
  }

  append(journalId: string, batch: Uint8Array): Promise<Result<Record<string, never>, HostError>> {
    return this.#inOrder(journalId, async (journal) => {
      const frame = encodeFrame(batch);
      try {
        await journal.handle.appendFile(frame);
        await journal.handle.datasync();
        journal.goodBytes += frame.byteLength;
      } catch (error) {
        // Half a batch (a full disk) would hide every later one from reading.
        await journal.handle.truncate(journal.goodBytes).catch(() => undefined);
        throw error;
      }
    });
  }

  /** Forgets all batches and writes a new header, by replacing the file as a whole. */
  rebase(journalId: string, header: JournalHeader): Promise<Result<Record<string, never>, HostError>> {
    return this.#inOrder(journalId, async (journal) => {
      // Windows does not replace a file that is open.
      await journal.handle.close();
      try {
        journal.goodBytes = await this.#writeHeader(journalId, header);
      } finally {
        journal.handle = await this.#fs.open(this.#pathOf(journalId), "a");
      }
    });
  }

  /** Deletes a journal, living or left behind. */
  async clear(journalId: string): Promise<Result<Record<string, never>, HostError>> {
    const path = this.#pathOf(journalId);
    try {
      const living = this.#living.get(journalId);
      this.#living.delete(journalId);
      await living?.lastStep.catch(() => undefined);
      await living?.handle.close();
      await this.#fs.rm(path);
      return ok({});
    } catch (error) {
      return err(errorCode(error) === "ENOENT" ? { type: "unknown-id" } : toHostError(error, path));
    }
  }

  /** Journals that no session holds, newest first. Those without any batch hold no work and are deleted. */
  async list(): Promise<JournalSummary[]> {
    const summaries: JournalSummary[] = [];
    for (const name of await this.#fs.readdir(this.#folder).catch(() => [])) {
      // Half a header that a crash left; while no journal is living, nobody is writing one.
      if (isTemporaryName(name) && this.#living.size === 0)
        await this.#fs.rm(join(this.#folder, name), { force: true });
      const journalId = /^([A-Za-z0-9_-]{8,64})\.journal$/.exec(name)?.[1];
      if (journalId === undefined || this.#living.has(journalId)) continue;
      const content = await this.read(journalId);
      if (!content.ok) continue;
      if (content.value.batches.length === 0) {
        await this.#fs.rm(this.#pathOf(journalId), { force: true });
        continue;
      }
      const { mtime } = await this.#fs.stat(this.#pathOf(journalId));
      summaries.push({
        journalId,
        header: content.value.header,
        updatedAt: mtime.toISOString(),
        batchCount: content.value.batches.length,
      });
    }
    return summaries.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  }

  /** The header and all batches up to the last good one. A file whose header is damaged cannot be used. */
  async read(journalId: string): Promise<Result<JournalContent, HostError>> {
    const path = this.#pathOf(journalId);
    try {
      const { payloads, tornTail } = decodeFrames(await this.#fs.readFile(path));
      const [first, ...batches] = payloads;
      if (first === undefined) return err({ type: "failed", detail: "the journal has no header" });
      const stored = storedHeaderSchema.parse(JSON.parse(new TextDecoder().decode(first)));
      const { header } = stored;
      if (header.file !== null && stored.path !== null) {
        this.#registry.restore(header.file.fileId, stored.path);
      }
      return ok({ header, batches, tornTail });
    } catch (error) {
      return err(errorCode(error) === "ENOENT" ? { type: "unknown-id" } : toHostError(error, path));
    }
  }

  /** The page is gone (closed, reloaded, crashed): its journals become left-behind ones. */
  async releaseAll(): Promise<void> {
    const living = [...this.#living.values()];
    this.#living.clear();
    for (const journal of living) {
      await journal.lastStep.catch(() => undefined);
      await journal.handle.close().catch(() => undefined);
    }
  }

  #pathOf(journalId: string): string {
    return join(this.#folder, `${journalId}.journal`);
  }

  /** Replaces the journal by one that holds only this header; answers its length in bytes. */
  async #writeHeader(journalId: string, header: JournalHeader): Promise<number> {
    const path = header.file === null ? null : (this.#registry.pathOf(header.file.fileId) ?? null);
    const stored = storedHeaderSchema.parse({ header, path });
    const frame = encodeFrame(new TextEncoder().encode(JSON.stringify(stored)));
    await replaceAtomically(this.#pathOf(journalId), frame, { fs: this.#fs });
    return frame.byteLength;
  }

  async #inOrder(
    journalId: string,
    step: (journal: LivingJournal) => Promise<void>,
  ): Promise<Result<Record<string, never>, HostError>> {
    const journal = this.#living.get(journalId);
    if (journal === undefined) return err({ type: "unknown-id" });
    const run = journal.lastStep.then(() => step(journal));
    journal.lastStep = run.catch(() => undefined);
    try {
      await run;
      return ok({});
    } catch (error) {
      return err(toHostError(error, this.#pathOf(journalId)));
    }
  }
}
