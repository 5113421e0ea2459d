import type { EditError } from "../../core/plan/edit-error";
import type { RowDifference } from "../../core/planfile/compare-plans";
import type { HistoryFilter } from "../../core/planfile/list-history";
import type { CellJson } from "../../core/planfile/plan-log";
import type { RevertError } from "../../core/planfile/revert-change";
import type { SaveError } from "../../core/planfile/save-plan-file";
import type { Result } from "../../core/result";
import type { AppliedEdit, ChangeLabelView, ExportedPlan, ReadOnlyError } from "./plan-api";

/** One line of the history, as a screen shows it. */
export interface HistoryLine {
  readonly changeId: string;
  readonly personId: string;
  /** As the person called themselves; may be empty. */
  readonly personName: string;
  /** By the author's clock, milliseconds since 1970. */
  readonly atMs: number;
  readonly label: ChangeLabelView;
  readonly rows: number;
  readonly cells: number;
  /** The first rows that it touched, as people call them now. */
  readonly rowNames: readonly string[];
  /** The fields that it set, each once. */
  readonly fields: readonly string[];
  /** False for the change that the plan begins with. */
  readonly canTakeBack: boolean;
}

/** A value with the name of the row that it refers to; null for values that are no reference. */
export interface ShownValue {
  readonly value: CellJson;
  readonly rowName: string | null;
}

/** A cell before and after. The field `_deleted` stands for the row itself: true where it was deleted. */
export interface ShownCell {
  readonly entity: string;
  readonly rowId: string;
  readonly rowName: string;
  readonly field: string;
  readonly from: ShownValue;
  readonly to: ShownValue;
}

export interface ChangeDetail {
  readonly line: HistoryLine;
  /** At most `MAX_SHOWN_CELLS` of them. */
  readonly cells: readonly ShownCell[];
}

/** More cells of one change than anybody reads. */
export const MAX_SHOWN_CELLS = 2_000;

/** What happened to one cell, latest first. */
export interface CellHistoryLine {
  readonly changeId: string;
  readonly personId: string;
  readonly personName: string;
  readonly atMs: number;
  readonly label: ChangeLabelView;
  readonly cells: readonly ShownCell[];
}

/** A state of the plan: one that somebody named, or how it was after a change. */
export type VersionPoint =
  | { readonly type: "named"; readonly baselineId: string }
  | { readonly type: "after-change"; readonly changeId: string }
  /** As core/planfile/plan-version writes it. */
  | { readonly type: "version"; readonly version: string };

export interface NamedVersion {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** When its last change was made; null for a version that this file does not hold whole. */
  readonly atMs: number | null;
  /** Changes that were made since, in this file. */
  readonly changesSince: number;
}

/** A row that differs, with names instead of ids. */
export interface ShownDifference extends Omit<RowDifference, "cells"> {
  readonly cells: readonly ShownCell[];
}

/** A merge with another file. */
export interface MergeLine {
  readonly mergedAtMs: number;
  readonly personName: string;
  readonly otherFile: string;
  readonly addedChanges: number;
  readonly conflicts: number;
}

/** A version that was asked for is not in the plan, or not whole. */
export interface VersionError {
  readonly type: "version-not-whole";
}

export interface PublishRequest {
  readonly appVersion: string;
  /** The name that the copy shows; empty for nobody in particular. */
  readonly displayName: string;
}

/** The part of the plan worker that reads what was done, and takes it back. */
export interface HistoryApi {
  /** Latest first. */
  readHistory(filter: HistoryFilter): Promise<readonly HistoryLine[]>;
  /** Null for a change that the plan does not have. */
  readChange(changeId: string): Promise<ChangeDetail | null>;
  /** Changes of a cell or, without a field, of a row; the latest `limit` of them. */
  readCellHistory(
    entity: string,
    rowId: string,
    field: string | null,
    limit: number,
  ): Promise<readonly CellHistoryLine[]>;
  readMerges(): Promise<readonly MergeLine[]>;
  /** The latest first. */
  readVersions(): Promise<readonly NamedVersion[]>;
  /** What was done to the plan since that version. */
  compareWithNow(point: VersionPoint): Promise<Result<readonly ShownDifference[], VersionError>>;
  /** Keeps a state of the plan under a name; the current one without a point. */
  nameVersion(
    title: string,
    note: string,
    point: VersionPoint | null,
  ): Promise<Result<AppliedEdit, EditError | ReadOnlyError | VersionError>>;
  /** Sets the plan back, as one step that can be undone. */
  restore(
    point: VersionPoint,
  ): Promise<Result<AppliedEdit, VersionError | ReadOnlyError | { readonly type: "nothing-changed" }>>;
  /** Takes back one change of anybody; with `isForced` also where cells have been set since. */
  revert(changeId: string, isForced: boolean): Promise<Result<AppliedEdit, RevertError | ReadOnlyError>>;
  /** The plan as a file of its own without history and names. */
  exportPublishedCopy(request: PublishRequest): Promise<Result<ExportedPlan, SaveError>>;
  /** Gives the person who edits another name, in all that they did in this plan. Null where that changes nothing in the plan. */
  renamePerson(displayName: string): Promise<AppliedEdit | null>;
}
