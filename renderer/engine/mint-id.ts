/**
 * A new UUIDv7 in lower-case text form (RFC 9562): 48 bits of milliseconds, so
 * that ids sort by the time they were made, then 74 random bits.
 *
 * `random` is 10 bytes of randomness.
 */
export function mintUuidV7(nowMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new Error(`mintUuidV7: expected 10 random bytes, got ${random.length}`);
  const bytes = new Uint8Array(16);
  let time = Math.max(0, Math.floor(nowMs));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random, 6);
  bytes[6] = 0x70 | (byteAt(bytes, 6) & 0x0f);
  bytes[8] = 0x80 | (byteAt(bytes, 8) & 0x3f);
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

const byteAt = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

/** A new id for a row, change, actor or person, from the clock and the system's random numbers. */
export const mintId = (): string => mintUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
