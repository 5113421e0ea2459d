import fc from "fast-check";
import { createInstance } from "i18next";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import type { Lever } from "../../../core/scenario/lever";
import { listLevers } from "../../../core/scenario/list-levers";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import { INITIAL_UNCERTAINTY } from "../../../core/scenario/uncertainty/plan-uncertainty";
import type { SensitivityAnswer } from "../../../renderer/engine/compute-job";
import { listCeilingChances } from "../../../renderer/features/scenarios/certainty/ceiling-chances";
import { listAssumptions } from "../../../renderer/features/scenarios/certainty/list-assumptions";
import { parseMeasure } from "../../../renderer/features/scenarios/engine/measure-text";
import { readChange, readFutures } from "../../../renderer/features/scenarios/robustness/futures-draft";
import { listKeepRequired } from "../../../renderer/features/scenarios/robustness/keep-required";
import { describeConstraint } from "../../../renderer/features/scenarios/search/describe-constraint";
import { describeGoal, describeSmallest } from "../../../renderer/features/scenarios/search/describe-search";
import {
  INITIAL_RULES,
  readPortfolioDraft,
} from "../../../renderer/features/scenarios/search/portfolio-draft";
import { makeSensitivityChart } from "../../../renderer/features/scenarios/sensitivity/sensitivity-bars";
import { listLevels, makeHeatmap } from "../../../renderer/features/scenarios/sweep/heatmap-grid";
import { draftAxis, readAxis } from "../../../renderer/features/scenarios/sweep/read-axis";
import en from "../../../renderer/i18n/en.json";
import { makePlan } from "../support/make-plan";

