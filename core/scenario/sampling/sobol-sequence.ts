import { SOBOL_DIRECTIONS } from "./sobol-directions";

const BITS = 32;

/** Dimensions for which direction numbers are known. */
export const MAXIMUM_SOBOL_DIMENSIONS = SOBOL_DIRECTIONS.length + 1;

/** A Sobol sequence: points that fill the unit cube more evenly than chance does. */
export interface SobolSequence {
  readonly dimensions: number;
  /** Writes point `index` (0 ≤ index < 2³²) to `out`, from `offset` on; any index by itself, in O(bits · dimensions). */
  writePoint(index: number, out: Float64Array, offset?: number): void;
}

/**
 * The unscrambled Sobol sequence in Gray-code order, from the origin:
 * (0,0,0), (.5,.5,.5), (.75,.25,.25), (.25,.75,.75), (.375,.375,.625) …
 * Direction numbers of Joe & Kuo 2008; 1 to 40 dimensions. Sobol 1967.
 */
export function createSobolSequence(dimensions: number): SobolSequence {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MAXIMUM_SOBOL_DIMENSIONS)
    throw new RangeError(
      `createSobolSequence: 1 to ${MAXIMUM_SOBOL_DIMENSIONS} dimensions, got ${dimensions}`,
    );
  const directions = new Uint32Array(dimensions * BITS);
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    directions.set(expandDirections(SOBOL_DIRECTIONS[dimension - 1]), dimension * BITS);
  return {
    dimensions,
    writePoint(index, out, offset = 0) {
      const gray = (index ^ (index >>> 1)) >>> 0;
      for (let dimension = 0; dimension < dimensions; dimension += 1) {
        let bits = 0;
        for (let bit = 0, rest = gray; rest !== 0; bit += 1, rest >>>= 1)
          if ((rest & 1) === 1) bits ^= directions[dimension * BITS + bit] ?? 0;
        out[offset + dimension] = (bits >>> 0) / 2 ** BITS;
      }
    },
  };
}

/** All 32 direction numbers of a dimension as binary fractions; the first dimension has none of its own. */
function expandDirections(given: readonly number[] | undefined): Uint32Array {
  const expanded = new Uint32Array(BITS);
  if (given === undefined) {
    for (let bit = 0; bit < BITS; bit += 1) expanded[bit] = 2 ** (BITS - 1 - bit);
    return expanded;
  }
  const [degree = 0, polynomial = 0, ...first] = given;
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree) {
      expanded[bit] = (first[bit] ?? 0) * 2 ** (BITS - 1 - bit);
      continue;
    }
    const before = expanded[bit - degree] ?? 0;
    let value = before ^ (before >>> degree);
    for (let term = 1; term < degree; term += 1)
      if (((polynomial >>> (degree - 1 - term)) & 1) === 1) value ^= expanded[bit - term] ?? 0;
    expanded[bit] = value >>> 0;
  }
  return expanded;
}
