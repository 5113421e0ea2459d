import { requireInteger, requireShares } from "../preconditions";

/**
 * The root mean square of Gallagher's index when `seats` are drawn at random,
 * in percent: 100·√((1 − Σp²)/(2n)), times √((N − n)/(N − 1)) when they are
 * drawn without replacement from a pool of `poolSize` people.
 *
 * seats ≥ 1; poolSize ≥ seats, or left out for a large population. Shares are
 * scaled to add up to 1.
 */
export function computeRandomDrawDisproportionality(
  shares: readonly number[],
  seats: number,
  poolSize?: number,
): number {
  const name = "computeRandomDrawDisproportionality";
  const sum = requireShares(name, "shares", shares);
  requireInteger(name, "seats", seats, 1);
  let squares = 0;
  for (const share of shares) squares += (share / sum) ** 2;
  const large = 100 * Math.sqrt(Math.max(0, 1 - squares) / (2 * seats));
  if (poolSize === undefined) return large;
  requireInteger(name, "poolSize", poolSize, seats);
  return poolSize === 1 ? 0 : large * Math.sqrt((poolSize - seats) / (poolSize - 1));
}
