import { type Remote, wrap } from "comlink";
import { err, ok } from "../../../core/result";
import type { HostResult, JournalContent, JournalHeader, JournalSummary, Nothing } from "../host";
import { toHostError } from "./browser-errors";
import { HeldLocks, queryHeldLocks } from "./held-locks";

import type { JournalWriter } from "./journal-writer";
import { listNames, removeEntry } from "./opfs";
import { readJournalFolder } from "./read-journal-folder";

const lockNameOf = (journalId: string) => `civplan-journal:${journalId}`;

/**
 * Journals in the page's private file system: a folder each, written by a worker
 * that starts with the first of them. A journal is living while some tab holds
 * its Web Lock; the browser drops that lock when the tab dies.
 */
export class BrowserJournals {
  readonly #root: FileSystemDirectoryHandle;
  readonly #locks = new HeldLocks();
  readonly #living = new Set<string>();
  #connection: Connection | null = null;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async open(header: JournalHeader): Promise<HostResult<{ journalId: string }>> {
    const journalId = crypto.randomUUID();
    // The lock comes first: an unlocked journal looks left behind to other tabs.
    await this.#locks.acquire(lockNameOf(journalId), false);
    const opened = await this.#write((writer) => writer.open(journalId, encodeHeader(header)));
    if (opened.ok) this.#living.add(journalId);
    else this.#locks.release(lockNameOf(journalId));
    return opened.ok ? ok({ journalId }) : opened;
  }

  async append(journalId: string, batch: Uint8Array): Promise<HostResult<Nothing>> {
    return this.#write((writer) => writer.append(journalId, batch));
  }

  async rebase(journalId: string, header: JournalHeader): Promise<HostResult<Nothing>> {
    return this.#write((writer) => writer.rebase(journalId, encodeHeader(header)));
  }

  async clear(journalId: string): Promise<HostResult<Nothing>> {
    try {
      if (this.#living.delete(journalId)) await this.#write((writer) => writer.close(journalId));
      await this.#root.getDirectoryHandle(journalId);
      await removeEntry(this.#root, journalId);
      return ok({});
    } catch (error) {
      return err(isNotFound(error) ? { type: "unknown-id" } : toHostError(error));
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
          // A tab that died a moment ago may still have hold of the file: the next listing takes it away.
          await removeEntry(this.#root, journalId).catch(() => undefined);
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
      const content = await readJournalFolder(await this.#root.getDirectoryHandle(journalId));
      return content === null ? err({ type: "failed", detail: "the journal has no header" }) : ok(content);
    } catch (error) {
      return err(isNotFound(error) ? { type: "unknown-id" } : toHostError(error));
    }
  }

  /** Calls for ever open when their worker has died would hold up every later edit. */
  #write(ask: (writer: Remote<JournalWriter>) => Promise<HostResult<Nothing>>): Promise<HostResult<Nothing>> {
    this.#connection ??= connectWithWriter();
    const { writer, stopped } = this.#connection;
    return Promise.race([ask(writer), stopped]);
  }
}

interface Connection {
  readonly writer: Remote<JournalWriter>;
  /** Fulfilled when the worker could not be started, or has died. */
  readonly stopped: Promise<HostResult<never>>;
}

function connectWithWriter(): Connection {
  const worker = new Worker(new URL("./journal-worker.ts", import.meta.url), {
    type: "module",
    name: "journal",
  });
  const stopped = new Promise<HostResult<never>>((resolve) => {
    worker.addEventListener("error", ({ message }) =>
      resolve(err({ type: "failed", detail: `the journal's worker stopped: ${message}` })),
    );
  });
  return { writer: wrap<JournalWriter>(worker), stopped };
}

const encodeHeader = (header: JournalHeader): Uint8Array => new TextEncoder().encode(JSON.stringify(header));

const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "NotFoundError";

async function findLastChange(folder: FileSystemDirectoryHandle): Promise<string> {
  let lastMs = 0;
  for (const name of await listNames(folder)) {
    const handle = await folder.getFileHandle(name);
    lastMs = Math.max(lastMs, (await handle.getFile()).lastModified);
  }
  return new Date(lastMs).toISOString();
}
