import type { SourceYearOutcome } from "./outcome";

/**
 * What a source is asked for in a year, in whole won: committees, what residents
 * take from central tasks, and all tasks as planned at the scenario's prices.
 */
export const neededWon = ({ committeesWon, displacedWon, plannedWon }: SourceYearOutcome): number =>
  committeesWon + displacedWon + plannedWon;

/** Ceiling less need; negative where more is asked for than there is; null where there is no ceiling. */
export const plannedHeadroomWon = (source: SourceYearOutcome): number | null =>
  source.hasCeiling ? source.ceilingWon - neededWon(source) : null;
