import { createHash } from "node:crypto";
import type { FileStamp } from "../../preload/contract";
import { errorCode } from "./file-errors";
import type { FileSystem } from "./file-system";

/** Size and SHA-256 of a file's content. */
export const stampOf = (bytes: Uint8Array): FileStamp => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

export const isSameStamp = (a: FileStamp | null, b: FileStamp | null): boolean =>
  a === null || b === null ? a === b : a.sizeBytes === b.sizeBytes && a.sha256 === b.sha256;

/** The stamp of what is on disk now; null when there is no such file. */
export async function readStamp(fs: FileSystem, path: string): Promise<FileStamp | null> {
  try {
    return stampOf(await fs.readFile(path));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
