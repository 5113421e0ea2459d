import { PLAN_ROW_ID } from "../entities";
import { MAX_HORIZON_YEARS } from "../plan-horizon";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/** Weights are typed as per cent; sums of such parts are exact to far less than this. */
const SUM_TOLERANCE = 1e-6;

/** What does not fit in the plan's own figures: years, weights of the formula, units without people, grades that are gone. */
export function findFormulaProblems(tables: PlanTables): readonly PlanProblem[] {
  const plan = tables.find("plan", PLAN_ROW_ID);
  const at = (field: string) => ({ entity: "plan", rowId: PLAN_ROW_ID, field }) as const;
  const problems: PlanProblem[] = [];
  if (plan !== undefined) {
    const years = plan.lastYear - plan.firstYear + 1;
    if (years > MAX_HORIZON_YEARS)
      problems.push({
        type: "horizon-too-long",
        years,
        maximumYears: MAX_HORIZON_YEARS,
        at: at("lastYear"),
      });
    const sumRatio =
      plan.weightEqualRatio + plan.weightPeopleRatio + plan.weightNeedRatio + plan.weightRevenueRatio;
    if (tables.all("unit").length > 0 && Math.abs(sumRatio - 1) > SUM_TOLERANCE)
      problems.push({ type: "weights-not-one", sumRatio, at: at("weightEqualRatio") });
  }
  for (const { id, population } of tables.ordered("unit"))
    if (population === 0)
      problems.push({
        type: "unit-without-people",
        at: { entity: "unit", rowId: id, field: "population" },
      });
  return [...problems, ...findUnknownGrades(tables)];
}

function findUnknownGrades(tables: PlanTables): PlanProblem[] {
  const codes = new Set(tables.all("grade").map(({ code }) => code));
  return tables
    .all("evaluation")
    .filter(({ gradeCode }) => gradeCode !== "" && !codes.has(gradeCode))
    .map(({ id, year, gradeCode }) => ({
      type: "unknown-grade",
      year,
      gradeCode,
      at: { entity: "evaluation", rowId: id, field: "gradeCode" },
    }));
}
