import type { RowEdit } from "./command";
import type { Row } from "./entities";
import type { PlanTables } from "./plan-tables";
import { keyCellsOf } from "./row-id";

/**
 * The edit that types a new likely amount into a budget line: the low and high
 * estimates keep their distance in proportion (a new line is certain).
 *
 * `likelyWon` is passed on as it is, so that a bad value is refused by the command.
 */
export const editAmount = (tables: PlanTables, budgetLineRowId: string, likelyWon: number): RowEdit =>
  editAmountOf(budgetLineRowId, tables.find("budgetLine", budgetLineRowId), likelyWon);

/** The same where the line as it is, if it exists, is at hand. */
export const editAmountOf = (
  rowId: string,
  current: Row<"budgetLine"> | undefined,
  likelyWon: number,
): RowEdit => ({ entity: "budgetLine", rowId, cells: scaleEstimates(current, likelyWon) });

/** The cells of a budget line with a new likely amount; `current` is the line as it is, if it exists. */
export function scaleEstimates(current: Row<"budgetLine"> | undefined, likelyWon: number): RowEdit["cells"] {
  const scale = (boundWon: number) =>
    current === undefined || current.likelyWon === 0
      ? likelyWon
      : Math.round((boundWon / current.likelyWon) * likelyWon);
  const lowWon = Math.min(likelyWon, scale(current?.lowWon ?? likelyWon));
  const highWon = Math.max(likelyWon, scale(current?.highWon ?? likelyWon));
  return { lowWon, likelyWon, highWon };
}

/** The fiscal year of a budget line's id. */
export const budgetLineYear = (budgetLineRowId: string): number =>
  Number(keyCellsOf("budgetLine", budgetLineRowId)?.year);
