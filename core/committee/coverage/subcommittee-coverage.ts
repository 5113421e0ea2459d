import { requireInteger } from "../preconditions";
import { computeHypergeometricMass } from "../probability/hypergeometric-mass";
import { computeSubcommitteeSizes } from "./subcommittee-sizes";

/**
 * The probability that `groupSize` of `seats` members, assigned at random, are
 * found in every one of `subcommittees` as equal as possible.
 *
 * With equal sizes s it is Σ_j (−1)^j C(c,j)·C(n−js,m)/C(n,m); computed without
 * those alternating signs by filling one subcommittee after another
 * (hypergeometric), so it stays exact to about 1e−12 for large councils and
 * sizes that differ by one. O(c · m²).
 */
export function computeSubcommitteeCoverage(seats: number, subcommittees: number, groupSize: number): number {
  requireInteger("computeSubcommitteeCoverage", "groupSize", groupSize, 0, seats);
  if (groupSize < subcommittees || seats < subcommittees) return 0;
  let seatsLeft = seats;
  // probabilities[r]: every subcommittee so far has a member of the group, and r of the group are unassigned.
  let probabilities = new Float64Array(groupSize + 1);
  probabilities[groupSize] = 1;
  for (const size of computeSubcommitteeSizes(seats, subcommittees)) {
    const next = new Float64Array(groupSize + 1);
    for (let left = 1; left <= Math.min(groupSize, seatsLeft); left += 1) {
      const probability = probabilities[left] ?? 0;
      if (probability === 0) continue;
      const masses = computeHypergeometricMass(seatsLeft, left, size);
      for (let here = 1; here <= Math.min(left, size); here += 1) {
        next[left - here] = (next[left - here] ?? 0) + probability * (masses[here] ?? 0);
      }
    }
    probabilities = next;
    seatsLeft -= size;
  }
  return Math.min(1, probabilities[0] ?? 0);
}
