import type { CompiledPlan } from "../compiled-plan";
import { evaluateScenario } from "../evaluate-scenario";
import type { LeverValues } from "../lever";
import { delayCompiledTasks } from "./delay-compiled-tasks";
import type { Portfolio } from "./optimise-portfolio";
import type { PortfolioProblem } from "./portfolio-problem";

/** What becomes of the tasks that a portfolio leaves out: they stay as they are, or start after the plan's last year. */
export type LeftOutRule = "keep" | "defer";

export interface AppliedPortfolio {
  /** Tasks that start later, and by how many years; in the order of the plan. */
  readonly delays: readonly { readonly taskId: string; readonly years: number }[];
  /** What the plan's funding order covers once they do, in the terms of the portfolio. */
  readonly value: number;
  /** Chosen tasks that the funding order then treats otherwise: later, in part, or not at all. */
  readonly otherwiseIds: readonly string[];
}

/**
 * What it takes to make the plan follow a portfolio, and what the funding order
 * makes of it. Start years are moved, amounts are not: a part that the portfolio
 * chose is for the funding order to decide, and amounts that move are not priced
 * anew.
 */
export function applyPortfolio(
  compiled: CompiledPlan,
  levers: LeverValues,
  problem: PortfolioProblem,
  { chosen }: Pick<Portfolio, "chosen">,
  leftOut: LeftOutRule,
): AppliedPortfolio {
  const { yearCount, startIndex } = compiled.waterfall;
  const chosenOf = new Map(chosen.map((task) => [task.taskId, task]));
  const yearsByTask = compiled.tasks.map(({ id }, index) => {
    const choice = chosenOf.get(id);
    if (choice !== undefined) return choice.delayYears;
    return leftOut === "defer" ? yearCount - (startIndex[index] ?? 0) : 0;
  });
  const { tasks } = evaluateScenario(delayCompiledTasks(compiled, yearsByTask), levers);
  let value = 0;
  const otherwiseIds: string[] = [];
  for (const [index, outcome] of tasks.entries()) {
    const { id, choices } = problem.tasks[index] ?? { id: "", choices: [] };
    const total = (yearsByTask[index] ?? 0) + outcome.delayYears;
    const choice = choices.find(({ delayYears }) => delayYears === total);
    const isDone = outcome.status !== "dropped" && choice !== undefined;
    const part = outcome.status !== "partial" ? 1 : outcome.fundedRatio;
    if (isDone) value += choice.value * Math.min(1, part);
    const wanted = chosenOf.get(id);
    if (wanted === undefined) continue;
    const isSame = isDone && outcome.delayYears === 0 && Math.abs(part - wanted.partRatio) < SAME_PART;
    if (!isSame) otherwiseIds.push(id);
  }
  return {
    delays: compiled.tasks.flatMap(({ id }, index) => {
      const years = yearsByTask[index] ?? 0;
      return years > 0 ? [{ taskId: id, years }] : [];
    }),
    value,
    otherwiseIds,
  };
}

/** Parts that no figure on screen tells apart. */
const SAME_PART = 0.005;
