import type { EntityName } from "../plan/entities";
import { findField, isEntityName } from "../plan/entities";
import type { Result } from "../result";
import { err, ok } from "../result";
import type { CellHeads, OpRef } from "./cell-heads";
import { packOpRef, unpackOpRef } from "./cell-heads";
import type { CellJson, LogChange, LogOp } from "./plan-log";
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

/** What taking a change back needs to know of the log. */
export interface ChangeReader {
  readonly heads: CellHeads;
  /** A change by its number, counted from 1. */
  changeAt(changeNumber: number): LogChange | undefined;
  /** The number of the change with this id; undefined when the log does not hold it. */
  numberOf(changeId: string): number | undefined;
}

/**
 * The ops that take a change back: every cell gets the value that it had before,
 * and a row that the change created is marked deleted. Refused where a cell has
 * been set since: by somebody else, or by a later change that still stands. For
 * a row that the change created, every cell of the row counts.
 */
export function invertChange(
  changeNumber: number,
  change: LogChange,
  log: ChangeReader,
): Result<readonly InverseOp[], UndoError> {
  const superseded: SupersededCell[] = [];
  const inverse = new Map<string, { entity: string; rowId: string; cells: Record<string, CellJson> }>();
  for (const [index, op] of change.ops.entries()) {
    const { entity, rowId } = op;
    const key = `${entity}\n${rowId}`;
    const restored = inverse.get(key) ?? { entity, rowId, cells: {} };
    inverse.set(key, restored);
    if (restored.cells[DELETED_CELL] === true) continue;
    const isCreating = isCreation(op, packOpRef(changeNumber, index), log.heads);
    const fields = isCreating ? log.heads.fieldsOf(entity, rowId) : Object.keys(op.cells);
    for (const field of fields)
      if (!isStillStanding(changeNumber, change, { entity, rowId, field }, log))
        superseded.push({ entity, rowId, field });
    if (isCreating) {
      restored.cells[DELETED_CELL] = true;
      continue;
    }
    for (const field of fields)
      if (!Object.hasOwn(restored.cells, field)) restored.cells[field] = valueBefore(op, field, log);
  }
  return superseded.length > 0
    ? err({ type: "undo-superseded", cells: superseded })
    : ok([...inverse.values()]);
}

/** An op without predecessors that holds the first cells of its row. */
const isCreation = (op: LogOp, ref: OpRef, heads: CellHeads): boolean =>
  op.predecessors.length === 0 &&
  heads.creationOf(op.entity, op.rowId) === ref &&
  !Object.hasOwn(op.cells, DELETED_CELL);

/**
 * Whether a cell is as the change left it. Changes that were made later and
 * taken back again do not count: what an undo wrote stands for what it restored.
 */
function isStillStanding(
  changeNumber: number,
  change: LogChange,
  cell: SupersededCell,
  log: ChangeReader,
): boolean {
  const heads = log.heads.of(cell.entity, cell.rowId, cell.field);
  if (heads.length > 1) return false;
  const [head] = heads;
  const standing = head === undefined ? null : findOrigin(head, cell, log);
  const index = opsByCell(change).last.get(cellKey(cell));
  const own = index === undefined ? null : findOrigin(packOpRef(changeNumber, index), cell, log);
  return standing === own;
}

/** The op whose value a cell holds after `ref`, seen through undo and redo; null for the initial value. */
function findOrigin(ref: OpRef, cell: SupersededCell, log: ChangeReader): OpRef | null {
  let origin = ref;
  for (;;) {
    const [changeNumber] = unpackOpRef(origin);
    const undoes = log.changeAt(changeNumber)?.undoes ?? null;
    const undoneNumber = undoes === null ? undefined : log.numberOf(undoes);
    // A file may claim to undo what comes later; such a claim is not followed, so that this ends.
    if (undoneNumber === undefined || undoneNumber >= changeNumber) return origin;
    const undone = log.changeAt(undoneNumber);
    const first = undone?.ops[opsByCell(undone).first.get(cellKey(cell)) ?? -1];
    const before = first === undefined ? undefined : lastOpOf(first, cell.field, log);
    if (before === undefined) return null;
    origin = before;
  }
}

interface OpsByCell {
  /** Index of the first and the last op of a change that sets a cell. */
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
}

const cellKey = ({ entity, rowId, field }: SupersededCell) => `${entity}\n${rowId}\n${field}`;

/** Changes never change, and a pasted block has thousands of ops: each is searched once. */
const indexes = new WeakMap<LogChange, OpsByCell>();

function opsByCell(change: LogChange): OpsByCell {
  const known = indexes.get(change);
  if (known !== undefined) return known;
  const [first, last] = [new Map<string, number>(), new Map<string, number>()];
  for (const [index, { entity, rowId, cells }] of change.ops.entries())
    for (const field of Object.keys(cells)) {
      const key = cellKey({ entity, rowId, field });
      if (!first.has(key)) first.set(key, index);
      last.set(key, index);
    }
  const made = { first, last };
  indexes.set(change, made);
  return made;
}

/**
 * The latest (hybrid time, then id) of an op's predecessors that sets the field:
 * an older one may be among them because of another field of the op.
 */
function lastOpOf(op: LogOp, field: string, log: ChangeReader): OpRef | undefined {
  let last: { readonly ref: OpRef; readonly order: string } | undefined;
  for (const [n, i] of op.predecessors) {
    const change = log.changeAt(n);
    const cells = change?.ops[i]?.cells;
    if (change === undefined || cells === undefined || !Object.hasOwn(cells, field)) continue;
    const [ref, order] = [packOpRef(n, i), `${change.hlc} ${change.id}`];
    if (last === undefined || order > last.order || (order === last.order && ref > last.ref))
      last = { ref, order };
  }
  return last?.ref;
}

function valueBefore(op: LogOp, field: string, log: ChangeReader): CellJson {
  const before = lastOpOf(op, field, log);
  if (before !== undefined) {
    const [n, i] = unpackOpRef(before);
    return log.changeAt(n)?.ops[i]?.cells[field] ?? null;
  }
  if (field === DELETED_CELL) return false;
  return isEntityName(op.entity) ? initialValue(op.entity, field) : null;
}

const initialValue = (entity: EntityName, field: string): CellJson =>
  (findField(entity, field)?.initial as CellJson | undefined) ?? null;
