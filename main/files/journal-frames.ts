import { crc32 } from "node:zlib";

/** Frame: payload length (4 bytes, little endian), CRC-32 of the payload (4 bytes), payload. */
const FRAME_HEADER_BYTES = 8;

export function encodeFrame(payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEADER_BYTES + payload.byteLength);
  const view = new DataView(frame.buffer);
  view.setUint32(0, payload.byteLength, true);
  view.setUint32(4, crc32(payload), true);
  frame.set(payload, FRAME_HEADER_BYTES);
  return frame;
}

/**
 * All whole frames from the start, up to the first that is cut off or whose
 * checksum is wrong; nothing behind that is trusted.
 *
 * @returns `goodBytes`, the length of the trusted part, and `tornTail`, whether anything was left out
 */
export function decodeFrames(bytes: Uint8Array): {
  payloads: Uint8Array[];
  goodBytes: number;
  tornTail: boolean;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const payloads: Uint8Array[] = [];
  let offset = 0;
  while (offset + FRAME_HEADER_BYTES <= bytes.byteLength) {
    const end = offset + FRAME_HEADER_BYTES + view.getUint32(offset, true);
    if (end > bytes.byteLength) break;
    const payload = bytes.slice(offset + FRAME_HEADER_BYTES, end);
    if (crc32(payload) !== view.getUint32(offset + 4, true)) break;
    payloads.push(payload);
    offset = end;
  }
  return { payloads, goodBytes: offset, tornTail: offset < bytes.byteLength };
}
