import type { Outcome } from "./outcome";

/** Money that the tasks of an area get in each year of the horizon. */
export interface AreaMoney {
  /** Empty for tasks without an area. */
  readonly areaId: string;
  readonly fundedWonByYear: readonly number[];
}

/**
 * Funded money by area and year, in won at the scenario's prices, areas in the
 * order given; tasks of no or an unknown area come last, if they get anything.
 * The areas together are what all tasks get: Σ = Σ tasks' fundedWonByYear.
 */
export function sumMoneyByArea(
  outcome: Outcome,
  areaIds: readonly string[],
  areaIdByTask: ReadonlyMap<string, string>,
): readonly AreaMoney[] {
  const sums = new Map(["", ...areaIds].map((areaId) => [areaId, outcome.years.map(() => 0)]));
  for (const task of outcome.tasks) {
    const sum = sums.get(areaIdByTask.get(task.taskId) ?? "") ?? sums.get("");
    if (sum === undefined) continue;
    for (const [index, won] of task.fundedWonByYear.entries()) sum[index] = (sum[index] ?? 0) + won;
  }
  const withoutArea = sums.get("") ?? [];
  return [
    ...areaIds.map((areaId) => ({ areaId, fundedWonByYear: sums.get(areaId) ?? [] })),
    ...(withoutArea.some((won) => won !== 0) ? [{ areaId: "", fundedWonByYear: withoutArea }] : []),
  ];
}
