import type { AllocationWeights } from "./allocate-pool-weights";

/** Weights of the formula scaled to a sum of 1, as the allocation uses them; null where all are 0 (then all units get the same). */
export function normaliseWeights(weights: AllocationWeights): AllocationWeights | null {
  const { equal, people, need, revenue } = weights;
  const sum = equal + people + need + revenue;
  return sum > 0
    ? { equal: equal / sum, people: people / sum, need: need / sum, revenue: revenue / sum }
    : null;
}
