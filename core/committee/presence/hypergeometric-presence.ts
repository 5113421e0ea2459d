import { requireInteger } from "../preconditions";
import { computeHypergeometricMass } from "../probability/hypergeometric-mass";
import { sumUpperTail } from "../probability/mass-from-ratios";

/**
 * Presence of a group under random draw from a finite pool: the probability
 * that at least `atLeast` of `seats` drawn without replacement from `poolSize`
 * people belong to a group of `groupSize`. Exact; 0 ≤ groupSize, seats ≤ poolSize. Feller 1968.
 */
export function computeHypergeometricPresence(
  poolSize: number,
  groupSize: number,
  seats: number,
  atLeast: number,
): number {
  requireInteger("computeHypergeometricPresence", "atLeast", atLeast, 0);
  return sumUpperTail(computeHypergeometricMass(poolSize, groupSize, seats), atLeast);
}
