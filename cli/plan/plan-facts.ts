import { PLAN_ROW_ID, type Row } from "../../core/plan/entities";
import { initialRow, type PlanTables } from "../../core/plan/plan-tables";
import type { PlanDocument } from "../../core/planfile/plan-document";

/** The plan's own row; as it is from the start where nobody has filled it in. */
export const planRowOf = (tables: PlanTables): Row<"plan"> =>
  tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);

/** What is in a plan, counted. */
export function planFacts(document: PlanDocument) {
  const { tables, identity } = document;
  const plan = planRowOf(tables);
  const yearCount = Math.max(0, plan.lastYear - plan.firstYear + 1);
  return {
    planId: identity.planId,
    title: plan.title,
    years: Array.from({ length: yearCount }, (_, index) => plan.firstYear + index),
    areas: tables.all("area").length,
    tasks: tables.all("task").length,
    committees: tables.all("committee").length,
    scenarios: tables.all("scenario").length,
    changes: document.revision,
    people: document.people.length,
  };
}
