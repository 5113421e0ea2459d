/**
 * A new UUIDv7 in lower-case text form (RFC 9562): 48 bits of milliseconds, so
 * that ids sort by the time they were made, then 74 random bits.
 *
 * `random` is 10 bytes of randomness.
 */
export function mintUuidV7(nowMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new Error(`mintUuidV7: expected 10 random bytes, got ${random.length}`);
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, "0");
  const tail = Array.from(random, (byte, index) => {
    const marked = index === 0 ? 0x70 | (byte & 0x0f) : index === 2 ? 0x80 | (byte & 0x3f) : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}
