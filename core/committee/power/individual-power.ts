import { requireInteger } from "../preconditions";
import { computeBinomialMass } from "../probability/binomial-mass";
import { computeMajority } from "../quorum/majority";

/**
 * Absolute Banzhaf power of one of `seats` independent members when a motion
 * needs `quota` votes (default ⌊n/2⌋ + 1): P(Bin(n−1, ½) = q − 1), exact.
 * Penrose 1946; Banzhaf 1965.
 */
export function computeIndividualPower(seats: number, quota: number = computeMajority(seats)): number {
  requireInteger("computeIndividualPower", "seats", seats, 1);
  requireInteger("computeIndividualPower", "quota", quota, 1, seats);
  return computeBinomialMass(seats - 1, 0.5)[quota - 1] ?? 0;
}

/** Penrose's approximation of a member's power under simple majority, √(2/(πn)). Penrose 1946. */
export function approximateIndividualPower(seats: number): number {
  requireInteger("approximateIndividualPower", "seats", seats, 1);
  return Math.sqrt(2 / (Math.PI * seats));
}
