import { type EntityName, entityNames, naturalKeyOf, PLAN_ROW_ID } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { naturalRowId } from "../../core/plan/row-id";
import { type CellTarget, targetCell } from "./cell-target";
import { findFieldByName, toCamelCase } from "./find-field-by-name";
import { findRowByCode, hasCode } from "./find-row-by-code";
import { failOnName } from "./path-failure";
import { readPlanYear } from "./plan-years";
import { resolveCellOfRow } from "./resolve-cell-of-row";
import { planWidePaths, resolvePlanWide } from "./resolve-plan-wide";
import type { PredecessorsTarget } from "./resolve-waits-for";
import type { Assignment } from "./split-assignment";

const codedEntities = entityNames.filter(hasCode);
/** Kinds of rows that are named by a year alone. */
const yearEntities = entityNames.filter((entity) => naturalKeyOf(entity)?.join() === "year");

/** What an assignment sets: a cell, or what a task waits for. */
export type SetTarget = CellTarget | PredecessorsTarget;

export const isCell = (target: SetTarget): target is CellTarget => !("predecessorIds" in target);

/**
 * The cells that several assignments set, each cell once: a single year beats
 * the path over all years, else the later assignment counts.
 */
export function resolveAssignments(
  tables: PlanTables,
  assignments: readonly Assignment[],
): readonly SetTarget[] {
  const resolved = assignments.map((assignment) => resolveAssignment(tables, assignment));
  const isOverYears = (targets: readonly SetTarget[]) => targets.length > 1;
  const ordered = [
    ...resolved.filter(isOverYears),
    ...resolved.filter((targets) => !isOverYears(targets)),
  ].flat();
  return [...new Map(ordered.map((target) => [target.path, target])).values()];
}

/**
 * The cells that `path=text` sets. Paths are those of the levers, and any field
 * of a row by the row's code: `task.T01.title`, `task.T01.cost.2027.CITY.likely`, `task.T05.waits-for`,
 * `committee.COUNCIL.seats`, `source.CITY.ceiling.2028`, `plan.title`. Throws a
 * CliFailure that names the part that fits nothing and the nearest name that does.
 */
export function resolveAssignment(tables: PlanTables, assignment: Assignment): readonly SetTarget[] {
  const planWide = resolvePlanWide(tables, assignment);
  if (planWide !== undefined) return planWide;
  const { path, text } = assignment;
  const [first = "", ...others] = path.split(".");
  const head = toCamelCase(first);
  const rest = others.join(".");
  const isHead = (entity: EntityName) => entity === head;
  const coded = codedEntities.find(isHead);
  if (coded !== undefined)
    return resolveCellOfRow(tables, path, coded, findRowByCode(tables, path, coded, rest), text);
  const yearly = yearEntities.find(isHead);
  if (yearly !== undefined) {
    const { year, rest: name } = readPlanYear(tables, path, rest);
    const field = findFieldByName(path, yearly, name);
    const place = { path: `${yearly}.${year}.${field}`, entity: yearly, rowId: naturalRowId(year), field };
    return [targetCell(tables, place, path, text)];
  }
  if (head === "plan") {
    const field = findFieldByName(path, "plan", rest);
    const place = { path: `plan.${field}`, entity: "plan", rowId: PLAN_ROW_ID, field } as const;
    return [targetCell(tables, place, path, text)];
  }
  throw failOnHead(path, head);
}

function failOnHead(path: string, head: string) {
  const planWideHeads = new Set(planWidePaths.map((known) => known.split(".")[0] ?? ""));
  if (planWideHeads.has(head)) return failOnName(path, "path", path, "path", planWidePaths);
  const heads = ["plan", ...codedEntities, ...yearEntities, ...planWideHeads];
  return failOnName(path, "path", head, "kind of row", [...new Set(heads)]);
}
