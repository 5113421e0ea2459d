import type { SettledCell } from "../../core/plan/command";
import type { PlanProblem } from "../../core/plan/plan-problem";
import type { MergeError } from "../../core/planfile/merge-logs";
import type { PlanLog } from "../../core/planfile/plan-log";
import type { CopyRelation } from "../../core/planfile/relate-versions";
import type { SaveError } from "../../core/planfile/save-plan-file";
import type { Result } from "../../core/result";
import type { HistoryLine, ShownDifference, ShownValue, VersionPoint } from "./history-api";
import type { AppliedEdit, ExportedPlan, Person, ReadOnlyError } from "./plan-api";

/** A copy of the plan, or another plan, as the gate read it. */
export interface OtherPlan {
  readonly log: PlanLog;
  readonly isNewerFormat: boolean;
}

/** What the other file is to the open plan. */
export interface OtherPlanView {
  readonly title: string;
  /** A copy of the same plan, which can be merged. */
  readonly isSamePlan: boolean;
  readonly isNewerFormat: boolean;
}

/** In which of the two files a value was set. */
export type ConflictSide = "ours" | "theirs" | "both";

/** One of the values that people gave a cell. */
export interface ConflictOption {
  readonly shown: ShownValue;
  readonly side: ConflictSide;
  readonly personId: string;
  /** Empty for somebody who gave no name. */
  readonly personName: string;
  readonly atMs: number;
}

/** A cell that people set apart. The field `_deleted` asks whether the row stays (false) or goes (true). */
export interface ConflictView {
  readonly entity: string;
  readonly rowId: string;
  readonly rowName: string;
  readonly field: string;
  /** Ours first. */
  readonly options: readonly ConflictOption[];
  readonly before: ShownValue;
  /** What the plan shows until a person settles it. */
  readonly provisional: ShownValue;
}

/** What one side did since the two files were the same. */
export interface MergeSide {
  readonly people: readonly {
    readonly personId: string;
    readonly personName: string;
    readonly changes: number;
  }[];
  /** The latest first. */
  readonly lines: readonly HistoryLine[];
}

export interface MergePreview {
  /** When the last change was made that both files have; null where they share none. */
  readonly partedAtMs: number | null;
  readonly ours: MergeSide;
  readonly theirs: MergeSide;
  /** What changes in our plan without a question. */
  readonly automatic: readonly ShownDifference[];
  readonly agreedCells: number;
  readonly conflicts: readonly ConflictView[];
}

/** What a person should look at after merging. */
export interface MergedProblems {
  readonly problems: readonly {
    readonly problem: PlanProblem;
    /** Our plan does not have it as it is. */
    readonly isNew: boolean;
  }[];
  /** Names of rows that our plan does not have, by `<entity> <row id>`. */
  readonly names: Readonly<Record<string, string>>;
}

/** The other file was let go, for example because another plan was opened. */
export interface NoOtherPlan {
  readonly type: "no-other-plan";
}

/** What the other file is merged with. */
export interface MergeRequest {
  readonly otherName: string;
  readonly settled: readonly SettledCell[];
  readonly person: Person;
}

export interface TakenMerge extends AppliedEdit {
  /** Changes that came from the other file. */
  readonly added: number;
  /** Our plan before merging, for `restore`. */
  readonly versionBefore: VersionPoint;
}

/** A cell is not in conflict any more, or the value does not fit it. */
export interface SettlementRefused {
  readonly type: "settlement-refused";
}

export type MergeRefusal = MergeError | NoOtherPlan | SettlementRefused;

/** The part of the plan worker that holds another file beside the open plan. */
export interface MergeApi {
  /** Puts another file beside the plan; replaces the one that was there. */
  holdOther(other: OtherPlan): Promise<OtherPlanView>;
  dropOther(): Promise<void>;
  /** What another copy of the open plan is to it. `version` is the copy's, as text (plan-version.ts). */
  relateCopy(version: string): Promise<CopyRelation>;
  /** The plan against the other file, cell by cell: what has to be done to ours to make it theirs. */
  compareWithOther(): Promise<Result<readonly ShownDifference[], NoOtherPlan>>;
  /** Answers `no-other-plan` as soon as the other file is let go while this is worked out. */
  previewMerge(): Promise<Result<MergePreview, MergeError | NoOtherPlan>>;
  readMergedProblems(settled: readonly SettledCell[]): Promise<Result<MergedProblems, MergeRefusal>>;
  /** Makes the merged plan the open one, with its changes unsaved. */
  takeMerged(request: MergeRequest): Promise<Result<TakenMerge, MergeRefusal | ReadOnlyError>>;
  /** The merged plan as a file; the open plan stays as it is. */
  exportMerged(request: MergeRequest): Promise<Result<ExportedPlan, MergeRefusal | SaveError>>;
  /** Conflicts that stand in the open plan. */
  readConflicts(): Promise<readonly ConflictView[]>;
}
