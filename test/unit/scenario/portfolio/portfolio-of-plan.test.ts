import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../../core/scenario/lever";
import { applyPortfolio } from "../../../../core/scenario/portfolio/apply-portfolio";
import {
  DEFAULT_PORTFOLIO_RULES,
  describePortfolio,
} from "../../../../core/scenario/portfolio/describe-portfolio";
import { createHighsSolver } from "../../../../core/scenario/portfolio/highs-solver";
import { optimisePortfolio } from "../../../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioProblem } from "../../../../core/scenario/portfolio/portfolio-problem";
import { evaluatePortfolioOfWaterfall } from "../../../../core/scenario/portfolio/waterfall-portfolio";
import { anyScenario, editedTables, leversFor } from "../../support/arbitrary-scenarios";
import { makePlan } from "../../support/make-plan";

const solve = createHighsSolver(await loadHighs());
const FREE = { ...DEFAULT_PORTFOLIO_RULES, keepsRequired: false };

function optimise(problem: PortfolioProblem) {
  const result = optimisePortfolio(problem, solve);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const district = compilePlan(makePlan("district-governance").document.tables, 1);
const ceilingOf = (won: number): LeverValues => ({ "source.DISTRICT.ceiling": won });

describe("the best portfolio of the district plan", () => {
  test("takes everything where everything fits", () => {
    const best = optimise(describePortfolio(district, {}));
    expect(best.chosen).toHaveLength(district.tasks.length);
    expect(best.chosen.every(({ delayYears, partRatio }) => delayYears === 0 && partRatio === 1)).toBe(true);
    expect(best.binding).toEqual([]);
  });

  test("where money lacks it never spends more than there is, and says which money binds", () => {
    const problem = describePortfolio(district, ceilingOf(5_000_000_000));
    const { chosen, binding } = optimise(problem);
    const used = problem.limits.map(() => 0);
    for (const { task, choice, partRatio } of chosen)
      for (const [limit, amount] of problem.tasks[task]?.choices[choice]?.uses ?? [])
        used[limit] = (used[limit] ?? 0) + amount * partRatio;
    for (const [index, { available }] of problem.limits.entries())
      expect(used[index]).toBeLessThanOrEqual(available * (1 + 1e-9) + 1e-6);
    expect(binding[0]?.constraint.type).toBe("money");
    expect(chosen.length).toBeLessThan(district.tasks.length);
  });

  test("tasks required by law stay whatever they displace, or the conflict names them", () => {
    const required = district.tasks.filter(({ isLegallyRequired }) => isLegallyRequired).map(({ id }) => id);
    const kept = optimise(describePortfolio(district, ceilingOf(4_000_000_000)));
    for (const id of required) expect(kept.chosen.map(({ taskId }) => taskId)).toContain(id);
    const result = optimisePortfolio(describePortfolio(district, ceilingOf(10_000_000)), solve);
    expect(result).toMatchObject({ ok: false, error: { type: "infeasible-portfolio" } });
    if (result.ok || result.error.type !== "infeasible-portfolio") throw new Error("expected a conflict");
    expect(result.error.conflict.map(({ type }) => type).sort()).toEqual(["money", "required"]);
  });

  test("more money is never worth less", () => {
    const values = [1, 2, 3, 4, 5, 6].map(
      (billion) => optimise(describePortfolio(district, ceilingOf(billion * 1_000_000_000), FREE)).value,
    );
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(values.at(-1)).toBeGreaterThan(values[0] ?? 0);
  });

  test("agrees with a search by hand that knows nothing of linear programs", () => {
    const problem = describePortfolio(district, ceilingOf(4_500_000_000), FREE);
    const whole = { ...problem, tasks: problem.tasks.map((task) => ({ ...task, allowsPart: false })) };
    expect(optimise(whole).value).toBeCloseTo(searchBest(whole), 6);
  });
});

test("in any plan and scenario the best portfolio is worth at least what the waterfall chooses", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history, picks }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      const levers = leversFor(compiled, picks);
      const problem = describePortfolio(compiled, levers, FREE);
      const byWaterfall = evaluatePortfolioOfWaterfall(compiled, levers, problem);
      // Money of a part is cut to whole won, so the waterfall may be a won's worth above the best of the model.
      expect(optimise(problem).value).toBeGreaterThan(byWaterfall * (1 - 1e-6) - 1e-6);
    }),
    { numRuns: 25 },
  );
});

