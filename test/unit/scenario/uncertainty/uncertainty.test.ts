import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import { indicatorDefinitions } from "../../../../core/scenario/outcome";
import {
  createUniformDraws,
  type SamplingMethod,
  toNormals,
} from "../../../../core/scenario/sampling/normal-draws";
import { computePercentile } from "../../../../core/scenario/sampling/percentile";
import { createLineSampler } from "../../../../core/scenario/uncertainty/line-sampler";
import {
  INITIAL_UNCERTAINTY,
  overrideUncertainty,
} from "../../../../core/scenario/uncertainty/plan-uncertainty";
import { type DrawsJob, prepareDraws } from "../../../../core/scenario/uncertainty/run-draws";
import { summariseDraws } from "../../../../core/scenario/uncertainty/summarise-draws";
import {
  compileUncertainLines,
  pickVaryingLines,
} from "../../../../core/scenario/uncertainty/uncertain-lines";
import { NO_UNCERTAINTY, parseUncertainty } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { makePlan } from "../../support/make-plan";

const { document } = makePlan("district-governance");
const compiled = compilePlan(document.tables, 1);
const lines = compileUncertainLines(document.tables, compiled);
const base: DrawsJob = {
  compiled,
  levers: {},
  lines,
  spec: INITIAL_UNCERTAINTY,
  method: "monte-carlo",
  draws: 400,
  seed: 7,
};

function simulate(changes: Partial<DrawsJob> = {}, cuts: readonly number[] = []) {
  const job = { ...base, ...changes };
  const prepared = prepareDraws(job);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const bounds = [0, ...cuts, job.draws];
  const parts = bounds.slice(1).map((to, index) => prepared.value.run(bounds[index] ?? 0, to));
  return summariseDraws(compiled, parts.reverse());
}

describe("the sum of PERT (80,100,160) + (40,50,90) + (10,20,24) (models C2)", () => {
  const MILLION = 1_000_000;
  const millions = (values: readonly number[]) => Float64Array.from(values, (value) => value * MILLION);
  const sampler = createLineSampler(
    {
      at: Int32Array.of(0, 1, 2),
      lowWon: millions([80, 40, 10]),
      likelyWon: millions([100, 50, 20]),
      highWon: millions([160, 90, 24]),
    },
    "pert",
    millions([100, 50, 20]),
    (at) => at,
  );

  /** Sums in millions, sorted. */
  function drawSums(method: SamplingMethod, draws: number): Float64Array {
    const points = createUniformDraws(method, 3, draws, 11);
    const normals = new Float64Array(3);
    const won = new Float64Array(3);
    return Float64Array.from({ length: draws }, (_, index) => {
      points.writeDraw(index, normals);
      toNormals(normals);
      sampler.writeLines(normals, 0, 0, 1, won);
      return won.reduce((sum, value) => sum + value, 0) / MILLION;
    }).sort();
  }

  test.each(["monte-carlo", "latin-hypercube", "sobol"] as const)(
    "%s, within 4 standard errors",
    (method) => {
      const draws = 20_000;
      const sums = drawSums(method, draws);
      const mean = sums.reduce((total, value) => total + value, 0) / draws;
      const variance = sums.reduce((total, value) => total + (value - mean) ** 2, 0) / (draws - 1);
      expect(Math.abs(mean - 180.6667)).toBeLessThan((4 * 16.8702) / Math.sqrt(draws));
      // The standard error of a standard deviation is about σ/√(2n).
      expect(Math.abs(Math.sqrt(variance) - 16.8702)).toBeLessThan((4 * 16.8702) / Math.sqrt(2 * draws));
      const below190 = sums.filter((value) => value <= 190).length / draws;
      expect(Math.abs(below190 - 0.7168)).toBeLessThan(4 * Math.sqrt((0.7168 * 0.2832) / draws));
      // Of a percentile √(p(1−p)/n) divided by the density there, about .024 at P50 and .017 at P80.
      expect(Math.abs(computePercentile(sums, 0.5) - 179.44)).toBeLessThan(
        (4 * 0.5) / Math.sqrt(draws) / 0.024,
      );
      expect(Math.abs(computePercentile(sums, 0.8) - 195.12)).toBeLessThan(
        (4 * 0.4) / Math.sqrt(draws) / 0.017,
      );
    },
  );

  test("a Latin hypercube comes nearer to the mean than chance", () => {
    const error = (method: SamplingMethod) => {
      const sums = drawSums(method, 2_000);
      return Math.abs(sums.reduce((total, value) => total + value, 0) / 2_000 - 542 / 3);
    };
    expect(error("latin-hypercube")).toBeLessThan(error("monte-carlo") / 5);
  });
});

