import { err, ok } from "../../../core/result";
import type { HostResult, JournalContent, JournalHeader, JournalSummary, Nothing } from "../host";
import { toHostError } from "./browser-errors";
import { HeldLocks, queryHeldLocks } from "./held-locks";
import { type JournalCall, JournalConnection } from "./journal-connection";
import { listNames, removeEntry } from "./opfs";
import { readJournalFolder } from "./read-journal-folder";

const lockNameOf = (journalId: string) => `civplan-journal:${journalId}`;

/**
 * Journals in the page's private file system: a folder each, written by a worker
 * that starts with the first of them. Where it stops, the call says so, and the
 * next one goes on with another worker. A journal is living while some tab holds
 * its Web Lock; the browser drops that lock when the tab dies.
 */
export class BrowserJournals {
  readonly #root: FileSystemDirectoryHandle;
  readonly #locks = new HeldLocks();
  readonly #startWorker: () => Worker;
  readonly #living = new Map<string, Writing>();
  #connection: JournalConnection | null = null;

  constructor(root: FileSystemDirectoryHandle, startWorker: () => Worker = startJournalWorker) {
    this.#root = root;
    this.#startWorker = startWorker;
  }

  async open(header: JournalHeader): Promise<HostResult<{ journalId: string }>> {
    const journalId = crypto.randomUUID();
    // The lock comes first: an unlocked journal looks left behind to other tabs.
    await this.#locks.acquire(lockNameOf(journalId), false);
    const connection = this.#connect();
    const opened = await connection.ask((writer) => writer.open(journalId, encodeHeader(header)));
    if (opened.ok) this.#living.set(journalId, { connection, ready: null, isLost: false });
    else this.#locks.release(lockNameOf(journalId));
    return opened.ok ? ok({ journalId }) : opened;
  }

  async append(journalId: string, batch: Uint8Array): Promise<HostResult<Nothing>> {
    return this.#write(journalId, (writer) => writer.append(journalId, batch));
  }

  async rebase(journalId: string, header: JournalHeader): Promise<HostResult<Nothing>> {
    return this.#write(journalId, (writer) => writer.rebase(journalId, encodeHeader(header)));
  }

  async clear(journalId: string): Promise<HostResult<Nothing>> {
    try {
      const writing = this.#living.get(journalId);
      this.#living.delete(journalId);
      await writing?.ready;
      // A worker that has stopped holds no file any more.
      if (writing?.connection.hasStopped === false)
        await writing.connection.ask((writer) => writer.close(journalId));
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

  /** Asks the worker that has hold of the journal; where that has stopped, another one takes hold of it first. */
  async #write(journalId: string, call: JournalCall): Promise<HostResult<Nothing>> {
    const writing = this.#living.get(journalId);
    if (writing === undefined) return err({ type: "unknown-id" });
    const isLost = writing.isLost || writing.connection.hasStopped;
    const { connection, ready } = isLost ? this.#resume(journalId) : writing;
    // Without a step in between where nothing is to be waited for: calls arrive in their order.
    const resumed = ready === null ? null : await ready;
    return resumed === null || resumed.ok ? connection.ask(call) : resumed;
  }

  #resume(journalId: string): Writing {
    const connection = this.#connect();
    const ready = connection.ask((writer) => writer.resume(journalId));
    const writing: Writing = { connection, ready, isLost: false };
    this.#living.set(journalId, writing);
    void ready.then((resumed) => {
      writing.isLost = !resumed.ok;
    });
    return writing;
  }

  #connect(): JournalConnection {
    if (this.#connection === null || this.#connection.hasStopped)
      this.#connection = new JournalConnection(this.#startWorker());
    return this.#connection;
  }
}

/** Which worker has hold of a journal. */
interface Writing {
  readonly connection: JournalConnection;
  /** Fulfilled when it has taken hold of a journal that another worker began; null where it began it itself. */
  readonly ready: Promise<HostResult<Nothing>> | null;
  /** It could not take hold of it; the next call tries again. */
  isLost: boolean;
}

const startJournalWorker = (): Worker =>
  new Worker(new URL("./journal-worker.ts", import.meta.url), { type: "module", name: "journal" });

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
