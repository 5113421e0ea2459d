/** What is asked of a figure. */
export interface Condition {
  readonly relation: "at-least" | "at-most" | "equal";
  readonly bound: number;
}

/** A figure this close to its bound has reached it, in relation to the bound's size. */
const CLOSENESS = 1e-9;

/** How far a figure is from meeting the condition; 0 when it does, Infinity where there is no figure. */
export function measureShortfall({ relation, bound }: Condition, value: number): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  const difference = relation === "at-least" ? bound - value : value - bound;
  const shortfall = relation === "equal" ? Math.abs(difference) : Math.max(0, difference);
  return shortfall <= CLOSENESS * Math.max(1, Math.abs(bound)) ? 0 : shortfall;
}
