import { layOutFrame, walkFrames } from "../journal-frames";
import { sha256 } from "./content-stamp";

const DIGEST_BYTES = 32;

/** What is appended to a journal for one payload: a frame with the payload's SHA-256. */
export const encodeFrame = async (payload: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  layOutFrame(payload, await sha256(payload));

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
  const payloads: Uint8Array[] = [];
  let goodBytes = 0;
  for (const { payload, digest, end } of walkFrames(bytes, DIGEST_BYTES)) {
    const made = await sha256(payload);
    if (!made.every((byte, index) => byte === digest[index])) break;
    payloads.push(payload);
    goodBytes = end;
  }
  return { payloads, goodBytes, tornTail: goodBytes < bytes.byteLength };
}
