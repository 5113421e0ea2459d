import { isEntityName, naturalKeyOf } from "../plan/entities";
import { isSameValue } from "./canonical-json";
import { initialValue } from "./initial-value";
import type { NewOp } from "./name-predecessors";
import type { PlanFold } from "./plan-fold";
import type { CellJson } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/** Named versions are not part of what they name: restoring one keeps all of them. */
const KEPT_ENTITY = "baseline";

/**
 * The ops that set a plan back to an earlier state: every cell gets the value
 * that it had, rows that did not exist are deleted, deleted rows come back.
 * Cells in conflict are settled by it, unless they were in conflict then too. Also covers
 * entities and fields that this version does not know. O(cells).
 */
export function draftRestoration(current: PlanFold, target: PlanFold): readonly NewOp[] {
  const ops: NewOp[] = [];
  for (const { entity, rowId, heads } of current.heads.rows()) {
    if (entity === KEPT_ENTITY) continue;
    const cells: Record<string, CellJson> = {};
    const past = target.heads.row(entity, rowId);
    const wasThere = past !== undefined && !target.isDeleted(entity, rowId);
    const isThere = !current.isDeleted(entity, rowId);
    if (!wasThere && !isThere) continue;
    if (wasThere !== isThere) cells[DELETED_CELL] = !wasThere;
    if (wasThere)
      for (const field of heads.fields) {
        if (field === DELETED_CELL || isKeyField(entity, field)) continue;
        const value = target.valueOf(entity, rowId, field) ?? initialValue(entity, field);
        const isSettled = heads.of(field).length === 1 || past.of(field).length > 1;
        const isSame = isSameValue(current.valueOf(entity, rowId, field) ?? null, value);
        if (!isSame || !isSettled) cells[field] = value;
      }
    if (Object.keys(cells).length > 0) ops.push({ entity, rowId, cells });
  }
  return ops;
}

const isKeyField = (entity: string, field: string): boolean =>
  isEntityName(entity) && (naturalKeyOf(entity)?.includes(field) ?? false);
