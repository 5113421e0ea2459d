import type { EntityName } from "../plan/entities";
import { findField, isEntityName } from "../plan/entities";
import type { Result } from "../result";
import { err, ok } from "../result";
import type { CellHeads, OpRef } from "./cell-heads";
import { packOpRef, unpackOpRef } from "./cell-heads";
import type { CellJson, LogChange } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/** A cell that somebody (or a later change) has set since, so that undoing would take that away. */
export interface SupersededCell {
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
}

export type UndoError =
  | { readonly type: "nothing-to-undo" }
  | { readonly type: "nothing-to-redo" }
  | { readonly type: "undo-superseded"; readonly cells: readonly SupersededCell[] };

export interface InverseOp {
  readonly entity: string;
  readonly rowId: string;
  readonly cells: Readonly<Record<string, CellJson>>;
}

/**
 * The ops that take a change back: every cell gets the value that it had before,
 * and a row that the change created is marked deleted. Refused where one of the
 * change's ops is no longer the only head of its cell.
 *
 * `readOp` gives the cells of an earlier op of the log.
 */
export function invertChange(
  changeNumber: number,
  change: LogChange,
  heads: CellHeads,
  readOp: (ref: OpRef) => Readonly<Record<string, CellJson>>,
): Result<readonly InverseOp[], UndoError> {
  const superseded: SupersededCell[] = [];
  const inverse = new Map<string, { entity: string; rowId: string; cells: Record<string, CellJson> }>();
  for (const [index, op] of change.ops.entries()) {
    const key = `${op.entity}\n${op.rowId}`;
    const restored = inverse.get(key) ?? { entity: op.entity, rowId: op.rowId, cells: {} };
    inverse.set(key, restored);
    if (
      isCreation(op.entity, op.rowId, packOpRef(changeNumber, index), op.predecessors.length, heads, readOp)
    ) {
      restored.cells[DELETED_CELL] = true;
      continue;
    }
    for (const field of Object.keys(op.cells)) {
      const [head, ...others] = heads.of(op.entity, op.rowId, field);
      const isOurs = head !== undefined && unpackOpRef(head)[0] === changeNumber && others.length === 0;
      if (!isOurs) superseded.push({ entity: op.entity, rowId: op.rowId, field });
      if (field in restored.cells || restored.cells[DELETED_CELL] === true) continue;
      restored.cells[field] = valueBefore(op.entity, field, op.predecessors, readOp);
    }
  }
  return superseded.length > 0
    ? err({ type: "undo-superseded", cells: superseded })
    : ok([...inverse.values()]);
}

/** An op without predecessors that holds the first cells of its row. */
function isCreation(
  entity: string,
  rowId: string,
  ref: OpRef,
  predecessors: number,
  heads: CellHeads,
  readOp: (ref: OpRef) => Readonly<Record<string, CellJson>>,
): boolean {
  return predecessors === 0 && heads.creationOf(entity, rowId) === ref && !(DELETED_CELL in readOp(ref));
}

function valueBefore(
  entity: string,
  field: string,
  predecessors: readonly (readonly [number, number])[],
  readOp: (ref: OpRef) => Readonly<Record<string, CellJson>>,
): CellJson {
  for (const [changeNumber, index] of [...predecessors].reverse()) {
    const value = readOp(packOpRef(changeNumber, index))[field];
    if (value !== undefined) return value;
  }
  if (field === DELETED_CELL) return false;
  return isEntityName(entity) ? initialValue(entity, field) : null;
}

const initialValue = (entity: EntityName, field: string): CellJson =>
  (findField(entity, field)?.initial as CellJson | undefined) ?? null;
