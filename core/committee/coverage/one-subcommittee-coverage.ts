import { computeHypergeometricPresence } from "../presence/hypergeometric-presence";
import { computeSubcommitteeSizes } from "./subcommittee-sizes";

/**
 * The probability that a group of `groupSize` among `seats` members has someone
 * in one given subcommittee of `subcommitteeSize`: 1 − C(n−s, m)/C(n, m).
 */
export function computeOneSubcommitteeCoverage(
  seats: number,
  subcommitteeSize: number,
  groupSize: number,
): number {
  return computeHypergeometricPresence(seats, groupSize, subcommitteeSize, 1);
}

/** How many of `subcommittees` (as equal as possible) a group of `groupSize` is found in, on average. */
export function computeExpectedCoveredSubcommittees(
  seats: number,
  subcommittees: number,
  groupSize: number,
): number {
  let expected = 0;
  for (const size of computeSubcommitteeSizes(seats, subcommittees)) {
    expected += computeOneSubcommitteeCoverage(seats, size, groupSize);
  }
  return expected;
}
