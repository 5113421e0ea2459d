import { isEntityName } from "../plan/entities";
import { PlanTables } from "../plan/plan-tables";
import type { CellName, OpRef } from "./cell-heads";
import { CellHeads, cellKey, packOpRef, type RowHeads } from "./cell-heads";
import { type ChangeReader, findLatest, LogIndex } from "./log-index";
import type { CellJson, LogChange, LogOp } from "./plan-log";
import { DELETED_CELL } from "./plan-log";
import { isGone, weighTombstones } from "./tombstones";

/**
 * What a log comes to: the current rows, and the heads of every cell. It depends
 * on the set of changes only, not on the order in which they are folded, as
 * long as predecessors come first.
 */
export class PlanFold {
  readonly tables = new PlanTables();
  readonly heads = new CellHeads();
  readonly #log: ChangeReader;
  /** Cells that may be in conflict: with several heads, deleted by somebody, or put back to an earlier state. */
  readonly #contested = new Map<string, CellName>();

  constructor(log: ChangeReader) {
    this.#log = log;
  }

  get contestedCells(): readonly CellName[] {
    return [...this.#contested.values()];
  }

  /** Folds a change that the log holds under this number. */
  fold(changeNumber: number, change: LogChange): void {
    const isInverse = change.undoes !== null;
    for (const [index, op] of change.ops.entries())
      this.#foldOp(packOpRef(changeNumber, index), op, isInverse);
  }

  /** The value that a cell shows, as the log holds it; undefined when nobody has ever set it. */
  valueOf(entity: string, rowId: string, field: string): CellJson | undefined {
    const head = findLatest(this.heads.of(entity, rowId, field), this.#log);
    return head === undefined ? undefined : (this.#log.opAt(head)?.cells[field] ?? null);
  }

  /** Whether a row is deleted; a row that nobody has named is not. */
  isDeleted(entity: string, rowId: string): boolean {
    const row = this.heads.row(entity, rowId);
    return row?.hasTombstones === true && this.#isRowGone(row);
  }

  #isRowGone(row: RowHeads): boolean {
    return isGone(weighTombstones(row.of(DELETED_CELL), row.all(), this.#log));
  }

  #foldOp(ref: OpRef, op: LogOp, isInverse: boolean): void {
    const { entity, rowId } = op;
    const row = this.heads.row(entity, rowId);
    if (row === undefined) {
      this.#foldCreation(ref, op, isInverse);
      return;
    }
    const predecessors = op.predecessors.map(([n, i]) => packOpRef(n, i));
    const shown: Record<string, CellJson> = {};
    let cells = 0;
    for (const [field, value] of Object.entries(op.cells)) {
      cells += 1;
      const isOnlyHead = row.replace(field, ref, predecessors);
      if (field === DELETED_CELL) continue;
      shown[field] = isOnlyHead ? value : (this.valueOf(entity, rowId, field) ?? null);
      this.#note({ entity, rowId, field }, !isOnlyHead || isInverse);
    }
    if (cells === 0) row.noteBare(ref);
    if (row.hasTombstones) this.#note({ entity, rowId, field: DELETED_CELL }, true);
    if (!isEntityName(entity)) return;
    this.tables.setCells(entity, rowId, shown);
    if (row.hasTombstones) this.tables.setDeleted(entity, rowId, this.#isRowGone(row));
  }

  /** The first op that names a row: its cells have no other heads, and the row shows all of them. */
  #foldCreation(ref: OpRef, { entity, rowId, cells }: LogOp, isInverse: boolean): void {
    const row = this.heads.create(entity, rowId, ref, cells);
    const fields = Object.keys(cells);
    if (fields.length === 0) row.noteBare(ref);
    if (isInverse) for (const field of fields) this.#note({ entity, rowId, field }, true);
    if (row.hasTombstones) this.#note({ entity, rowId, field: DELETED_CELL }, true);
    if (!isEntityName(entity)) return;
    this.tables.setCells(entity, rowId, cells);
    if (row.hasTombstones) this.tables.setDeleted(entity, rowId, this.#isRowGone(row));
  }

  #note(cell: CellName, isContested: boolean): void {
    if (isContested) this.#contested.set(cellKey(cell), cell);
    else if (this.#contested.size > 0) this.#contested.delete(cellKey(cell));
  }
}

/** A log that was folded, with what is needed to read it. */
export interface FoldedLog {
  readonly index: LogIndex;
  readonly fold: PlanFold;
}

/** Folds changes in their order, which must be causal. */
export function foldChanges(changes: readonly LogChange[]): FoldedLog {
  const index = new LogIndex();
  const fold = new PlanFold(index);
  for (const change of changes) fold.fold(index.append(change), change);
  return { index, fold };
}
