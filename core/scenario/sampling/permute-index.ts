import { mixBits } from "./random-stream";

/**
 * The place of `index` in a shuffle of 0…size−1 that belongs to `key`, without
 * making the shuffle: every index has another place. Worked out alone, so that
 * any part of a Latin hypercube can be drawn by itself. Kensler 2013.
 */
export function permuteIndex(index: number, size: number, key: number): number {
  let mask = size - 1;
  for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
  let place = index;
  do place = scramble(place, mask, key);
  while (place >= size);
  return (place + mixBits(key)) % size;
}

/** One to one on the numbers within the mask; walking on until one fits keeps it so for any size. */
function scramble(value: number, mask: number, key: number): number {
  let bits = Math.imul(value ^ key, 0xe170893d);
  bits ^= key >>> 16;
  bits ^= (bits & mask) >>> 4;
  bits = Math.imul(bits ^ (key >>> 8), 0x0929eb3f);
  bits ^= key >>> 23;
  bits ^= (bits & mask) >>> 1;
  bits = Math.imul(bits, 1 | (key >>> 27));
  bits = Math.imul(bits, 0x6935fa69);
  bits ^= (bits & mask) >>> 11;
  bits = Math.imul(bits, 0x74dcb303);
  bits ^= (bits & mask) >>> 2;
  bits = Math.imul(bits, 0x9e501cc3);
  bits ^= (bits & mask) >>> 2;
  bits = Math.imul(bits, 0xc860a3df) & mask;
  return bits ^ (bits >>> 5);
}
