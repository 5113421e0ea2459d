import { computeSubcommitteeSizes } from "../coverage/subcommittee-sizes";
import { requireInteger } from "../preconditions";

/**
 * The probability that two given members sit in the same one of
 * `subcommittees` as equal as possible, by random assignment:
 * Σ s_i(s_i − 1) / (n(n − 1)). seats ≥ 2.
 */
export function computeSameSubcommitteeProbability(seats: number, subcommittees: number): number {
  requireInteger("computeSameSubcommitteeProbability", "seats", seats, 2);
  let pairs = 0;
  for (const size of computeSubcommitteeSizes(seats, subcommittees)) pairs += size * (size - 1);
  return pairs / (seats * (seats - 1));
}
