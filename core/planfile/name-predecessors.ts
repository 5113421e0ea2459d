import type { OpRef } from "./cell-heads";
import { cellKey, packOpRef, unpackOpRef } from "./cell-heads";
import type { PlanFold } from "./plan-fold";
import type { CellJson, LogOp } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/** Cells of one row that a new op is to set. */
export interface NewOp {
  readonly entity: string;
  readonly rowId: string;
  readonly cells: Readonly<Record<string, CellJson>>;
}

/**
 * The ops of a new change with the ops that they replace: the heads of each cell
 * that they set. An op that deletes a row or brings it back names the heads of
 * all cells of the row, since it speaks about the row as its author saw it; an
 * edit of a deleted row names the deletion.
 */
export function namePredecessors(fold: PlanFold, changeNumber: number, ops: readonly NewOp[]): LogOp[] {
  const earlierOfCell = new Map<string, OpRef>();
  const earlierOfRow = new Map<string, OpRef[]>();
  return ops.map(({ entity, rowId, cells }, index) => {
    const ref = packOpRef(changeNumber, index);
    const row = fold.heads.row(entity, rowId);
    const ofRow = earlierOfRow.get(`${entity}\n${rowId}`) ?? [];
    const predecessors = new Set<OpRef>();
    for (const field of Object.keys(cells)) {
      const key = cellKey({ entity, rowId, field });
      const sameChange = earlierOfCell.get(key);
      const heads = sameChange === undefined ? (row?.of(field) ?? []) : [sameChange];
      for (const head of heads) predecessors.add(head);
      earlierOfCell.set(key, ref);
    }
    if (Object.hasOwn(cells, DELETED_CELL)) {
      for (const head of row?.all() ?? []) predecessors.add(head);
      for (const earlier of ofRow) predecessors.add(earlier);
    } else if (fold.isDeleted(entity, rowId)) {
      for (const head of row?.of(DELETED_CELL) ?? []) predecessors.add(head);
    }
    earlierOfRow.set(`${entity}\n${rowId}`, [...ofRow, ref]);
    return {
      entity,
      rowId,
      cells: { ...cells },
      // In the order in which the file keeps them.
      predecessors: [...predecessors].sort((a, b) => a - b).map((head) => [...unpackOpRef(head)]),
    };
  });
}
