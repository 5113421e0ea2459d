import type { TemplateName } from "../../core/plan/templates/template-name";
import { findTimeAhead } from "../../core/planfile/hybrid-clock";
import type { UntrustedPlan } from "../../core/planfile/open-plan-file";
import { holdsWholePlan, listJournalChanges } from "../engine/journal-entry";
import type { PlanState } from "../engine/plan-api";
import type { FileInfo, FileStamp, OpenedFile } from "../host/host";
import { findRecoveryBase, type RecoveryBase, readJournalFile } from "./find-recovery-base";
import { JournalKeeper } from "./journal-keeper";
import { leavePlan } from "./leave-plan";
import { journalHeader } from "./save-plan";
import type { OpenFailure } from "./session-failure";
import type { CurrentPlan, SessionState } from "./session-state";

/** Starts a new plan from a template. */
export async function createPlan(state: SessionState, template: TemplateName): Promise<void> {
  const { plan, readPerson, language, host } = state.parts;
  const { state: created, journalBatches } = await plan.create({
    template,
    language: language(),
    person: await readPerson(),
    appVersion: host.environment.appVersion.slice(0, 100),
  });
  await adopt(state, created, {
    file: null,
    stamp: null,
    readOnlyReason: null,
    pendingBatches: journalBatches,
  });
}

/** Opens a file that the host knows. False, with a notice, when it cannot be opened; the open plan then stays. */
export async function openFile(state: SessionState, file: FileInfo, signal: AbortSignal): Promise<boolean> {
  const { host } = state.parts;
  const read = await host.readFile({ fileId: file.fileId });
  if (!read.ok) return refuseOpening(state, read.error, file.name);
  const passed = await passGate(state, read.value.bytes, read.value.file.name, signal);
  return passed !== null && openPassed(state, read.value, passed);
}

