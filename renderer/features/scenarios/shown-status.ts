import type { TaskOutcome } from "../../../core/scenario/outcome";

export type ShownStatus = TaskOutcome["status"] | "noAmounts";

/** The status of a task as screens say it: one that asks for no money in the plan's years is not called funded. */
export const shownStatus = ({
  status,
  plannedWon,
}: Pick<TaskOutcome, "status" | "plannedWon">): ShownStatus =>
  status === "funded" && plannedWon === 0 ? "noAmounts" : status;