/** The best value by going through all choices of all tasks, cutting off what cannot beat the best so far. */
function searchBest({ tasks, limits, dependencies }: PortfolioProblem): number {
  const left = limits.map(({ available }) => available);
  const delays: (number | null)[] = tasks.map(() => null);
  const order = orderAfterPredecessors(tasks.length, dependencies);
  const worth = order.map((task) => Math.max(0, ...(tasks[task]?.choices ?? []).map(({ value }) => value)));
  let best = 0;
  const visit = (place: number, value: number) => {
    best = Math.max(best, value);
    const possible = worth.slice(place).reduce((sum, one) => sum + one, value);
    const task = order[place];
    if (task === undefined || possible <= best) return;
    const before = dependencies
      .filter((one) => one.task === task)
      .map((one) => delays[one.predecessor] ?? null);
    const inherited = Math.max(0, ...before.map((delay) => delay ?? 0));
    if (before.every((delay) => delay !== null))
      for (const choice of tasks[task]?.choices ?? []) {
        const fits = choice.uses.every(([limit, amount]) => amount <= (left[limit] ?? 0));
        const waits = choice.delayYears >= inherited;
        if (!fits || !waits || (choice.isOnlyInherited && choice.delayYears !== inherited)) continue;
        for (const [limit, amount] of choice.uses) left[limit] = (left[limit] ?? 0) - amount;
        delays[task] = choice.delayYears;
        visit(place + 1, value + choice.value);
        delays[task] = null;
        for (const [limit, amount] of choice.uses) left[limit] = (left[limit] ?? 0) + amount;
      }
    visit(place + 1, value);
  };
  visit(0, 0);
  return best;
}

function orderAfterPredecessors(count: number, dependencies: PortfolioProblem["dependencies"]): number[] {
  const order: number[] = [];
  while (order.length < count)
    for (let task = 0; task < count; task += 1)
      if (
        !order.includes(task) &&
        dependencies.every((one) => one.task !== task || order.includes(one.predecessor))
      )
        order.push(task);
  return order;
}

describe("making the plan follow a portfolio", () => {
  const levers = ceilingOf(5_000_000_000);
  const rules = { ...DEFAULT_PORTFOLIO_RULES, maximumStartsPerYear: 4 };
  const problem = describePortfolio(district, levers, rules);
  const best = optimise(problem);

  test("starts later what the portfolio starts later, and defers what it leaves out", () => {
    const { delays } = applyPortfolio(district, levers, problem, best, "defer");
    const chosen = new Map(best.chosen.map(({ taskId, delayYears }) => [taskId, delayYears]));
    const { yearCount, startIndex } = district.waterfall;
    for (const [index, { id }] of district.tasks.entries())
      expect(delays.find(({ taskId }) => taskId === id)?.years ?? 0).toBe(
        chosen.get(id) ?? yearCount - (startIndex[index] ?? 0),
      );
    const kept = applyPortfolio(district, levers, problem, best, "keep");
    expect(kept.delays.every(({ taskId }) => chosen.has(taskId))).toBe(true);
  });

  test("gives the funding order the portfolio where nothing is done in part", () => {
    const whole = { ...problem, tasks: problem.tasks.map((task) => ({ ...task, allowsPart: false })) };
    const portfolio = optimise(whole);
    const { value, otherwiseIds } = applyPortfolio(district, levers, whole, portfolio, "defer");
    expect(otherwiseIds).toEqual([]);
    expect(value).toBeCloseTo(portfolio.value, 6);
  });

  test("says which chosen tasks come out otherwise when what was left out still asks for money", () => {
    const free = describePortfolio(district, levers);
    const most = optimise(free);
    expect(applyPortfolio(district, levers, free, most, "keep").value).toBeLessThanOrEqual(most.bound + 1e-6);
    // Only what the funding order drops is chosen: the rest, which was left out, is paid before it.
    const dropped = evaluateScenario(district, levers).tasks.findIndex(
      ({ status }, task) => status === "dropped" && district.waterfall.predecessors[task]?.length === 0,
    );
    const id = district.tasks[dropped]?.id ?? "";
    const chosen = [
      { taskId: id, task: dropped, choice: 0, delayYears: 0, startYear: 0, partRatio: 1, value: 1 },
    ];
    expect(applyPortfolio(district, levers, free, { chosen }, "keep").otherwiseIds).toEqual([id]);
    expect(applyPortfolio(district, levers, free, { chosen }, "defer").otherwiseIds).toEqual([]);
  });

  test("changes nothing where everything fits as planned", () => {
    const all = describePortfolio(district, {});
    expect(applyPortfolio(district, {}, all, optimise(all), "defer")).toEqual({
      delays: [],
      value: evaluatePortfolioOfWaterfall(district, {}, all),
      otherwiseIds: [],
    });
  });
});
