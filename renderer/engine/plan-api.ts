import type { Command } from "../../core/plan/command";
import type { EditError } from "../../core/plan/edit-error";
import type { CellValue, EntityName, Row } from "../../core/plan/entities";
import type { PlanProblem } from "../../core/plan/plan-problem";
import type { TemplateName } from "../../core/plan/templates/template-name";
import type { PlanLog } from "../../core/planfile/plan-log";
import type { SaveError } from "../../core/planfile/save-plan-file";
import type { UndoError } from "../../core/planfile/undo-change";
import type { Result } from "../../core/result";
import type { CompiledPlan } from "../../core/scenario/compile-plan";
import type { Lever, LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import type { OwnLevers } from "../../core/scenario/scenario-levers";
import type { HistoryApi } from "./history-api";
import type { MergeApi } from "./merge-api";
import type { PlanSnapshot } from "./plan-snapshot";

/** What the frame shows of the open plan. */
export interface PlanState {
  readonly planId: string;
  readonly title: string;
  /** Number of changes in the log; goes up by one with each command, undo and redo. */
  readonly revision: number;
  /** Changes made since the file was last saved (or opened). */
  readonly unsavedChanges: number;
  /** Label of what undo/redo would do, or null when there is nothing. */
  readonly undoLabel: ChangeLabelView | null;
  readonly redoLabel: ChangeLabelView | null;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly isReadOnly: boolean;
  /** Hybrid time of the latest change; null while there is none. */
  readonly latestTime: string | null;
}

/** A change in words: a key of the language files ("change.set-cell") and its parameters. */
export interface ChangeLabelView {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the change takes back or does again; its words are the parameter `what`. */
  readonly of?: ChangeLabelView;
}

export interface TaskGridRow {
  readonly id: string;
  /** Empty when the task belongs to no area. */
  readonly areaId: string;
  readonly areaTitle: string;
  readonly code: string;
  readonly title: string;
  readonly priorityScore: number;
  readonly startYear: number;
  readonly endYear: number;
  readonly isLegallyRequired: boolean;
  /** Place among the tasks of the plan, a fractional index. */
  readonly position: string;
  /** Likely amount by `${year}`, all sources and channels together. */
  readonly totalWonByYear: Readonly<Record<string, number>>;
  /** One entry per (source, channel) that the task uses: the cells that can be typed into. */
  readonly lines: readonly TaskGridLine[];
}

export interface TaskGridLine {
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly channelId: string;
  readonly channelTitle: string;
  /** By `${year}`; absent where there is no line yet (typing creates it). */
  readonly amounts: Readonly<
    Record<
      string,
      {
        readonly rowId: string;
        readonly likelyWon: number;
        readonly isIllustrative: boolean;
        readonly citation: string;
      }
    >
  >;
}

export interface TaskGridView {
  readonly years: readonly number[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly ceilingWonByYear: Readonly<Record<string, number>>;
  }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
  readonly areas: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly position: string;
  }[];
  readonly rows: readonly TaskGridRow[];
}

export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  /** Place in the list, a fractional index. */
  readonly position: string;
  /** The scenario that it builds on; empty when it builds on the plan itself. */
  readonly parentId: string;
  /** What it sets itself; null where it goes back to the plan although its parent moved the lever. */
  readonly ownLevers: OwnLevers;
  /** Its own levers over those of the scenarios it builds on. */
  readonly levers: LeverValues;
}

/** A group of residents that should be at the table. */
export interface ResidentGroupView {
  readonly id: string;
  readonly title: string;
  readonly populationRatio: number;
}

/** Rows that an outcome names by id, by what people call them. */
export interface RowNamesView {
  readonly committees: readonly { readonly id: string; readonly title: string }[];
  readonly resources: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: Row<"resource">["kind"];
  }[];
  readonly residentGroups: readonly ResidentGroupView[];
}

