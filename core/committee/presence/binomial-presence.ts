import { requireInteger, requireRatio } from "../preconditions";
import { computeBinomialMass } from "../probability/binomial-mass";
import { sumUpperTail } from "../probability/mass-from-ratios";

/**
 * Presence of a group under random draw from a large population: the
 * probability that at least `atLeast` of `seats` go to a group that is
 * `groupShare` of the population. P(Bin(n, p) ≥ k), exact.
 *
 * seats ≥ 0, groupShare 0..1, atLeast ≥ 0; result 0..1. `atLeast` above `seats`
 * gives 0. Most councils are appointed, not drawn: show reserved seats first. Feller 1968.
 */
export function computeBinomialPresence(seats: number, groupShare: number, atLeast: number): number {
  requireInteger("computeBinomialPresence", "seats", seats, 0);
  requireInteger("computeBinomialPresence", "atLeast", atLeast, 0);
  requireRatio("computeBinomialPresence", "groupShare", groupShare);
  if (atLeast === 0) return 1;
  if (atLeast > seats) return 0;
  if (atLeast === 1) return -Math.expm1(seats * Math.log1p(-groupShare));
  return sumUpperTail(computeBinomialMass(seats, groupShare), atLeast);
}
