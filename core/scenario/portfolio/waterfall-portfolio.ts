import type { CompiledPlan } from "../compiled-plan";
import { evaluateScenario } from "../evaluate-scenario";
import type { LeverValues } from "../lever";
import type { PortfolioProblem } from "./portfolio-problem";

/** What the waterfall's choice is worth on the terms of a portfolio problem of the same scenario. */
export function evaluatePortfolioOfWaterfall(
  compiled: CompiledPlan,
  levers: LeverValues,
  problem: PortfolioProblem,
): number {
  const { tasks } = evaluateScenario(compiled, levers);
  return tasks.reduce((sum, { status, delayYears, fundedWon }, index) => {
    if (status === "dropped") return sum;
    const choice = problem.tasks[index]?.choices.find((candidate) => candidate.delayYears === delayYears);
    if (choice === undefined) return sum;
    const part = status === "partial" && choice.costWon > 0 ? fundedWon / choice.costWon : 1;
    return sum + choice.value * Math.min(1, part);
  }, 0);
}
