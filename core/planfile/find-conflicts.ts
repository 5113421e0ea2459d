import { isEntityName, naturalKeyOf } from "../plan/entities";
import { canonicalJson } from "./canonical-json";
import { ancestryOf, headsBefore } from "./cell-ancestry";
import type { CellName, OpRef } from "./cell-heads";
import { packOpRef, unpackOpRef } from "./cell-heads";
import { initialValue } from "./initial-value";
import type { LogIndex } from "./log-index";
import { findLatest, orderInTime } from "./log-index";
import type { FoldedLog } from "./plan-fold";
import type { CellJson, LogChange } from "./plan-log";
import { DELETED_CELL } from "./plan-log";
import { weighTombstones } from "./tombstones";

/** One of the values that people gave a cell without knowing of each other. */
export interface ConflictValue {
  /** For the tombstone of a row: true to delete it, false to keep it. */
  readonly value: CellJson;
  /** The latest change that says so. */
  readonly changeId: string;
  readonly changeNumber: number;
  readonly hlc: string;
  readonly personId: string;
  /** As the person called themselves; may be empty. */
  readonly personName: string;
}

/**
 * A cell that people gave different values without knowing of each other, not
 * settled yet. Somebody deleted a row that somebody else edited: then the field
 * is `_deleted`, and the row stays.
 */
export interface CellConflict extends CellName {
  /** Different values, the latest first (hybrid time, then id); which is shown does not depend on clocks being right. */
  readonly values: readonly ConflictValue[];
  /** What the cell held before they parted; null where the row was not there yet. */
  readonly valueBefore: CellJson;
  /** What the plan shows until a person settles it. */
  readonly shownValue: CellJson;
}

export interface CellAgreements {
  readonly conflicts: readonly CellConflict[];
  /** Cells that several people gave the same value. */
  readonly agreedCells: number;
}

/**
 * The conflicts of a plan, by entity, row and field. Timestamps decide which
 * value is shown, never whether there is a conflict.
 */
export function findConflicts({ index, fold }: FoldedLog): CellAgreements {
  const conflicts: CellConflict[] = [];
  let agreedCells = 0;
  for (const cell of fold.contestedCells) {
    const conflict =
      cell.field === DELETED_CELL
        ? findRowConflict(cell, { index, fold })
        : findCellConflict(cell, { index, fold });
    if (conflict !== null) conflicts.push(conflict);
    else if (fold.heads.of(cell.entity, cell.rowId, cell.field).length > 1) agreedCells += 1;
  }
  return { conflicts: conflicts.sort(compareCells), agreedCells };
}

function findCellConflict(cell: CellName, { index, fold }: FoldedLog): CellConflict | null {
  const heads = fold.heads.of(cell.entity, cell.rowId, cell.field);
  const standing = [...new Set(heads.flatMap((head) => lookThroughUndo(head, cell, index)))];
  if (standing.length < 2) return null;
  const values = listValues(standing, (ref) => index.opAt(ref)?.cells[cell.field] ?? null, index);
  if (values.length < 2) return null;
  const shownValue = fold.valueOf(cell.entity, cell.rowId, cell.field) ?? null;
  return { ...cell, values, valueBefore: findValueBefore(standing, cell, { index, fold }), shownValue };
}

/** The ops that a head stands for: the op itself or, where it takes back a settlement, the values before that. */
function lookThroughUndo(head: OpRef, cell: CellName, index: LogIndex): readonly OpRef[] {
  const undone = findUndoneOp(head, cell, index);
  if (undone === undefined) return [head];
  const before = headsBefore(undone, cell.field, index);
  const standing = before.flatMap((ref) => lookThroughUndo(ref, cell, index));
  return standing.length > 1 ? standing : [head];
}

/** The first op on the cell in the change that the op's change takes back. */
function findUndoneOp(ref: OpRef, { entity, rowId, field }: CellName, index: LogIndex) {
  const [changeNumber] = unpackOpRef(ref);
  const undoes = index.changeAt(changeNumber)?.undoes ?? null;
  const undoneNumber = undoes === null ? undefined : index.numberOf(undoes);
  // A file may claim to undo what comes later; such a claim is not followed.
  if (undoneNumber === undefined || undoneNumber >= changeNumber) return undefined;
  return index
    .changeAt(undoneNumber)
    ?.ops.find((op) => op.entity === entity && op.rowId === rowId && Object.hasOwn(op.cells, field));
}

function findRowConflict(cell: CellName, { index, fold }: FoldedLog): CellConflict | null {
  const row = fold.heads.row(cell.entity, cell.rowId);
  if (row === undefined) return null;
  let contest = weighTombstones(row.of(DELETED_CELL), row.all(), index);
  const [head, ...others] = row.of(DELETED_CELL);
  const undone = head === undefined || others.length > 0 ? undefined : findUndoneOp(head, cell, index);
  if (undone !== undefined && contest.deleting.length === 0)
    contest = weighTombstones(
      headsBefore(undone, DELETED_CELL, index),
      undone.predecessors.map(([n, i]) => packOpRef(n, i)),
      index,
    );
  const { deleting, keeping } = contest;
  if (deleting.length === 0 || keeping.length === 0) return null;
  const isDeleting = new Set(deleting);
  const values = listValues([...deleting, ...keeping], (ref) => isDeleting.has(ref), index);
  return { ...cell, values, valueBefore: false, shownValue: fold.isDeleted(cell.entity, cell.rowId) };
}

function listValues(
  refs: readonly OpRef[],
  readValue: (ref: OpRef) => CellJson,
  index: LogIndex,
): readonly ConflictValue[] {
  const latestFirst = [...refs].sort((a, b) => (orderInTime(a, index) > orderInTime(b, index) ? -1 : 1));
  const byValue = new Map<string, ConflictValue>();
  for (const ref of latestFirst) {
    const value = readValue(ref);
    const [changeNumber] = unpackOpRef(ref);
    const change = index.changeAt(changeNumber);
    const key = canonicalJson(value);
    if (change === undefined || byValue.has(key)) continue;
    byValue.set(key, { value, changeNumber, ...describeChange(change, index) });
  }
  return [...byValue.values()];
}

function describeChange(change: LogChange, index: LogIndex) {
  const person = index.personOf(change);
  return {
    changeId: change.id,
    hlc: change.hlc,
    personId: person?.id ?? "",
    personName: person?.displayName ?? "",
  };
}

/** The value of the latest op that all of these know of. */
function findValueBefore(standing: readonly OpRef[], cell: CellName, { index, fold }: FoldedLog): CellJson {
  const ancestries = standing.map((ref) => ancestryOf([ref], cell.field, index));
  const common = [...(ancestries[0] ?? [])].filter((ref) => ancestries.every((known) => known.has(ref)));
  const before = findLatest(common, index);
  if (before !== undefined) return index.opAt(before)?.cells[cell.field] ?? null;
  const creation = fold.heads.creationOf(cell.entity, cell.rowId);
  const isCreatedApart =
    isEntityName(cell.entity) &&
    naturalKeyOf(cell.entity) !== undefined &&
    ancestries.some((known) => creation !== undefined && known.has(creation));
  return isCreatedApart ? null : initialValue(cell.entity, cell.field);
}

const compareCells = (a: CellName, b: CellName): number => {
  const [first, second] = [`${a.entity}\n${a.rowId}\n${a.field}`, `${b.entity}\n${b.rowId}\n${b.field}`];
  return first < second ? -1 : first > second ? 1 : 0;
};
