import type { Outcome } from "../../core/scenario/outcome";
import type { DrawsSummary } from "../../core/scenario/uncertainty/summarise-draws";
import type { PlanNames } from "../plan/plan-names";
import type { outcomeJson } from "./outcome-json";

/** An outcome's JSON with what a simulation adds: percentiles of the figures, chances of tasks and ceilings. */
export function drawsJson(
  json: ReturnType<typeof outcomeJson>,
  outcome: Outcome,
  summary: DrawsSummary,
  names: PlanNames,
) {
  const spreads = new Map(summary.indicators.map((spread) => [spread.key as string, spread]));
  return {
    ...json,
    indicators: Object.fromEntries(
      Object.entries(json.indicators).map(([key, indicator]) => {
        const spread = spreads.get(key);
        if (spread === undefined) return [key, indicator];
        const { mean, p10, p50, p90, presentRatio } = spread;
        return [key, { ...indicator, mean, p10, p50, p90, presentRatio }];
      }),
    ),
    tasks: json.tasks.map((task, index) => {
      const chances = summary.tasks.find(({ taskId }) => taskId === outcome.tasks[index]?.taskId);
      return {
        ...task,
        fundedProbability: chances?.fundedRatio ?? null,
        startedProbability: chances?.startedRatio ?? null,
      };
    }),
    ceilings: summary.ceilings.map(({ sourceId, year, exceededRatio }) => ({
      source: names.code("source", sourceId),
      year,
      exceededProbability: exceededRatio,
    })),
    draws: summary.draws,
    standardErrorRatio: summary.standardErrorRatio,
  };
}
