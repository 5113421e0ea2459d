import type { SharePool } from "../budget/share-pool";
import type { WaterfallResult } from "../budget/waterfall";
import type { PriceTables, WaterfallLines } from "../budget/waterfall-plan";
import type { CompiledPlan } from "./compiled-plan";
import type { ResidentFigures, ResidentsInputs } from "./evaluate-residents";
import type { UnitFigures } from "./evaluate-units";
import type { LeverValues } from "./lever";
import type { SeatedCommittees } from "./seat-committees";

/**
 * The figures between the compiled plan and the outcome, in numbers only. Money
 * is indexed `source · years + year`, resources `resource · years + year`. Its
 * lists are used again by the evaluator's next evaluation.
 */
export interface Evaluation {
  /** The plan with the levers applied. */
  readonly plan: CompiledPlan;
  readonly levers: LeverValues;
  readonly seated: SeatedCommittees;
  readonly committeeWon: Float64Array;
  /** Posts of the secretariat that councils take, by year. */
  readonly committeeStaffFte: Float64Array;
  readonly pool: SharePool;
  /** All sources' pools together, by year. */
  readonly poolWonByYear: Float64Array;
  readonly prices: PriceTables;
  readonly lines: WaterfallLines;
  /** What all tasks need as planned, at the scenario's prices; and each task. */
  readonly plannedWon: Float64Array;
  readonly taskPlannedWon: Float64Array;
  readonly priorityScore: Float64Array;
  readonly funding: WaterfallResult;
  /** What tasks need of each resource as planned, and what funded ones take. */
  readonly plannedAmount: Float64Array;
  readonly tasksAmount: Float64Array;
  readonly units: UnitFigures;
  readonly residentsInputs: ResidentsInputs;
  readonly residents: ResidentFigures;
}

/** Part of a task's money inside the horizon that is funded, 0…1; a task without money is funded unless it is dropped. */
export function taskFundedRatio(plannedWon: number, fundedWon: number, isDropped: boolean): number {
  if (plannedWon === 0) return isDropped ? 0 : 1;
  return Math.min(1, fundedWon / plannedWon);
}
