import { requireAtLeast } from "../preconditions";

/**
 * Assembly size by the square root of the population, √P. Auriol & Gary-Bobo 2012.
 * A benchmark, never a rule. Population ≥ 0 in people; the result is not rounded.
 */
export function computeSquareRootSize(population: number): number {
  requireAtLeast("computeSquareRootSize", "population", population, 0);
  return Math.sqrt(population);
}
