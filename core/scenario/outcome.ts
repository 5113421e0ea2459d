import type { ResidentYear } from "./evaluate-residents";
import type { UnitsOutcome } from "./evaluate-units";
import type { LeverValues } from "./lever";

export type TaskStatus = "funded" | "partial" | "delayed" | "dropped";

/** Why a task is not funded as planned. */
export type TaskReason =
  | { readonly type: "ceiling"; readonly sourceId: string; readonly year: number; readonly shortWon: number }
  | {
      readonly type: "resource";
      readonly resourceId: string;
      readonly year: number;
      readonly shortAmount: number;
    }
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

/** Use of a resource in a year: by tasks, by committees (the secretariat only) and by residents' projects. */
export interface ResourceYearOutcome {
  readonly resourceId: string;
  /** False where the plan sets no capacity; then `capacity` is 0 and the resource is not limited. */
  readonly hasCapacity: boolean;
  readonly capacity: number;
  readonly tasksAmount: number;
  readonly committeesAmount: number;
  readonly residentsAmount: number;
  /** What all tasks would need as planned. */
  readonly plannedAmount: number;
}

/** What stops more from being done. */
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
    }
  | {
      readonly type: "resource";
      readonly resourceId: string;
      readonly year: number;
      readonly shortAmount: number;
      readonly taskId: string;
      readonly waitingTasks: number;
    }
  /** Residents could pay for more projects than are carried out. */
  | {
      readonly type: "residents";
      readonly limit: "staff" | "deliberation" | "absorption";
      readonly year: number;
      readonly projects: number;
      /** Projects that the money would pay for. */
      readonly projectsByMoney: number;
      readonly unspentWon: number;
    }
  /** An ordinance is not yet in force: a committee keeps its old size until `year`. */
  | { readonly type: "law"; readonly committeeId: string; readonly year: number };

export interface GroupSeats {
  readonly groupId: string;
  readonly populationRatio: number;
  readonly reservedSeats: number;
  readonly expectedSeats: number;
  /** Chance of at least one seat by random draw, and of being at a meeting (models A1). */
  readonly presenceSeatedRatio: number;
  readonly presenceAtMeetingRatio: number;
}

/** A committee under the scenario: its size at the end of the plan and what follows from it. */
export interface CommitteeOutcome {
  readonly committeeId: string;
  readonly seats: number;
  readonly citizens: number;
  readonly officials: number;
  readonly quorum: number;
  readonly costWonPerYear: number;
  /** Seats and cost in each year: a change of size takes effect with its ordinance. */
  readonly seatsByYear: readonly number[];
  readonly costWonByYear: readonly number[];
  /** Seats of each resident group: those reserved for it, else those it can expect by its share (n·p). */
  readonly groups: readonly GroupSeats[];
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
  /** The first of `bindingLimits`, or `none`. */
  readonly bindingLimit: BindingLimit;
  /** Everything that binds: for tasks in line, for residents' projects, by law. */
  readonly bindingLimits: readonly BindingLimit[];
  readonly resources: readonly {
    readonly year: number;
    readonly resources: readonly ResourceYearOutcome[];
  }[];
  readonly residents: readonly ResidentYear[];
  readonly units: UnitsOutcome;
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
  | "residentShareExecutedRatio"
  | "residentDecidedWon"
  | "residentProjects"
  | "unspentWon"
  | "displacedWon"
  | "staffLoadRatio"
  | "weakestGroupSeats"
  | "gapPerHeadWon"
  | "gini"
  | "concentration"
  | "neediestFifthRatio";

export interface IndicatorDefinition {
  readonly key: IndicatorKey;
  readonly unit: "ratio" | "won" | "tasks" | "year" | "index" | "projects" | "seats";
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
  { key: "residentShareExecutedRatio", unit: "ratio", better: "higher", model: "B7" },
  { key: "residentDecidedWon", unit: "won", better: "higher", model: "B5" },
  { key: "residentProjects", unit: "projects", better: "higher", model: "B7" },
  { key: "unspentWon", unit: "won", better: "lower", model: "B7" },
  { key: "displacedWon", unit: "won", better: "lower", model: "B4" },
  { key: "staffLoadRatio", unit: "ratio", better: "lower", model: "B7" },
  { key: "weakestGroupSeats", unit: "seats", better: "higher", model: "A1" },
  { key: "gapPerHeadWon", unit: "won", better: "lower", model: "B3" },
  { key: "gini", unit: "index", better: "lower", model: "B3" },
  { key: "concentration", unit: "index", better: "higher", model: "B3" },
  { key: "neediestFifthRatio", unit: "ratio", better: "higher", model: "B3" },
];
