import type { EntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { committeeSizeId } from "../../core/plan/row-id";
import { type CellTarget, targetCell } from "./cell-target";
import { findFieldByName, toCamelCase } from "./find-field-by-name";
import { type FoundRow, findRowByCode } from "./find-row-by-code";
import { readPlanYear } from "./plan-years";
import { resolveAmount } from "./resolve-amount";
import { failOnScenarioLever } from "./resolve-plan-wide";
import { type PredecessorsTarget, resolveWaitsFor, WAITS_FOR } from "./resolve-waits-for";
import { resolveYearly } from "./resolve-yearly";

/** What `source.CITY.` and the like may be followed by: a figure with one value a year. */
const YEARLY_FIGURES = [
  { of: "source", name: "ceiling", entity: "ceiling", field: "ceilingWon" },
  { of: "criterion", name: "score", entity: "criterionScore", field: "score" },
  { of: "resource", name: "capacity", entity: "resourceCapacity", field: "capacity" },
] as const;

/** The cells, or the dependencies of a task, that the part of a path after a row's code means. */
export function resolveCellOfRow(
  tables: PlanTables,
  path: string,
  entity: EntityName,
  row: FoundRow,
  text: string,
): readonly (CellTarget | PredecessorsTarget)[] {
  const { rowId, code, rest } = row;
  const [part = "", ...others] = rest.split(".");
  const after = others.join(".");
  const yearly = YEARLY_FIGURES.find(({ of, name }) => of === entity && name === part);
  if (yearly !== undefined) {
    const figure = { ...yearly, owner: [rowId], path: `${entity}.${code}.${part}` };
    return resolveYearly(tables, path, figure, after, text);
  }
  if (entity === "task" && part === "cost") return resolveAmount(tables, path, row, after, text);
  if (entity === "task" && part === "need") return resolveNeed(tables, path, row, after, text);
  if (entity === "task" && toCamelCase(rest) === WAITS_FOR) return [resolveWaitsFor(tables, path, row, text)];
  if (entity === "committee" && part === "size") return resolveSize(tables, path, row, after, text);
  if (entity === "committee" && rest === "newSeatsTo")
    throw failOnScenarioLever(path, "set seats and officials instead");
  if (entity === "committee" && rest === "effective")
    throw failOnScenarioLever(path, `set ${entity}.${code}.size.YEAR.seats instead`);
  const field = findFieldByName(path, entity, rest);
  return [targetCell(tables, { path: `${entity}.${code}.${field}`, entity, rowId, field }, path, text)];
}

/** `need.STAFF.2027` of a task, or `need.STAFF` for each of the plan's years. */
function resolveNeed(tables: PlanTables, path: string, task: FoundRow, after: string, text: string) {
  const resource = findRowByCode(tables, path, "resource", after);
  const figure = {
    path: `task.${task.code}.need.${resource.code}`,
    entity: "resourceNeed",
    field: "amount",
    owner: [task.rowId, resource.rowId],
  } as const;
  return resolveYearly(tables, path, figure, resource.rest, text);
}

/** `size.2028.seats` of a committee: the size that it has from a year on. */
function resolveSize(tables: PlanTables, path: string, committee: FoundRow, after: string, text: string) {
  const { year, rest } = readPlanYear(tables, path, after);
  const field = findFieldByName(path, "committeeSize", rest);
  const place = {
    path: `committee.${committee.code}.size.${year}.${field}`,
    entity: "committeeSize",
    rowId: committeeSizeId(committee.rowId, year),
    field,
  } as const;
  return [targetCell(tables, place, path, text)];
}
