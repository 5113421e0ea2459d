import type { LeverValues } from "./lever";

export type TaskStatus = "funded" | "partial" | "delayed" | "dropped";

/** Why a task is not funded as planned. */
export type TaskReason =
  | { readonly type: "ceiling"; readonly sourceId: string; readonly year: number; readonly shortWon: number }
  | { readonly type: "predecessor"; readonly taskId: string };

export interface TaskOutcome {
  readonly taskId: string;
  readonly status: TaskStatus;
  /** Years that the task starts later than planned; 0 when on time or dropped. */
  readonly delayYears: number;
  /** Part of the task's money inside the horizon that is funded, 0…1. */
  readonly fundedRatio: number;
  readonly plannedWon: number;
  /** Money funded inside the horizon, at the scenario's prices. */
  readonly fundedWon: number;
  /** Money of a delayed task that falls after the last year of the plan. */
  readonly afterHorizonWon: number;
  /** Null when the task is funded as planned. */
  readonly reason: TaskReason | null;
  /** One entry a year of the horizon: money funded in that year. */
  readonly fundedWonByYear: readonly number[];
}

export interface SourceYearOutcome {
  readonly sourceId: string;
  /** False where the plan sets no ceiling; then ceilingWon and headroomWon are 0 and money is not limited. */
  readonly hasCeiling: boolean;
  readonly ceilingWon: number;
  readonly committeesWon: number;
  /** What residents decide on out of this source and year. */
  readonly residentsWon: number;
  /** The part of residentsWon that is taken from central tasks (0 when deliberated or additional). */
  readonly displacedWon: number;
  readonly tasksWon: number;
  /** What all tasks would need as planned, at the scenario's prices. */
  readonly plannedWon: number;
  /** ceiling − committees − displaced − tasks; negative only when committees alone exceed the ceiling. */
  readonly headroomWon: number;
}

export interface YearOutcome {
  readonly year: number;
  readonly sources: readonly SourceYearOutcome[];
}

/** What stops more from being done, in the order in which it is found. */
export type BindingLimit =
  | { readonly type: "none" }
  | {
      readonly type: "money";
      readonly sourceId: string;
      readonly year: number;
      /** What is missing for the task that comes first in line. */
      readonly shortWon: number;
      readonly taskId: string;
      readonly waitingTasks: number;
    };

/** A committee under the scenario: its size and what follows from it. */
export interface CommitteeOutcome {
  readonly committeeId: string;
  readonly seats: number;
  readonly citizens: number;
  readonly officials: number;
  readonly quorum: number;
  readonly costWonPerYear: number;
  /** Chance that a resident group of 5 % has a seat / is at a meeting, by random draw (models A1). */
  readonly presenceSeatedRatio: number;
  readonly presenceAtMeetingRatio: number;
  /** Chance that a meeting is quorate (models A5, two classes). */
  readonly quorumRatio: number;
  /** Power of the officials' bloc (models A9). */
  readonly officialsBanzhaf: number;
  readonly officialsBanzhafNormalised: number;
  readonly officialsShapley: number;
  readonly officialsPivotalRatio: number;
}

/** All that a scenario shows. Every figure is computed from one of the models in docs/models.md. */
export interface Outcome {
  readonly levers: LeverValues;
  readonly years: readonly number[];
  readonly indicators: Indicators;
  readonly byYear: readonly YearOutcome[];
  /** In the order of the plan. */
  readonly tasks: readonly TaskOutcome[];
  /** Councils in the order of the plan; the first is the one that the indicators speak of. */
  readonly committees: readonly CommitteeOutcome[];
  readonly bindingLimit: BindingLimit;
  /** Earliest year, and in it the source that lacks most, in which all that is planned exceeds a ceiling. */
  readonly firstShortage: {
    readonly year: number;
    readonly sourceId: string;
    readonly shortWon: number;
  } | null;
}

/** Key figures by name; null where a plan has nothing to compute it from (no council, no ceilings). */
export type Indicators = Readonly<Record<IndicatorKey, number | null>>;

export type IndicatorKey =
  | "costToCeilingRatio"
  | "firstShortYear"
  | "tasksFunded"
  | "tasksPartial"
  | "tasksDelayed"
  | "tasksDropped"
  | "fundedRatio"
  | "priorityCoverageRatio"
  | "unfundedWon"
  | "committeeCostWon"
  | "presenceSeatedRatio"
  | "presenceAtMeetingRatio"
  | "quorumRatio"
  | "officialsBanzhaf"
  | "officialsShapley"
  | "officialsPivotalRatio"
  | "residentShareDecidedRatio"
  | "residentDecidedWon"
  | "displacedWon";

export interface IndicatorDefinition {
  readonly key: IndicatorKey;
  readonly unit: "ratio" | "won" | "tasks" | "year" | "index";
  /** Which direction of a difference is an improvement. */
  readonly better: "higher" | "lower" | "neither";
  /** Section of the models that the figure comes from, e.g. "A1". */
  readonly model: string;
}

/** The indicators in the order in which screens and the command line show them. */
export const indicatorDefinitions: readonly IndicatorDefinition[] = [
  { key: "costToCeilingRatio", unit: "ratio", better: "neither", model: "B4" },
  { key: "firstShortYear", unit: "year", better: "neither", model: "B4" },
  { key: "tasksFunded", unit: "tasks", better: "higher", model: "B4" },
  { key: "tasksPartial", unit: "tasks", better: "lower", model: "B4" },
  { key: "tasksDelayed", unit: "tasks", better: "lower", model: "B4" },
  { key: "tasksDropped", unit: "tasks", better: "lower", model: "B4" },
  { key: "fundedRatio", unit: "ratio", better: "higher", model: "B4" },
  { key: "priorityCoverageRatio", unit: "ratio", better: "higher", model: "B4" },
  { key: "unfundedWon", unit: "won", better: "lower", model: "B4" },
  { key: "committeeCostWon", unit: "won", better: "lower", model: "A7" },
  { key: "presenceSeatedRatio", unit: "ratio", better: "higher", model: "A1" },
  { key: "presenceAtMeetingRatio", unit: "ratio", better: "higher", model: "A1" },
  { key: "quorumRatio", unit: "ratio", better: "higher", model: "A5" },
  { key: "officialsPivotalRatio", unit: "ratio", better: "lower", model: "A9" },
  { key: "officialsBanzhaf", unit: "index", better: "lower", model: "A9" },
  { key: "officialsShapley", unit: "index", better: "lower", model: "A9" },
  { key: "residentShareDecidedRatio", unit: "ratio", better: "higher", model: "B5" },
  { key: "residentDecidedWon", unit: "won", better: "higher", model: "B5" },
  { key: "displacedWon", unit: "won", better: "lower", model: "B4" },
];
