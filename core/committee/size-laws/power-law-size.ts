import { requireAtLeast } from "../preconditions";

/**
 * Assembly size by the power law P^0.4 found across countries. Auriol & Gary-Bobo 2012.
 * A benchmark, never a rule. Population ≥ 0 in people; the result is not rounded.
 */
export function computePowerLawSize(population: number): number {
  requireAtLeast("computePowerLawSize", "population", population, 0);
  return population ** 0.4;
}
