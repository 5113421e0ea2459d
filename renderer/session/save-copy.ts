import type { Result } from "../../core/result";
import { ok } from "../../core/result";
import type { OpenedFile, SaveTarget } from "../host/host";
import { openSavedCopy } from "./open-plan";
import { pickTarget, refuseSave } from "./save-plan";
import type { SaveFailure } from "./session-failure";
import type { SessionParts, SessionState } from "./session-state";

/**
 * Saves a plan that is open to look at only under another name and opens that
 * copy for editing. The file that it came from is never written. True when the
 * copy is on disk.
 */
export async function savePlanCopy(state: SessionState, signal: AbortSignal): Promise<boolean> {
  const { current, parts } = state;
  if (current === null) return false;
  const target = await pickTarget(state, current);
  if (target === null) return false;
  if (target.file.fileId === current.file?.fileId) return refuseSave(state, { type: "read-only" });
  const copy = await writeCopy(parts, target);
  if (!copy.ok) {
    await parts.host.unlockFile({ fileId: target.file.fileId });
    return refuseSave(state, copy.error);
  }
  await openSavedCopy(state, copy.value, signal);
  return true;
}

async function writeCopy(
  { plan, host }: SessionParts,
  { file, existing }: SaveTarget,
): Promise<Result<OpenedFile, SaveFailure>> {
  const exported = await plan.exportVerified();
  if (!exported.ok) return exported;
  const { bytes } = exported.value;
  const written = await host.writeFile({ fileId: file.fileId, bytes, expected: existing });
  return written.ok ? ok({ ...written.value, bytes }) : written;
}
