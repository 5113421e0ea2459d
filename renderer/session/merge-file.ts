import type { SettledCell } from "../../core/plan/command";
import type { UntrustedPlan } from "../../core/planfile/open-plan-file";
import type { Result } from "../../core/result";
import { err } from "../../core/result";
import type { MergeRefusal, TakenMerge } from "../engine/merge-api";
import type { ExportedPlan, ReadOnlyError } from "../engine/plan-api";
import type { FileInfo, FileStamp } from "../host/host";
import { backUpPlan } from "./back-up-plan";
import { passGate } from "./open-plan";
import { planFileKind } from "./plan-file-kind";
import { pickTarget, refuseSave } from "./save-plan";
import type { SessionState } from "./session-state";
import type { OtherPurpose } from "./session-view";

/** Where another plan comes from; what was dropped on the page has no file behind it. */
export interface OtherSource {
  readonly name: string;
  readonly file: FileInfo | null;
  readonly stamp: FileStamp | null;
}

/** Lets the user pick a file to put beside the open plan. */
export async function holdPickedFile(
  state: SessionState,
  purpose: OtherPurpose,
  signal: AbortSignal,
): Promise<void> {
  const { host, translate } = state.parts;
  const picked = await host.pickFile({
    title: translate("merge.pickTitle"),
    kinds: [planFileKind(translate)],
  });
  if (!picked.ok) return state.notify({ group: "open", error: picked.error }, "");
  const { name, fileId } = picked.value;
  const read = await host.readFile({ fileId });
  if (read.ok) await holdBytes(state, { ...read.value, name }, purpose, signal);
  else state.notify({ group: "open", error: read.error }, name);
}

/** Reads another file through the gate and puts it beside the open plan. */
export async function holdBytes(
  state: SessionState,
  { bytes, ...source }: OtherSource & { readonly bytes: Uint8Array },
  purpose: OtherPurpose,
  signal: AbortSignal,
): Promise<void> {
  await state.during({ type: "reading", name: source.name }, async () => {
    const passed = await passGate(state, bytes, source.name, signal);
    if (passed !== null) await holdPassed(state, source, passed, purpose);
  });
}

/** Puts what the gate read beside the open plan. */
export async function holdPassed(
  state: SessionState,
  source: OtherSource,
  { log, isNewerFormat }: UntrustedPlan,
  purpose: OtherPurpose,
): Promise<void> {
  const view = await state.parts.plan.holdOther({ log, isNewerFormat });
  state.dismissNotice();
  state.setOther({ ...source, purpose, view });
}

export async function dropOther(state: SessionState): Promise<void> {
  state.setOther(null);
  await state.parts.plan.dropOther();
}

/**
 * Makes the merged plan the open one; its changes are unsaved and in the crash
 * journal. A copy of the plan before merging is kept as a backup.
 */
export async function takeMerged(
  state: SessionState,
  settled: readonly SettledCell[],
): Promise<Result<TakenMerge, MergeRefusal | ReadOnlyError>> {
  const { plan, readPerson } = state.parts;
  const { current } = state;
  const { other } = state.store.get();
  if (current === null || other === null) return err({ type: "no-other-plan" });
  if (state.parts.host.environment.capabilities.backups) await backUpPlan(state, "before-merge");
  const taken = await plan.takeMerged({ otherName: other.name, settled, person: await readPerson() });
  if (!taken.ok) return taken;
  const isProtected = await current.journal.append(taken.value.journalBatches);
  // What is on disk is in the plan now, so saving replaces nothing unseen.
  const isOwnFile = other.file !== null && other.file.fileId === current.file?.fileId;
  const stamp = isOwnFile ? other.stamp : current.stamp;
  state.updateCurrent({ plan: taken.value.state, isProtected, stamp });
  state.setOther(null);
  return taken;
}

/** Writes the merged plan into a new file; the open plan and its file stay as they are. True when it is on disk. */
export async function saveMerged(state: SessionState, settled: readonly SettledCell[]): Promise<boolean> {
  const { plan, readPerson, translate } = state.parts;
  const otherName = state.store.get().other?.name ?? "";
  return writeAnew(state, translate("merge.mergedSuffix"), async () => {
    const made = await plan.exportMerged({ otherName, settled, person: await readPerson() });
    if (made.ok) return made.value;
    state.notify({ group: "merge", error: made.error }, otherName);
    return null;
  });
}

/** Writes a copy for the public, without history and names, into a new file. True when it is on disk. */
export function publishPlan(state: SessionState, displayName: string): Promise<boolean> {
  const { plan, host, translate } = state.parts;
  return writeAnew(state, translate("publish.suffix"), async () => {
    const appVersion = host.environment.appVersion.slice(0, 100);
    const made = await plan.exportPublishedCopy({ appVersion, displayName });
    if (made.ok) return made.value;
    refuseSave(state, made.error);
    return null;
  });
}

/** Asks for a place and writes there; the open plan keeps its own file, which cannot be chosen. */
async function writeAnew(
  state: SessionState,
  suffix: string,
  makeBytes: () => Promise<ExportedPlan | null>,
): Promise<boolean> {
  const { current, parts } = state;
  if (current === null) return false;
  const target = await pickTarget(state, current, suffix);
  if (target === null) return false;
  const { file, existing } = target;
  if (file.fileId === current.file?.fileId) return refuseSave(state, { type: "own-file" });
  state.setActivity({ type: "saving", name: file.name });
  try {
    const made = await makeBytes();
    if (made === null) return false;
    const written = await parts.host.writeFile({
      fileId: file.fileId,
      bytes: made.bytes,
      expected: existing,
    });
    return written.ok || refuseSave(state, written.error);
  } finally {
    await parts.host.unlockFile({ fileId: file.fileId });
    state.setActivity(null);
  }
}
