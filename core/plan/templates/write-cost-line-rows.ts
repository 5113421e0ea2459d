import type { RowEdit } from "../command";
import { budgetLineId } from "../row-id";
import type { TemplateCostLine } from "./template-content";
import { makePositions, templateRow } from "./template-rows";
import { MILLION_WON } from "./write-money-rows";
import type { TemplateWriting } from "./write-template";

/**
 * What amounts of tasks are built up from, as illustrative as the amounts
 * themselves. `taskRows` name the tasks by their codes.
 */
export function writeCostLineRows(
  { content, say, mintId }: TemplateWriting,
  taskRows: readonly RowEdit[],
): RowEdit[] {
  const taskIds = new Map(
    taskRows.filter(({ entity }) => entity === "task").map(({ rowId, cells }) => [cells.code, rowId]),
  );
  return content.areas
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ code, amounts }) =>
      amounts.flatMap(({ source, channel, millionWon, costLines = [] }) =>
        millionWon.flatMap((amount, offset) => {
          if (costLines.length === 0 || sumUp(costLines) !== amount * MILLION_WON) return [];
          const amountId = budgetLineId(taskIds.get(code) ?? "", content.firstYear + offset, source, channel);
          const positions = makePositions(costLines.length);
          return costLines.map(({ title, unitName, unitPriceWon, quantity, times }, index) =>
            templateRow("costLine", mintId(), {
              budgetLineId: amountId,
              title: say(title),
              unitPriceWon,
              quantity,
              unitName: say(unitName),
              times,
              position: positions[index] ?? "",
            }),
          );
        }),
      ),
    );
}

const sumUp = (lines: readonly TemplateCostLine[]): number =>
  lines.reduce((sum, { unitPriceWon, quantity, times }) => sum + unitPriceWon * quantity * times, 0);
