import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import { cutIntoParts, prepareJob, type SensitivityJob } from "../../../../core/scenario/jobs/scenario-job";
import { listLevers } from "../../../../core/scenario/list-levers";
import {
  createLeverFactor,
  createPlanModel,
  findUsualRange,
  listDefaultFactors,
  pickFactors,
} from "../../../../core/scenario/sensitivity/plan-factors";
import { INITIAL_UNCERTAINTY } from "../../../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../../../core/scenario/uncertainty/uncertain-lines";
import { NO_UNCERTAINTY } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { makePlan } from "../../support/make-plan";

const { document } = makePlan("district-governance");
const compiled = compilePlan(document.tables, 1);
const lines = compileUncertainLines(document.tables, compiled);
const factors = listDefaultFactors(compiled, {}, lines, INITIAL_UNCERTAINTY);

test("by default thirteen factors are moved: six uncertainties and seven levers, around what the plan has", () => {
  expect(factors.map(({ name }) => name)).toEqual([
    ...["costs", "ceilings", "inflation", "attendance", "absorption", "grade"],
    ...["seats", "subcommittees", "meetings", "allowance"].map((name) => `committee.COUNCIL.${name}`),
    ...["share", "projectCost", "projectsPerRound"].map((name) => `decentralised.${name}`),
  ]);
  for (const { low, base, high } of factors) {
    expect(low).toBeLessThanOrEqual(base);
    expect(base).toBeLessThanOrEqual(high);
  }
});

test("all factors at base are the scenario itself", () => {
  const keys = ["fundedRatio", "quorumRatio", "committeeCostWon", "residentProjects"] as const;
  const { evaluate } = createPlanModel(compiled, {}, factors, keys);
  const outputs = new Float64Array(keys.length);
  evaluate(
    Float64Array.from(factors, ({ base }) => base),
    outputs,
  );
  const { indicators } = evaluateScenario(compiled, {});
  expect([...outputs]).toEqual(keys.map((key) => indicators[key]));
});

test("a lever as a factor is that lever", () => {
  const seats = listLevers(compiled).find(({ path }) => path === "committee.COUNCIL.seats");
  if (seats === undefined) throw new Error("no seats");
  const factor = createLeverFactor(seats, {}, 30, 50);
  if (factor === null) throw new Error("no factor");
  const { evaluateUnit } = createPlanModel(compiled, {}, [factor], ["quorumRatio"]);
  const output = new Float64Array(1);
  evaluateUnit(Float64Array.of(1), output);
  expect(output[0]).toBeCloseTo(0.864546, 6);
  expect(createLeverFactor(seats, {}, 50, 50)).toBeNull();
  expect(createLeverFactor(seats, {}, 50, 30)).toBeNull();
  expect(createLeverFactor(seats, {}, 30, 5_000)).toBeNull();
});

describe("the grade of the evaluation as a factor", () => {
  const measures = ["fundedRatio", "costToCeilingRatio", "displacedWon"] as const;
  const [grade] = pickFactors(compiled, {}, lines, INITIAL_UNCERTAINTY, [
    { kind: "uncertain", name: "grade", low: null, high: null },
  ]);
  if (grade === undefined) throw new Error("no grade among the factors");
  const byWorth = [...compiled.grades].sort((a, b) => a.ceilingWon - b.ceilingWon);

  /** What the scenario comes to when every known grade is set by its lever, some steps from the plan's. */
  const withGrades = (steps: number) => {
    const levers = Object.fromEntries(
      compiled.years.flatMap((year, index) => {
        const planned = byWorth.findIndex(({ code }) => code === compiled.gradeBeforeYear[index]);
        const place = Math.min(byWorth.length - 1, Math.max(0, planned + steps));
        return planned < 0 ? [] : [[`evaluation.grade.${year - 1}`, byWorth[place]?.code ?? ""]];
      }),
    );
    const { indicators } = evaluateScenario(compiled, levers);
    return measures.map((key) => indicators[key]);
  };

  test("goes one step lower and one higher in every year that has a grade, as its levers would", () => {
    expect(grade).toMatchObject({
      low: -1,
      base: 0,
      high: 1,
      chances: { lowerRatio: 0.15, higherRatio: 0.15 },
    });
    const { evaluate } = createPlanModel(compiled, {}, [grade], measures);
    const results = [-1, 0, 1].map((steps) => {
      const outputs = new Float64Array(measures.length);
      evaluate(Float64Array.of(steps), outputs);
      expect([...outputs]).toEqual(withGrades(steps));
      return [...outputs];
    });
    expect(results[0]).not.toEqual(results[1]);
  });

  test("takes each step as often as the settings say it is likely", () => {
    const chances = { lowerRatio: 0.3, higherRatio: 0.1 };
    const [likelier] = listDefaultFactors(compiled, {}, lines, { ...NO_UNCERTAINTY, grade: chances });
    if (likelier === undefined) throw new Error("no grade among the factors");
    const { evaluateUnit } = createPlanModel(compiled, {}, [likelier], measures);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 1000; draw += 1) {
      const outputs = new Float64Array(measures.length);
      evaluateUnit(Float64Array.of((draw + 0.5) / 1000), outputs);
      const seen = JSON.stringify([...outputs]);
      counts.set(seen, (counts.get(seen) ?? 0) + 1);
    }
    const expected = new Map<string, number>();
    for (const [steps, times] of [
      [-1, 300],
      [0, 600],
      [1, 100],
    ] as const) {
      const seen = JSON.stringify(withGrades(steps));
      expected.set(seen, (expected.get(seen) ?? 0) + times);
    }
    expect(counts).toEqual(expected);
  });

  test("has the ends of the settings, whatever else is asked for; an end without a chance does not count", () => {
    const pick = (lowerRatio: number, higherRatio: number) =>
      pickFactors(compiled, {}, lines, { ...NO_UNCERTAINTY, grade: { lowerRatio, higherRatio } }, [
        { kind: "uncertain", name: "grade", low: -3, high: 3 },
      ]).map(({ low, high }) => [low, high]);
    expect(pick(0.2, 0.2)).toEqual([[-1, 1]]);
    expect(pick(0.2, 0)).toEqual([[-1, 0]]);
    expect(pick(0, 0)).toEqual([]);
  });

  test("takes no part where no ceiling follows a grade, or no grade is known", () => {
    const seoul = makePlan("seoul-civil-democracy").document.tables;
    const withoutGrades = compilePlan(seoul, 1);
    const namesIn = (plan: typeof compiled) =>
      listDefaultFactors(plan, {}, lines, INITIAL_UNCERTAINTY).map(({ name }) => name);
    expect(namesIn(withoutGrades)).not.toContain("grade");
    expect(namesIn({ ...compiled, gradeBeforeYear: compiled.years.map(() => "") })).not.toContain("grade");
    const noStream = new Uint8Array(compiled.sources.length);
    expect(namesIn({ ...compiled, isCeilingSetByGrade: noStream })).not.toContain("grade");
  });

  test("leaves ceilings that follow it out of the factor on all ceilings, as the simulation does", () => {
    const both = pickFactors(compiled, {}, lines, INITIAL_UNCERTAINTY, [
      { kind: "uncertain", name: "ceilings", low: 0.5, high: 1 },
      { kind: "uncertain", name: "grade", low: null, high: null },
    ]);
    const outputs = [new Float64Array(1), new Float64Array(1)] as const;
    createPlanModel(compiled, {}, both, ["costToCeilingRatio"]).evaluate(Float64Array.of(0.5, 0), outputs[0]);
    const alone = both.slice(0, 1);
    createPlanModel(compiled, {}, alone, ["costToCeilingRatio"]).evaluate(Float64Array.of(0.5), outputs[1]);
    expect(outputs[0][0]).toBeLessThan(outputs[1][0] ?? 0);
  });
});

