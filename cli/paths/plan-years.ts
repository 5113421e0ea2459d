import { PLAN_ROW_ID } from "../../core/plan/entities";
import { initialRow, type PlanTables } from "../../core/plan/plan-tables";
import { failOnPath } from "./path-failure";

/** The years of the plan. */
export function listPlanYears(tables: PlanTables): readonly number[] {
  const { firstYear, lastYear } = tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  return Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => firstYear + index);
}

/** The year at the start of `rest`, one of the plan's, and what follows it. */
export function readPlanYear(tables: PlanTables, path: string, rest: string): { year: number; rest: string } {
  const [part = "", ...others] = rest.split(".");
  const year = Number(part);
  const years = listPlanYears(tables);
  if (!/^\d{4}$/.test(part))
    throw failOnPath(path, "not-a-year", `"${part}" is not a year such as ${years[0]}.`);
  if (!years.includes(year))
    throw failOnPath(
      path,
      "year-outside-plan",
      `${year} is outside the plan's years ${years[0]} to ${years.at(-1)}.`,
    );
  return { year, rest: others.join(".") };
}
