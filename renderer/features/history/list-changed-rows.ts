import type { ShownDifference } from "../../engine/history-api";
import type { ChangedRow } from "./cell-changes";
import { groupCells } from "./group-cells";

/** Differences between two plans as rows of the table. Of rows that came or went only the name is shown. */
export function listChangedRows(differences: readonly ShownDifference[]): readonly ChangedRow[] {
  return differences.flatMap(({ kind, entity, rowId, otherRowId, name, cells }): ChangedRow[] => {
    const row = { key: `${entity}\n${rowId}\n${otherRowId}`, entity, rowName: name, kind };
    if (kind !== "changed") return [{ ...row, cells: [] }];
    const [grouped] = groupCells(cells);
    return grouped === undefined || grouped.cells.length === 0 ? [] : [{ ...row, cells: grouped.cells }];
  });
}
