import type { SummedCells } from "../../ui/spreadsheet/sheet";
import { readMoneyColumn } from "./budget-column-id";
import type { BudgetEntry } from "./budget-rows";

/**
 * What of a selection is added up, so that nothing counts twice: a subtotal only
 * where none of its parts is selected too, the column of totals only where no
 * other money is.
 */
export function withoutSubtotals(
  rows: readonly BudgetEntry[],
  columnIds: readonly string[],
): SummedCells<BudgetEntry> {
  const hasParts = columnIds.some(
    (columnId) => columnId !== "total" && readMoneyColumn(columnId) !== undefined,
  );
  const tasksWithLines = new Set(rows.flatMap((row) => (row.kind === "line" ? [row.task.id] : [])));
  // Tasks follow their area, so an area's parts are selected when a task stands right below it.
  const isSummed = (row: BudgetEntry, index: number) => {
    switch (row.kind) {
      case "total":
        return rows.length === 1;
      case "area":
        return rows[index + 1]?.kind !== "task";
      case "task":
        return !tasksWithLines.has(row.task.id);
      default:
        return true;
    }
  };
  return {
    rows: rows.filter(isSummed),
    columnIds: hasParts ? columnIds.filter((columnId) => columnId !== "total") : columnIds,
  };
}
