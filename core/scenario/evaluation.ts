import type { SharePool } from "../budget/share-pool";
import type { WaterfallResult } from "../budget/waterfall";
import type { CompiledPlan } from "./compiled-plan";
import type { LeverValues } from "./lever";
import type { CommitteeOutcome } from "./outcome";

/**
 * Everything between the compiled plan and the outcome. Money is indexed
 * `source · years + year`, resources `resource · years + year`.
 */
export interface Evaluation {
  /** The plan with the levers applied. */
  readonly plan: CompiledPlan;
  readonly levers: LeverValues;
  readonly committees: readonly CommitteeOutcome[];
  readonly committeeWon: Float64Array;
  /** Posts of the secretariat that councils take, by year. */
  readonly committeeStaffFte: Float64Array;
  readonly pool: SharePool;
  /** Price level of each year against the plan's own prices. */
  readonly priceLevel: Float64Array;
  /** What all tasks need as planned, at the scenario's prices. */
  readonly plannedWon: Float64Array;
  readonly funding: WaterfallResult;
}
