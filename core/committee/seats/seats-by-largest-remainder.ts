import { requireInteger, requireShares } from "../preconditions";

/** Remainders closer than this are a tie: 0.29 · 100 is 28.999999999999996 in floating point. */
const TIE = 1e-9;

/**
 * Seats by largest remainder (Hamilton): each group gets the whole part of its
 * quota n·p_g, and the seats left over go to the largest remainders.
 *
 * Shares are non-negative with a positive sum and need not add up to 1. Ties go
 * to the earlier group. The result adds up to `seats`. Balinski & Young 1982.
 */
export function allocateSeatsByLargestRemainder(shares: readonly number[], seats: number): number[] {
  requireInteger("allocateSeatsByLargestRemainder", "seats", seats, 0);
  const sum = requireShares("allocateSeatsByLargestRemainder", "shares", shares);
  const quotas = shares.map((share) => (share / sum) * seats);
  const result = quotas.map((quota) => Math.floor(quota + TIE));
  const left = seats - result.reduce((total, count) => total + count, 0);
  const remainders = quotas.map((quota, group) => Math.round((quota - (result[group] ?? 0)) / TIE));
  const order = shares.map((_, group) => group);
  order.sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const group of order.slice(0, left)) result[group] = (result[group] ?? 0) + 1;
  return result;
}
