import type { CompiledPlan } from "../compiled-plan";
import { type IndicatorKey, indicatorDefinitions } from "../outcome";
import { computePercentile } from "../sampling/percentile";
import type { DrawsPart } from "./run-draws";

/** How an indicator is spread over the draws; null where no draw has a value. */
export interface IndicatorSpread {
  readonly key: IndicatorKey;
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /** Every fifth percentile from 0 to 100, for a curve; empty where no draw has a value. */
  readonly percentiles: readonly number[];
  /** Part of the draws that have a value (a first short year, say). */
  readonly presentRatio: number;
}

export interface DrawsSummary {
  readonly draws: number;
  /** Largest standard error of any probability below: √(¼ / draws). */
  readonly standardErrorRatio: number;
  readonly indicators: readonly IndicatorSpread[];
  /** In the order of the plan. */
  readonly tasks: readonly {
    readonly taskId: string;
    /** Probability that it is funded in full and on time. */
    readonly fundedRatio: number;
    /** Probability that it is carried out at all: late or in part counts. */
    readonly startedRatio: number;
  }[];
  /** Every ceiling that the plan sets, and the probability that all that is planned exceeds it. */
  readonly ceilings: readonly {
    readonly sourceId: string;
    readonly year: number;
    readonly exceededRatio: number;
  }[];
}

const CURVE_POINTS = 21;

/** The parts of a simulation together; in whatever order they come, the result is the same to the last bit. */
export function summariseDraws(compiled: CompiledPlan, parts: readonly DrawsPart[]): DrawsSummary {
  const ordered = [...parts].sort((a, b) => a.from - b.from);
  const draws = ordered.reduce((sum, { from, to }) => sum + to - from, 0);
  const count = (of: (part: DrawsPart) => Uint32Array, at: number) =>
    ordered.reduce((sum, part) => sum + (of(part)[at] ?? 0), 0) / Math.max(1, draws);
  return {
    draws,
    standardErrorRatio: Math.sqrt(0.25 / Math.max(1, draws)),
    indicators: indicatorDefinitions.map(({ key }, column) => summariseColumn(key, ordered, column, draws)),
    tasks: compiled.tasks.map(({ id }, task) => ({
      taskId: id,
      fundedRatio: count((part) => part.tasksFunded, task),
      startedRatio: count((part) => part.tasksStarted, task),
    })),
    ceilings: compiled.sources.flatMap(({ id }, source) =>
      compiled.years.flatMap((year, yearIndex) => {
        const at = source * compiled.years.length + yearIndex;
        return Number.isNaN(compiled.ceilingWon[at] ?? Number.NaN)
          ? []
          : [{ sourceId: id, year, exceededRatio: count((part) => part.ceilingsExceeded, at) }];
      }),
    ),
  };
}

function summariseColumn(
  key: IndicatorKey,
  parts: readonly DrawsPart[],
  column: number,
  draws: number,
): IndicatorSpread {
  const width = indicatorDefinitions.length;
  const values = new Float64Array(draws);
  let present = 0;
  let sum = 0;
  for (const { indicators } of parts)
    for (let at = column; at < indicators.length; at += width) {
      const value = indicators[at] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      values[present] = value;
      present += 1;
      sum += value;
    }
  const presentRatio = draws === 0 ? 0 : present / draws;
  if (present === 0)
    return { key, mean: null, p10: null, p50: null, p90: null, percentiles: [], presentRatio };
  const sorted = values.subarray(0, present).sort();
  return {
    key,
    mean: sum / present,
    p10: computePercentile(sorted, 0.1),
    p50: computePercentile(sorted, 0.5),
    p90: computePercentile(sorted, 0.9),
    percentiles: Array.from({ length: CURVE_POINTS }, (_, index) =>
      computePercentile(sorted, index / (CURVE_POINTS - 1)),
    ),
    presentRatio,
  };
}
