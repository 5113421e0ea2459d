import { type EntityName, findField, naturalKeyOf } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { keyCellsOf } from "../../core/plan/row-id";

/** A row for people: `task T01`, `budgetLine T01 2027 CITY REGULAR`, `plan`. */
export function nameRow(tables: PlanTables, entity: EntityName, rowId: string): string {
  if (entity === "plan") return "plan";
  const key = naturalKeyOf(entity) === undefined ? undefined : keyCellsOf(entity, rowId);
  if (key === undefined) return `${entity} ${nameTarget(tables, entity, rowId)}`;
  const parts = Object.entries(key).map(([field, value]) => {
    const target = findField(entity, field)?.target;
    return target === undefined ? String(value) : nameTarget(tables, target as EntityName, String(value));
  });
  return `${entity} ${parts.join(" ")}`;
}

/** A row's code, else its title, else its id. */
function nameTarget(tables: PlanTables, entity: EntityName, rowId: string): string {
  const row = tables.findEvenDeleted(entity, rowId) as Record<string, unknown> | undefined;
  const name = [row?.code, row?.title].find((part) => typeof part === "string" && part !== "");
  return typeof name === "string" ? name : rowId;
}
