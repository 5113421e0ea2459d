import type { FileStamp } from "../host";

/** Size and SHA-256 of a file's content. */
export async function stampOf(bytes: Uint8Array): Promise<FileStamp> {
  const digest = await sha256(bytes);
  const sha256Hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { sizeBytes: bytes.byteLength, sha256: sha256Hex };
}

/** 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", toPlainBytes(bytes)));
}

export const isSameStamp = (a: FileStamp | null, b: FileStamp | null): boolean =>
  a === null || b === null ? a === b : a.sizeBytes === b.sizeBytes && a.sha256 === b.sha256;

/** The same bytes in memory of their own: browsers' storage refuses shared memory. */
export const toPlainBytes = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
