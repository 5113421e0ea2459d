import type { WaterfallPlan } from "../budget/waterfall";

/** A council or committee as the plan has it. */
export interface CompiledCommittee {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Index of the source that pays; −1 when none is named. */
  readonly sourceIndex: number;
  readonly seats: number;
  readonly officials: number;
  readonly subcommittees: number;
  readonly plenariesPerYear: number;
  readonly subcommitteeRoundsPerYear: number;
  readonly allowanceWon: number;
  readonly officialHours: number;
  readonly officialHourlyWageWon: number;
  readonly fixedCostWon: number;
  readonly fixedCostSubcommitteeWon: number;
  readonly citizenAttendanceRatio: number;
  readonly officialAttendanceRatio: number;
}

export interface CompiledSource {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export interface CompiledTask {
  readonly id: string;
  readonly priorityScore: number;
}

/**
 * An immutable snapshot of a plan for evaluation: plain arrays that can be sent
 * to a worker. Money by source and year is indexed `source · years + year`.
 */
export interface CompiledPlan {
  /** Number of changes in the log that this snapshot was made from. */
  readonly revision: number;
  readonly years: readonly number[];
  readonly sources: readonly CompiledSource[];
  /** In the order of the plan. */
  readonly tasks: readonly CompiledTask[];
  readonly committees: readonly CompiledCommittee[];
  readonly waterfall: WaterfallPlan;
  /** NaN where the plan sets no ceiling. */
  readonly ceilingWon: Float64Array;
  readonly isEligibleForShare: Uint8Array;
  readonly shareRatioByYear: Float64Array;
  readonly shareBase: "plan" | "discretionary" | "total";
  readonly shareMode: "proposal" | "deliberated";
  readonly isShareAdditional: boolean;
  readonly totalBudgetWonByYear: Float64Array;
  readonly discretionaryBudgetWonByYear: Float64Array;
  readonly inflationRatio: number;
}
