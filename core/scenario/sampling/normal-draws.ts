import { computeFastNormalQuantile } from "./fast-normal-quantile";
import { permuteIndex } from "./permute-index";
import { createRandomStream, mixBits } from "./random-stream";
import { createSobolSequence, MAXIMUM_SOBOL_DIMENSIONS } from "./sobol-sequence";

/** How the points of a simulation are chosen: by chance, evenly in each dimension, or evenly in all together. */
export type SamplingMethod = "monte-carlo" | "latin-hypercube" | "sobol";

/** Independent points of the unit cube, each by its index. */
export interface UniformDraws {
  /** Writes the point of draw `index` into `out`: one number in (0, 1) a dimension. */
  writeDraw(index: number, out: Float64Array): void;
}

/**
 * The points of a simulation of `draws` draws. Draw `index` depends on nothing
 * but method, seed, draws (Latin hypercube only) and index, so parts can be
 * computed anywhere in any order.
 *
 * Latin hypercube: in every dimension each of the `draws` strata of equal
 * probability holds exactly one point (McKay, Beckman & Conover 1979). Sobol:
 * points 1, 2 … of the sequence (the origin has no quantile), the same for
 * every seed; up to 40 dimensions.
 */
export function createUniformDraws(
  method: SamplingMethod,
  dimensions: number,
  draws: number,
  seed: number,
): UniformDraws {
  if (method === "sobol") {
    const sequence = createSobolSequence(dimensions);
    return { writeDraw: (index, out) => sequence.writePoint(index + 1, out) };
  }
  if (method === "monte-carlo")
    return {
      writeDraw(index, out) {
        const stream = createRandomStream(seed, index);
        for (let dimension = 0; dimension < dimensions; dimension += 1) out[dimension] = stream.next();
      },
    };
  const keys = Uint32Array.from({ length: dimensions }, (_, dimension) => mixBits(mixBits(seed) + dimension));
  return {
    writeDraw(index, out) {
      const stream = createRandomStream(seed, index);
      for (let dimension = 0; dimension < dimensions; dimension += 1)
        out[dimension] = (permuteIndex(index, draws, keys[dimension] ?? 0) + stream.next()) / draws;
    },
  };
}

/** Whether the method can fill this many dimensions. */
export const canSample = (method: SamplingMethod, dimensions: number): boolean =>
  method !== "sobol" || dimensions <= MAXIMUM_SOBOL_DIMENSIONS;

/** Turns a point of the unit cube into standard normal numbers, in place. */
export function toNormals(point: Float64Array): void {
  for (let dimension = 0; dimension < point.length; dimension += 1)
    point[dimension] = computeFastNormalQuantile(point[dimension] ?? 0.5);
}
