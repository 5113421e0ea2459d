import { requireInteger } from "../preconditions";
import { computeBetaBinomialMass } from "../probability/beta-binomial-mass";
import { sumUpperTail } from "../probability/mass-from-ratios";
import { computeMajority } from "./majority";

/**
 * The probability that at least `need` of `seats` members come when each
 * attends with probability `attendanceRatio`; `rho` (0..1) is the correlation
 * of their attendance (beta-binomial). `need` defaults to ⌊n/2⌋ + 1.
 * A need above the seats can never be met: 0.
 */
export function computeQuorumProbability(
  seats: number,
  attendanceRatio: number,
  need: number = computeMajority(seats),
  rho = 0,
): number {
  requireInteger("computeQuorumProbability", "need", need, 0);
  return sumUpperTail(computeBetaBinomialMass(seats, attendanceRatio, rho), need);
}
