import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { scaleEstimates } from "../../../core/plan/amount-edit";
import type { RowEdit } from "../../../core/plan/command";
import { err, ok } from "../../../core/result";
import type { PlanApi } from "../../engine/plan-api";
import { describeFailure } from "../../session/error-text";
import { useSessionActions, useSessionServices } from "../../session/use-plan-session";
import type { CommitBlock } from "../../ui/spreadsheet/write-block";

/** Writes blocks of tasks and amounts as one command; low and high estimates keep their distance to the likely one. */
export function useTaskBlocks(): CommitBlock {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { plan } = useSessionServices();
  return useCallback(
    async ({ edits }) => {
      const result = await actions.execute({ type: "set-cells", edits: await withEstimates(plan, edits) });
      if (result.ok || result.error.type === "nothing-changed") return ok(null);
      const text = describeFailure(t, { group: "edit", error: result.error });
      return err({ type: "plan-refused", text, rowId: "rowId" in result.error ? result.error.rowId : null });
    },
    [actions, plan, t],
  );
}

/** The lines as they are now are only asked for when a block holds amounts. */
async function withEstimates(plan: PlanApi, edits: readonly RowEdit[]): Promise<RowEdit[]> {
  if (!edits.some(({ entity }) => entity === "budgetLine")) return [...edits];
  const { budgetLine = [] } = await plan.readRows(["budgetLine"]);
  const lines = new Map(budgetLine.map((line) => [line.id, line]));
  return edits.map((edit) => {
    const { likelyWon } = edit.cells;
    if (edit.entity !== "budgetLine" || typeof likelyWon !== "number") return edit;
    return { ...edit, cells: scaleEstimates(lines.get(edit.rowId), likelyWon) };
  });
}
