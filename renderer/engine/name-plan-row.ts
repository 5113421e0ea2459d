import { isEntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { keyCellsOf } from "../../core/plan/row-id";
import { nameRow } from "../../core/planfile/name-row";

/**
 * A row as people call it, also when it is deleted: "T01 Ordinances",
 * "T01 · 2027 · City". Notes are called by what they are about; rows of unknown
 * kinds by their id.
 */
export function namePlanRow(tables: PlanTables, entity: string, rowId: string): string {
  if (!isEntityName(entity)) return rowId;
  if (entity === "evidence") {
    const { entity: target, rowId: id } = keyCellsOf("evidence", rowId) ?? {};
    return typeof target === "string" ? namePlanRow(tables, target, String(id)) : rowId;
  }
  if (entity === "comment") {
    const comment = tables.findEvenDeleted("comment", rowId);
    return comment === undefined || comment.entity === "comment"
      ? rowId
      : namePlanRow(tables, comment.entity, comment.rowId);
  }
  const name = nameRow(tables, { entity, rowId, cells: {} });
  const code = entity === "task" ? (tables.findEvenDeleted("task", rowId)?.code ?? "") : "";
  return code === "" || code === name ? name : `${code} ${name}`;
}
