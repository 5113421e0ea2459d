import { createRandomStream } from "../sampling/random-stream";
import { createSobolSequence, MAXIMUM_SOBOL_DIMENSIONS } from "../sampling/sobol-sequence";
import type { Design } from "./design";

/** Two points of the sequence are needed for each input. */
export const MAXIMUM_SOBOL_INPUTS = MAXIMUM_SOBOL_DIMENSIONS / 2;

export interface SobolDesign extends Design {
  readonly samples: number;
}

export interface SobolIndex {
  readonly input: number;
  /** Part of the output's variance that is due to this input alone, and together with others. */
  readonly first: number;
  readonly total: number;
  /** Standard errors by resampling; 0 for an output that does not vary. */
  readonly firstError: number;
  readonly totalError: number;
}

/**
 * Saltelli's design: `samples` points A, as many B, and for each input A with
 * that input's column from B; samples · (inputs + 2) points of the unit cube.
 * A and B are the two halves of a Sobol sequence in 2 · inputs dimensions,
 * without its origin. At most 20 inputs; a power of two suits the sequence best.
 * Saltelli et al. 2010.
 */
export function createSobolDesign(inputs: number, samples: number): SobolDesign {
  const sequence = createSobolSequence(2 * inputs);
  const both = new Float64Array(2 * inputs);
  return {
    samples,
    size: samples * (inputs + 2),
    dimensions: inputs,
    writePoint(index, out) {
      const block = Math.floor(index / samples);
      sequence.writePoint((index % samples) + 1, both);
      for (let input = 0; input < inputs; input += 1)
        out[input] = both[block === 1 || block === input + 2 ? inputs + input : input] ?? 0;
    },
  };
}

const RESAMPLES = 100;

/**
 * First-order and total indices from one output of all points, in the order of
 * the inputs: first Σ f_B (f_AB − f_A) / (N·V) (Saltelli et al. 2010), total
 * Σ (f_A − f_AB)² / (2·N·V) (Jansen 1999), V the variance of A and B together;
 * values are centred first. An output that does not vary has all indices 0.
 * Standard errors by a seeded bootstrap of 100 resamples.
 */
export function summariseSobol(design: SobolDesign, output: Float64Array, seed = 1): readonly SobolIndex[] {
  const { samples, dimensions } = design;
  const whole = Int32Array.from({ length: samples }, (_, index) => index);
  const estimate = estimateIndices(output, samples, dimensions, whole);
  const resampled = Array.from({ length: RESAMPLES }, (_, resample) => {
    const random = createRandomStream(seed, resample);
    const chosen = whole.map(() => Math.floor(random.next() * samples));
    return estimateIndices(output, samples, dimensions, chosen);
  });
  return estimate.map(({ first, total }, input) => ({
    input,
    first,
    total,
    firstError: measureSpread(resampled.map((indices) => indices[input]?.first ?? 0)),
    totalError: measureSpread(resampled.map((indices) => indices[input]?.total ?? 0)),
  }));
}

function estimateIndices(
  output: Float64Array,
  samples: number,
  inputs: number,
  chosen: Int32Array,
): readonly { readonly first: number; readonly total: number }[] {
  let mean = 0;
  for (const at of chosen) mean += (output[at] ?? 0) + (output[samples + at] ?? 0);
  mean /= 2 * samples;
  let variance = 0;
  for (const at of chosen)
    variance += ((output[at] ?? 0) - mean) ** 2 + ((output[samples + at] ?? 0) - mean) ** 2;
  variance /= 2 * samples;
  // Rounding noise of sums is no variance.
  const isFlat = !(variance > 1e-24 * (1 + mean * mean));
  return Array.from({ length: inputs }, (_, input) => {
    if (isFlat) return { first: 0, total: 0 };
    let first = 0;
    let total = 0;
    for (const at of chosen) {
      const a = (output[at] ?? 0) - mean;
      const b = (output[samples + at] ?? 0) - mean;
      const swapped = (output[(input + 2) * samples + at] ?? 0) - mean;
      first += b * (swapped - a);
      total += (a - swapped) ** 2;
    }
    return { first: first / samples / variance, total: total / (2 * samples) / variance };
  });
}

function measureSpread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