const i18n = createInstance();
await i18n.init({ lng: "en", resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
const { t } = i18n;
const levers = listLevers(compilePlan(makePlan("district-governance").document.tables, 1));
const leverAt = (path: string): Lever => {
  const lever = levers.find((candidate) => candidate.path === path);
  if (lever === undefined) throw new Error(`there is no ${path}`);
  return lever;
};
const seats = leverAt("committee.COUNCIL.seats");
const share = leverAt("decentralised.share");

describe("an axis of a sweep", () => {
  const read = (lever: Lever, from: string, to: string, step: string) =>
    readAxis(lever, { path: lever.path, from, to, step }, "en");

  it("has both ends where the steps meet them, without rounding noise", () => {
    expect(read(seats, "30", "50", "10")).toEqual({
      ok: true,
      value: { path: seats.path, values: [30, 40, 50] },
    });
    expect(read(share, "0", "10 %", "2.5")).toEqual({
      ok: true,
      value: { path: share.path, values: [0, 0.025, 0.05, 0.075, 0.1] },
    });
  });

  it.each([
    ["50", "30", "5", { type: "reversed" }],
    ["30", "30", "5", { type: "zero-width" }],
    ["30", "50", "0", { type: "step-not-positive" }],
    ["3", "200", "1", { type: "too-many", count: 198 }],
    ["30", "900", "5", { type: "text", box: "to" }],
    ["thirty", "50", "5", { type: "text", box: "from" }],
    ["30", "50", "2.5", { type: "text", box: "step" }],
  ])("from %s to %s by %s is refused", (from, to, step, error) => {
    expect(read(seats, from, to, step)).toMatchObject({ ok: false, error });
  });

  it("starts for every lever from a range that can be swept", () => {
    for (const lever of levers.filter(({ planValue }) => typeof planValue === "number")) {
      const axis = readAxis(lever, draftAxis(lever), "en");
      expect(axis.ok ? "swept" : `${lever.path}: ${JSON.stringify(axis.error)}`).toBe("swept");
    }
  });
});

describe("the heatmap of a sweep", () => {
  const axes = [
    { path: seats.path, values: [30, 40] },
    { path: share.path, values: [0, 0.05] },
  ] as const;
  const at = indicatorDefinitions.findIndex(({ key }) => key === "tasksFunded");
  const row = (value: number | null) => ({
    values: [],
    indicators: indicatorDefinitions.map((_, index) => (index === at ? value : 0)),
    spreads: null,
  });

  it("puts the first lever down and the second across", () => {
    const { cells, minimum, maximum } = makeHeatmap([15, 14, 13, 10].map(row), axes, "tasksFunded");
    expect(cells.map((line) => line.map(({ value }) => value))).toEqual([
      [15, 14],
      [13, 10],
    ]);
    expect(cells[1]?.[0]?.levers).toEqual({ [seats.path]: 40, [share.path]: 0 });
    expect([minimum, maximum]).toEqual([10, 15]);
    expect(cells.flat().map(({ heat }) => heat)).toEqual([1, 0.8, 0.6, 0]);
  });

  it("shows a percentile of each cell's draws, and nothing where a cell has none", () => {
    const spread = (value: number) => ({
      ...row(15),
      spreads: indicatorDefinitions.map((_, index) =>
        index === at ? ([value - 2, value - 1, value] as const) : ([0, 0, 0] as const),
      ),
    });
    const rows = [spread(14), spread(13), spread(12), row(9)];
    const shown = (view: "planned" | "p10" | "p50" | "p90") =>
      makeHeatmap(rows, axes, "tasksFunded", view)
        .cells.flat()
        .map(({ value }) => value);
    expect(shown("planned")).toEqual([15, 15, 15, 9]);
    expect(shown("p10")).toEqual([12, 11, 10, null]);
    expect(shown("p50")).toEqual([13, 12, 11, null]);
    expect(shown("p90")).toEqual([14, 13, 12, null]);
    expect(makeHeatmap(rows, axes, "tasksFunded", "p90").minimum).toBe(12);
  });

  it("draws a line where a level is crossed, none beside a cell without a figure", () => {
    const { cells, levels } = makeHeatmap([0, 10, 10, null].map(row), axes, "tasksFunded");
    expect(levels).toEqual([2, 4, 6, 8]);
    expect(cells[0]?.[0]).toMatchObject({ isEdgeRight: true, isEdgeBelow: true });
    expect(cells[1]?.[0]).toMatchObject({ isEdgeRight: false });
    expect(cells[1]?.[1]).toMatchObject({ value: null, heat: 0 });
  });

  it("has at most five levels, all strictly between the smallest and the largest figure", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (minimum, span) => {
          const levels = listLevels(minimum, minimum + span);
          return levels.length <= 5 && levels.every((level) => level > minimum && level < minimum + span);
        },
      ),
    );
    expect(listLevels(3, 3)).toEqual([]);
  });
});

describe("the bars of a sensitivity analysis", () => {
  const factor = (name: string) =>
    ({ kind: "uncertain", name, low: 0.9, base: 1, high: 1.1, isWhole: false }) as const;
  const answer = (part: Partial<SensitivityAnswer["byMeasure"][number]>): SensitivityAnswer => ({
    factors: [factor("costs"), factor("ceilings")],
    evaluations: 5,
    byMeasure: [{ measure: "fundedRatio", tornado: [], morris: [], sobol: [], ...part }],
  });

  it("of a tornado go from the scenario to the low and to the high end, the widest first", () => {
    const chart = makeSensitivityChart(
      answer({
        tornado: [
          { input: 1, base: 0.9, atLow: 0.7, atHigh: 1, swing: 0.3 },
          { input: 0, base: 0.9, atLow: 0.95, atHigh: Number.NaN, swing: 0.05 },
        ],
      }),
      "tornado",
      "fundedRatio",
    );
    expect(chart).toMatchObject({ origin: 0.9, minimum: 0.7, maximum: 1 });
    expect(chart?.bars.map(({ factor: { name } }) => name)).toEqual(["ceilings", "costs"]);
    expect(chart?.bars[1]).toMatchObject({ figures: [0.95, null, 0.05], parts: [{ to: 0.95, series: 1 }] });
  });

  it("of Sobol indices show noise below nothing as nothing, in the order of the total index", () => {
    const index = { firstError: 0.01, totalError: 0.02 };
    const chart = makeSensitivityChart(
      answer({
        sobol: [
          { input: 0, first: -0.01, total: 0.1, ...index },
          { input: 1, first: 0.8, total: 0.9, ...index },
        ],
      }),
      "sobol",
      "fundedRatio",
    );
    expect(chart?.bars.map(({ factor: { name } }) => name)).toEqual(["ceilings", "costs"]);
    expect(chart?.bars[1]?.parts.map(({ to }) => to)).toEqual([0.1, 0]);
  });

  it("are none for a figure that the plan has nothing for", () => {
    expect(makeSensitivityChart(answer({}), "tornado", "fundedRatio")).toBeNull();
  });
});

