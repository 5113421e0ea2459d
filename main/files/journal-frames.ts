import { crc32 } from "node:zlib";
import { layOutFrame, walkFrames } from "../../preload/contract";

const CRC_BYTES = 4;

/** What is appended to a journal for one payload: a frame with the payload's CRC-32. */
export const encodeFrame = (payload: Uint8Array): Uint8Array => layOutFrame(payload, crcOf(payload));

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
  const payloads: Uint8Array[] = [];
  let goodBytes = 0;
  for (const { payload, digest, end } of walkFrames(bytes, CRC_BYTES)) {
    if (!crcOf(payload).every((byte, index) => byte === digest[index])) break;
    payloads.push(payload);
    goodBytes = end;
  }
  return { payloads, goodBytes, tornTail: goodBytes < bytes.byteLength };
}

/** Little endian. */
function crcOf(payload: Uint8Array): Uint8Array {
  const digest = new Uint8Array(CRC_BYTES);
  new DataView(digest.buffer).setUint32(0, crc32(payload), true);
  return digest;
}
