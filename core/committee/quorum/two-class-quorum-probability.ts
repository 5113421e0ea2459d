import { requireInteger } from "../preconditions";
import { computeBinomialMass } from "../probability/binomial-mass";
import { computeMajority } from "./majority";

/**
 * The probability of a quorum when citizens and officials attend with different
 * probabilities: P(Bin(c, a_c) + Bin(o, a_o) ≥ need), exact by convolution.
 * `need` defaults to ⌊(c+o)/2⌋ + 1; a need above the seats gives 0.
 */
export function computeTwoClassQuorumProbability(
  citizens: number,
  citizenAttendanceRatio: number,
  officials: number,
  officialAttendanceRatio: number,
  need: number = computeMajority(citizens + officials),
): number {
  requireInteger("computeTwoClassQuorumProbability", "need", need, 0);
  return computeTwoClassQuorumFromMasses(
    computeBinomialMass(citizens, citizenAttendanceRatio),
    computeBinomialMass(officials, officialAttendanceRatio),
    need,
  );
}

/** The same from the masses of citizens and officials present, 0 up to all of them. */
export function computeTwoClassQuorumFromMasses(
  citizenMass: Float64Array,
  officialMass: Float64Array,
  need: number,
): number {
  const citizens = citizenMass.length - 1;
  const officials = officialMass.length - 1;
  // Suffix sums first: upperTail[k] = P(citizens present ≥ k).
  const upperTail = new Float64Array(citizens + 2);
  for (let k = citizens; k >= 0; k -= 1) upperTail[k] = (upperTail[k + 1] ?? 0) + (citizenMass[k] ?? 0);
  let probability = 0;
  for (let present = 0; present <= officials; present += 1) {
    const stillNeeded = need - present;
    const tail = stillNeeded <= 0 ? 1 : stillNeeded > citizens ? 0 : (upperTail[stillNeeded] ?? 0);
    probability += (officialMass[present] ?? 0) * tail;
  }
  return Math.min(1, probability);
}
