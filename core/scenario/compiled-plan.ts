import type { AllocationWeights } from "../budget/allocate-pool";
import type { WaterfallPlan } from "../budget/waterfall";

/** Seats of a committee from a year on. */
export interface CommitteeSize {
  /** Index of the year within the horizon. */
  readonly yearIndex: number;
  readonly seats: number;
  readonly officials: number;
}

/** A council or committee as the plan has it. */
export interface CompiledCommittee {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Index of the source that pays; −1 when none is named. */
  readonly sourceIndex: number;
  /** Sizes in the order of years; the first holds from the first year of the plan. */
  readonly sizes: readonly CommitteeSize[];
  /** Councils are served by the secretariat and deliberate on residents' projects; other kinds only cost money. */
  readonly isCouncil: boolean;
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

export interface CompiledResource {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export interface CompiledUnit {
  readonly id: string;
  readonly title: string;
  readonly population: number;
  readonly needIndex: number;
  /** Undefined where the unit has no revenue of its own (동). */
  readonly ownRevenuePerHeadWon: number | undefined;
  readonly floorWon: number;
  readonly runningCostWon: number;
}

export interface CompiledGroup {
  readonly id: string;
  readonly title: string;
  readonly populationRatio: number;
  /** Seats kept for the group, by committee id. */
  readonly reservedSeats: Readonly<Record<string, number>>;
}

/** How residents' projects come about; all coefficients are the user's to set. */
export interface ResidentRules {
  readonly unspentRule: "carry" | "lapse";
  readonly absorptionStartRatio: number;
  readonly absorptionGrowthRatio: number;
  readonly overheadRatio: number;
  readonly residentProjectWon: number;
  readonly residentProjectStaffFte: number;
  readonly projectsPerRound: number;
  readonly deliberationRoundsPerYear: number;
  readonly committeeBaseStaffFte: number;
  readonly committeeStaffPerMemberFte: number;
  readonly committeeStaffPerSubcommitteeFte: number;
}

export interface CompiledTask {
  readonly id: string;
  readonly code: string;
  readonly areaId: string;
  readonly isLegallyRequired: boolean;
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
  readonly resources: readonly CompiledResource[];
  /** By `resource · years + year`; NaN where the plan sets no capacity. */
  readonly capacity: Float64Array;
  /** Index of the resource that is the secretariat's staff; −1 when none is named. */
  readonly secretariatIndex: number;
  readonly units: readonly CompiledUnit[];
  readonly weights: AllocationWeights;
  readonly residentRules: ResidentRules;
  readonly groups: readonly CompiledGroup[];
  /** Ceilings that grades are worth, in the order of the plan. */
  readonly grades: readonly { readonly code: string; readonly ceilingWon: number }[];
  /** Grade of the evaluation in the year before each year of the horizon; empty where there is none. */
  readonly gradeBeforeYear: readonly string[];
  readonly isCeilingSetByGrade: Uint8Array;
}
