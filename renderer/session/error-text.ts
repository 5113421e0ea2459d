import type { TFunction } from "i18next";
import type {
  EditFailure,
  HistoryFailure,
  MergeFailure,
  OpenFailure,
  SaveFailure,
  SessionFailure,
  UndoFailure,
} from "./session-failure";

/**
 * The key of the sentence for every way in which work can fail. The compiler
 * sees to it that no type is missing here, a test that both languages have the
 * sentence: what is wrong, what is safe, what to do.
 */
export const errorKeys = {
  edit: {
    "not-a-number": "error.edit.notANumber",
    "out-of-range": "error.edit.outOfRange",
    "not-a-choice": "error.edit.notAChoice",
    "wrong-kind": "error.edit.doesNotFit",
    "unknown-field": "error.edit.doesNotFit",
    "key-field": "error.edit.doesNotFit",
    "unknown-row": "error.edit.unknownRow",
    "row-exists": "error.edit.rowExists",
    "end-before-start": "error.edit.endBeforeStart",
    "horizon-reversed": "error.edit.horizonReversed",
    "seats-below-officials": "error.edit.seatsBelowOfficials",
    "range-reversed": "error.edit.rangeReversed",
    "empty-name": "error.edit.emptyName",
    "dependency-circle": "error.edit.dependencyCircle",
    "assumption-reversed": "error.edit.assumptionReversed",
    "chances-above-one": "error.edit.chancesAboveOne",
    "not-in-conflict": "error.edit.notInConflict",
    "nothing-changed": "error.edit.nothingChanged",
    "read-only": "error.readOnly",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<EditFailure["type"], string>,
  undo: {
    "nothing-to-undo": "error.undo.nothingToUndo",
    "nothing-to-redo": "error.undo.nothingToRedo",
    "undo-superseded": "error.undo.superseded",
    "read-only": "error.readOnly",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<UndoFailure["type"], string>,
  open: {
    "empty-file": "error.open.emptyFile",
    "too-large": "error.open.tooLarge",
    "not-sqlite": "error.open.notSqlite",
    "not-a-plan": "error.open.notAPlan",
    truncated: "error.open.truncated",
    "write-ahead-log": "error.open.writeAheadLog",
    damaged: "error.open.damaged",
    "refused-content": "error.open.refusedContent",
    "too-many-ops": "error.open.tooManyOps",
    "took-too-long": "error.open.tookTooLong",
    "gate-crashed": "error.open.gateCrashed",
    "opening-cancelled": "error.open.cancelled",
    "journal-unreadable": "error.open.journalUnreadable",
    "journal-does-not-fit": "error.open.journalDoesNotFit",
    "recovery-base-missing": "error.open.recoveryBaseMissing",
    "journal-torn": "error.open.journalTorn",
    "restore-not-backed-up": "error.open.restoreNotBackedUp",
    cancelled: "error.open.cancelled",
    "unknown-id": "error.open.notFound",
    "not-found": "error.open.notFound",
    "permission-denied": "error.open.permissionDenied",
    "in-use": "error.open.inUse",
    "must-save-as": "error.open.failed",
    "changed-underneath": "error.open.failed",
    locked: "error.open.locked",
    "disk-full": "error.open.failed",
    unsupported: "error.open.unsupported",
    "invalid-request": "error.open.failed",
    failed: "error.open.failedBecause",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<OpenFailure["type"], string>,
  save: {
    "save-verification-failed": "error.save.verificationFailed",
    "read-only": "error.readOnly",
    cancelled: "error.save.cancelled",
    "unknown-id": "error.save.notFound",
    "not-found": "error.save.notFound",
    "permission-denied": "error.save.permissionDenied",
    "in-use": "error.save.inUse",
    "must-save-as": "error.save.mustSaveAs",
    "changed-underneath": "error.save.changedUnderneath",
    locked: "error.save.locked",
    "disk-full": "error.save.diskFull",
    "too-large": "error.save.tooLarge",
    unsupported: "error.save.unsupported",
    "invalid-request": "error.save.failed",
    failed: "error.save.failedBecause",
    "own-file": "error.save.ownFile",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<SaveFailure["type"], string>,
  merge: {
    "other-plan": "error.merge.otherPlan",
    "change-differs": "error.merge.contradicts",
    "actor-differs": "error.merge.contradicts",
    "sequence-broken": "error.merge.incomplete",
    "no-other-plan": "error.merge.noOther",
    "settlement-refused": "error.merge.settlementRefused",
    "save-verification-failed": "error.save.verificationFailed",
    "read-only": "error.readOnly",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<MergeFailure["type"], string>,
  history: {
    "unknown-change": "error.history.unknownChange",
    "beginning-of-plan": "error.history.beginningOfPlan",
    "undo-superseded": "error.history.superseded",
    "version-not-whole": "error.history.versionNotWhole",
    "nothing-changed": "error.history.nothingChanged",
    "read-only": "error.readOnly",
    "engine-stopped": "error.engineStopped",
  } satisfies Record<HistoryFailure["type"], string>,
} as const;

/** The key of the sentence for a failure. */
export function errorKeyOf(failure: SessionFailure): string {
  const keys: Readonly<Record<string, string>> = errorKeys[failure.group];
  const key = keys[failure.error.type];
  if (key === undefined) throw new Error(`errorKeyOf: no text for ${failure.group}/${failure.error.type}`);
  return key;
}

/** A failure as one sentence or two in the page's language. `subject` is the file or plan that it is about. */
export const describeFailure = (t: TFunction, failure: SessionFailure, subject = ""): string =>
  t(errorKeyOf(failure), {
    ...parametersOf(t, failure.error),
    subject: subject === "" ? t("file.thisFile") : subject,
  });

/** Figures and words of an error that its sentence names. */
function parametersOf(
  t: TFunction,
  error: SessionFailure["error"],
): Readonly<Record<string, string | number>> {
  const parameters: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(error)) {
    if (name === "type") continue;
    if (typeof value === "number") parameters[name] = value;
    if (typeof value === "string") parameters[name] = shorten(value);
  }
  if (error.type === "not-a-choice") parameters.choices = error.choices.join(", ");
  if (error.type === "dependency-circle") parameters.steps = describeCircle(t, error.tasks);
  if (error.type === "undo-superseded") parameters.count = error.cells.length;
  if (error.type === "locked") parameters.computer = error.holder?.computer ?? "?";
  if (error.type === "too-large") {
    const limitBytes = "limitBytes" in error ? error.limitBytes : error.maximumBytes;
    parameters.limitMebibytes = Math.round(limitBytes / 2 ** 20);
  }
  if (error.type === "took-too-long") parameters.limitSeconds = Math.round(error.limitMs / 1000);
  return parameters;
}

/** Who waits for whom, all the way round. */
const describeCircle = (t: TFunction, tasks: readonly string[]): string =>
  tasks
    .map((task, index) =>
      t("error.edit.circleStep", { task, predecessor: tasks[(index + 1) % tasks.length] ?? task }),
    )
    .join(", ");

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
