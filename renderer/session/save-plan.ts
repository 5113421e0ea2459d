import type { ExportedPlan, PlanState } from "../engine/plan-api";
import type { FileInfo, FileStamp, JournalHeader, SaveTarget, WrittenFile } from "../host/host";
import { planFileKind, suggestFileName } from "./plan-file-kind";
import type { SaveFailure } from "./session-failure";
import type { CurrentPlan, SessionState } from "./session-state";
import type { StaleFileAnswer } from "./session-view";

/** Edits wait while the plan is written, so that none falls between the bytes and the journal's new base. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Saves into the plan's own file, or asks for one where it has none. True when the plan is on disk. */
export async function savePlan(state: SessionState, inTurn: InTurn): Promise<boolean> {
  const { current } = state;
  if (current === null) return false;
  if (current.plan.isReadOnly) return refuseSave(state, { type: "read-only" });
  const { file, stamp } = current;
  if (file === null || file.mustSaveAs !== null) return savePlanAs(state, inTurn);
  const written = await inTurn(() => writePlan(state, current, file, stamp));
  return written === "stale" ? settleStaleFile(state, file, inTurn) : written;
}

/** Somebody else wrote the file meanwhile: nothing is overwritten, and the user says what becomes of both. */
async function settleStaleFile(state: SessionState, file: FileInfo, inTurn: InTurn): Promise<boolean> {
  const { mergeHandler, parts } = state;
  const answer = await state.ask<StaleFileAnswer>((reply) => ({
    type: "stale-file",
    fileName: file.name,
    canMerge: mergeHandler !== null,
    answer: reply,
  }));
  if (answer === "save-as") return savePlanAs(state, inTurn);
  if (answer === "cancel" || mergeHandler === null)
    return refuseSave(state, { type: "changed-underneath", current: null });
  const theirs = await parts.host.readFile({ fileId: file.fileId });
  if (!theirs.ok) return refuseSave(state, theirs.error);
  mergeHandler(theirs.value);
  return false;
}

/** Asks for a place and saves there; the plan then belongs to that file. */
export async function savePlanAs(state: SessionState, inTurn: InTurn): Promise<boolean> {
  const { current, parts } = state;
  if (current === null) return false;
  const target = await pickTarget(state, current);
  if (target === null) return false;
  const { file, existing } = target;
  const written = await inTurn(() => writePlan(state, current, file, existing));
  const isSaved =
    written === "stale" ? refuseSave(state, { type: "changed-underneath", current: null }) : written;
  const left = isSaved ? current.file : file;
  if (file.fileId !== current.file?.fileId && left !== null)
    await parts.host.unlockFile({ fileId: left.fileId });
  return isSaved;
}

/** Asks for a place and locks it, unless it is the plan's own. Null when there is none; a failure has then been said. */
export async function pickTarget(
  state: SessionState,
  current: CurrentPlan,
  suffix = "",
): Promise<SaveTarget | null> {
  const { host, translate } = state.parts;
  const picked = await host.pickSaveTarget({
    title: translate("file.saveAsTitle"),
    suggestedName: suggestFileName(`${current.plan.title} ${suffix}`, translate("file.untitled")),
    kind: planFileKind(translate),
  });
  if (!picked.ok) return refuseNull(state, picked.error);
  const { file } = picked.value;
  if (file.fileId === current.file?.fileId) return picked.value;
  const locked = await host.lockFile({ fileId: file.fileId, takeOver: false });
  return locked.ok || locked.error.type !== "locked" ? picked.value : refuseNull(state, locked.error);
}

async function writePlan(
  state: SessionState,
  current: CurrentPlan,
  file: FileInfo,
  expected: FileStamp | null,
): Promise<boolean | "stale"> {
  state.setActivity({ type: "saving", name: file.name });
  try {
    const exported = await state.parts.plan.exportVerified();
    if (!exported.ok) return refuseSave(state, exported.error);
    const written = await state.parts.host.writeFile({
      fileId: file.fileId,
      bytes: exported.value.bytes,
      expected,
    });
    if (!written.ok) {
      if (written.error.type !== "changed-underneath") return refuseSave(state, written.error);
      const isGone = written.error.current === null;
      return isGone ? refuseSave(state, { type: "not-found", name: file.name }) : "stale";
    }
    await settleSave(state, current, exported.value, written.value);
    return true;
  } finally {
    state.setActivity(null);
  }
}

/** The bytes are on disk: says so to the plan, the journal and the list of recent files. */
async function settleSave(
  state: SessionState,
  current: CurrentPlan,
  { revision }: ExportedPlan,
  { file, stamp }: WrittenFile,
): Promise<void> {
  const { host, plan, nowMs } = state.parts;
  const saved = await plan.markSaved(revision);
  state.updateCurrent({ plan: saved, file, stamp, lastSavedAtMs: nowMs(), isProtected: true });
  state.dismissNotice();
  await current.journal.rebase(journalHeader(saved, file, stamp));
  await host.rememberRecentFile({ fileId: file.fileId, title: saved.title.slice(0, 400) });
}

/** What a journal says of the plan that its batches belong to. */
export const journalHeader = (
  plan: PlanState,
  file: FileInfo | null,
  base: FileStamp | null,
): JournalHeader => ({ planId: plan.planId, title: plan.title.slice(0, 400), file, base });

const refuseNull = (state: SessionState, error: SaveFailure): null => {
  refuseSave(state, error);
  return null;
};

/** Says why nothing was saved. */
export function refuseSave(state: SessionState, error: SaveFailure): false {
  const { current } = state;
  const offersSaveAs = [
    "read-only",
    "changed-underneath",
    "must-save-as",
    "permission-denied",
    "in-use",
    "disk-full",
    "failed",
    "not-found",
    "unknown-id",
    "locked",
  ];
  state.notify(
    { group: "save", error },
    current?.file?.name ?? current?.plan.title ?? "",
    offersSaveAs.includes(error.type),
  );
  return false;
}
