import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { cellsOf } from "../../../core/plan/plan-tables";
import { budgetLineId } from "../../../core/plan/row-id";
import { positionAfter } from "../../session/position-after";
import type { LineRow } from "./budget-rows";
import type { TypedCostLine } from "./read-cost-line-block";

/** Opens a line for a task, a source and a channel with an amount of 0 in the task's first year. */
export const addLine = (
  task: { readonly id: string; readonly startYear: number },
  sourceId: string,
  channelId: string,
): Command => ({
  type: "set-cells",
  edits: [
    {
      entity: "budgetLine",
      rowId: budgetLineId(task.id, task.startYear, sourceId, channelId),
      cells: { lowWon: 0, likelyWon: 0, highWon: 0, isIllustrative: false },
    },
  ],
});

/** A line with its amounts of all years, as one step. */
export const deleteLine = ({ line }: LineRow): Command => ({
  type: "delete-rows",
  rows: [...line.cells.values()].map(({ id }) => ({ entity: "budgetLine", rowId: id })),
});

/** A cost line at the end of an amount's: nothing, once, until it is filled in. */
export const addCostLine = (
  amountId: string,
  costLineId: string,
  lines: readonly Row<"costLine">[],
): Command => addCostLines(amountId, [{ id: costLineId }], lines);

/** Several behind an amount's, in their order, as one step. */
export function addCostLines(
  amountId: string,
  added: readonly ({ readonly id: string } & Partial<TypedCostLine>)[],
  lines: readonly Row<"costLine">[],
): Command {
  let position = "";
  return {
    type: "add-rows",
    rows: added.map(({ id, ...typed }) => {
      position = positionAfter(position === "" ? lines : [{ position }]);
      return {
        entity: "costLine",
        rowId: id,
        cells: { ...cellsOf("costLine", { ...typed, budgetLineId: amountId, position }) },
      };
    }),
  };
}
