import { useMemo } from "react";
import { type PlanProblem, planProblemTypes } from "../../core/plan/plan-problem";
import { findOutcomeProblems } from "../../core/scenario/find-outcome-problems";
import { useProblems } from "./plan-queries";
import { useActiveOutcomes } from "./what-if";

/** All problems of the plan, ceilings and capacities under the active scenario, by kind; undefined while they load. */
export function useAllProblems(): readonly PlanProblem[] | undefined {
  const { data: ofRows } = useProblems();
  const { scenario } = useActiveOutcomes();
  return useMemo(() => {
    if (ofRows === undefined || scenario === undefined) return undefined;
    const all = [...ofRows, ...findOutcomeProblems(scenario)];
    return all.sort((a, b) => planProblemTypes.indexOf(a.type) - planProblemTypes.indexOf(b.type));
  }, [ofRows, scenario]);
}
