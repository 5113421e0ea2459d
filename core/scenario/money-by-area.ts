import type { BudgetSummary } from "../budget/summarise-budget";
import { numberOr } from "./lever";
import type { Outcome } from "./outcome";

/** One year of the money that a plan asks for, in whole won, in parts that add up to the need. */
export interface AreaMoneyYear {
  readonly year: number;
  /** In the order of the summary's areas. */
  readonly areasWon: readonly number[];
  readonly committeesWon: number;
  /** What residents take from central tasks. */
  readonly residentsWon: number;
  readonly needWon: number;
  /** Sum of the ceilings; null when no source has one in this year. */
  readonly ceilingWon: number | null;
}

/**
 * What the areas' tasks need as planned, year by year at the scenario's prices
 * ((1 + inflation of the scenario) / (1 + inflation of the plan) to the power of
 * the years since the first), beside committees, residents and the ceilings.
 */
export function moneyByArea(
  summary: BudgetSummary,
  plannedInflationRatio: number,
  outcome: Outcome,
): readonly AreaMoneyYear[] {
  const inflationRatio = numberOr(outcome.levers["prices.inflation"], plannedInflationRatio);
  const yearlyRise = (1 + inflationRatio) / (1 + plannedInflationRatio);
  return summary.years.map((year, index) => {
    const sources = outcome.byYear.find((entry) => entry.year === year)?.sources ?? [];
    const sum = (read: (source: (typeof sources)[number]) => number) =>
      sources.reduce((total, source) => total + read(source), 0);
    const areasWon = summary.areas.map(({ sums }) =>
      Math.round((sums.byYearWon[index] ?? 0) * yearlyRise ** index),
    );
    const committeesWon = sum((source) => source.committeesWon);
    const residentsWon = sum((source) => source.displacedWon);
    return {
      year,
      areasWon,
      committeesWon,
      residentsWon,
      needWon: areasWon.reduce((total, won) => total + won, committeesWon + residentsWon),
      ceilingWon: sources.some(({ hasCeiling }) => hasCeiling)
        ? sum(({ hasCeiling, ceilingWon }) => (hasCeiling ? ceilingWon : 0))
        : null,
    };
  });
}
