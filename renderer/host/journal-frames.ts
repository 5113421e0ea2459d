/** How journals lie on disk, in the shell and in browsers: frames one after the other, the header's first. */

/** A frame: length of the payload (4 bytes, little endian), its digest, the payload. */
const LENGTH_BYTES = 4;

export interface JournalFrame {
  readonly payload: Uint8Array;
  /** What was written down of the payload; whether it is right is up to who knows how it was made. */
  readonly digest: Uint8Array;
  /** Where the next frame begins. */
  readonly end: number;
}

/** What is appended to a journal for one payload. */
export function layOutFrame(payload: Uint8Array, digest: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(LENGTH_BYTES + digest.byteLength + payload.byteLength);
  new DataView(frame.buffer).setUint32(0, payload.byteLength, true);
  frame.set(digest, LENGTH_BYTES);
  frame.set(payload, LENGTH_BYTES + digest.byteLength);
  return frame;
}

/** All frames from the start, up to the first that is cut off. */
export function* walkFrames(bytes: Uint8Array, digestBytes: number): Generator<JournalFrame> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + LENGTH_BYTES + digestBytes <= bytes.byteLength) {
    const start = offset + LENGTH_BYTES + digestBytes;
    const end = start + view.getUint32(offset, true);
    if (end > bytes.byteLength) return;
    yield { payload: bytes.slice(start, end), digest: bytes.subarray(offset + LENGTH_BYTES, start), end };
    offset = end;
  }
}
