import { err, ok, type Result } from "../../result";
import { explainConflict } from "./explain-conflict";
import type { LinearSolution, SolveLinear } from "./linear-model";
import { modelPortfolio, type PortfolioModel } from "./model-portfolio";
import type { PortfolioConstraint, PortfolioProblem } from "./portfolio-problem";

export interface PortfolioOptions {
  /** Ends when the best portfolio is proved to be within this part of the optimum; 0 for the optimum itself. */
  readonly gapRatio: number;
  readonly timeLimitMs: number;
}

export const DEFAULT_PORTFOLIO_OPTIONS: PortfolioOptions = { gapRatio: 1e-6, timeLimitMs: 30_000 };

/** What becomes of a task in the portfolio; tasks that are left out have no entry. */
export interface ChosenTask {
  readonly taskId: string;
  readonly task: number;
  readonly choice: number;
  readonly delayYears: number;
  readonly startYear: number;
  /** Part that is done, 1 unless the task may be done in part. */
  readonly partRatio: number;
  readonly value: number;
}

/** A condition that holds the value down, by the relaxed problem. */
export interface BindingConstraint {
  readonly constraint: PortfolioConstraint;
  /** Value gained by one more unit (won, posts, task), as long as nothing else changes. */
  readonly worthPerUnit: number;
}

export interface Portfolio {
  readonly chosen: readonly ChosenTask[];
  readonly value: number;
  /** No portfolio can be worth more than this. */
  readonly bound: number;
  /** (bound − value) / |bound|: how far at most from the optimum. */
  readonly gapRatio: number;
  /** True when the gap asked for was reached; false when time ran out first. */
  readonly isProved: boolean;
  /** Value if tasks could be broken into parts; its duals say what binds. */
  readonly relaxedValue: number;
  /** Most worth first; none where everything is done as planned, since nothing could be gained. */
  readonly binding: readonly BindingConstraint[];
}

export type PortfolioError =
  /** The conditions contradict each other: these cannot all hold, and leaving out any one of them would do. */
  | { readonly type: "infeasible-portfolio"; readonly conflict: readonly PortfolioConstraint[] }
  | { readonly type: "no-portfolio-in-time"; readonly timeLimitMs: number }
  | { readonly type: "solver-failed"; readonly status: string };

/**
 * The portfolio of highest value, by a mixed-integer program (models C7). What
 * binds is read off the relaxed program: a row's dual is what one more unit of
 * it is worth. Of several optima the solver's is given.
 */
export function optimisePortfolio(
  problem: PortfolioProblem,
  solve: SolveLinear,
  options: PortfolioOptions = DEFAULT_PORTFOLIO_OPTIONS,
): Result<Portfolio, PortfolioError> {
  const portfolioModel = modelPortfolio(problem);
  const { model } = portfolioModel;
  const relaxed = solve(model, { ...options, isRelaxed: true });
  const best = relaxed.status === "infeasible" ? relaxed : solve(model, { ...options, isRelaxed: false });
  if (best.status === "infeasible")
    return err({ type: "infeasible-portfolio", conflict: explainConflict(portfolioModel, solve, options) });
  if (best.values === null)
    return best.status === "time-limit"
      ? err({ type: "no-portfolio-in-time", timeLimitMs: options.timeLimitMs })
      : err({ type: "solver-failed", status: best.status });
  const chosen = readChosen(problem, portfolioModel, best.values);
  const value = chosen.reduce((sum, task) => sum + task.value, 0);
  const bound = Math.max(value, Math.min(best.bound, relaxed.objective));
  return ok({
    chosen,
    value,
    bound,
    gapRatio: bound === 0 ? 0 : (bound - value) / Math.abs(bound),
    isProved: best.status === "optimal",
    relaxedValue: relaxed.objective,
    binding: isAllAsPlanned(problem, chosen) ? [] : readBinding(portfolioModel, relaxed),
  });
}

/** Whether every task is done in full and on time: what duals there are then come from ties. */
const isAllAsPlanned = (problem: PortfolioProblem, chosen: readonly ChosenTask[]): boolean =>
  chosen.length === problem.tasks.length &&
  chosen.every(({ delayYears, partRatio }) => delayYears === 0 && partRatio > 1 - WHOLE_PART_TOLERANCE);

const WHOLE_PART_TOLERANCE = 1e-9;

function readChosen(
  problem: PortfolioProblem,
  { columnOf }: PortfolioModel,
  values: Float64Array,
): readonly ChosenTask[] {
  return problem.tasks.flatMap(({ id, choices, allowsPart }, task) =>
    choices.flatMap(({ delayYears, startYear, value }, choice): ChosenTask[] => {
      const { chosen, part } = columnOf(task, choice);
      if ((values[chosen] ?? 0) < 0.5) return [];
      const partRatio = allowsPart ? Math.min(1, Math.max(0, values[part] ?? 0)) : 1;
      return [{ taskId: id, task, choice, delayYears, startYear, partRatio, value: value * partRatio }];
    }),
  );
}

/** Duals below this are none but for rounding. */
const SMALLEST_DUAL = 1e-9;

function readBinding(
  { constraints, scales }: PortfolioModel,
  { rowDuals }: LinearSolution,
): readonly BindingConstraint[] {
  return constraints
    .flatMap((constraint, row): (BindingConstraint & { readonly weight: number })[] => {
      const dual = Math.abs(rowDuals?.[row] ?? 0);
      if (constraint === null || dual < SMALLEST_DUAL) return [];
      return [{ constraint, worthPerUnit: dual / (scales[row] ?? 1), weight: dual }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ constraint, worthPerUnit }) => ({ constraint, worthPerUnit }));
}
