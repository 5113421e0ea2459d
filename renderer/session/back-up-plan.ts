import type { Result } from "../../core/result";
import type { BackupInfo, BackupReason } from "../host/host";
import type { SaveFailure } from "./session-failure";
import type { CurrentPlan, SessionState } from "./session-state";

/** After so much time of work the plan is kept as a backup, outside its file. */
export const BACKUP_INTERVAL_MS = 15 * 60_000;

/** Whether the work on a plan has gone on long enough since the last backup. */
export const isBackupDue = ({ backedUpAtMs }: CurrentPlan, nowMs: number): boolean =>
  nowMs - backedUpAtMs >= BACKUP_INTERVAL_MS;

/**
 * Keeps the open plan as it is now, unsaved changes included, outside its file.
 * `keepBackupId` names one that must not make room for it.
 */
export async function backUpPlan(
  state: SessionState,
  reason: BackupReason,
  keepBackupId?: string,
): Promise<Result<BackupInfo, SaveFailure>> {
  const { current, parts } = state;
  if (current === null) throw new Error("backUpPlan: no plan is open");
  // Also when it fails: the next try is a quarter of an hour away, not at the next key.
  state.updateCurrent({ backedUpAtMs: parts.nowMs() });
  const exported = await parts.plan.exportVerified();
  if (!exported.ok) return exported;
  const { planId, title } = current.plan;
  return parts.host.writeBackup({
    planId,
    title: title.slice(0, 400),
    reason,
    bytes: exported.value.bytes,
    ...(keepBackupId === undefined ? {} : { keepBackupId }),
  });
}
