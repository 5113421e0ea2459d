import { editAmount } from "../../core/plan/amount-edit";
import type { RowEdit } from "../../core/plan/command";
import type { PlanTables } from "../../core/plan/plan-tables";
import type { CellTarget } from "./cell-target";

/**
 * All cells as one edit a row, for one change. A likely amount takes low and
 * high along in proportion, unless they are set too.
 */
export function collectEdits(tables: PlanTables, targets: readonly CellTarget[]): RowEdit[] {
  const edits = new Map<string, RowEdit>();
  const isAmount = ({ entity, field }: CellTarget) => entity === "budgetLine" && field === "likelyWon";
  for (const cell of [...targets.filter(isAmount), ...targets.filter((target) => !isAmount(target))]) {
    const key = `${cell.entity}\n${cell.rowId}`;
    const cells = { ...edits.get(key)?.cells, ...cellsOf(tables, cell, isAmount(cell)) };
    edits.set(key, { entity: cell.entity, rowId: cell.rowId, cells });
  }
  return [...edits.values()];
}

function cellsOf(
  tables: PlanTables,
  { rowId, field, value }: CellTarget,
  isAmount: boolean,
): RowEdit["cells"] {
  const canScale = isAmount && typeof value === "number" && value >= 0;
  return canScale ? editAmount(tables, rowId, value).cells : { [field]: value };
}
