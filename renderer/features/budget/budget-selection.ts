import { estimateField } from "../../../core/budget/summarise-budget";
import { ceilingId, keyCellsOf } from "../../../core/plan/row-id";
import type { Selection } from "../../session/selection";
import { readMoneyColumn, yearColumnId } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import { areaRowId, type BudgetEntry, measureRowId, sourceRowId, taskRowId } from "./budget-rows";
import { findLineTarget } from "./read-budget-cell";

/** What a cell of the budget is about; null where it shows a sum. */
export function selectionOf(
  row: BudgetEntry,
  columnId: string,
  { years, estimate }: Pick<BudgetContext, "years" | "estimate">,
): Selection | null {
  const column = readMoneyColumn(columnId);
  switch (row.kind) {
    case "total":
      return null;
    case "area": {
      const areaId = row.id.slice(areaRowId("").length);
      return areaId === "" ? null : { entity: "area", rowId: areaId, field: null };
    }
    case "task":
      return { entity: "task", rowId: row.task.id, field: null };
    case "line": {
      const target = findLineTarget(row, columnId, years);
      return target === undefined
        ? { entity: "task", rowId: row.task.id, field: null }
        : { entity: "budgetLine", rowId: target.rowId, field: estimateField[estimate] };
    }
    default:
      return column?.type === "year"
        ? { entity: "ceiling", rowId: ceilingId(row.source.id, column.year), field: "ceilingWon" }
        : { entity: "source", rowId: row.source.id, field: null };
  }
}

/** A cell of the budget to go to, and the rows that must be open for it to be there. */
export interface RevealedCell {
  readonly rowId: string;
  readonly columnId: string;
  readonly openRowIds: readonly string[];
}

/** Where the budget shows a cell of the plan; null for what it does not show. */
export function locateSelection(
  { entity, rowId }: Selection,
  areaIdOfTask: (taskId: string) => string,
  years: readonly number[],
): RevealedCell | null {
  const key = keyCellsOf(entity, rowId);
  if (entity === "ceiling" && key !== undefined) {
    const head = sourceRowId(String(key.sourceId));
    return {
      rowId: measureRowId(head, "ceiling"),
      columnId: yearColumnId(Number(key.year)),
      openRowIds: [head],
    };
  }
  if (entity === "source") return { rowId: sourceRowId(rowId), columnId: "name", openRowIds: [] };
  if (entity !== "budgetLine" || key === undefined) return null;
  const taskId = String(key.taskId);
  const year = Number(key.year);
  const columnId = years.includes(year) ? yearColumnId(year) : year < (years[0] ?? 0) ? "before" : "after";
  return {
    rowId: `line:${taskId}/${key.sourceId}/${key.channelId}`,
    columnId,
    openRowIds: [areaRowId(areaIdOfTask(taskId)), taskRowId(taskId)],
  };
}
