import { computeShareDifferences } from "./share-differences";

/**
 * Gallagher's index of disproportionality, 100·√(½ Σ(s_g − p_g)²), in percent:
 * 0 when seats mirror the population, 100 at most. Seats may be shares or
 * counts; at least one of each must be positive. Gallagher 1991.
 */
export function computeGallagherIndex(shares: readonly number[], seats: readonly number[]): number {
  let sum = 0;
  for (const difference of computeShareDifferences("computeGallagherIndex", shares, seats)) {
    sum += difference * difference;
  }
  return 100 * Math.sqrt(sum / 2);
}
