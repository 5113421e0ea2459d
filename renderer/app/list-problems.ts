import type { Outcome } from "../../core/scenario/outcome";

/** A source that is asked for more than its ceiling in a year. */
export interface CeilingProblem {
  readonly sourceId: string;
  readonly year: number;
  readonly overWon: number;
}

/** What does not fit in the plan as it is, by year, then in the order of the sources. */
export const listProblems = (base: Outcome): CeilingProblem[] =>
  base.byYear.flatMap(({ year, sources }) =>
    sources.flatMap((source) => {
      const overWon = source.committeesWon + source.displacedWon + source.plannedWon - source.ceilingWon;
      return source.hasCeiling && overWon > 0 ? [{ sourceId: source.sourceId, year, overWon }] : [];
    }),
  );
