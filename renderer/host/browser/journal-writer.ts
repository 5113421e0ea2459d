import { err, ok } from "../../../core/result";
import type { HostResult, Nothing } from "../host";
import { toHostError } from "./browser-errors";
import { generationOf, journalFileOf, listJournalFiles } from "./journal-folder";
import { decodeFrames, encodeFrame } from "./journal-frame";
import { readPrivateFile, removeEntry } from "./opfs";

/** A file of the private file system as workers have it (the DOM's types leave it out). */
interface SyncFile {
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(sizeBytes: number): void;
  flush(): void;
  close(): void;
}
type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncFile> };

interface OpenJournal {
  readonly folder: FileSystemDirectoryHandle;
  generation: number;
  file: SyncFile;
  /** Length up to the last batch that was written whole. */
  goodBytes: number;
  /** Steps run one after the other, in the order of the calls. */
  lastStep: Promise<unknown>;
}

/**
 * Writes journals into the page's private file system: a folder each, in it one
 * file that batches are appended to. Only workers may write without a copy of the
 * whole file, hence the worker. A new base begins a new file, and the one before
 * is deleted when that is whole: reading takes the newest whose header is whole.
 */
export class JournalWriter {
  readonly #openRoot: () => Promise<FileSystemDirectoryHandle | null>;
  readonly #journals = new Map<string, OpenJournal>();

  /** @param openRoot the folder of all journals; null where a browser has none */
  constructor(openRoot: () => Promise<FileSystemDirectoryHandle | null>) {
    this.#openRoot = openRoot;
  }

  async open(journalId: string, header: Uint8Array): Promise<HostResult<Nothing>> {
    try {
      const root = await this.#openRoot();
      if (root === null) return err({ type: "unsupported" });
      const folder = await root.getDirectoryHandle(journalId, { create: true });
      const begun = await beginFile(folder, 0, header);
      this.#journals.set(journalId, { folder, generation: 0, ...begun, lastStep: Promise.resolve() });
      return ok({});
    } catch (error) {
      return err(toHostError(error));
    }
  }

  /**
   * Goes on with a journal that a worker left behind when it stopped. A batch that
   * was on the disk but not answered for is kept; sent again it is there twice,
   * and the second is passed over at reading.
   */
  async resume(journalId: string): Promise<HostResult<Nothing>> {
    try {
      const root = await this.#openRoot();
      if (root === null) return err({ type: "unsupported" });
      const folder = await root.getDirectoryHandle(journalId);
      const resumed = await resumeFile(folder);
      if (resumed === null) return err({ type: "failed", detail: "the journal has no header" });
      this.#journals.set(journalId, { folder, ...resumed, lastStep: Promise.resolve() });
      return ok({});
    } catch (error) {
      return err(toHostError(error));
    }
  }

  /** Answers when the batch is on the disk. Half a batch, as on a full disk, is taken away again. */
  append(journalId: string, batch: Uint8Array): Promise<HostResult<Nothing>> {
    return this.#inOrder(journalId, async (journal) => {
      const frame = await encodeFrame(batch);
      try {
        writeWhole(journal.file, frame, journal.goodBytes);
        journal.goodBytes += frame.byteLength;
      } catch (error) {
        journal.file.truncate(journal.goodBytes);
        throw error;
      }
    });
  }

  rebase(journalId: string, header: Uint8Array): Promise<HostResult<Nothing>> {
    return this.#inOrder(journalId, async (journal) => {
      const before = journal.file;
      const begun = await beginFile(journal.folder, journal.generation + 1, header);
      journal.generation += 1;
      Object.assign(journal, begun);
      before.close();
      const current = journalFileOf(journal.generation);
      for (const name of await listJournalFiles(journal.folder))
        if (name !== current) await removeEntry(journal.folder, name);
    });
  }

  /** Lets go of the file, so that it can be deleted. */
  async close(journalId: string): Promise<HostResult<Nothing>> {
    const journal = this.#journals.get(journalId);
    this.#journals.delete(journalId);
    await journal?.lastStep;
    journal?.file.close();
    return ok({});
  }

  async #inOrder(
    journalId: string,
    step: (journal: OpenJournal) => Promise<void>,
  ): Promise<HostResult<Nothing>> {
    const journal = this.#journals.get(journalId);
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

async function beginFile(
  folder: FileSystemDirectoryHandle,
  generation: number,
  header: Uint8Array,
): Promise<Pick<OpenJournal, "file" | "goodBytes">> {
  const file = await openFile(folder, journalFileOf(generation));
  try {
    const frame = await encodeFrame(header);
    file.truncate(0);
    writeWhole(file, frame, 0);
    return { file, goodBytes: frame.byteLength };
  } catch (error) {
    // A header that is whole but not safe would hide the file before it.
    try {
      file.truncate(0);
    } finally {
      file.close();
    }
    throw error;
  }
}

/** The newest file whose header is whole, without what is torn at its end; null where there is none. */
async function resumeFile(
  folder: FileSystemDirectoryHandle,
): Promise<Pick<OpenJournal, "file" | "goodBytes" | "generation"> | null> {
  for (const name of await listJournalFiles(folder)) {
    const bytes = await readPrivateFile(folder, name);
    const { payloads, goodBytes } = await decodeFrames(bytes ?? new Uint8Array());
    if (payloads.length === 0) continue;
    const file = await openFile(folder, name);
    file.truncate(goodBytes);
    return { file, goodBytes, generation: generationOf(name) };
  }
  return null;
}

async function openFile(folder: FileSystemDirectoryHandle, name: string): Promise<SyncFile> {
  const handle = await folder.getFileHandle(name, { create: true });
  return (handle as SyncFileHandle).createSyncAccessHandle();
}

function writeWhole(file: SyncFile, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  const written = file.write(bytes, { at });
  if (written < bytes.byteLength) throw new DOMException("the disk took a part only", "QuotaExceededError");
  file.flush();
}
