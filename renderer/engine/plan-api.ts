import type { Command } from "../../core/plan/command";
import type { EditError } from "../../core/plan/edit-error";
import type { TemplateName } from "../../core/plan/templates/template-name";
import type { OpenError } from "../../core/planfile/open-error";
import type { SaveError } from "../../core/planfile/save-plan-file";
import type { UndoError } from "../../core/planfile/undo-change";
import type { Result } from "../../core/result";
import type { CompiledPlan } from "../../core/scenario/compile-plan";
import type { Lever, LeverValues } from "../../core/scenario/lever";

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
}

/** A change in words: a key of the language files and its parameters. */
export interface ChangeLabelView {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
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
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly TaskGridRow[];
}

export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  /** Place in the list, a fractional index. */
  readonly position: string;
  readonly levers: LeverValues;
}

/** The plan worker as the page sees it (through comlink). Ids, actor and clock are supplied inside the worker's shell. */
export interface PlanApi {
  create(request: { template: TemplateName; language: "en" | "ko" }): Promise<PlanState>;
  /** The bytes go through the gate first; `journal` holds batches to replay after a crash. */
  open(request: { bytes: Uint8Array; journal: readonly unknown[] }): Promise<Result<PlanState, OpenError>>;
  execute(command: Command): Promise<Result<PlanState, EditError>>;
  /** Types an amount into a budget line (keeps low and high in proportion, see core/plan/amount-edit). */
  setAmounts(
    amounts: readonly { readonly rowId: string; readonly likelyWon: number }[],
  ): Promise<Result<PlanState, EditError>>;
  undo(): Promise<Result<PlanState, UndoError>>;
  redo(): Promise<Result<PlanState, UndoError>>;
  exportVerified(): Promise<Result<Uint8Array, SaveError>>;
  /** Tells the worker that the bytes of `revision` are on disk. */
  markSaved(revision: number): Promise<PlanState>;
  readTaskGrid(): Promise<TaskGridView>;
  readLevers(): Promise<readonly Lever[]>;
  readScenarios(): Promise<readonly ScenarioSummary[]>;
  readCompiledPlan(): Promise<CompiledPlan>;
}
