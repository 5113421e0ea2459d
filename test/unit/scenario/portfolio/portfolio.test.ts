import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { createHighsSolver } from "../../../../core/scenario/portfolio/highs-solver";
import { optimisePortfolio } from "../../../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioProblem } from "../../../../core/scenario/portfolio/portfolio-problem";

const solve = createHighsSolver(await loadHighs());

/** The six projects of models C7: one source, three years. */
const VALUES = [10, 9, 11, 7, 8, 6];
const COSTS = [
  [4, 2, 0],
  [3, 3, 1],
  [0, 5, 2],
  [2, 0, 4],
  [5, 1, 1],
  [1, 2, 3],
];
const CAPS = [9, 9, 7];

const six: PortfolioProblem = {
  tasks: VALUES.map((value, index) => ({
    id: String(index + 1),
    areaId: index < 3 ? "first" : "second",
    isRequired: false,
    allowsPart: false,
    choices: [
      {
        delayYears: 0,
        startYear: 2027,
        isOnlyInherited: false,
        value,
        costWon: (COSTS[index] ?? []).reduce((sum, cost) => sum + cost, 0),
        uses: (COSTS[index] ?? []).map((amount, year) => [year, amount] as const),
      },
    ],
  })),
  limits: CAPS.map((available, year) => ({ kind: "money", id: "CITY", year: 2027 + year, available })),
  dependencies: [],
  exclusions: [],
  maximumStartsPerYear: null,
  minimumShares: [],
  minimumPartRatio: 0.5,
};

function optimise(changes: Partial<PortfolioProblem> = {}) {
  const result = optimisePortfolio({ ...six, ...changes }, solve);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("the six projects of models C7", () => {
  test("best value 29 with projects 1, 3 and 5, and no other set as good", () => {
    const best = optimise();
    expect(best.value).toBeCloseTo(29, 6);
    expect(best.chosen.map(({ taskId }) => taskId)).toEqual(["1", "3", "5"]);
    expect(best).toMatchObject({ isProved: true });
    expect(best.gapRatio).toBeLessThan(1e-6);
    expect(listBest([]).map(({ ids }) => ids)).toEqual(["135"]);
  });

  test("broken into parts 35.3333; one more of each year's money is worth 7/6, 5/3, 1/2", () => {
    const { relaxedValue, binding } = optimise();
    expect(relaxedValue).toBeCloseTo(35.333333, 6);
    const worth = Object.fromEntries(
      binding.map(({ constraint, worthPerUnit }) => [
        constraint.type === "money" ? constraint.year : "",
        worthPerUnit,
      ]),
    );
    expect(worth[2027]).toBeCloseTo(7 / 6, 6);
    expect(worth[2028]).toBeCloseTo(5 / 3, 6);
    expect(worth[2029]).toBeCloseTo(1 / 2, 6);
  });

  test("where 1 needs 4: 28", () => {
    const best = optimise({ dependencies: [{ task: 0, predecessor: 3 }] });
    expect(best.value).toBeCloseTo(28, 6);
    expect(listBest([[0, 3]])).toHaveLength(2);
  });

  test("where 2 and 3 exclude each other: 29", () => {
    expect(optimise({ exclusions: [[1, 2]] }).value).toBeCloseTo(29, 6);
  });

  test("at most two starts a year, and half of the money for the second area", () => {
    expect(optimise({ maximumStartsPerYear: 2 }).value).toBeCloseTo(21, 6);
    const shared = optimise({ minimumShares: [{ areaId: "second", shareRatio: 0.5 }] });
    const money = (ids: readonly string[]) =>
      ids.flatMap((id) => COSTS[Number(id) - 1] ?? []).reduce((sum, cost) => sum + cost, 0);
    const chosen = shared.chosen.map(({ taskId }) => taskId);
    expect(money(chosen.filter((id) => Number(id) > 3))).toBeGreaterThanOrEqual(money(chosen) / 2);
  });
});

/** All sets of highest value, by trying all 64, without the product's code. */
function listBest(needs: readonly (readonly [number, number])[]) {
  const sets = Array.from({ length: 64 }, (_, bits) => {
    const chosen = [0, 1, 2, 3, 4, 5].filter((index) => ((bits >> index) & 1) === 1);
    const fits = CAPS.every(
      (cap, year) => chosen.reduce((sum, index) => sum + (COSTS[index]?.[year] ?? 0), 0) <= cap,
    );
    const keeps = needs.every(([task, before]) => !chosen.includes(task) || chosen.includes(before));
    const value = chosen.reduce((sum, index) => sum + (VALUES[index] ?? 0), 0);
    return { ids: chosen.map((index) => index + 1).join(""), value: fits && keeps ? value : -1 };
  });
  const highest = Math.max(...sets.map(({ value }) => value));
  return sets.filter(({ value }) => value === highest);
}

test("two required tasks that one year's money cannot pay: exactly these three conditions conflict", () => {
  const tasks = six.tasks.map((task, index) => ({ ...task, isRequired: index === 0 || index === 4 }));
  const limits = six.limits.map((limit, year) => (year === 0 ? { ...limit, available: 8 } : limit));
  const result = optimisePortfolio({ ...six, tasks, limits }, solve);
  expect(result).toEqual({
    ok: false,
    error: {
      type: "infeasible-portfolio",
      conflict: [
        { type: "required", taskId: "1" },
        { type: "required", taskId: "5" },
        { type: "money", sourceId: "CITY", year: 2027 },
      ],
    },
  });
});

test("a task that may be done in part is done in part, but never below the least part", () => {
  const tasks = six.tasks.map((task) => ({ ...task, allowsPart: true }));
  const best = optimise({ tasks });
  expect(best.value).toBeGreaterThan(29);
  expect(best.value).toBeLessThanOrEqual(35.333334);
  for (const { partRatio } of best.chosen) expect(partRatio).toBeGreaterThanOrEqual(0.5 - 1e-9);
});

test("nothing to choose from is worth nothing", () => {
  expect(optimise({ tasks: [] })).toMatchObject({ value: 0, chosen: [], gapRatio: 0 });
});
