import type { FileInfo } from "../host/host";
import type { CurrentPlan, SessionState } from "./session-state";
import { isDirty } from "./session-state";
import type { UnsavedAnswer } from "./session-view";

/**
 * Asks about unsaved changes before the open plan is left. True when it may be
 * left: there are none, they were saved, or the user gives them up.
 */
export async function mayLeavePlan(state: SessionState, save: () => Promise<boolean>): Promise<boolean> {
  const { current } = state;
  if (current === null || !isDirty(current)) return true;
  const answer = await state.ask<UnsavedAnswer>((reply) => ({
    type: "unsaved-changes",
    title: current.plan.title,
    unsavedChanges: current.plan.unsavedChanges,
    answer: reply,
  }));
  if (answer === "save") return save();
  return answer === "discard";
}

/** Lets a plan go that was saved or given up: its journal and its lock. */
export async function leavePlan(
  { parts: { host } }: SessionState,
  left: CurrentPlan,
  { keepLockOf }: { readonly keepLockOf: FileInfo | null },
): Promise<void> {
  await left.journal.clear();
  const isLockOurs = left.file !== null && left.readOnlyReason !== "locked";
  if (left.file !== null && isLockOurs && left.file.fileId !== keepLockOf?.fileId)
    await host.unlockFile({ fileId: left.file.fileId });
}
