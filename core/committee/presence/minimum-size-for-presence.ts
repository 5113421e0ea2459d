import { requireRatio } from "../preconditions";

/**
 * The smallest number of randomly drawn seats with which a group of
 * `groupShare` has a member with probability at least `confidence`:
 * ⌈ln(1 − conf) / ln(1 − p)⌉. groupShare in (0, 1], confidence in [0, 1). Feller 1968.
 */
export function findMinimumSizeForPresence(groupShare: number, confidence: number): number {
  requireRatio("findMinimumSizeForPresence", "groupShare", groupShare);
  requireRatio("findMinimumSizeForPresence", "confidence", confidence);
  if (groupShare === 0 || confidence === 1) {
    throw new RangeError("findMinimumSizeForPresence: groupShare must be above 0 and confidence below 1");
  }
  if (confidence === 0) return 0;
  if (groupShare === 1) return 1;
  const size = Math.log1p(-confidence) / Math.log1p(-groupShare);
  // A size that is whole on paper (p = .5, confidence .75 → 2) must not be lifted by rounding noise.
  return Math.ceil(size - 1e-9 * Math.max(1, size));
}
