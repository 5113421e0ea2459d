import { scaleEstimates } from "./amount-edit";
import type { RowCommand, RowEdit } from "./command";
import { sumCostLines } from "./cost-lines";
import type { Row } from "./entities";
import { cellsOf } from "./plan-tables";
import { budgetLineId, evidenceId, keyCellsOf } from "./row-id";

/** The rows that cost lines are copied among. */
interface CostLineRows {
  readonly costLine: readonly Row<"costLine">[];
  readonly budgetLine: readonly Row<"budgetLine">[];
  readonly evidence: readonly Row<"evidence">[];
}

/** The same task, source and channel in another fiscal year; undefined for an id that names no amount. */
export function amountIdInYear(amountId: string, year: number): string | undefined {
  const key = keyCellsOf("budgetLine", amountId);
  return key && budgetLineId(String(key.taskId), year, String(key.sourceId), String(key.channelId));
}

/**
 * One step that puts the cost lines of an amount, in their order and with their
 * sources, under the same task, source and channel in other years. What stands
 * there is replaced, as filling right in a spreadsheet does: those amounts
 * become the same sum in whole won, low and high keep their distance, and an
 * amount that is illustrative stays so in its copies. Undefined where there is
 * nothing to copy or no year to copy to. `mintId` makes the ids of the copies.
 */
export function copyCostLinesToYears(
  rows: CostLineRows,
  amountId: string,
  years: readonly number[],
  mintId: () => string,
): RowCommand | undefined {
  const lines = rows.costLine.filter(({ budgetLineId }) => budgetLineId === amountId);
  const targetIds = years.flatMap((year) => amountIdInYear(amountId, year) ?? []);
  const isTarget = new Set(targetIds.filter((id) => id !== amountId));
  const copies = [...isTarget].flatMap((id) =>
    lines.map((line) => ({ line, amountId: id, copyId: mintId() })),
  );
  if (copies.length === 0) return undefined;
  const isIllustrative = rows.budgetLine.some(({ id, isIllustrative }) => id === amountId && isIllustrative);
  const likelyWon = sumCostLines(lines);
  const edits: RowEdit[] = [
    ...copies.map(({ line, amountId, copyId }): RowEdit => {
      const { title, unitPriceWon, quantity, unitName, times, position } = line;
      return {
        entity: "costLine",
        rowId: copyId,
        cells: {
          ...cellsOf("costLine", {
            budgetLineId: amountId,
            title,
            unitPriceWon,
            quantity,
            unitName,
            times,
            position,
          }),
        },
      };
    }),
    ...[...isTarget].map((rowId): RowEdit => {
      const current = rows.budgetLine.find(({ id }) => id === rowId);
      return {
        entity: "budgetLine",
        rowId,
        cells: { ...scaleEstimates(current, likelyWon), isIllustrative },
      };
    }),
    ...copies.flatMap(({ line, copyId }) =>
      rows.evidence
        .filter(({ entity, rowId }) => entity === "costLine" && rowId === line.id)
        .map(
          ({ field, kind, note, url }): RowEdit => ({
            entity: "evidence",
            rowId: evidenceId("costLine", field, copyId),
            cells: { kind, note, url },
          }),
        ),
    ),
  ];
  const deleted = rows.costLine
    .filter(({ budgetLineId }) => isTarget.has(budgetLineId))
    .map(({ id }) => ({ entity: "costLine" as const, rowId: id }));
  return { type: "replace-rows", deleted, rows: edits };
}
