import type { SettledCell } from "../plan/command";
import type { EditError } from "../plan/edit-error";
import { findField, isEntityName } from "../plan/entities";
import type { Result } from "../result";
import { err, ok } from "../result";
import { isSameValue } from "./canonical-json";
import { cellKey } from "./cell-heads";
import type { CellConflict } from "./find-conflicts";
import type { NewOp } from "./name-predecessors";
import type { CellJson } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/**
 * The ops that settle cells in conflict, one a row. A value is one of those that
 * people gave the cell, or any that its field takes; rules between cells of a row are
 * not asked, since each side kept them and only a person can say what should give:
 * what is broken is listed as a problem.
 *
 * Errors: `not-in-conflict`, `wrong-kind`; nothing is settled then.
 */
export function draftSettlement(
  cells: readonly SettledCell[],
  conflicts: readonly CellConflict[],
): Result<readonly NewOp[], EditError> {
  const open = new Map(conflicts.map((conflict) => [cellKey(conflict), conflict]));
  const ops = new Map<string, { entity: string; rowId: string; cells: Record<string, CellJson> }>();
  for (const { value, ...cell } of cells) {
    const { entity, rowId, field } = cell;
    const conflict = open.get(cellKey(cell));
    if (conflict === undefined) return err({ type: "not-in-conflict", ...cell });
    if (!conflict.values.some((known) => isSameValue(known.value, value)) && !fits(entity, field, value))
      return err({ type: "wrong-kind", ...cell });
    const key = `${entity}\n${rowId}`;
    const op = ops.get(key) ?? { entity, rowId, cells: {} };
    op.cells[field] = value;
    ops.set(key, op);
  }
  return ok([...ops.values()]);
}

const fits = (entity: string, field: string, value: CellJson): boolean =>
  field !== DELETED_CELL && isEntityName(entity) && findField(entity, field)?.accepts(value) === true;
