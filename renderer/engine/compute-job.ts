import type { UncertainPart } from "../../core/plan/uncertain-fields";
import type { Result } from "../../core/result";
import type { LeverError, LeverValues } from "../../core/scenario/lever";
import type { MeasureKey } from "../../core/scenario/measures";
import type { AppliedPortfolio, LeftOutRule } from "../../core/scenario/portfolio/apply-portfolio";
import type { PortfolioRules } from "../../core/scenario/portfolio/describe-portfolio";
import type {
  Portfolio,
  PortfolioError,
  PortfolioOptions,
} from "../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioProblem } from "../../core/scenario/portfolio/portfolio-problem";
import type { RobustnessResult } from "../../core/scenario/robustness/compare-under-futures";
import type { Future, FutureOutcome } from "../../core/scenario/robustness/futures";
import type { SamplingMethod } from "../../core/scenario/sampling/normal-draws";
import type { NoSizeError, SizeFound } from "../../core/scenario/search/find-smallest-size";
import type { GoalFound, GoalOutOfReach } from "../../core/scenario/search/seek-goal";
import type { NotNumericError, PlanCondition } from "../../core/scenario/search/seek-plan";
import type { MorrisEffect } from "../../core/scenario/sensitivity/morris";
import type { FactorChoice, PlanFactor } from "../../core/scenario/sensitivity/plan-factors";
import type { SobolIndex } from "../../core/scenario/sensitivity/sobol-indices";
import type { TornadoBar } from "../../core/scenario/sensitivity/tornado";
import type { SweepRow } from "../../core/scenario/sweep/run-sweep";
import type { SweepAxis } from "../../core/scenario/sweep/sweep-axis";
import type { TooManyForSobolError } from "../../core/scenario/uncertainty/run-draws";
import type { DrawsSummary } from "../../core/scenario/uncertainty/summarise-draws";

/** A simulation of the scenario with all that the plan says is uncertain about it. */
export interface DrawsWork {
  readonly kind: "draws";
  readonly levers: LeverValues;
  readonly method: SamplingMethod;
  readonly draws: number;
  readonly seed: number;
}

/** A grid of scenarios; cells that no council can have stay empty. */
export interface SweepWork {
  readonly kind: "sweep";
  /** Levers that hold in every cell. */
  readonly levers: LeverValues;
  readonly axes: readonly SweepAxis[];
  /** With it each cell is simulated too, all with the same seed. */
  readonly simulation?: Pick<DrawsWork, "method" | "draws" | "seed">;
}

export type SensitivityMethodName = "tornado" | "morris" | "sobol";

/** Which levers and uncertainties move a figure, and how much. */
export interface SensitivityWork {
  readonly kind: "sensitivity";
  readonly levers: LeverValues;
  /** What takes part; those that are usual without a choice. */
  readonly factors?: readonly FactorChoice[];
  readonly method: SensitivityMethodName;
  /** Trajectories of Morris, samples of Sobol; a tornado has none. */
  readonly samples: number;
  readonly seed: number;
}

/** A long computation that is cut into parts, which may run on any number of workers. */
export type LongWork = DrawsWork | SweepWork | SensitivityWork;

export type LongKind = LongWork["kind"];

/** Sensitivity of every measure, so that another can be looked at without computing again. */
export interface SensitivityAnswer {
  readonly factors: readonly PlanFactor[];
  readonly evaluations: number;
  readonly byMeasure: readonly {
    readonly measure: MeasureKey;
    readonly tornado: readonly TornadoBar[];
    readonly morris: readonly MorrisEffect[];
    readonly sobol: readonly SobolIndex[];
  }[];
}

export interface LongAnswers {
  readonly draws: DrawsSummary;
  readonly sweep: readonly SweepRow[];
  readonly sensitivity: SensitivityAnswer;
}

