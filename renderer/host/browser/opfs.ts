import { toPlainBytes } from "./content-stamp";

/** Whether the browser knows a private file system that pages may write into. */
export const mayHavePrivateFolders = (): boolean =>
  typeof FileSystemFileHandle === "function" && "createWritable" in FileSystemFileHandle.prototype;

/**
 * The page's private folder of that name, or null where the browser offers no
 * writable private file system (some in private windows).
 */
export async function openPrivateFolder(name: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    if (!mayHavePrivateFolders()) return null;
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create: true });
  } catch {
    return null;
  }
}

/** Replaces a file's content as a whole: it becomes visible at closing, or not at all. */
export async function writePrivateFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(toPlainBytes(bytes));
  await writable.close();
}

/** The content, or null when there is no such file. */
export async function readPrivateFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<Uint8Array | null> {
  try {
    const handle = await folder.getFileHandle(name);
    return new Uint8Array(await (await handle.getFile()).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  }
}

export async function listNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names.sort();
}

export async function removeEntry(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
  }
}