describe("a simulation", () => {
  test("gives the same to the last bit in 1, 2 and 8 parts, in whatever order they come", () => {
    const whole = simulate();
    expect(simulate({}, [123])).toEqual(whole);
    expect(simulate({}, [50, 100, 150, 200, 250, 300, 350])).toEqual(whole);
  });

  test("gives the same for the same seed and something else for another", () => {
    expect(simulate()).toEqual(simulate());
    expect(simulate({ seed: 8 }).indicators).not.toEqual(simulate().indicators);
  });

  test("without uncertainty every draw is the scenario itself", () => {
    const levers = { "committee.COUNCIL.seats": 50, "decentralised.share": 0.05 };
    const outcome = evaluateScenario(compiled, levers);
    const { indicators, tasks } = simulate({ spec: NO_UNCERTAINTY, levers, draws: 3 });
    for (const { key, p10, p50, p90 } of indicators) {
      expect(p10).toBe(outcome.indicators[key]);
      expect([p50, p90]).toEqual([p10, p10]);
    }
    for (const { taskId, fundedRatio } of tasks)
      expect(fundedRatio).toBe(
        outcome.tasks.find((task) => task.taskId === taskId)?.status === "funded" ? 1 : 0,
      );
  });

  test("percentiles do not fall, probabilities are in 0…1", () => {
    const { indicators, tasks, ceilings } = simulate();
    expect(indicators.map(({ key }) => key)).toEqual(indicatorDefinitions.map(({ key }) => key));
    for (const { percentiles } of indicators)
      expect([...percentiles].sort((a, b) => a - b)).toEqual([...percentiles]);
    for (const { fundedRatio, startedRatio } of tasks) expect(fundedRatio).toBeLessThanOrEqual(startedRatio);
    expect(ceilings.some(({ exceededRatio }) => exceededRatio > 0 && exceededRatio < 1)).toBe(true);
  });

  test("attendance between 45 and 65 % spreads presence, and nothing that is not uncertain", () => {
    const spec = { ...NO_UNCERTAINTY, attendance: INITIAL_UNCERTAINTY.attendance };
    const spread = new Map(simulate({ spec }).indicators.map((one) => [one.key, one]));
    const presence = spread.get("presenceAtMeetingRatio");
    expect(presence?.p10).toBeLessThan(0.5668);
    expect(presence?.p90).toBeGreaterThan(0.5668);
    expect(spread.get("presenceSeatedRatio")).toMatchObject({ p10: presence && expect.closeTo(0.785361, 6) });
    expect(spread.get("fundedRatio")?.p10).toBe(spread.get("fundedRatio")?.p90);
  });

  test("what all lines share widens the whole: correlated costs spread more than independent ones", () => {
    const spreadWith = (correlationRatio: number) => {
      const spec = { ...NO_UNCERTAINTY, costs: { distribution: "pert" as const, correlationRatio } };
      const cost = simulate({ spec }).indicators.find(({ key }) => key === "costToCeilingRatio");
      return (cost?.p90 ?? 0) - (cost?.p10 ?? 0);
    };
    expect(spreadWith(0.8)).toBeGreaterThan(3 * spreadWith(0));
  });

  test("a grade that falls a step for sure is the grade below", () => {
    const spec = { ...NO_UNCERTAINTY, grade: { lowerRatio: 1, higherRatio: 0 } };
    const fallen = simulate({ spec, draws: 2 });
    const before = evaluateScenario(compiled, {});
    const [firstGrade, secondGrade] = compiled.grades.map(({ code }) => code);
    const lower = evaluateScenario(compiled, { "evaluation.grade": secondGrade ?? "" });
    expect(compiled.gradeBeforeYear).toContain(firstGrade);
    const fundedOf = fallen.indicators.find(({ key }) => key === "unfundedWon")?.p50;
    expect(fundedOf).toBe(lower.indicators.unfundedWon);
    expect(fundedOf).not.toBe(before.indicators.unfundedWon);
  });

  test("a Sobol sequence refuses more uncertain numbers than it has dimensions, and takes few", () => {
    expect(prepareDraws({ ...base, method: "sobol" })).toMatchObject({
      ok: false,
      error: { type: "too-many-for-sobol", maximum: 40 },
    });
    const spec = { ...INITIAL_UNCERTAINTY, costs: { distribution: "fixed" as const, correlationRatio: 0 } };
    expect(simulate({ method: "sobol", spec, draws: 64 }).draws).toBe(64);
  });

  test.each(["fixed", "pert", "triangular", "uniform", "lognormal"] as const)(
    "%s costs stay whole won and keep their likely size",
    (distribution) => {
      const spec = { ...NO_UNCERTAINTY, costs: { distribution, correlationRatio: 0.3 } };
      const cost = simulate({ spec }).indicators.find(({ key }) => key === "costToCeilingRatio");
      const planned = evaluateScenario(compiled, {}).indicators.costToCeilingRatio ?? 0;
      expect(cost?.p50).toBeGreaterThan(0.9 * planned);
      expect(cost?.p50).toBeLessThan(1.15 * planned);
    },
  );
});

