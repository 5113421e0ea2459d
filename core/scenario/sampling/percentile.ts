/**
 * The percentile of sorted values: a straight line between the two that lie
 * nearest (Hyndman & Fan 1996, type 7). 0 ≤ ratio ≤ 1; NaN for no values.
 */
export function computePercentile(sorted: ArrayLike<number>, ratio: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = ratio * (sorted.length - 1);
  const index = Math.floor(position);
  const before = sorted[index] ?? Number.NaN;
  const after = sorted[Math.min(sorted.length - 1, index + 1)] ?? before;
  return before + (position - index) * (after - before);
}
