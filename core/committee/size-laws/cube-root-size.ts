import { requireAtLeast } from "../preconditions";

/**
 * Assembly size by the cube root of the population, ∛P. Taagepera 1972; contested by Jacobs & Otjes 2014 and Margaritondo 2021.
 * A benchmark, never a rule. Population ≥ 0 in people; the result is not rounded.
 */
export function computeCubeRootSize(population: number): number {
  requireAtLeast("computeCubeRootSize", "population", population, 0);
  return Math.cbrt(population);
}
