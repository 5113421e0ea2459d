import type { UntrustedPlan } from "../../core/planfile/open-plan-file";
import { formatVersion, versionOf } from "../../core/planfile/plan-version";
import type { CopyRelation } from "../../core/planfile/relate-versions";
import type { FileInfo, OpenedFile } from "../host/host";
import { holdPassed, type OtherSource } from "./merge-file";
import { openFile, openLog, openPassed, passGate, refuseOpening } from "./open-plan";
import type { SessionState } from "./session-state";
import type { OtherFileAnswer } from "./session-view";

/** Asks about unsaved work; true when the open plan may be left. */
type MayLeave = () => Promise<boolean>;

/**
 * Opens a file while a plan is open. A copy of that plan with other changes in it
 * is asked about first, since whoever opens an older or a newer copy may not know
 * that it is one: merged, looked at beside the plan, or opened in its place.
 */
export async function openOverPlan(
  state: SessionState,
  file: FileInfo,
  signal: AbortSignal,
  mayLeave: MayLeave,
): Promise<void> {
  const { current, parts } = state;
  const activity = { type: "opening", name: file.name } as const;
  const read = await parts.host.readFile({ fileId: file.fileId });
  if (!read.ok) {
    refuseOpening(state, read.error, file.name);
    return;
  }
  const opened = read.value;
  let passed: UntrustedPlan | null = null;
  if (!isAsWeKnowIt(state, opened)) {
    passed = await state.during(activity, () => passGate(state, opened.bytes, file.name, signal));
    if (passed === null) return;
    const relation = await relateTo(state, passed);
    const isAsked = relation !== null && relation.kind !== "same";
    const answer = isAsked ? await askAbout(state, file.name, passed, relation) : "open";
    if (await isHeld(state, { ...opened, name: file.name }, passed, answer)) return;
  }
  if (!(await mayLeave())) return;
  const plan = passed;
  // Leaving may have saved the open plan, perhaps over this very file: then it is read again.
  const isUnchanged = plan !== null && state.current === current;
  await state.during(activity, () =>
    isUnchanged ? openPassed(state, opened, plan) : openFile(state, file, signal),
  );
}

/** A file was dropped on the open plan: asks what to do with it. */
export async function receiveDropped(
  state: SessionState,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  signal: AbortSignal,
  mayLeave: MayLeave,
): Promise<void> {
  const reading = { type: "reading", name } as const;
  const passed = await state.during(reading, () => passGate(state, bytes, name, signal));
  if (passed === null) return;
  const answer = await askAbout(state, name, passed, await relateTo(state, passed));
  if (await isHeld(state, { name, file: null, stamp: null }, passed, answer)) return;
  if (!(await mayLeave())) return;
  await state.during({ type: "opening", name }, () =>
    openLog(state, passed, { file: null, stamp: null, name, isLocked: false, bytes }),
  );
}

/** The open plan's own file, with what it was opened from or saved into: nothing to compare. */
const isAsWeKnowIt = ({ current }: SessionState, { file, stamp }: OpenedFile): boolean =>
  current?.file?.fileId === file.fileId && current.stamp?.sha256 === stamp.sha256;

/** What a file is to the open plan; null for another plan. */
async function relateTo(state: SessionState, { log }: UntrustedPlan): Promise<CopyRelation | null> {
  if (state.current?.plan.planId !== log.planId) return null;
  return state.parts.plan.relateCopy(formatVersion(versionOf(log.changes)));
}

function askAbout(
  state: SessionState,
  fileName: string,
  { isNewerFormat }: UntrustedPlan,
  relation: CopyRelation | null,
): Promise<OtherFileAnswer> {
  const canMerge = relation !== null && relation.onlyInTheirs > 0 && !isNewerFormat;
  return state.ask<OtherFileAnswer>((answer) => ({
    type: "other-file",
    fileName,
    relation,
    canMerge,
    answer,
  }));
}

/** Whether the answer leaves the open plan open, with the file beside it where that was wanted. */
async function isHeld(
  state: SessionState,
  { name, file, stamp }: OtherSource,
  passed: UntrustedPlan,
  answer: OtherFileAnswer,
): Promise<boolean> {
  if (answer === "merge" || answer === "compare")
    await holdPassed(state, { name, file, stamp }, passed, answer);
  return answer !== "open";
}
