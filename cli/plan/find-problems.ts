import { PLAN_ROW_ID } from "../../core/plan/entities";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import type { PlanProblem as FoundProblem } from "../../core/plan/plan-problem";
import { initialRow, type PlanTables } from "../../core/plan/plan-tables";
import { compilePlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { findOutcomeProblems } from "../../core/scenario/find-outcome-problems";
import { listLevers } from "../../core/scenario/list-levers";
import { describeProblem } from "../output/problem-words";

/** Something in a plan that a person should look at, in words; nothing is corrected. */
export interface PlanProblem {
  readonly type: string;
  readonly message: string;
  readonly entity?: string;
  readonly rowId?: string;
  readonly field?: string;
}

/** All problems that the app lists too: in the rows, and those that show when the plan as it is is evaluated. */
export function findProblems(tables: PlanTables, revision: number): readonly PlanProblem[] {
  const compiled = compilePlan(tables, revision);
  const leverPaths = new Set(listLevers(compiled).map(({ path }) => path));
  const { firstYear, lastYear } = tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  const ofRows = findPlanProblems(tables, leverPaths);
  // A plan that ends before it begins has no years to exceed anything in.
  const ofOutcome = lastYear < firstYear ? [] : findOutcomeProblems(evaluateScenario(compiled, {}));
  return [...ofRows, ...ofOutcome].map((problem) => toWords(tables, problem));
}

function toWords(tables: PlanTables, problem: FoundProblem): PlanProblem {
  const { entity, rowId, field } = problem.at;
  const message = describeProblem(tables, problem);
  return { type: problem.type, message, entity, rowId, ...(field === null ? {} : { field }) };
}
