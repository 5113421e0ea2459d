import type { PlanTables } from "../plan/plan-tables";
import { cellKey } from "./cell-heads";
import { type ChangeLabel, parseChangeLabel } from "./change-label";
import { hybridTimeToMs } from "./hybrid-clock";
import type { LogIndex } from "./log-index";
import { nameRow } from "./name-row";
import type { CellJson, LogChange } from "./plan-log";
import { valueBefore } from "./undo-change";

/** One line of a plan's history. */
export interface HistoryEntry {
  /** Place in this file; other copies of the plan may number the change otherwise. */
  readonly changeNumber: number;
  readonly changeId: string;
  readonly personId: string;
  /** As the person called themselves; may be empty. */
  readonly personName: string;
  /** By the author's clock, milliseconds since 1970; never before a change that the author had seen. */
  readonly atMs: number;
  /** Null for what a newer version did. */
  readonly label: ChangeLabel | null;
  /** Id of the change that this one takes back or does again. */
  readonly undoes: string | null;
  readonly rows: number;
  readonly cells: number;
}

/** What to list; everything where a member is absent. */
export interface HistoryFilter {
  readonly personId?: string;
  /** From this moment on, milliseconds since 1970. */
  readonly sinceMs?: number;
  /** Before this moment. */
  readonly untilMs?: number;
  readonly entity?: string;
  readonly rowId?: string;
  readonly field?: string;
}

/** The changes of a plan that fit, the latest first; of those with other ids than are wanted nothing is read. O(ops). */
export function listHistory(
  index: LogIndex,
  filter: HistoryFilter = {},
  isWanted: (changeId: string) => boolean = () => true,
): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const [place, change] of index.changes.entries()) {
    if (!isWanted(change.id)) continue;
    const person = index.personOf(change);
    const atMs = hybridTimeToMs(change.hlc);
    if (filter.personId !== undefined && person?.id !== filter.personId) continue;
    if (atMs < (filter.sinceMs ?? 0) || atMs >= (filter.untilMs ?? Number.POSITIVE_INFINITY)) continue;
    if (!touches(change, filter)) continue;
    entries.push({
      changeNumber: place + 1,
      changeId: change.id,
      personId: person?.id ?? "",
      personName: person?.displayName ?? "",
      atMs,
      label: parseChangeLabel(change.label),
      undoes: change.undoes,
      ...countTouched(change),
    });
  }
  return entries.reverse();
}

const touches = ({ ops }: LogChange, { entity, rowId, field }: HistoryFilter): boolean =>
  (entity === undefined && rowId === undefined && field === undefined) ||
  ops.some(
    (op) =>
      (entity === undefined || op.entity === entity) &&
      (rowId === undefined || op.rowId === rowId) &&
      (field === undefined || Object.hasOwn(op.cells, field)),
  );

function countTouched({ ops }: LogChange): { readonly rows: number; readonly cells: number } {
  const rows = new Set(ops.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return { rows: rows.size, cells: ops.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0) };
}

/** A cell that a change set. The field `_deleted` is true where it deleted the row, false where it brought it back. */
export interface ChangedCell {
  readonly entity: string;
  readonly rowId: string;
  /** The row as people call it now. */
  readonly rowName: string;
  readonly field: string;
  readonly from: CellJson;
  readonly to: CellJson;
}

/** What one change set, cell by cell, with what its author saw before; empty for an unknown change. */
export function listChangedCells(
  index: LogIndex,
  tables: PlanTables,
  changeId: string,
): readonly ChangedCell[] {
  const change = index.changeAt(index.numberOf(changeId) ?? 0);
  const cells = new Map<string, ChangedCell>();
  for (const op of change?.ops ?? []) {
    const rowName = nameRow(tables, { entity: op.entity, rowId: op.rowId, cells: {} });
    for (const [field, to] of Object.entries(op.cells)) {
      const cell = { entity: op.entity, rowId: op.rowId, field };
      const earlier = cells.get(cellKey(cell));
      const from = earlier === undefined ? valueBefore(op, field, index) : earlier.from;
      cells.set(cellKey(cell), { ...cell, rowName, from, to });
    }
  }
  return [...cells.values()];
}
