import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { LeverValues } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";

/** The levers that the plan still has: one whose target was deleted is kept in its scenario and ignored. */
export function keepKnownLevers(compiled: CompiledPlan, levers: LeverValues): LeverValues {
  const known = new Set(listLevers(compiled).map(({ path }) => path));
  return Object.fromEntries(Object.entries(levers).filter(([path]) => known.has(path)));
}
