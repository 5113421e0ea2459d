import { applyScenario } from "../applied-scenario";
import type { CompiledPlan } from "../compiled-plan";
import { computeIndicators } from "../compute-indicators";
import { createEvaluator, NUMBERS_ONLY } from "../evaluator";
import type { LeverValue, LeverValues } from "../lever";
import { indicatorDefinitions } from "../outcome";
import { computePercentile } from "../sampling/percentile";
import { type DrawsJob, prepareDraws } from "../uncertainty/run-draws";
import type { SweepAxis } from "./sweep-axis";

/** A grid of scenarios; plain data that can be sent to a worker. */
export interface SweepJob {
  readonly compiled: CompiledPlan;
  /** Levers that hold in every row. */
  readonly levers: LeverValues;
  readonly axes: readonly SweepAxis[];
  /** Rows from ≤ row < to only (a shard); absent for all. */
  readonly range?: readonly [from: number, to: number];
  /** A simulation of each row, all with the same seed so that rows differ by their levers only; null for none. */
  readonly simulation: Omit<DrawsJob, "compiled" | "levers"> | null;
}

/** One scenario of a sweep. */
export interface SweepRow {
  /** One value an axis. */
  readonly values: readonly LeverValue[];
  /** In the order of `indicatorDefinitions`; null where the plan has nothing to compute one from. */
  readonly indicators: readonly (number | null)[];
  /** P10, P50 and P90 of each indicator; null without a simulation. */
  readonly spreads: readonly (readonly [number | null, number | null, number | null])[] | null;
}

/** Rows of a sweep: the product of its axes. */
export const countSweepRows = (axes: readonly SweepAxis[]): number =>
  axes.reduce((count, { values }) => count * values.length, 1);

/** Values of row `index`; the last axis changes fastest. */
export function readSweepValues(axes: readonly SweepAxis[], index: number): readonly LeverValue[] {
  let rest = index;
  const values: LeverValue[] = [];
  for (const axis of [...axes].reverse()) {
    const value = axis.values[rest % axis.values.length];
    if (value === undefined) throw new RangeError("readSweepValues: an axis has at least one value");
    values.unshift(value);
    rest = Math.floor(rest / axis.values.length);
  }
  return values;
}

/** Rows that belong to part `shard` (1 … shards): parts differ by one row at most and follow one another. */
export function findShardRows(rows: number, shard: number, shards: number): readonly [number, number] {
  return [Math.floor(((shard - 1) * rows) / shards), Math.floor((shard * rows) / shards)];
}

/** A sweep that is ready to run in parts; a row depends on the job and its index alone. */
export interface PreparedSweep {
  readonly rows: number;
  run(from: number, to: number): readonly SweepRow[];
}

export function prepareSweep({ compiled, levers, axes, range, simulation }: SweepJob): PreparedSweep {
  const [first, end] = range ?? [0, countSweepRows(axes)];
  const evaluator = createEvaluator(compiled);
  const width = indicatorDefinitions.length;
  const runRow = (index: number): SweepRow => {
    const values = readSweepValues(axes, index);
    const moved = {
      ...levers,
      ...Object.fromEntries(axes.map(({ path }, axis) => [path, values[axis] ?? 0])),
    };
    const figures = computeIndicators(
      evaluator.evaluate(applyScenario(compiled, moved), undefined, NUMBERS_ONLY),
    );
    return {
      values,
      indicators: Array.from(figures, toNull),
      spreads: simulation === null ? null : simulate({ ...simulation, compiled, levers: moved }),
    };
  };
  const simulate = (job: DrawsJob): SweepRow["spreads"] => {
    const prepared = prepareDraws(job, evaluator);
    if (!prepared.ok) throw new RangeError(`prepareSweep: ${prepared.error.type}`);
    const { indicators } = prepared.value.run(0, job.draws);
    return indicatorDefinitions.map((_, column) => {
      const sorted = Float64Array.from(
        { length: job.draws },
        (__, draw) => indicators[draw * width + column] ?? Number.NaN,
      )
        .filter((value) => !Number.isNaN(value))
        .sort();
      const at = (ratio: number) => toNull(computePercentile(sorted, ratio));
      return [at(0.1), at(0.5), at(0.9)] as const;
    });
  };
  return {
    rows: end - first,
    run: (from, to) => Array.from({ length: to - from }, (_, offset) => runRow(first + from + offset)),
  };
}

const toNull = (value: number) => (Number.isNaN(value) ? null : value);