/** A row and what is said about its cells. */
export interface RowNotes {
  /** Cells by field. */
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Fields whose stored value cannot be read; their initial value stands in. */
  readonly misfitFields: readonly string[];
  readonly evidence: readonly Row<"evidence">[];
  /** Oldest first. */
  readonly comments: readonly Row<"comment">[];
}

/** Who edits, for the plan's history. The id is random and kept in the app's settings. */
export interface Person {
  readonly personId: string;
  readonly displayName: string;
}

/** An edit that is in the plan and not yet in the crash journal. */
export interface AppliedEdit {
  readonly state: PlanState;
  /** To be appended to the host's journal, in this order. */
  readonly journalBatches: readonly Uint8Array[];
}

export interface CreatePlanRequest {
  readonly template: TemplateName;
  readonly language: "en" | "ko";
  readonly person: Person;
  readonly appVersion: string;
}

export interface OpenPlanRequest {
  /** What the gate read from the file; null for recovered work that was never saved. */
  readonly log: PlanLog | null;
  /** Batches to replay after a crash; those that the log already holds are passed over. */
  readonly journal: readonly Uint8Array[];
  readonly person: Person;
  readonly isReadOnly: boolean;
  /** The log is an earlier state that is not in the plan's file: it counts as an unsaved change. */
  readonly isRestored?: boolean;
}

/** A plan as a file, and the number of changes that are in it. */
export interface ExportedPlan {
  readonly bytes: Uint8Array;
  readonly revision: number;
}

/** Why recovered work could not be put back. The journal is untouched. */
export type ReplayError = { readonly type: "journal-unreadable" } | { readonly type: "journal-does-not-fit" };

/** A plan that is open to look at only. */
export interface ReadOnlyError {
  readonly type: "read-only";
}

/** Rows as the plan has them, by entity; only those that were asked for. */
export type RowsByEntity = { readonly [E in EntityName]?: readonly Row<E>[] };

/**
 * The plan worker as the page sees it (through comlink). Ids, actor and clock
 * are supplied inside the worker's shell. `create` and `open` replace the plan
 * that was open before; when they fail, it stays as it was.
 */
export interface PlanApi extends HistoryApi, MergeApi {
  create(request: CreatePlanRequest): Promise<AppliedEdit>;
  open(request: OpenPlanRequest): Promise<Result<PlanState, ReplayError>>;
  execute(command: Command): Promise<Result<AppliedEdit, EditError | ReadOnlyError>>;
  /** Types an amount into a budget line (keeps low and high in proportion, see core/plan/amount-edit). */
  setAmounts(
    amounts: readonly { readonly rowId: string; readonly likelyWon: number }[],
  ): Promise<Result<AppliedEdit, EditError | ReadOnlyError>>;
  undo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>>;
  redo(): Promise<Result<AppliedEdit, UndoError | ReadOnlyError>>;
  exportVerified(): Promise<Result<ExportedPlan, SaveError>>;
  /** Tells the worker that the bytes of `revision` are on disk. */
  markSaved(revision: number): Promise<PlanState>;
  readTaskGrid(): Promise<TaskGridView>;
  readLevers(): Promise<readonly Lever[]>;
  readScenarios(): Promise<readonly ScenarioSummary[]>;
  /** Each kind in the order of the plan. */
  readRowNames(): Promise<RowNamesView>;
  /** All rows of these entities that are not deleted, each in its own order. */
  readRows(entities: readonly EntityName[]): Promise<RowsByEntity>;
  /** A row with what is said about it; null for a row that the plan does not have. */
  readRowNotes(entity: EntityName, rowId: string): Promise<RowNotes | null>;
  /** What the plan comes to. Only levers that differ from the plan; none for the plan itself. */
  readOutcome(levers: LeverValues): Promise<Outcome>;
  readCompiledPlan(): Promise<CompiledPlan>;
  /** What compute workers are given of the plan, all of one revision. */
  readPlanSnapshot(): Promise<PlanSnapshot>;
  /** What a person should look at in the rows; problems that show when the plan is evaluated come from its outcome. */
  readProblems(): Promise<readonly PlanProblem[]>;
}
