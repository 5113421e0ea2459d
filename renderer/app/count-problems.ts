import type { PlanProblem, PlanProblemType } from "../../core/plan/plan-problem";

/** How many problems there are of each kind, in the order of the list. */
export function countByType(
  problems: readonly PlanProblem[],
): readonly (readonly [PlanProblemType, number])[] {
  const counts = new Map<PlanProblemType, number>();
  for (const { type } of problems) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts];
}
