import { err, ok } from "../../core/result";
import { checkLevers } from "../../core/scenario/check-levers";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { Lever } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { findMeasure } from "../../core/scenario/measures";
import { applyPortfolio, type LeftOutRule } from "../../core/scenario/portfolio/apply-portfolio";
import { describePortfolio } from "../../core/scenario/portfolio/describe-portfolio";
import type { SolveLinear } from "../../core/scenario/portfolio/linear-model";
import { optimisePortfolio } from "../../core/scenario/portfolio/optimise-portfolio";
import { evaluatePortfolioOfWaterfall } from "../../core/scenario/portfolio/waterfall-portfolio";
import { compareUnderFutures } from "../../core/scenario/robustness/compare-under-futures";
import { evaluateFutures } from "../../core/scenario/robustness/futures";
import { findSmallestInPlan, seekInPlan } from "../../core/scenario/search/seek-plan";
import type {
  PortfolioAnswer,
  PortfolioWork,
  RobustnessWork,
  SeekWork,
  SmallestWork,
  WholeAnswers,
  WholeKind,
  WholeWork,
} from "./compute-job";
import { keepKnownLevers } from "./known-levers";

/** Does a computation of one go. The solver is loaded only where one is needed. */
export async function runWhole(
  compiled: CompiledPlan,
  work: WholeWork,
  loadSolver: () => Promise<SolveLinear>,
): Promise<WholeAnswers[WholeKind]> {
  switch (work.kind) {
    case "seek":
      return seek(compiled, work);
    case "smallest":
      return findSmallest(compiled, work);
    case "robustness":
      return compareFutures(compiled, work);
    case "portfolio":
      return optimise(compiled, work, await loadSolver());
  }
}

const findLever = (compiled: CompiledPlan, path: string): Lever | undefined =>
  listLevers(compiled).find((lever) => lever.path === path);

function seek(compiled: CompiledPlan, { levers, path, condition }: SeekWork): WholeAnswers["seek"] {
  const lever = findLever(compiled, path);
  if (lever === undefined) return err({ type: "unknown-lever" });
  return seekInPlan(compiled, keepKnownLevers(compiled, levers), lever, condition);
}

function findSmallest(
  compiled: CompiledPlan,
  { levers, path, conditions }: SmallestWork,
): WholeAnswers["smallest"] {
  const lever = findLever(compiled, path);
  if (lever === undefined) return err({ type: "unknown-lever" });
  return findSmallestInPlan(compiled, keepKnownLevers(compiled, levers), lever, conditions);
}

function compareFutures(
  compiled: CompiledPlan,
  { scenarios, futures, measure, threshold }: RobustnessWork,
): WholeAnswers["robustness"] {
  const known = scenarios.map((levers) => keepKnownLevers(compiled, levers));
  for (const [scenario, levers] of known.entries())
    for (const [future, { set }] of futures.entries())
      if (!checkLevers(compiled, { ...levers, ...set }).ok)
        return err({ type: "future-does-not-fit", scenario, future });
  const definition = findMeasure(measure);
  const direction = definition.ok && definition.value.better === "lower" ? "lower" : "higher";
  const withLevers = futures.map((future) => ({ ...future, levers: future.set }));
  const outcomes = evaluateFutures(compiled, known, withLevers, [measure]);
  const values = outcomes.map((row) => row.map((outcome) => outcome.values[0] ?? Number.NaN));
  if (values.length === 0 || values.some((row) => row.length === 0 || row.some(Number.isNaN)))
    return err({ type: "no-figure" });
  return ok({
    ...compareUnderFutures(values, direction, threshold),
    outcomes,
    requiredTasks: compiled.tasks.filter(({ isLegallyRequired }) => isLegallyRequired).length,
  });
}

function optimise(
  compiled: CompiledPlan,
  { levers, rules, options }: PortfolioWork,
  solve: SolveLinear,
): WholeAnswers["portfolio"] {
  const known = keepKnownLevers(compiled, levers);
  const problem = describePortfolio(compiled, known, rules);
  const portfolio = optimisePortfolio(problem, solve, options);
  if (!portfolio.ok) return portfolio;
  const apply = (rule: LeftOutRule) => applyPortfolio(compiled, known, problem, portfolio.value, rule);
  const answer: PortfolioAnswer = {
    portfolio: portfolio.value,
    waterfallValue: evaluatePortfolioOfWaterfall(compiled, known, problem),
    tasks: problem.tasks.map(({ id, isRequired }) => ({ id, isRequired })),
    applied: { keep: apply("keep"), defer: apply("defer") },
  };
  return ok(answer);
}
