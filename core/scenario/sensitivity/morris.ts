import { createRandomStream } from "../sampling/random-stream";
import type { Design } from "./design";

export const MORRIS_LEVELS = 4;
const LEVEL_STEP = 1 / (MORRIS_LEVELS - 1);
/** Half the levels further on: p / (2(p − 1)) = 2/3 for 4 levels. */
export const MORRIS_DELTA = 2 / 3;
const LOWER_LEVELS = MORRIS_LEVELS / 2;

/** A Morris design also knows which input each step moves. */
export interface MorrisDesign extends Design {
  /** Pairs of points that differ by one step of one input. */
  readonly steps: readonly { readonly input: number; readonly lower: number; readonly upper: number }[];
  /** True when the steps are all there are, so that their spread is no estimate. */
  readonly isComplete: boolean;
}

export interface MorrisEffect {
  readonly input: number;
  /** Mean of the elementary effects, and of their sizes (µ*, Campolongo et al. 2007). */
  readonly mean: number;
  readonly meanSize: number;
  /** Standard deviation: large where the effect depends on other inputs or on where one stands. */
  readonly spread: number;
}

/**
 * Random trajectories through the unit cube: from a random grid point each input
 * moves once by Δ = 2/3, up or down, in random order. Trajectory t depends on
 * seed and t alone. trajectories · (inputs + 1) points. Morris 1991.
 */
export function createMorrisDesign(inputs: number, trajectories: number, seed: number): MorrisDesign {
  const points: Float64Array[] = [];
  const steps: MorrisDesign["steps"][number][] = [];
  for (let trajectory = 0; trajectory < trajectories; trajectory += 1) {
    const random = createRandomStream(seed, trajectory);
    const below = (count: number) => Math.floor(random.next() * count);
    const current = new Float64Array(inputs);
    const isUpward = Array.from({ length: inputs }, () => below(2) === 1);
    for (let input = 0; input < inputs; input += 1)
      current[input] = below(LOWER_LEVELS) * LEVEL_STEP + (isUpward[input] ? 0 : MORRIS_DELTA);
    const order = Array.from({ length: inputs }, (_, input) => input);
    for (let place = inputs - 1; place > 0; place -= 1) {
      const other = below(place + 1);
      [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
    }
    points.push(current.slice());
    for (const input of order) {
      const before = points.length - 1;
      current[input] = (current[input] ?? 0) + (isUpward[input] ? MORRIS_DELTA : -MORRIS_DELTA);
      points.push(current.slice());
      steps.push(
        isUpward[input]
          ? { input, lower: before, upper: before + 1 }
          : { input, lower: before + 1, upper: before },
      );
    }
  }
  return { ...designOf(points, inputs), steps, isComplete: false };
}

/** Every step that the grid has: 4^inputs points, so for few inputs only. */
export function enumerateMorrisDesign(inputs: number): MorrisDesign {
  const points = Array.from({ length: MORRIS_LEVELS ** inputs }, (_, index) =>
    Float64Array.from(
      { length: inputs },
      (__, input) => (Math.floor(index / MORRIS_LEVELS ** input) % MORRIS_LEVELS) * LEVEL_STEP,
    ),
  );
  const steps = Array.from({ length: inputs }, (_, input) => {
    const stride = MORRIS_LEVELS ** input;
    return points.flatMap((__, lower) =>
      Math.floor(lower / stride) % MORRIS_LEVELS < LOWER_LEVELS
        ? [{ input, lower, upper: lower + LOWER_LEVELS * stride }]
        : [],
    );
  }).flat();
  return { ...designOf(points, inputs), steps, isComplete: true };
}

function designOf(points: readonly Float64Array[], inputs: number): Design {
  return {
    size: points.length,
    dimensions: inputs,
    writePoint(index, out) {
      out.set(points[index] ?? []);
    },
  };
}

/**
 * Elementary effects (f(x + Δ) − f(x)) / Δ of each input, from one output of all
 * points: those that matter most first. Spread with n − 1 unless the design is
 * complete. Steps to or from an output that is not a number do not count.
 */
export function summariseMorris(design: MorrisDesign, output: Float64Array): readonly MorrisEffect[] {
  const effects: number[][] = Array.from({ length: design.dimensions }, () => []);
  for (const { input, lower, upper } of design.steps) {
    const effect = ((output[upper] ?? Number.NaN) - (output[lower] ?? Number.NaN)) / MORRIS_DELTA;
    if (Number.isFinite(effect)) effects[input]?.push(effect);
  }
  return effects
    .map((ofInput, input): MorrisEffect => {
      const count = ofInput.length;
      if (count === 0) return { input, mean: 0, meanSize: 0, spread: 0 };
      const mean = ofInput.reduce((sum, effect) => sum + effect, 0) / count;
      const meanSize = ofInput.reduce((sum, effect) => sum + Math.abs(effect), 0) / count;
      const squares = ofInput.reduce((sum, effect) => sum + (effect - mean) ** 2, 0);
      const divisor = design.isComplete ? count : count - 1;
      return { input, mean, meanSize, spread: divisor > 0 ? Math.sqrt(squares / divisor) : 0 };
    })
    .sort((a, b) => b.meanSize - a.meanSize || a.input - b.input);
}
