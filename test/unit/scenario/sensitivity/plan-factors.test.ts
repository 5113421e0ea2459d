import { expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import { cutIntoParts, prepareJob, type SensitivityJob } from "../../../../core/scenario/jobs/scenario-job";
import { listLevers } from "../../../../core/scenario/list-levers";
import {
  createLeverFactor,
  createPlanModel,
  listDefaultFactors,
} from "../../../../core/scenario/sensitivity/plan-factors";
import { compileUncertainLines } from "../../../../core/scenario/uncertainty/uncertain-lines";
import { DEFAULT_UNCERTAINTY, NO_UNCERTAINTY } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { makePlan } from "../../support/make-plan";

const { document } = makePlan("district-governance");
const compiled = compilePlan(document.tables, 1);
const lines = compileUncertainLines(document.tables, compiled);
const factors = listDefaultFactors(compiled, {}, lines, DEFAULT_UNCERTAINTY);

test("by default twelve factors are moved: five uncertainties and seven levers, around what the plan has", () => {
  expect(factors.map(({ name }) => name)).toEqual([
    ...["costs", "ceilings", "inflation", "attendance", "absorption"],
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

test("what is fixed is not moved", () => {
  const names = listDefaultFactors(compiled, {}, lines, NO_UNCERTAINTY).map(({ kind }) => kind);
  expect(names).not.toContain("uncertain");
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
