import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Uniform random numbers in (0, 1): never 0, never 1, in steps of 2⁻³². */
export interface RandomStream {
  next(): number;
}

/** Seeds are whole numbers in this range. */
export const MAXIMUM_SEED = 2 ** 32 - 1;

/** The first numbers of xoroshiro128+ still show its seed. */
const DISCARDED = 16;

/**
 * The random numbers that belong to the draw or part with this index. Streams
 * depend on nothing but seed and index, so work may be split over any number of
 * workers. Two indices of one seed never share a start (both mixes are one to
 * one). xoroshiro128+ (Blackman & Vigna 2018) of pure-rand.
 */
export function createRandomStream(seed: number, index: number): RandomStream {
  const generator = xoroshiro128plus(mixBits(index ^ mixBits(seed)));
  for (let skipped = 0; skipped < DISCARDED; skipped += 1) generator.next();
  return { next: () => ((generator.next() >>> 0) + 0.5) / 2 ** 32 };
}

/** A one-to-one mix of 32 bits (the finaliser of MurmurHash3, Appleby 2011). */
export function mixBits(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