test("what is fixed is not moved", () => {
  const names = listDefaultFactors(compiled, {}, lines, NO_UNCERTAINTY).map(({ kind }) => kind);
  expect(names).not.toContain("uncertain");
});

test("costs as a whole go no further than the lines that vary take the sum of all", () => {
  const few = {
    at: Int32Array.of(0, 1),
    lowWon: Float64Array.of(50, 300),
    likelyWon: Float64Array.of(100, 300),
    highWon: Float64Array.of(180, 300),
  };
  const [costs] = listDefaultFactors(compiled, {}, few, INITIAL_UNCERTAINTY);
  expect(costs).toMatchObject({ name: "costs", low: 350 / 400, base: 1, high: 480 / 400 });
});

test("chosen factors keep their order; ends that nobody chose are as usual", () => {
  const usual = (name: string) => factors.find((factor) => factor.name === name);
  const seats = "committee.COUNCIL.seats";
  const choose = (kind: "lever" | "uncertain", name: string, low: number | null, high: number | null) => ({
    kind,
    name,
    low,
    high,
  });
  const picked = pickFactors(compiled, {}, lines, INITIAL_UNCERTAINTY, [
    choose("lever", seats, null, null),
    choose("lever", "prices.inflation", 0, 0.05),
    choose("uncertain", "ceilings", 0.7, null),
    choose("uncertain", "weather", 0, 1),
    choose("lever", "committee.GONE.seats", 1, 2),
    choose("uncertain", "attendance", 0.2, 0.1),
  ]);
  expect(picked.map(({ name, low, high }) => [name, low, high])).toEqual([
    [seats, usual(seats)?.low, usual(seats)?.high],
    ["prices.inflation", 0, 0.05],
    ["ceilings", 0.7, 1.05],
  ]);
  const all = factors.map(({ kind, name }) => choose(kind, name, null, null));
  expect(pickFactors(compiled, {}, lines, INITIAL_UNCERTAINTY, all)).toEqual(factors);
});

test("what is fixed by the settings moves where both ends were chosen", () => {
  const choices = [{ kind: "uncertain" as const, name: "costs", low: 0.9, high: 1.2 }];
  expect(pickFactors(compiled, {}, lines, NO_UNCERTAINTY, choices)).toMatchObject([{ low: 0.9, high: 1.2 }]);
});

test("a lever at 0 has no usual range, and one near its end stays inside", () => {
  const levers = listLevers(compiled);
  const at = (path: string) => {
    const lever = levers.find((candidate) => candidate.path === path);
    if (lever === undefined) throw new Error(`no ${path}`);
    return lever;
  };
  const share = at("decentralised.share");
  expect(findUsualRange(share, { [share.path]: 0 })).toBeNull();
  expect(findUsualRange(share, { [share.path]: 0.9 })).toEqual({ low: 0.63, high: 1 });
  expect(findUsualRange(at("decentralised.mode"), {})).toBeNull();
});

test.each([
  { method: "tornado" as const },
  { method: "morris" as const, trajectories: 3, seed: 5 },
  { method: "sobol" as const, samples: 8 },
])("a job cut into parts gives the same points: %j", (method) => {
  const input: SensitivityJob = { compiled, levers: {}, factors, measures: ["fundedRatio"], method };
  const job = prepareJob("sensitivity", input);
  const whole = [...job.run(0, job.size)];
  const parts = cutIntoParts(job.size, 7).flatMap(([from, to]) => [...job.run(from, to)]);
  expect(parts).toEqual(whole);
});
