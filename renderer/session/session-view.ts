import type { CopyRelation } from "../../core/planfile/relate-versions";
import type { OtherPlanView } from "../engine/merge-api";
import type { PlanState } from "../engine/plan-api";
import type { BackupInfo, FileInfo, FileStamp, JournalSummary, LockHolder, RecentFile } from "../host/host";
import type { SessionFailure } from "./session-failure";

/** The plan that is open, as the frame shows it. */
export interface OpenDocument {
  /** Differs for every opening, also of the same plan: part of every query key. */
  readonly documentKey: string;
  readonly plan: PlanState;
  /** Null for a plan that was never saved. */
  readonly file: FileInfo | null;
  readonly fileName: string | null;
  readonly lastSavedAtMs: number | null;
  /** There are changes that are not in the file. */
  readonly isDirty: boolean;
  readonly isReadOnly: boolean;
  /** Why it is open to look at only; null when it can be edited. */
  readonly readOnlyReason: "newer-format" | "locked" | null;
  /** When the latest change was made, where that is still to come: somebody's clock is wrong. Null otherwise, and once the user has read it. */
  readonly changedAheadMs: number | null;
  /** False while changes would be lost if the app ended now. */
  readonly isProtected: boolean;
}

/** Something that went wrong and stays on screen until it is dismissed. */
export interface SessionNotice {
  readonly noticeId: number;
  readonly failure: SessionFailure;
  /** Name of the file or plan that it is about; empty where there is none. */
  readonly subject: string;
  /** Saving under another name would help. */
  readonly offersSaveAs: boolean;
}

/** What somebody wants with a second file. */
export type OtherPurpose = "merge" | "compare";

/** Another file beside the open plan; let go with it. */
export interface OtherFile {
  /** Differs for every file that is put there. */
  readonly heldId: number;
  readonly name: string;
  /** Null for bytes that were dropped on the page. */
  readonly file: FileInfo | null;
  readonly stamp: FileStamp | null;
  readonly purpose: OtherPurpose;
  readonly view: OtherPlanView;
}

export type UnsavedAnswer = "save" | "discard" | "cancel";
export type LockedAnswer = "read-only" | "take-over" | "cancel";
export type StaleFileAnswer = "merge" | "save-as" | "cancel";
export type RestoreAnswer = "restore" | "cancel";
export type OtherFileAnswer = OtherPurpose | "open" | "cancel";
export type DiscardRecoveredAnswer = "discard" | "cancel";

/** A question that must be answered before the session goes on. */
export type SessionQuestion =
  | {
      readonly type: "unsaved-changes";
      readonly title: string;
      readonly unsavedChanges: number;
      readonly answer: (answer: UnsavedAnswer) => void;
    }
  | {
      readonly type: "locked";
      readonly fileName: string;
      readonly holder: LockHolder | null;
      readonly answer: (answer: LockedAnswer) => void;
    }
  | {
      /** Somebody else wrote the file since it was opened. */
      readonly type: "stale-file";
      readonly fileName: string;
      readonly canMerge: boolean;
      readonly answer: (answer: StaleFileAnswer) => void;
    }
  | {
      readonly type: "restore-backup";
      readonly backup: BackupInfo;
      readonly answer: (answer: RestoreAnswer) => void;
    }
  | {
      /** A file was dropped on the open plan, or a copy of that plan is about to be opened in its place. */
      readonly type: "other-file";
      readonly fileName: string;
      /** What the copy is to the open plan; null for another plan. */
      readonly relation: CopyRelation | null;
      /** It brings something that can be merged. */
      readonly canMerge: boolean;
      readonly answer: (answer: OtherFileAnswer) => void;
    }
  | {
      readonly type: "discard-recovered";
      readonly title: string;
      readonly answer: (answer: DiscardRecoveredAnswer) => void;
    };

/** Work that takes a moment. */
export interface SessionActivity {
  /** `reading`: another file, to be put beside the open plan. */
  readonly type: "opening" | "saving" | "reading";
  readonly name: string;
}

/** What the start screen lists. */
export interface StartLists {
  readonly recentFiles: readonly RecentFile[];
  readonly recoveredWork: readonly JournalSummary[];
}

interface SessionViewBase {
  readonly activity: SessionActivity | null;
  readonly notice: SessionNotice | null;
  readonly question: SessionQuestion | null;
  readonly startLists: StartLists;
  readonly other: OtherFile | null;
}

/** All that the page shows of the session. */
export type SessionView =
  | (SessionViewBase & { readonly status: "start" | "opening"; readonly document: null })
  | (SessionViewBase & { readonly status: "open"; readonly document: OpenDocument });
