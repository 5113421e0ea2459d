import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { PlanUncertainty } from "../../core/scenario/uncertainty/plan-uncertainty";
import type { UncertainLines } from "../../core/scenario/uncertainty/uncertain-lines";

/** All that a compute worker needs to know of a plan: plain arrays, sent once a revision. */
export interface PlanSnapshot {
  readonly compiled: CompiledPlan;
  readonly lines: UncertainLines;
  readonly uncertainty: PlanUncertainty;
}
