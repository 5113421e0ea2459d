import type { SettledCell } from "../plan/command";
import type { CellConflict } from "./find-conflicts";
import type { FoldedLog } from "./plan-fold";
import { DELETED_CELL } from "./plan-log";

/**
 * Settles conflicts as one side has them: each cell that this side has set gets the
 * value that it shows there. Conflicts that the side knows nothing of, since they
 * are between other people, are left open.
 */
export function chooseSide(conflicts: readonly CellConflict[], { index, fold }: FoldedLog): SettledCell[] {
  return conflicts
    .filter(({ values }) => values.some(({ changeId }) => index.numberOf(changeId) !== undefined))
    .map(({ entity, rowId, field }) => ({
      entity,
      rowId,
      field,
      value:
        field === DELETED_CELL ? fold.isDeleted(entity, rowId) : (fold.valueOf(entity, rowId, field) ?? null),
    }));
}
