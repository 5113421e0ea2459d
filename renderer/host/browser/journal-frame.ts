import { sha256 } from "./content-stamp";

/** A frame: length of the payload (4 bytes, little endian), its SHA-256, the payload. */
const LENGTH_BYTES = 4;
const DIGEST_BYTES = 32;
const HEAD_BYTES = LENGTH_BYTES + DIGEST_BYTES;

/** What is appended to a journal for one payload. */
export async function encodeFrame(payload: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const frame = new Uint8Array(HEAD_BYTES + payload.byteLength);
  new DataView(frame.buffer).setUint32(0, payload.byteLength, true);
  frame.set(await sha256(payload), LENGTH_BYTES);
  frame.set(payload, HEAD_BYTES);
  return frame;
}

/**
 * All whole payloads from the start, up to the first frame that is cut off or
 * whose digest is wrong; nothing behind that is trusted.
 *
 * @returns `goodBytes`, the length of the trusted part, and `tornTail`, whether anything was left out
 */
export async function decodeFrames(bytes: Uint8Array): Promise<{
  readonly payloads: readonly Uint8Array[];
  readonly goodBytes: number;
  readonly tornTail: boolean;
}> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const payloads: Uint8Array[] = [];
  let offset = 0;
  while (offset + HEAD_BYTES <= bytes.byteLength) {
    const start = offset + HEAD_BYTES;
    const end = start + view.getUint32(offset, true);
    if (end > bytes.byteLength) break;
    const payload = bytes.slice(start, end);
    const digest = await sha256(payload);
    if (!digest.every((byte, index) => byte === bytes[offset + LENGTH_BYTES + index])) break;
    payloads.push(payload);
    offset = end;
  }
  return { payloads, goodBytes: offset, tornTail: offset < bytes.byteLength };
}