describe("settings of what is uncertain", () => {
  test("are those of the plan in the parts that are left out; a part that is given is broken no more", () => {
    expect(parseUncertainty({})).toEqual({ ok: true, value: {} });
    const grade = { lowerRatio: 0.4, higherRatio: 0 };
    const parsed = parseUncertainty({ grade });
    expect(parsed).toEqual({ ok: true, value: { grade } });
    const ofPlan = { spec: NO_UNCERTAINTY, broken: ["ceilings", "grade"] } as const;
    expect(overrideUncertainty(ofPlan, parsed.ok ? parsed.value : {})).toEqual({
      spec: { ...NO_UNCERTAINTY, grade },
      broken: ["ceilings"],
    });
    expect(parseUncertainty(INITIAL_UNCERTAINTY)).toEqual({ ok: true, value: INITIAL_UNCERTAINTY });
  });

  test.each([
    [
      { inflation: { distribution: "pert", low: 0.02, likely: 0, high: 0.01 } },
      "inflation",
      "must not decrease",
    ],
    [{ absorption: { distribution: "lognormal", low: 0, likely: 1, high: 2 } }, "absorption", "above 0"],
    [{ grade: { lowerRatio: 0.7, higherRatio: 0.7 } }, "grade", "may not exceed 1"],
    [{ costs: { distribution: "pert", correlationRatio: 1 } }, "costs.correlationRatio", ""],
    [
      { costs: { distribution: "pert", correlationRatio: 0, otherLines: { low: 1.1, high: 1.2 } } },
      "costs.otherLines.low",
      "",
    ],
    [{ costs: { distribution: "guess", correlationRatio: 0 } }, "costs.distribution", ""],
    [{ weather: 1 }, "", "weather"],
    [[], "", ""],
    [null, "", ""],
  ])("%j is refused with the place and the reason", (json, at, reason) => {
    const parsed = parseUncertainty(json);
    expect(parsed).toMatchObject({ ok: false, error: { type: "invalid-uncertainty", at } });
    if (!parsed.ok) expect(parsed.error.reason).toContain(reason);
  });
});

test("every line with low below high is uncertain, in the order of its place", () => {
  const rows = document.tables.all("budgetLine").filter(({ lowWon, highWon }) => lowWon < highWon);
  const varying = pickVaryingLines(lines, INITIAL_UNCERTAINTY.costs);
  expect(varying.at).toHaveLength(rows.length);
  expect([...varying.at].sort((a, b) => a - b)).toEqual([...varying.at]);
});

test("lines without a range of their own vary only where the settings give them one, in whole won", () => {
  const some = {
    at: Int32Array.of(0, 1, 2),
    lowWon: Float64Array.of(80, 101, 0),
    likelyWon: Float64Array.of(100, 101, 0),
    highWon: Float64Array.of(160, 101, 0),
  };
  const costs = { distribution: "pert", correlationRatio: 0 } as const;
  expect([...pickVaryingLines(some, costs).at]).toEqual([0]);
  const varying = pickVaryingLines(some, { ...costs, otherLines: { low: 0.9, high: 1.3 } });
  expect([...varying.at]).toEqual([0, 1]);
  expect([...varying.lowWon]).toEqual([80, 91]);
  expect([...varying.highWon]).toEqual([160, 131]);
});

test("a width for lines without a range widens what the plan may cost", () => {
  const certain = { ...lines, lowWon: lines.likelyWon, highWon: lines.likelyWon };
  const spreadOf = (otherLines: { low: number; high: number } | undefined) => {
    const spec = {
      ...NO_UNCERTAINTY,
      costs: { distribution: "pert" as const, correlationRatio: 0.5, otherLines },
    };
    const cost = simulate({ spec, lines: certain, draws: 200 }).indicators.find(
      ({ key }) => key === "costToCeilingRatio",
    );
    return (cost?.p90 ?? 0) - (cost?.p10 ?? 0);
  };
  expect(spreadOf(undefined)).toBe(0);
  expect(spreadOf({ low: 0.8, high: 1.2 })).toBeGreaterThan(0);
  expect(spreadOf({ low: 0.6, high: 1.4 })).toBeGreaterThan(spreadOf({ low: 0.8, high: 1.2 }));
});
