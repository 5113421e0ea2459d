/** What holds of money and posts in every plan and every scenario. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import type { CompiledPlan } from "../../../core/scenario/compiled-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import type { Outcome, TaskOutcome } from "../../../core/scenario/outcome";
import { anyScenario, editedTables, leversFor } from "../support/arbitrary-scenarios";

vi.setConfig({ testTimeout: 600_000 });
const numRuns = process.env.CIVPLAN_FULL === "1" ? 1000 : 25;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("what units get is the pool to the won; with what came in it is spent, left over or lapsed", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history, picks }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      const levers = leversFor(compiled, picks);
      const outcome = evaluateScenario(compiled, levers);
      const rule = levers["decentralised.unspent"] ?? compiled.residentRules.unspentRule;
      const { residents, byYear, units } = outcome;
      for (const [index, year] of residents.entries()) {
        const poolWon = sum(byYear[index]?.sources.map(({ residentsWon }) => residentsWon) ?? []);
        expect(year.decidedWon).toBe(poolWon);
        if (units.units.length > 0)
          expect(sum(units.units.map((unit) => unit.allocatedWonByYear[index] ?? 0))).toBe(poolWon);
        expect(year.runningCostWon + year.executedWon + year.unspentWon).toBe(
          year.decidedWon + year.carriedInWon,
        );
        const leftBeforeWon = index === 0 || rule === "lapse" ? 0 : (residents[index - 1]?.unspentWon ?? 0);
        expect(year.carriedInWon).toBe(leftBeforeWon);
      }
      // Over all years: running cost, spent, and what lapsed or is still there at the end.
      expect(
        sum(residents.map((year) => year.runningCostWon + year.executedWon)) +
          (outcome.indicators.unspentWon ?? 0),
      ).toBe(outcome.indicators.residentDecidedWon);
    }),
    { numRuns },
  );
});

test("what a source has is committees, residents' proposals, tasks and what is left, to the won", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history, picks }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      const { byYear, tasks } = evaluateScenario(compiled, leversFor(compiled, picks));
      for (const [index, { sources }] of byYear.entries()) {
        for (const source of sources.filter(({ hasCeiling }) => hasCeiling))
          expect(source.committeesWon + source.displacedWon + source.tasksWon + source.headroomWon).toBe(
            source.ceilingWon,
          );
        expect(sum(sources.map(({ tasksWon }) => tasksWon))).toBe(
          sum(tasks.map((task) => task.fundedWonByYear[index] ?? 0)),
        );
      }
    }),
    { numRuns },
  );
});

test("the order in which tasks are listed changes nothing", () => {
  fc.assert(
    fc.property(anyScenario, fc.infiniteStream(fc.nat(1_000_000)), ({ template, history, picks }, keys) => {
      const tables = editedTables(template, history);
      const before = compilePlan(tables, 1);
      const levers = leversFor(before, picks);
      const outcome = evaluateScenario(before, levers);
      for (const { id } of tables.all("task"))
        tables.setCells("task", id, { position: `a${String(keys.next().value ?? 0).padStart(7, "0")}` });
      expectSameFigures(
        inOrderOfIds(evaluateScenario(compilePlan(tables, 1), levers)),
        inOrderOfIds(outcome),
      );
    }),
    { numRuns },
  );
});

test("of two predecessors that are dropped the first by code is named, wherever they are listed", () => {
  const tables = editedTables(1, []);
  const idOf = (code: string) => tables.all("task").find((task) => task.code === code)?.id ?? "";
  tables.setCells("taskDependency", `${idOf("D05")}/${idOf("D03")}`, {
    taskId: idOf("D05"),
    predecessorId: idOf("D03"),
  });
  const reasonOfD05 = () => {
    const { tasks } = evaluateScenario(compilePlan(tables, 1), { "source.DISTRICT.ceiling": 0 });
    return tasks.find(({ taskId }) => taskId === idOf("D05"))?.reason;
  };
  expect(reasonOfD05()).toEqual({ type: "predecessor", taskId: idOf("D01") });
  tables.setCells("task", idOf("D03"), { position: "A" });
  expect(reasonOfD05()).toEqual({ type: "predecessor", taskId: idOf("D01") });
});

const inOrderOfIds = (outcome: Outcome) => ({
  ...outcome,
  tasks: [...outcome.tasks].sort((a, b) => (a.taskId < b.taskId ? -1 : 1)),
});

/** Sums of posts and scores in another order differ by rounding noise; everything else is the same. */
function expectSameFigures(actual: unknown, expected: unknown, path = "outcome"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const tolerance = 1e-9 * Math.max(1, Math.abs(expected));
    if (Math.abs(actual - expected) > tolerance) expect(actual, path).toBe(expected);
  } else if (
    typeof actual === "object" &&
    typeof expected === "object" &&
    actual !== null &&
    expected !== null
  ) {
    expect(Object.keys(actual), path).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected))
      expectSameFigures((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else expect(actual, path).toBe(expected);
}

/**
 * How well a task fares, in the order in which the waterfall tries: all of it as
 * early as its predecessors allow, a part of it then, all of it later, nothing.
 * Lower is better.
 */
const placeOf = ({ status, delayYears, fundedRatio }: TaskOutcome): readonly number[] =>
  status === "dropped" ? [1, 0, 0, 0] : [0, delayYears, status === "partial" ? 1 : 0, -fundedRatio];

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** Tasks by their turn, those whose turn comes first at the start. */
const inTurn = ({ waterfall }: CompiledPlan, { tasks }: Outcome) =>
  [...waterfall.order].flatMap((index) => tasks[index] ?? []);

test("with more money fewer tasks are funded only where one whose turn comes earlier gets more", () => {
  const moreMoney = fc.record({
    scenario: anyScenario,
    source: fc.nat(10),
    year: fc.nat(10),
    before: fc.double({ min: 0.3, max: 1, noNaN: true }),
    more: fc.double({ min: 0, max: 0.3, noNaN: true }),
  });
  fc.assert(
    fc.property(moreMoney, ({ scenario, source: pick, year: pickYear, before, more }) => {
      const compiled = compilePlan(editedTables(scenario.template, scenario.history), 1);
      const sourceIndex = pick % Math.max(1, compiled.sources.length);
      const yearIndex = pickYear % compiled.years.length;
      const source = compiled.sources[sourceIndex];
      const at = sourceIndex * compiled.years.length + yearIndex;
      const ceilingWon = compiled.ceilingWon[at] ?? Number.NaN;
      fc.pre(source !== undefined && !Number.isNaN(ceilingWon));
      const path = `source.${source?.code}.ceiling.${compiled.years[yearIndex]}`;
      // A share of the whole budget is charged to sources by their ceilings, so that more of one is more of another.
      const withCeiling = (ratio: number): LeverValues => ({
        ...leversFor(compiled, scenario.picks),
        "decentralised.base": "plan",
        [path]: Math.round(ceilingWon * ratio),
      });
      const less = evaluateScenario(compiled, withCeiling(before));
      const better = evaluateScenario(compiled, withCeiling(before + more));
      const turns = inTurn(compiled, less).map((task, index) => {
        const after = inTurn(compiled, better)[index];
        return after === undefined ? 0 : compare(placeOf(after), placeOf(task));
      });
      // The rule is priority: whoever is first to fare otherwise fares better.
      expect(turns.find((turn) => turn !== 0) ?? -1).toBeLessThan(0);
      const fundedIn = ({ indicators }: Outcome) => indicators.tasksFunded ?? 0;
      if (fundedIn(better) < fundedIn(less)) {
        const firstWorse = turns.findIndex((turn) => turn > 0);
        expect(turns.slice(0, firstWorse).some((turn) => turn < 0)).toBe(true);
      }
    }),
    { numRuns: numRuns * 4 },
  );
});

test("for example: 600 million more a year let the large D14 in, and the smaller ones behind it go short", () => {
  const tables = editedTables(1, []);
  const compiled = compilePlan(tables, 1);
  const statuses = (ceilingWon: number) => {
    const { tasks } = evaluateScenario(compiled, { "source.DISTRICT.ceiling": ceilingWon });
    const late = tasks.map(({ taskId, status }) => `${tables.find("task", taskId)?.code} ${status}`);
    return late.filter((text) => /^D(09|14|15)/.test(text));
  };
  expect(statuses(4_900_000_000)).toEqual(["D09 funded", "D14 dropped", "D15 funded"]);
  expect(statuses(5_500_000_000)).toEqual(["D09 partial", "D14 funded", "D15 dropped"]);
});

test("posts that are next to none are no posts: the load never overflows", () => {
  const compiled = compilePlan(editedTables(1, []), 1);
  const { indicators } = evaluateScenario(compiled, { "resource.STAFF.capacity": Number.MIN_VALUE });
  expect(indicators.staffLoadRatio).toBeNull();
});