describe("what a search found, in words", () => {
  const telling = { levers, t, language: "en" } as const;
  const target = { measure: "residentShareDecidedRatio", relation: "at-least", bound: 0.08 } as const;

  it("says the value, what holds already, and how close one comes when it is out of reach", () => {
    const found = { ok: true, value: { x: 0.08, value: 0.08, isMoved: true } } as const;
    expect(describeGoal(found, share, target, telling)).toBe(
      "Decentralised share 8 %: then “Decided by residents” is 8.0 %.",
    );
    const already = { ok: true, value: { x: 0.09, value: 0.09, isMoved: false } } as const;
    expect(describeGoal(already, share, target, telling)).toContain("Reached already");
    const missed = {
      ok: false,
      error: { type: "out-of-reach", x: 1, value: 0.07, shortfall: 0.01 },
    } as const;
    expect(describeGoal(missed, share, target, telling)).toBe(
      "Out of reach: no value from 0 % to 100 % of “Decentralised share” gives Decided by residents of at least 8.0 %. It comes closest at 100 %, where “Decided by residents” is 7.0 %.",
    );
  });

  it("says for each condition that no size meets where it holds by itself", () => {
    const lines = describeSmallest(
      {
        ok: false,
        error: {
          type: "no-size",
          closestSize: 45,
          missed: [1],
          conditions: [
            { smallest: 45, largest: 200, closestSize: 45, closestValue: 0.9 },
            { smallest: null, largest: null, closestSize: 3, closestValue: 5e7 },
          ],
        },
      },
      seats,
      [
        { measure: "weakestGroupSeatedRatio", relation: "at-least", bound: 0.9 },
        { measure: "committeeCostWon", relation: "at-most", bound: 1e7 },
      ],
      telling,
    );
    expect(lines).toEqual([
      "Out of reach: no size from 3 to 200 of “Seats” meets all conditions at once.",
      "Weakest group has a seat of at least 90.0 %: by itself between 45 and 200.",
      "Cost of committees of at most ₩10\u00a0million: never; closest at 3 with ₩50\u00a0million.",
    ]);
  });

  it("names what conflicts", () => {
    const names = {
      source: () => "District",
      resource: () => "Staff",
      resourceKind: () => "staff" as const,
      committee: () => "",
      group: () => "",
      task: (id: string) => `${id} Title`,
      taskCode: (id: string) => id,
    };
    const words = (constraint: Parameters<typeof describeConstraint>[0]) =>
      describeConstraint(constraint, { names, areaTitle: () => "Area", t, language: "en" });
    expect(words({ type: "required", taskId: "D01" })).toBe("D01 Title is required by law");
    expect(words({ type: "money", sourceId: "s", year: 2028 })).toBe("District money in 2028");
  });

  it("reads bounds in the unit of their figure", () => {
    expect(parseMeasure("quorumRatio", "85")).toEqual({ ok: true, value: 0.85 });
    expect(parseMeasure("committeeCostWon", "400")).toEqual({ ok: true, value: 400_000_000 });
    expect(parseMeasure("tasksFunded", "many")).toMatchObject({ ok: false });
  });
});

