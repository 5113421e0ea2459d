import type { Command } from "../../../core/plan/command";
import { budgetLineId } from "../../../core/plan/row-id";
import { type Evidence, evidenceAbout } from "../../session/own-figures";
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

/** A line with its amounts of all years and what stands behind them, as one step. */
export function deleteLine({ line }: LineRow, evidence: Evidence): Command {
  const rowIds = new Set([...line.cells.values()].map(({ id }) => id));
  return {
    type: "delete-rows",
    rows: [
      ...[...rowIds].map((rowId) => ({ entity: "budgetLine" as const, rowId })),
      ...evidenceAbout(evidence, rowIds),
    ],
  };
}
