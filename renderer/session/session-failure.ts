import type { EditError } from "../../core/plan/edit-error";
import type { RevertError } from "../../core/planfile/revert-change";
import type { SaveError } from "../../core/planfile/save-plan-file";
import type { UndoError } from "../../core/planfile/undo-change";
import type { GateError } from "../engine/gate-client";
import type { VersionError } from "../engine/history-api";
import type { MergeRefusal } from "../engine/merge-api";
import type { ReadOnlyError, ReplayError } from "../engine/plan-api";
import type { HostError } from "../host/host";

/** The plan worker stopped because of a bug or for want of memory. */
export interface EngineStopped {
  readonly type: "engine-stopped";
  readonly detail: string;
}

export type EditFailure = EditError | ReadOnlyError | EngineStopped;
export type UndoFailure = UndoError | ReadOnlyError | EngineStopped;
export type SaveFailure =
  | SaveError
  | HostError
  | ReadOnlyError
  /** A further copy cannot take the place of the open plan's own file. */
  | { readonly type: "own-file" }
  | EngineStopped;
export type MergeFailure = MergeRefusal | SaveError | ReadOnlyError | EngineStopped;
export type HistoryFailure =
  | RevertError
  | VersionError
  | ReadOnlyError
  | { readonly type: "nothing-changed" }
  | EngineStopped;
export type OpenFailure =
  | GateError
  | HostError
  | ReplayError
  /** Neither the file as it was nor a backup of it could be found, so the recovered changes have nothing to stand on. */
  | { readonly type: "recovery-base-missing" }
  /** The last of the recovered changes was cut off and is left out. */
  | { readonly type: "journal-torn" }
  /** The plan as it is now could not be kept, so a backup was not put in its place. */
  | { readonly type: "restore-not-backed-up" }
  | EngineStopped;

/** What went wrong in which kind of work; each has a text in both languages (error-text.ts). */
export type SessionFailure =
  | { readonly group: "edit"; readonly error: EditFailure }
  | { readonly group: "undo"; readonly error: UndoFailure }
  | { readonly group: "save"; readonly error: SaveFailure }
  | { readonly group: "open"; readonly error: OpenFailure }
  | { readonly group: "merge"; readonly error: MergeFailure }
  | { readonly group: "history"; readonly error: HistoryFailure };