/** Why a long computation cannot begin; nothing was computed. */
export type LongRefusal =
  | LeverError
  | TooManyForSobolError
  /** What the plan says is uncertain does not fit together. */
  | { readonly type: "broken-assumptions"; readonly parts: readonly UncertainPart[] }
  /** The plan has nothing that could move. */
  | { readonly type: "no-factors" };

/** Looks for the value of a lever at which a figure meets a condition. */
export interface SeekWork {
  readonly kind: "seek";
  readonly levers: LeverValues;
  readonly path: string;
  readonly condition: PlanCondition;
}

/** Looks for the smallest whole value of a lever at which several figures meet theirs. */
export interface SmallestWork {
  readonly kind: "smallest";
  readonly levers: LeverValues;
  readonly path: string;
  readonly conditions: readonly PlanCondition[];
}

/** Scenarios against futures. */
export interface RobustnessWork {
  readonly kind: "robustness";
  readonly scenarios: readonly LeverValues[];
  readonly futures: readonly Future[];
  readonly measure: MeasureKey;
  readonly threshold: number | null;
}

/** The tasks and start years that cover most priority. */
export interface PortfolioWork {
  readonly kind: "portfolio";
  readonly levers: LeverValues;
  readonly rules: PortfolioRules;
  readonly options: PortfolioOptions;
}

/** A computation that one worker does in one go. */
export type WholeWork = SeekWork | SmallestWork | RobustnessWork | PortfolioWork;

export interface PortfolioAnswer {
  readonly portfolio: Portfolio;
  /** What the waterfall's own choice is worth on the same terms. */
  readonly waterfallValue: number;
  readonly tasks: readonly Pick<PortfolioProblem["tasks"][number], "id" | "isRequired">[];
  /** What it takes to make the plan follow it, and what comes of that, by what becomes of the tasks left out. */
  readonly applied: Readonly<Record<LeftOutRule, AppliedPortfolio>>;
}

export interface RobustnessAnswer extends RobustnessResult {
  /** `outcomes[scenario][future]`. */
  readonly outcomes: readonly (readonly FutureOutcome[])[];
  /** How many tasks of the plan a law asks for. */
  readonly requiredTasks: number;
}

/** A future's levers do not fit a scenario, or a figure is missing in one of them. */
export type RobustnessRefusal =
  | { readonly type: "future-does-not-fit"; readonly scenario: number; readonly future: number }
  | { readonly type: "no-figure" };

export interface WholeAnswers {
  readonly seek: Result<GoalFound, GoalOutOfReach | NotNumericError | { readonly type: "unknown-lever" }>;
  readonly smallest: Result<SizeFound, NoSizeError | NotNumericError | { readonly type: "unknown-lever" }>;
  readonly robustness: Result<RobustnessAnswer, RobustnessRefusal>;
  readonly portfolio: Result<PortfolioAnswer, PortfolioError>;
}

export type WholeKind = keyof WholeAnswers;

/** What a worker is asked for in one message. `from` ≤ item < `to`. */
export type ComputeJob =
  | { readonly kind: "whole"; readonly work: WholeWork }
  /** How many items the work has; refuses what cannot be computed before anything long begins. */
  | { readonly kind: "measure"; readonly work: LongWork }
  | { readonly kind: "part"; readonly work: LongWork; readonly from: number; readonly to: number }
  /** Puts parts together, in whatever order they came. */
  | { readonly kind: "merge"; readonly work: LongWork; readonly parts: readonly LongPart[] };

/** Items of a long computation, as the worker that computed them gave them back; the page only passes them on. */
export interface LongPart {
  readonly from: number;
  readonly to: number;
  readonly content: unknown;
}

export type ComputeResult =
  | { readonly kind: "whole"; readonly answer: WholeAnswers[WholeKind] }
  | { readonly kind: "measure"; readonly size: Result<number, LongRefusal> }
  | { readonly kind: "part"; readonly part: LongPart }
  | { readonly kind: "merge"; readonly answer: LongAnswers[LongKind] };
