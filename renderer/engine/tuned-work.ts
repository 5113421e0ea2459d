import type { AppliedPortfolio, LeftOutRule } from "../../core/scenario/portfolio/apply-portfolio";
import type { FactorChoice } from "../../core/scenario/sensitivity/plan-factors";
import type { UncertaintySpec } from "../../core/scenario/uncertainty/uncertainty-spec";
import type { DrawsWork, PortfolioAnswer, SensitivityWork, SweepWork } from "./compute-job";

/** A simulation with settings of what is uncertain; as usual without them. */
export interface TunedDrawsWork extends DrawsWork {
  readonly spec?: UncertaintySpec;
}

/** A sweep of which each cell may be simulated too, all with the same seed. */
export interface TunedSweepWork extends SweepWork {
  readonly simulation?: Pick<TunedDrawsWork, "spec" | "method" | "draws" | "seed">;
}

/** A sensitivity analysis of chosen factors; of those that are usual without a choice. */
export interface TunedSensitivityWork extends SensitivityWork {
  readonly spec?: UncertaintySpec;
  readonly factors?: readonly FactorChoice[];
}

/** A portfolio with what it takes to make the plan follow it, and what comes of that. */
export interface ApplicablePortfolio extends PortfolioAnswer {
  readonly applied: Readonly<Record<LeftOutRule, AppliedPortfolio>>;
}

export const isApplicable = (answer: PortfolioAnswer): answer is ApplicablePortfolio => "applied" in answer;
