import type { EntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { naturalRowId } from "../../core/plan/row-id";
import { type CellTarget, targetCell } from "./cell-target";
import { failOnPath } from "./path-failure";
import { listPlanYears, readPlanYear } from "./plan-years";

/** A figure that has one value a year. */
export interface YearlyFigure {
  /** Path of the figure without the year. */
  readonly path: string;
  readonly entity: EntityName;
  readonly field: string;
  /** What the row's id names before the year. */
  readonly owner: readonly string[];
}

/** One year of a figure (`rest` is a year), or all of the plan's years (`rest` is empty). */
export const resolveYearly = (
  tables: PlanTables,
  typedPath: string,
  { path, entity, field, owner }: YearlyFigure,
  rest: string,
  text: string,
): readonly CellTarget[] =>
  chooseYears(tables, typedPath, rest).map((year) => {
    const place = { path: `${path}.${year}`, entity, rowId: naturalRowId(...owner, year), field };
    return targetCell(tables, place, typedPath, text);
  });

function chooseYears(tables: PlanTables, path: string, rest: string): readonly number[] {
  if (rest === "") return listPlanYears(tables);
  const { year, rest: surplus } = readPlanYear(tables, path, rest);
  if (surplus !== "") throw failOnPath(path, "path-too-long", `nothing may follow the year ${year}.`);
  return [year];
}
