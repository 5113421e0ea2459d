import { requireInteger, requireRatio } from "../preconditions";
import { computeBetaBinomialMass } from "../probability/beta-binomial-mass";

/**
 * Condorcet's jury theorem: the probability that the majority of `seats`
 * members is right when each is right with probability `p`; a tie counts half.
 *
 * Members whose votes share the correlation `rho` (0..1) follow the
 * beta-binomial distribution. A benchmark for p > ½ only: below ½ a larger
 * jury is worse. Ladha 1992; Kaniovski & Zaigraev 2011.
 */
export function computeMajorityCorrectness(p: number, seats: number, rho = 0): number {
  requireRatio("computeMajorityCorrectness", "p", p);
  requireRatio("computeMajorityCorrectness", "rho", rho);
  requireInteger("computeMajorityCorrectness", "seats", seats, 1);
  const masses = computeBetaBinomialMass(seats, p, rho);
  let probability = seats % 2 === 0 ? (masses[seats / 2] ?? 0) / 2 : 0;
  for (let right = seats; right > seats / 2; right -= 1) probability += masses[right] ?? 0;
  return Math.min(1, probability);
}
