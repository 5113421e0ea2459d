import type { BudgetSummary } from "./summarise-budget";

/** Money that flows from one source to one area within the plan's years, in whole won. */
export interface BudgetFlow {
  readonly sourceId: string;
  /** Place of the area in the summary. */
  readonly areaIndex: number;
  readonly won: number;
}

/**
 * Where each source's money goes: one entry for every source and area between
 * which money flows, in the order of the areas, then of their lines. Money
 * before and after the plan's years does not count.
 */
export function summariseBudgetFlow({ areas }: BudgetSummary): readonly BudgetFlow[] {
  return areas.flatMap(({ tasks }, areaIndex) => {
    const bySource = new Map<string, number>();
    for (const { sourceId, sums } of tasks.flatMap(({ lines }) => lines)) {
      const won = sums.byYearWon.reduce((sum, yearWon) => sum + yearWon, 0);
      if (won > 0) bySource.set(sourceId, (bySource.get(sourceId) ?? 0) + won);
    }
    return [...bySource].map(([sourceId, won]) => ({ sourceId, areaIndex, won }));
  });
}