describe("the rules of a portfolio", () => {
  it("count only rows that are complete", () => {
    const { rules } = readPortfolioDraft(
      {
        ...INITIAL_RULES,
        exclusions: [
          ["a", "b"],
          ["a", "a"],
          ["a", ""],
        ],
        shares: [
          { areaId: "", share: "20" },
          { areaId: "x", share: "20" },
        ],
      },
      t,
      "en",
    );
    expect(rules).toEqual({
      rules: {
        keepsRequired: true,
        maximumStartsPerYear: null,
        exclusions: [["a", "b"]],
        minimumShares: [{ areaId: "x", shareRatio: 0.2 }],
      },
      options: { gapRatio: 0.0001, timeLimitMs: 30_000 },
    });
  });

  it("are refused with the reason at the box that does not fit", () => {
    const { rules, problems } = readPortfolioDraft({ ...INITIAL_RULES, gap: "120", timeLimit: "0" }, t, "en");
    expect(rules).toBeNull();
    expect(problems).toMatchObject({
      gap: "Between 0 % and 100 % only.",
      timeLimit: "Between 1 and 3,600 only.",
      maximumStarts: null,
    });
  });
});

describe("futures", () => {
  it.each([
    ["-10", 0.9],
    ["−10 %", 0.9],
    ["+5", 1.05],
    ["", 1],
    ["12.5", 1.125],
  ])("reads “%s” as a factor of %d", (text, factor) => {
    expect(readChange(text)).toEqual({ ok: true, value: factor });
  });

  it("refuses what is no change, what leaves nothing, and names that occur twice", () => {
    expect(readChange("less")).toMatchObject({ ok: false, error: { type: "not-a-change" } });
    expect(readChange("-100")).toMatchObject({ ok: false, error: { type: "change-out-of-range" } });
    const future = { name: "A", revenue: "-10", costs: "" };
    expect(readFutures([future])).toEqual([
      { name: "A", set: {}, ceilingFactorBySource: {}, ceilingFactor: 0.9 },
    ]);
    expect(readFutures([future, future])).toBeNull();
    expect(readFutures([])).toBeNull();
  });

  it("says for a future which scenarios keep all tasks that the law asks for, and what the others drop", () => {
    const outcome = (droppedRequiredIds: readonly string[]) => ({ values: [1], droppedRequiredIds });
    const answer = {
      options: [],
      choices: { minimaxRegret: [], maximin: [], maximax: [], laplace: [], satisficing: [] },
      requiredTasks: 2,
      outcomes: [
        [outcome([]), outcome([])],
        [outcome([]), outcome(["T01"])],
      ],
    };
    expect(listKeepRequired(answer, 0)).toEqual({ keeping: [0, 1], dropping: [] });
    expect(listKeepRequired(answer, 1)).toEqual({
      keeping: [0],
      dropping: [{ scenario: 1, taskIds: ["T01"] }],
    });
  });
});

describe("the assumptions of a simulation", () => {
  it("are said as they are computed with", () => {
    const lines = listAssumptions(INITIAL_UNCERTAINTY, t, "en").map(
      ({ label, value }) => `${label}: ${value}`,
    );
    expect(lines).toEqual([
      "Costs of tasks: low – high of each budget line",
      "Ceilings: −10 % … +5 %",
      "Price rise: −1 % … +2 %",
      "Attendance: −10 % … +10 %",
      "Spent in the first year: −20 % … +20 %",
      "Grade of the evaluation: one lower 15 %, one higher 15 %",
    ]);
  });
});

describe("chances of ceilings", () => {
  it("are a row a source and a column a year, empty where there is no ceiling", () => {
    const { years, rows } = listCeilingChances({
      ceilings: [
        { sourceId: "city", year: 2028, exceededRatio: 0.2 },
        { sourceId: "city", year: 2027, exceededRatio: 0.1 },
        { sourceId: "state", year: 2028, exceededRatio: 0.7 },
      ],
    });
    expect(years).toEqual([2027, 2028]);
    expect(rows).toEqual([
      { sourceId: "city", exceededRatios: [0.1, 0.2] },
      { sourceId: "state", exceededRatios: [null, 0.7] },
    ]);
  });
});
