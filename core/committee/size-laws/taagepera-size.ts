import { requireAtLeast, requireRatio } from "../preconditions";

/**
 * Taagepera's cube root law for the active part of the population, ∛(2·a·P):
 * the size that keeps a representative's contacts with constituents and
 * colleagues alike. `activeRatio` 0..1. A benchmark, never a rule. Taagepera
 * 1972; contested by Jacobs & Otjes 2014 and Margaritondo 2021.
 */
export function computeTaageperaSize(population: number, activeRatio: number): number {
  requireAtLeast("computeTaageperaSize", "population", population, 0);
  requireRatio("computeTaageperaSize", "activeRatio", activeRatio);
  return Math.cbrt(2 * activeRatio * population);
}
