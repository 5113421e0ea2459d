import { encodeJournalEntry } from "../engine/journal-entry";
import type { BackupInfo } from "../host/host";
import { backUpPlan } from "./back-up-plan";
import { adopt, openLog, passGate, protectAll, refuseOpening } from "./open-plan";
import type { CurrentPlan, SessionState } from "./session-state";

/** A backup of the plan that is open for editing goes back into that plan; any other is opened as a copy without a file. */
export const isRestoredInPlace = (
  current: CurrentPlan | null,
  { planId }: BackupInfo,
): current is CurrentPlan => current !== null && !current.plan.isReadOnly && current.plan.planId === planId;

/**
 * Brings a backup back. In place, the plan as it is now is kept as a backup
 * first, so that restoring can itself be taken back; the file stays untouched
 * until the plan is saved. False, with a notice, when it cannot be done; the
 * open plan then stays.
 */
export async function restoreBackup(
  state: SessionState,
  backup: BackupInfo,
  signal: AbortSignal,
): Promise<boolean> {
  const { host, plan, readPerson } = state.parts;
  const { backupId, title } = backup;
  const read = await host.readBackup({ backupId });
  if (!read.ok) return refuseOpening(state, read.error, title);
  const { bytes } = read.value;
  const passed = await passGate(state, bytes, title, signal);
  if (passed === null) return false;
  const { current } = state;
  if (!isRestoredInPlace(current, backup) || passed.isNewerFormat || passed.log.planId !== backup.planId)
    return openLog(state, passed, { file: null, stamp: null, name: title, isLocked: false, bytes });
  const kept = await backUpPlan(state, "before-restore", backupId);
  if (!kept.ok) return refuseOpening(state, { type: "restore-not-backed-up" }, title);
  const { log } = passed;
  const person = await readPerson();
  const opened = await plan.open({ log, journal: [], person, isReadOnly: false, isRestored: true });
  if (!opened.ok) return refuseOpening(state, opened.error, title);
  await adopt(state, opened.value, {
    file: current.file,
    stamp: current.stamp,
    readOnlyReason: null,
    pendingBatches: [encodeJournalEntry({ type: "plan-restored", log })],
  });
  await protectAll(state);
  return true;
}
