import { requireInteger, requireRatio } from "../preconditions";

const MAX_GROUPS = 12;

/**
 * The probability that every one of several mutually exclusive groups gets at
 * least one of `seats` drawn at random from a large population, by
 * inclusion–exclusion: Σ_S (−1)^|S| (1 − Σ_{g∈S} p_g)^n.
 *
 * At most 12 groups (2^12 terms); shares 0..1 with a sum of at most 1. Feller 1968.
 */
export function computeExclusiveJointPresence(seats: number, groupShares: readonly number[]): number {
  const name = "computeExclusiveJointPresence";
  requireInteger(name, "seats", seats, 0);
  requireInteger(name, "number of groups", groupShares.length, 0, MAX_GROUPS);
  for (const share of groupShares) requireRatio(name, "group share", share);
  requireRatio(name, "sum of shares", Math.max(0, groupShares.reduce((a, b) => a + b, 0) - 1e-12));
  if (seats < groupShares.length) return 0;
  let probability = 0;
  for (let subset = 0; subset < 1 << groupShares.length; subset += 1) {
    let absentShare = 0;
    let sign = 1;
    groupShares.forEach((share, group) => {
      if ((subset >> group) & 1) {
        absentShare += share;
        sign = -sign;
      }
    });
    probability += sign * Math.max(0, 1 - absentShare) ** seats;
  }
  return Math.min(1, Math.max(0, probability));
}
