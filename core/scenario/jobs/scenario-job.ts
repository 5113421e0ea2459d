import type { CompiledPlan } from "../compiled-plan";
import type { LeverValues } from "../lever";
import type { MeasureKey } from "../measures";
import { type Design, evaluateDesign } from "../sensitivity/design";
import { createMorrisDesign } from "../sensitivity/morris";
import { createPlanModel, type PlanFactor } from "../sensitivity/plan-factors";
import { createSobolDesign } from "../sensitivity/sobol-indices";
import { createTornadoDesign } from "../sensitivity/tornado";
import { prepareSweep, type SweepJob, type SweepRow } from "../sweep/run-sweep";
import { type DrawsJob, type DrawsPart, prepareDraws } from "../uncertainty/run-draws";

/** Which points a sensitivity analysis looks at. */
export type SensitivityMethod =
  | { readonly method: "tornado" }
  | { readonly method: "morris"; readonly trajectories: number; readonly seed: number }
  | { readonly method: "sobol"; readonly samples: number };

export interface SensitivityJob {
  readonly compiled: CompiledPlan;
  readonly levers: LeverValues;
  readonly factors: readonly PlanFactor[];
  readonly measures: readonly MeasureKey[];
  readonly method: SensitivityMethod;
}

/** What each kind of long computation takes; plain data that can be sent to a worker. */
export interface JobInputs {
  readonly draws: DrawsJob;
  readonly sweep: SweepJob;
  readonly sensitivity: SensitivityJob;
}

/** What a part of it gives back: of a sensitivity analysis the rows of `evaluateDesign`. */
export interface JobParts {
  readonly draws: DrawsPart;
  readonly sweep: readonly SweepRow[];
  readonly sensitivity: Float64Array;
}

export type JobKind = keyof JobInputs;

/**
 * A long computation, ready to run in parts. Item i depends on the job and i
 * alone, so parts may run anywhere in any order; put together in order they are
 * the same to the last bit, however they were cut.
 */
export interface PreparedJob<Part> {
  /** Number of items: draws, rows or points. */
  readonly size: number;
  /** Items `from` ≤ item < `to`. */
  run(from: number, to: number): Part;
}

const PREPARE: { readonly [K in JobKind]: (input: JobInputs[K]) => PreparedJob<JobParts[K]> } = {
  draws(input) {
    const prepared = prepareDraws(input);
    if (!prepared.ok) throw new RangeError(`prepareJob: ${prepared.error.type}`);
    return { size: input.draws, run: prepared.value.run };
  },
  sweep(input) {
    const { rows, run } = prepareSweep(input);
    return { size: rows, run };
  },
  sensitivity(input) {
    const { compiled, levers, factors, measures, method } = input;
    const design = createSensitivityDesign(method, factors);
    const model = createPlanModel(compiled, levers, factors, measures);
    const evaluate = method.method === "tornado" ? model.evaluate : model.evaluateUnit;
    return {
      size: design.size,
      run: (from, to) => evaluateDesign(design, evaluate, measures.length, from, to),
    };
  },
};

/** Makes a job ready to run; the shell has checked that it can be. */
export function prepareJob<K extends JobKind>(kind: K, input: JobInputs[K]): PreparedJob<JobParts[K]> {
  return PREPARE[kind](input);
}

/** The points that a method looks at; the same for every shell. */
export function createSensitivityDesign(method: SensitivityMethod, factors: readonly PlanFactor[]): Design {
  switch (method.method) {
    case "tornado":
      return createTornadoDesign(factors);
    case "morris":
      return createMorrisDesign(factors.length, method.trajectories, method.seed);
    case "sobol":
      return createSobolDesign(factors.length, method.samples);
  }
}

/** Cuts `size` items into chunks of at most `chunk`, in order. */
export function cutIntoParts(size: number, chunk: number): readonly (readonly [from: number, to: number])[] {
  const step = Math.max(1, Math.floor(chunk));
  return Array.from({ length: Math.ceil(size / step) }, (_, index) => [
    index * step,
    Math.min(size, (index + 1) * step),
  ]);
}
