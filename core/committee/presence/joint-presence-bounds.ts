import { requireRatio } from "../preconditions";

/** The lowest and highest value that a probability can take. */
export interface ProbabilityBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Fréchet's bounds on "all groups are present at once" from the presence of
 * each group alone, whatever their overlap: max(0, Σp − (k − 1)) .. min p.
 * No groups: certain. Fréchet 1935.
 */
export function boundJointPresence(presences: readonly number[]): ProbabilityBounds {
  let sum = 0;
  let upper = 1;
  for (const presence of presences) {
    requireRatio("boundJointPresence", "presence", presence);
    sum += presence;
    upper = Math.min(upper, presence);
  }
  return { lower: presences.length === 0 ? 1 : Math.max(0, sum - (presences.length - 1)), upper };
}
