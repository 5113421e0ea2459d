import type { Outcome } from "../../../core/scenario/outcome";

/** The money of a year, all sources together, in parts that add up. */
export interface YearMoney {
  readonly year: number;
  readonly tasksWon: number;
  readonly committeesWon: number;
  readonly residentsWon: number;
  /** Null when no source has a ceiling in this year. */
  readonly ceilingWon: number | null;
}

/**
 * Splits each year's money into tasks, committees and what residents decide on.
 * Carved-out and additional money of residents stands beside the tasks;
 * deliberated money redesigns tasks, so it is taken out of their part.
 */
export const listMoneyByYear = (outcome: Outcome, isAdditional: boolean): YearMoney[] =>
  outcome.byYear.map(({ year, sources }) => {
    const sum = (read: (source: (typeof sources)[number]) => number) =>
      sources.reduce((total, source) => total + read(source), 0);
    const fundedWon = sum((source) => source.tasksWon);
    const decidedWon = sum((source) => source.residentsWon);
    const displacedWon = sum((source) => source.displacedWon);
    const isInsideTasks = displacedWon === 0 && !isAdditional;
    const residentsWon = isInsideTasks ? Math.min(decidedWon, fundedWon) : decidedWon;
    const hasCeiling = sources.some((source) => source.hasCeiling);
    return {
      year,
      tasksWon: isInsideTasks ? fundedWon - residentsWon : fundedWon,
      committeesWon: sum((source) => source.committeesWon),
      residentsWon,
      ceilingWon: hasCeiling ? sum((source) => (source.hasCeiling ? source.ceilingWon : 0)) : null,
    };
  });

export const totalOf = ({ tasksWon, committeesWon, residentsWon }: YearMoney): number =>
  tasksWon + committeesWon + residentsWon;
