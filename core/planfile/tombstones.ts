import type { OpRef } from "./cell-heads";
import { packOpRef } from "./cell-heads";
import type { ChangeReader } from "./log-index";
import { DELETED_CELL } from "./plan-log";

/** Who wants a row gone and who wants it kept, among the ops that nobody has replaced. */
export interface RowContest {
  readonly deleting: readonly OpRef[];
  /** Ops that brought the row back, and edits that no deletion has seen. */
  readonly keeping: readonly OpRef[];
}

/**
 * Weighs the heads of a row's tombstone against the heads of its other cells. An
 * op that sets the tombstone names every head of the row that its author saw
 * (docs/decisions/0007); an edit that it does not name was made by somebody
 * who did not know of the deletion. An edit of a row that is deleted names the
 * deletion.
 *
 * A deletion without predecessors is from the first files, which did not record
 * what it had seen; it counts as having seen everything.
 */
export function weighTombstones(
  tombstones: readonly OpRef[],
  rowHeads: readonly OpRef[],
  log: ChangeReader,
): RowContest {
  const isDeleting = (ref: OpRef) => log.opAt(ref)?.cells[DELETED_CELL] === true;
  const deleting = tombstones.filter(isDeleting);
  const restoring = tombstones.filter((ref) => !isDeleting(ref));
  if (deleting.length === 0) return { deleting, keeping: restoring };
  const seen = new Set<OpRef>(tombstones);
  for (const ref of deleting) {
    const predecessors = log.opAt(ref)?.predecessors ?? [];
    if (predecessors.length === 0) return { deleting, keeping: restoring };
    for (const [n, i] of predecessors) seen.add(packOpRef(n, i));
  }
  const sawDeletion = (ref: OpRef) =>
    log.opAt(ref)?.predecessors.some(([n, i]) => deleting.includes(packOpRef(n, i))) ?? false;
  const unseen = rowHeads.filter((ref) => !seen.has(ref) && !sawDeletion(ref));
  return { deleting, keeping: [...restoring, ...unseen] };
}

/** A row is gone when everybody who says anything about it wants that; otherwise it stays. */
export const isGone = ({ deleting, keeping }: RowContest): boolean =>
  deleting.length > 0 && keeping.length === 0;
