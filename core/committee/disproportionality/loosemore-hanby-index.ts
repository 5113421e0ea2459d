import { computeShareDifferences } from "./share-differences";

/**
 * Loosemore and Hanby's index, 100·½ Σ|s_g − p_g|, in percent: the part of the
 * seats that would have to move for perfect proportion. Loosemore & Hanby 1971.
 */
export function computeLoosemoreHanbyIndex(shares: readonly number[], seats: readonly number[]): number {
  let sum = 0;
  for (const difference of computeShareDifferences("computeLoosemoreHanbyIndex", shares, seats)) {
    sum += Math.abs(difference);
  }
  return 50 * sum;
}