/** Opens bytes that came without a file behind them (dropped on the page): they are saved under a new name. */
export async function openBytes(
  state: SessionState,
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<boolean> {
  const passed = await passGate(state, bytes, name, signal);
  if (passed === null) return false;
  return openLog(state, passed, { file: null, stamp: null, name, isLocked: false, bytes });
}

/** Opens what was written this moment; its file is locked already. */
export async function openSavedCopy(
  state: SessionState,
  { bytes, file, stamp }: OpenedFile,
  signal: AbortSignal,
): Promise<boolean> {
  const passed = await passGate(state, bytes, file.name, signal);
  if (passed === null) return false;
  return openLog(state, passed, { file, stamp, name: file.name, isLocked: false, bytes });
}

/** Opens what the gate read from a file, for editing where nobody else holds it. */
export async function openPassed(
  state: SessionState,
  { bytes, file, stamp }: OpenedFile,
  passed: UntrustedPlan,
): Promise<boolean> {
  const lock = await lockForEditing(state, file);
  if (lock === "cancelled") return false;
  const isLocked = lock === "read-only";
  const isOpen = await openLog(state, passed, { file, stamp, name: file.name, isLocked, bytes });
  if (!isOpen && !isLocked) await giveBackLock(state, file);
  return isOpen;
}

/** Puts work back that an earlier session did not save. The journal is kept until a new one holds it all. */
export async function recoverWork(
  state: SessionState,
  journalId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { host, plan, readPerson } = state.parts;
  const read = await host.readJournal({ journalId });
  if (!read.ok) return refuseOpening(state, read.error, "");
  const { header, tornTail } = read.value;
  const file = await readJournalFile(host, header);
  const isSaved = file !== null && (await holdsJournal(state, file, read.value.batches, signal));
  const batches = isSaved ? [] : read.value.batches;
  const isWhole = holdsWholePlan(batches);
  const base = isSaved
    ? file
    : header.base === null || isWhole
      ? null
      : await findRecoveryBase(host, header, file);
  if (header.base !== null && !isWhole && base === null)
    return refuseOpening(state, { type: "recovery-base-missing" }, header.title);
  const passed = base === null ? null : await passGate(state, base.bytes, header.title, signal);
  if (base !== null && passed === null) return false;
  const lock = header.file === null ? "ours" : await lockForEditing(state, header.file);
  if (lock !== "ours") return false;
  const opened = await plan.open({
    log: passed?.log ?? null,
    journal: batches,
    person: await readPerson(),
    isReadOnly: false,
  });
  if (!opened.ok) {
    if (header.file !== null) await giveBackLock(state, header.file);
    return refuseOpening(state, opened.error, header.title);
  }
  const stamp = isWhole ? header.base : (base?.expected ?? null);
  await adopt(state, opened.value, {
    file: header.file,
    stamp,
    readOnlyReason: null,
    pendingBatches: batches,
  });
  if (await protectAll(state)) await host.clearJournal({ journalId });
  if (tornTail) state.notify({ group: "open", error: { type: "journal-torn" } }, header.title);
  return true;
}

/** Whether the app ended between writing the file and clearing the journal: then the file holds all that the journal does. */
async function holdsJournal(
  state: SessionState,
  file: RecoveryBase,
  batches: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<boolean> {
  const ids = listJournalChanges(batches);
  const passed = ids === null ? null : await state.parts.readThroughGate(file.bytes, { signal });
  if (ids === null || passed?.ok !== true) return false;
  const { changes } = passed.value.log;
  const inFile = new Set(changes.map(({ id }) => id));
  // After a restore the file must hold that state and no later one.
  const isSameState = !holdsWholePlan(batches) || changes.length === ids.length;
  return isSameState && ids.every((id) => inFile.has(id));
}

/** Makes what the gate read the open plan, without a question about the earlier one. */
export async function openLog(
  state: SessionState,
  { log, isNewerFormat }: UntrustedPlan,
  from: {
    readonly file: FileInfo | null;
    readonly stamp: FileStamp | null;
    readonly name: string;
    readonly isLocked: boolean;
    readonly bytes: Uint8Array;
  },
): Promise<boolean> {
  const { plan, readPerson, host } = state.parts;
  const readOnlyReason = isNewerFormat ? "newer-format" : from.isLocked ? "locked" : null;
  const person = await readPerson();
  const opened = await plan.open({ log, journal: [], person, isReadOnly: readOnlyReason !== null });
  if (!opened.ok) return refuseOpening(state, opened.error, from.name);
  const { file, stamp } = from;
  await adopt(state, opened.value, { file, stamp, readOnlyReason, pendingBatches: [] });
  const title = opened.value.title.slice(0, 400);
  if (file !== null) await host.rememberRecentFile({ fileId: file.fileId, title });
  if (readOnlyReason === null && host.environment.capabilities.backups) {
    const { planId } = opened.value;
    await host.writeBackup({ planId, title, reason: "opened", bytes: from.bytes });
  }
  return true;
}

/** Reads bytes that may come from anybody; null, with a notice, when they are refused. */
export async function passGate(
  state: SessionState,
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
): Promise<UntrustedPlan | null> {
  const passed = await state.parts.readThroughGate(bytes, { signal });
  if (passed.ok) return passed.value;
  refuseOpening(state, passed.error, name);
  return null;
}

/** Only a lock held by someone else is worth a question; where no lock can be had, there is none to respect. */
async function lockForEditing(
  state: SessionState,
  file: FileInfo,
): Promise<"ours" | "read-only" | "cancelled"> {
  if (isCurrentFile(state, file) && state.current?.readOnlyReason !== "locked") return "ours";
  const { host } = state.parts;
  const locked = await host.lockFile({ fileId: file.fileId, takeOver: false });
  if (locked.ok || locked.error.type !== "locked") return "ours";
  const { holder } = locked.error;
  const answer = await state.ask<"read-only" | "take-over" | "cancel">((reply) => ({
    type: "locked",
    fileName: file.name,
    holder,
    answer: reply,
  }));
  if (answer === "cancel") return "cancelled";
  if (answer === "read-only") return "read-only";
  const taken = await host.lockFile({ fileId: file.fileId, takeOver: true });
  if (taken.ok || taken.error.type !== "locked") return "ours";
  refuseOpening(state, taken.error, file.name);
  return "cancelled";
}

/** After a plan could not be opened; the open plan's own lock is kept. */
async function giveBackLock(state: SessionState, file: FileInfo): Promise<void> {
  if (!isCurrentFile(state, file)) await state.parts.host.unlockFile({ fileId: file.fileId });
}

const isCurrentFile = (state: SessionState, file: FileInfo): boolean =>
  state.current?.file?.fileId === file.fileId;

/** Makes a plan that the engine holds the open one, and lets the earlier one go. */
export async function adopt(
  state: SessionState,
  plan: PlanState,
  {
    file,
    stamp,
    readOnlyReason,
    pendingBatches,
  }: Pick<CurrentPlan, "file" | "stamp" | "readOnlyReason"> & {
    readonly pendingBatches: readonly Uint8Array[];
  },
): Promise<void> {
  const earlier = state.current;
  const journal = new JournalKeeper(state.parts.host, journalHeader(plan, file, stamp), pendingBatches);
  state.dismissNotice();
  state.replaceCurrent({
    documentKey: state.nextDocumentKey(),
    plan,
    file,
    stamp,
    journal,
    isProtected: true,
    lastSavedAtMs: null,
    backedUpAtMs: state.parts.nowMs(),
    readOnlyReason,
    changedAheadMs: findTimeAhead(plan.latestTime, state.parts.nowMs()),
  });
  if (earlier !== null) await leavePlan(state, earlier, { keepLockOf: file });
}

/** Sends to the journal what waits for it. */
export async function protectAll(state: SessionState): Promise<boolean> {
  const isProtected = (await state.current?.journal.append([])) ?? false;
  state.updateCurrent({ isProtected });
  return isProtected;
}

/** Says why nothing was opened. */
export function refuseOpening(state: SessionState, error: OpenFailure, subject: string): false {
  state.notify({ group: "open", error }, subject);
  return false;
}
