import type { PlanProblem } from "./plan-problem";
import type { PlanTables } from "./plan-tables";
import { findCommitteeProblems } from "./problems/find-committee-problems";
import { findFormulaProblems } from "./problems/find-formula-problems";
import { findRowProblems } from "./problems/find-row-problems";
import { findScenarioProblems } from "./problems/find-scenario-problems";
import { findTaskProblems } from "./problems/find-task-problems";

/**
 * Everything in a plan's rows that a person should look at. `leverPaths` are
 * the paths of all levers that the plan has (listLevers). What only shows when
 * the plan is evaluated (ceilings, capacities, floors) is in
 * core/scenario/find-outcome-problems. O(rows).
 */
export const findPlanProblems = (
  tables: PlanTables,
  leverPaths: ReadonlySet<string>,
): readonly PlanProblem[] => [
  ...findRowProblems(tables),
  ...findTaskProblems(tables),
  ...findCommitteeProblems(tables),
  ...findFormulaProblems(tables),
  ...findScenarioProblems(tables, leverPaths),
];
