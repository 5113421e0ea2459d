import { DELETED_CELL } from "../../../core/planfile/plan-log";
import type { ShownCell } from "../../engine/history-api";

/** Cells of one row, in their order. */
export interface CellsOfRow {
  readonly key: string;
  readonly entity: string;
  readonly rowName: string;
  readonly cells: readonly ShownCell[];
}

/** Places in an order, and which changes a version holds: nothing that a person reads. */
const SILENT_FIELDS: ReadonlySet<string> = new Set(["position", "version"]);

/**
 * Cells by row, without those that a person cannot read and those that stayed
 * the same. The row's own coming and going comes first; a row whose cells are
 * all silent is kept by its name.
 */
export function groupCells(cells: readonly ShownCell[]): readonly CellsOfRow[] {
  const rows = new Map<string, { key: string; entity: string; rowName: string; cells: ShownCell[] }>();
  for (const cell of cells) {
    const key = `${cell.entity}\n${cell.rowId}`;
    const row = rows.get(key) ?? { key, entity: cell.entity, rowName: cell.rowName, cells: [] };
    rows.set(key, row);
    const isSame = JSON.stringify(cell.from.value) === JSON.stringify(cell.to.value);
    if (SILENT_FIELDS.has(cell.field) || isSame) continue;
    if (cell.field === DELETED_CELL) row.cells.unshift(cell);
    else row.cells.push(cell);
  }
  return [...rows.values()];
}
