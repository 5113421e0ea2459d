import { requireRatio } from "../preconditions";
import { computeBinomialMass } from "../probability/binomial-mass";

/**
 * The smallest reserve list that covers all drop-outs of `seats` members with
 * probability at least `confidence`, when each drops out with probability
 * `dropoutRatio` over the whole term: the smallest r with P(Bin(n, d) ≤ r) ≥ conf.
 * Reserves themselves are taken to stay. Never more than the seats.
 */
export function findReserveListSize(seats: number, dropoutRatio: number, confidence: number): number {
  requireRatio("findReserveListSize", "confidence", confidence);
  const masses = computeBinomialMass(seats, dropoutRatio);
  // Certainty needs a reserve for everybody, even where the tail is lost in rounding.
  if (confidence === 1 && dropoutRatio > 0) return seats;
  let covered = 0;
  for (let reserve = 0; reserve < seats; reserve += 1) {
    covered += masses[reserve] ?? 0;
    if (covered >= confidence) return reserve;
  }
  return seats;
}
