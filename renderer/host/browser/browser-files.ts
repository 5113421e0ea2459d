import { err, ok } from "../../../core/result";
import type {
  FileInfo,
  FileKind,
  FileStamp,
  HostResult,
  Nothing,
  OpenedFile,
  RecentFile,
  SaveTarget,
  WrittenFile,
} from "../host";
import { MAX_BYTES } from "../host-values";
import { toHostError } from "./browser-errors";
import { isSameStamp, stampOf, toPlainBytes } from "./content-stamp";
import { ensurePermission, type findFilePickers, toPickerTypes } from "./file-system-access";
import { HeldLocks } from "./held-locks";
import { KeyValueStore } from "./key-value-store";

/** What the browser keeps of a file that the user picked, so that its id stays the same. */
export interface KnownFile {
  fileId: string;
  handle: FileSystemFileHandle;
  title: string;
  /** ISO 8601; null while the file is known but not in the recent list. */
  openedAt: string | null;
}

const KEPT_RECENT = 10;
const lockNameOf = (fileId: string) => `civplan-file:${fileId}`;
const describe = (fileId: string, name: string): FileInfo => ({ fileId, name, folder: "", mustSaveAs: null });

/** Files picked through the File System Access pickers: saved in place, guarded, reopened later. */
export class HandleFiles {
  readonly #known = new KeyValueStore<KnownFile>("civplan-files");
  readonly #locks = new HeldLocks();
  readonly #pickers: NonNullable<ReturnType<typeof findFilePickers>>;

  constructor(pickers: NonNullable<ReturnType<typeof findFilePickers>>) {
    this.#pickers = pickers;
  }

  async pickFile(kinds: readonly FileKind[]): Promise<HostResult<FileInfo>> {
    try {
      const [handle] = await this.#pickers.showOpenFilePicker({
        types: toPickerTypes(kinds),
        multiple: false,
      });
      return handle === undefined ? err({ type: "cancelled" }) : ok(await this.#register(handle));
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async pickSaveTarget(suggestedName: string, kind: FileKind): Promise<HostResult<SaveTarget>> {
    try {
      const handle = await this.#pickers.showSaveFilePicker({ suggestedName, types: toPickerTypes([kind]) });
      return ok({ file: await this.#register(handle), existing: await stampOf(await readHandle(handle)) });
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async readFile(fileId: string): Promise<HostResult<OpenedFile>> {
    const known = await this.#known.get(fileId);
    if (known === undefined) return err({ type: "unknown-id" });
    const { handle } = known;
    try {
      if (!(await ensurePermission(handle, "read"))) {
        return err({ type: "permission-denied", name: handle.name });
      }
      const { size } = await handle.getFile();
      if (size > MAX_BYTES) return err({ type: "too-large", limitBytes: MAX_BYTES });
      const bytes = await readHandle(handle);
      return ok({ file: describe(fileId, handle.name), bytes, stamp: await stampOf(bytes) });
    } catch (error) {
      return err(toHostError(error, handle.name));
    }
  }

  async writeFile(
    fileId: string,
    bytes: Uint8Array,
    expected: FileStamp | null,
  ): Promise<HostResult<WrittenFile>> {
    const known = await this.#known.get(fileId);
    if (known === undefined) return err({ type: "unknown-id" });
    const { handle } = known;
    try {
      if (!(await ensurePermission(handle, "readwrite"))) {
        return err({ type: "permission-denied", name: handle.name });
      }
      const early = await stampHandle(handle);
      if (!isSameStamp(early, expected)) return err({ type: "changed-underneath", current: early });
      // Written beside the file and put in its place by close(), or dropped by abort().
      const writable = await handle.createWritable();
      await writable.write(toPlainBytes(bytes));
      const current = await stampHandle(handle);
      if (!isSameStamp(current, early)) {
        await writable.abort();
        return err({ type: "changed-underneath", current });
      }
      await writable.close();
      return ok({ file: describe(fileId, handle.name), stamp: await stampOf(bytes) });
    } catch (error) {
      return err(toHostError(error, handle.name));
    }
  }

  async lockFile(fileId: string, takeOver: boolean): Promise<HostResult<Nothing>> {
    if ((await this.#known.get(fileId)) === undefined) return err({ type: "unknown-id" });
    const isOurs = await this.#locks.acquire(lockNameOf(fileId), takeOver);
    return isOurs ? ok({}) : err({ type: "locked", holder: null });
  }

  async unlockFile(fileId: string): Promise<HostResult<Nothing>> {
    this.#locks.release(lockNameOf(fileId));
    return ok({});
  }

  async listRecent(): Promise<RecentFile[]> {
    const recent: (RecentFile & { openedAt: string })[] = [];
    for (const { fileId, handle, title, openedAt } of await this.#known.values()) {
      if (openedAt === null) continue;
      recent.push({ file: describe(fileId, handle.name), title, openedAt, exists: true });
    }
    return recent.sort((a, b) => b.openedAt.localeCompare(a.openedAt)).slice(0, KEPT_RECENT);
  }

  async rememberRecent(fileId: string, title: string): Promise<HostResult<Nothing>> {
    const known = await this.#known.get(fileId);
    if (known === undefined) return err({ type: "unknown-id" });
    await this.#known.put(fileId, { ...known, title, openedAt: new Date().toISOString() });
    return ok({});
  }

  async forgetRecent(fileId: string): Promise<HostResult<Nothing>> {
    await this.#known.delete(fileId);
    return ok({});
  }

  /** The id of a handle; a file that any tab picked before keeps its id. */
  async #register(handle: FileSystemFileHandle): Promise<FileInfo> {
    for (const known of await this.#known.values()) {
      if (await known.handle.isSameEntry(handle)) return describe(known.fileId, handle.name);
    }
    const fileId = crypto.randomUUID();
    await this.#known.put(fileId, { fileId, handle, title: handle.name, openedAt: null });
    return describe(fileId, handle.name);
  }
}

const readHandle = async (handle: FileSystemFileHandle): Promise<Uint8Array> =>
  new Uint8Array(await (await handle.getFile()).arrayBuffer());

/** Null when the file is gone. */
async function stampHandle(handle: FileSystemFileHandle): Promise<FileStamp | null> {
  try {
    return await stampOf(await readHandle(handle));
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  }
}
