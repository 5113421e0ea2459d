import { z } from "zod";
import { err, ok } from "../../../core/result";
import type { HostResult, JournalContent, JournalHeader, JournalSummary, Nothing } from "../host";
import { journalHeaderSchema } from "../host-values";
import { toHostError } from "./browser-errors";
import { sha256 } from "./content-stamp";
import { HeldLocks, queryHeldLocks } from "./held-locks";
import { listNames, readPrivateFile, removeEntry, writePrivateFile } from "./opfs";

/** Batches belong to the header's generation; a rebase starts the next one by writing a single file. */
const storedHeaderSchema = z.object({
  header: journalHeaderSchema,
  generation: z.number().int(),
});
type StoredHeader = z.infer<typeof storedHeaderSchema>;

interface LivingJournal {
  folder: FileSystemDirectoryHandle;
  generation: number;
  batchCount: number;
  lastStep: Promise<unknown>;
}

const HEADER_FILE = "header.json";
const DIGEST_BYTES = 32;
const lockNameOf = (journalId: string) => `civplan-journal:${journalId}`;
const batchFileOf = (generation: number, index: number) =>
  `${String(generation).padStart(6, "0")}-${String(index).padStart(9, "0")}.batch`;

/**
 * Journals in the page's private file system: a folder each, a file for each
 * batch (SHA-256, then the bytes). A journal is living while some tab holds
 * its Web Lock; the browser drops that lock when the tab dies.
 */
export class BrowserJournals {
  readonly #root: FileSystemDirectoryHandle;
  readonly #locks = new HeldLocks();
  readonly #living = new Map<string, LivingJournal>();

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async open(header: JournalHeader): Promise<HostResult<{ journalId: string }>> {
    const journalId = crypto.randomUUID();
    try {
      // The lock comes first: an unlocked journal looks left behind to other tabs.
      await this.#locks.acquire(lockNameOf(journalId), false);
      const folder = await this.#root.getDirectoryHandle(journalId, { create: true });
      await writeHeader(folder, header, 0);
      this.#living.set(journalId, { folder, generation: 0, batchCount: 0, lastStep: Promise.resolve() });
      return ok({ journalId });
    } catch (error) {
      this.#locks.release(lockNameOf(journalId));
      return err(toHostError(error));
    }
  }

  append(journalId: string, batch: Uint8Array): Promise<HostResult<Nothing>> {
    return this.#inOrder(journalId, async (journal) => {
      const digest = await sha256(batch);
      const bytes = new Uint8Array(DIGEST_BYTES + batch.byteLength);
      bytes.set(digest);
      bytes.set(batch, DIGEST_BYTES);
      await writePrivateFile(journal.folder, batchFileOf(journal.generation, journal.batchCount), bytes);
      journal.batchCount += 1;
    });
  }

  rebase(journalId: string, header: JournalHeader): Promise<HostResult<Nothing>> {
    return this.#inOrder(journalId, async (journal) => {
      await writeHeader(journal.folder, header, journal.generation + 1);
      journal.generation += 1;
      journal.batchCount = 0;
      const current = batchFileOf(journal.generation, 0);
      for (const name of await listNames(journal.folder)) {
        if (name.endsWith(".batch") && name < current) await removeEntry(journal.folder, name);
      }
    });
  }

  async clear(journalId: string): Promise<HostResult<Nothing>> {
    try {
      await this.#living.get(journalId)?.lastStep;
      this.#living.delete(journalId);
      await this.#root.getDirectoryHandle(journalId);
      await removeEntry(this.#root, journalId);
      return ok({});
    } catch (error) {
      const isUnknown = error instanceof DOMException && error.name === "NotFoundError";
      return err(isUnknown ? { type: "unknown-id" } : toHostError(error));
    } finally {
      this.#locks.release(lockNameOf(journalId));
    }
  }

  /** Left-behind journals, newest first; those without any batch are deleted. */
  async list(): Promise<HostResult<JournalSummary[]>> {
    try {
      const held = await queryHeldLocks();
      const summaries: JournalSummary[] = [];
      for (const journalId of await listNames(this.#root)) {
        if (held.has(lockNameOf(journalId))) continue;
        const content = await this.read(journalId);
        if (!content.ok) continue;
        if (content.value.batches.length === 0) {
          await removeEntry(this.#root, journalId);
          continue;
        }
        const folder = await this.#root.getDirectoryHandle(journalId);
        summaries.push({
          journalId,
          header: content.value.header,
          updatedAt: await findLastChange(folder),
          batchCount: content.value.batches.length,
        });
      }
      return ok(summaries.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)));
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async read(journalId: string): Promise<HostResult<JournalContent>> {
    try {
      const folder = await this.#root.getDirectoryHandle(journalId);
      const stored = await readHeader(folder);
      if (stored === null) return err({ type: "failed", detail: "the journal has no header" });
      const batches: Uint8Array[] = [];
      for (;;) {
        const bytes = await readPrivateFile(folder, batchFileOf(stored.generation, batches.length));
        if (bytes === null) return ok({ header: stored.header, batches, tornTail: false });
        const batch = bytes.slice(DIGEST_BYTES);
        const digest = await sha256(batch);
        if (!digest.every((byte, index) => byte === bytes[index])) {
          return ok({ header: stored.header, batches, tornTail: true });
        }
        batches.push(batch);
      }
    } catch (error) {
      const isUnknown = error instanceof DOMException && error.name === "NotFoundError";
      return err(isUnknown ? { type: "unknown-id" } : toHostError(error));
    }
  }

  async #inOrder(
    journalId: string,
    step: (journal: LivingJournal) => Promise<void>,
  ): Promise<HostResult<Nothing>> {
    const journal = this.#living.get(journalId);
    if (journal === undefined) return err({ type: "unknown-id" });
    const run = journal.lastStep.then(() => step(journal));
    journal.lastStep = run.catch(() => undefined);
    try {
      await run;
      return ok({});
    } catch (error) {
      return err(toHostError(error));
    }
  }
}

async function writeHeader(
  folder: FileSystemDirectoryHandle,
  header: JournalHeader,
  generation: number,
): Promise<void> {
  const stored: StoredHeader = { header, generation };
  await writePrivateFile(folder, HEADER_FILE, new TextEncoder().encode(JSON.stringify(stored)));
}

async function readHeader(folder: FileSystemDirectoryHandle): Promise<StoredHeader | null> {
  const bytes = await readPrivateFile(folder, HEADER_FILE);
  if (bytes === null) return null;
  const parsed = storedHeaderSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return parsed.success ? parsed.data : null;
}

async function findLastChange(folder: FileSystemDirectoryHandle): Promise<string> {
  let lastMs = 0;
  for (const name of await listNames(folder)) {
    const handle = await folder.getFileHandle(name);
    lastMs = Math.max(lastMs, (await handle.getFile()).lastModified);
  }
  return new Date(lastMs).toISOString();
}
