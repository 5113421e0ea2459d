import type { Command } from "../../../core/plan/command";
import { budgetLineId } from "../../../core/plan/row-id";
import type { LineRow } from "./budget-rows";

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
