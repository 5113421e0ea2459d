import { scaleEstimates } from "./amount-edit";
import type { RowEdit } from "./command";
import type { Row } from "./entities";
import { MAX_AMOUNT_WON } from "./field";
import { initialRow, type PlanTables } from "./plan-tables";
import { keyCellsOf } from "./row-id";

/** Unit price × quantity × times of a cost line, rounded to whole won (half up). */
export const costLineWon = ({
  unitPriceWon,
  quantity,
  times,
}: Pick<Row<"costLine">, "unitPriceWon" | "quantity" | "times">): number =>
  Math.min(MAX_AMOUNT_WON, Math.round(unitPriceWon * quantity * times));

/** What cost lines come to together: Σ of their rounded amounts, so that the sum of what is shown is the total. */
export const sumCostLines = (lines: readonly Row<"costLine">[]): number =>
  lines.reduce((sum, line) => sum + costLineWon(line), 0);

/** The cost lines of each amount that has any, by the amount's id, in their order. */
export function groupCostLines(
  lines: readonly Row<"costLine">[],
): ReadonlyMap<string, readonly Row<"costLine">[]> {
  const groups = new Map<string, Row<"costLine">[]>();
  for (const line of lines) {
    const group = groups.get(line.budgetLineId);
    if (group === undefined) groups.set(line.budgetLineId, [line]);
    else group.push(line);
  }
  return groups;
}

/**
 * The edits that keep amounts equal to their cost lines after `edits` to cost
 * lines and the deletion of `deletedIds`: the likely amount becomes their sum,
 * low and high keep their distance; an amount that is not there yet is made. One
 * that loses its last cost line stays as it is. A sum beyond the largest amount
 * is left to be refused.
 */
export function editAmountsOfCostLines(
  tables: PlanTables,
  edits: readonly RowEdit[],
  deletedIds: ReadonlySet<string> = new Set(),
): RowEdit[] {
  const own = edits.filter(({ entity }) => entity === "costLine");
  if (own.length === 0 && deletedIds.size === 0) return [];
  const next = new Map(tables.all("costLine").map((line) => [line.id, line]));
  const touched = new Set<string>();
  for (const { rowId, cells } of own) {
    const line = { ...(next.get(rowId) ?? initialRow("costLine", rowId)), ...cells } as Row<"costLine">;
    next.set(rowId, line);
    touched.add(line.budgetLineId);
  }
  for (const rowId of deletedIds) {
    const line = next.get(rowId);
    if (line !== undefined) touched.add(line.budgetLineId);
    next.delete(rowId);
  }
  const groups = groupCostLines([...next.values()]);
  return [...touched].flatMap((budgetLineId): RowEdit[] => {
    const lines = groups.get(budgetLineId);
    if (lines === undefined || keyCellsOf("budgetLine", budgetLineId) === undefined) return [];
    const amount = findAmount(tables, edits, budgetLineId);
    const likelyWon = sumCostLines(lines);
    return likelyWon === amount?.likelyWon
      ? []
      : [{ entity: "budgetLine", rowId: budgetLineId, cells: scaleEstimates(amount, likelyWon) }];
  });
}

/** The amount as these edits leave it; undefined where neither they nor the plan have it. */
function findAmount(
  tables: PlanTables,
  edits: readonly RowEdit[],
  budgetLineId: string,
): Row<"budgetLine"> | undefined {
  const current = tables.find("budgetLine", budgetLineId);
  const own = edits.filter(({ entity, rowId }) => entity === "budgetLine" && rowId === budgetLineId);
  if (own.length === 0) return current;
  const row = current ?? initialRow("budgetLine", budgetLineId);
  return Object.assign({ ...row }, ...own.map(({ cells }) => cells));
}
