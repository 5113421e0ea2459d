import type { Result } from "../result";
import { err, ok } from "../result";
import { headsBefore } from "./cell-ancestry";
import type { CellHeads, CellName, OpRef } from "./cell-heads";
import { cellKey, packOpRef, unpackOpRef } from "./cell-heads";
import { initialValue } from "./initial-value";
import { type ChangeReader, findLatest } from "./log-index";
import type { NewOp } from "./name-predecessors";
import type { FoldedLog } from "./plan-fold";
import type { CellJson, LogChange, LogOp } from "./plan-log";
import { DELETED_CELL } from "./plan-log";
import { isGone, weighTombstones } from "./tombstones";

/** A cell that somebody (or a later change) has set since, so that undoing would take that away. */
export type SupersededCell = CellName;

export interface SupersededError {
  readonly type: "undo-superseded";
  readonly cells: readonly SupersededCell[];
}

export type UndoError =
  | { readonly type: "nothing-to-undo" }
  | { readonly type: "nothing-to-redo" }
  | SupersededError;

/**
 * The ops that take a change back: every cell gets the value that it had before,
 * and a row that the change created is marked deleted. Refused where a cell has
 * been set since: by somebody else, or by a later change that still stands; not
 * so when `isForced`. For a row that the change created, every cell of the row counts.
 */
export function invertChange(
  change: LogChange,
  { index: log, fold: { heads } }: FoldedLog,
  isForced = false,
): Result<readonly NewOp[], SupersededError> {
  const changeNumber = log.numberOf(change.id);
  if (changeNumber === undefined) throw new Error("invertChange: the change is not in the log");
  const superseded: SupersededCell[] = [];
  const inverse = new Map<string, { entity: string; rowId: string; cells: Record<string, CellJson> }>();
  for (const [index, op] of change.ops.entries()) {
    const { entity, rowId } = op;
    const key = `${entity}\n${rowId}`;
    const restored = inverse.get(key) ?? { entity, rowId, cells: {} };
    inverse.set(key, restored);
    if (restored.cells[DELETED_CELL] === true) continue;
    const isCreating = isCreation(op, packOpRef(changeNumber, index), heads);
    const fields = isCreating ? heads.fieldsOf(entity, rowId) : Object.keys(op.cells);
    for (const field of fields)
      if (
        !isStillStanding(heads.of(entity, rowId, field), changeNumber, change, { entity, rowId, field }, log)
      )
        superseded.push({ entity, rowId, field });
    if (isCreating) {
      restored.cells[DELETED_CELL] = true;
      continue;
    }
    for (const field of fields)
      if (!Object.hasOwn(restored.cells, field)) restored.cells[field] = valueBefore(op, field, log);
  }
  return superseded.length > 0 && !isForced
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
  heads: readonly OpRef[],
  changeNumber: number,
  change: LogChange,
  cell: SupersededCell,
  log: ChangeReader,
): boolean {
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

/** The op that a cell showed when the op was made. */
const lastOpOf = (op: LogOp, field: string, log: ChangeReader): OpRef | undefined =>
  findLatest(headsBefore(op, field, log), log);

/** What a cell showed when the op, which sets it, was made. */
export function valueBefore(op: LogOp, field: string, log: ChangeReader): CellJson {
  if (field === DELETED_CELL) return wasGone(op, log);
  const before = lastOpOf(op, field, log);
  return before === undefined ? initialValue(op.entity, field) : (log.opAt(before)?.cells[field] ?? null);
}

/** Whether the row was deleted when the op, which sets its tombstone, was made. */
const wasGone = (op: LogOp, log: ChangeReader): boolean =>
  isGone(
    weighTombstones(
      headsBefore(op, DELETED_CELL, log),
      op.predecessors.map(([n, i]) => packOpRef(n, i)),
      log,
    ),
  );
