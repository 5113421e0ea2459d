import { describe, expect, it } from "vitest";
import { compareScenarios, judgeDifference } from "../../../core/scenario/compare-scenarios";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { findOutcomeProblems } from "../../../core/scenario/find-outcome-problems";
import type { LeverValues } from "../../../core/scenario/lever";
import { listLevers } from "../../../core/scenario/list-levers";
import { makePlan } from "../support/make-plan";

const compiled = compilePlan(makePlan("district-governance").document.tables, 1);
const levers = listLevers(compiled);
const council = compiled.committees.find(({ isCouncil }) => isCouncil)?.code ?? "";
const seatsPath = `committee.${council}.seats`;
const compare = (...scenarios: readonly LeverValues[]) =>
  compareScenarios(
    levers,
    scenarios.map((values) => ({ levers: values, outcome: evaluateScenario(compiled, values) })),
  );

describe("compareScenarios", () => {
  it("lists only assumptions that differ, with what the plan says where a scenario says nothing", () => {
    const { assumptions } = compare({}, { [seatsPath]: 50 }, { [seatsPath]: 50, "prices.inflation": 0.04 });
    expect(assumptions.map(({ lever, values }) => [lever.path, values])).toEqual([
      [seatsPath, [30, 50, 50]],
      ["prices.inflation", [compiled.inflationRatio, compiled.inflationRatio, 0.04]],
    ]);
  });

  it("leaves out what all scenarios assume alike", () => {
    expect(compare({ [seatsPath]: 50 }, { [seatsPath]: 50 }).assumptions).toEqual([]);
  });

  it("lists single years of a path only where they are set, against the whole path of the others", () => {
    const year = compiled.years[1] ?? 0;
    const { assumptions } = compare(
      { "decentralised.share": 0.05 },
      { [`decentralised.share.${year}`]: 0.08 },
    );
    const paths = assumptions.map(({ lever }) => lever.path);
    expect(paths).toEqual(["decentralised.share", `decentralised.share.${year}`]);
    expect(assumptions[1]?.values).toEqual([0.05, 0.08]);
  });

  it("lists a path that is made flat even where its mean stays", () => {
    const share = levers.find(({ path }) => path === "decentralised.share");
    const { assumptions } = compare({}, { "decentralised.share": share?.planValue ?? 0 });
    expect(assumptions.map(({ lever }) => lever.path)).toEqual(["decentralised.share"]);
  });

  it("subtracts the first scenario from every figure and judges by what is better", () => {
    const { indicators } = compare({}, { [seatsPath]: 50 });
    const cost = indicators.find(({ definition }) => definition.key === "committeeCostWon");
    expect(cost?.differences[0]).toBe(0);
    expect(cost?.differences[1]).toBe((cost?.values[1] ?? 0) - (cost?.values[0] ?? 0));
    expect(cost?.verdicts).toEqual(["same", "worse"]);
    const presence = indicators.find(({ definition }) => definition.key === "presenceAtMeetingRatio");
    expect(presence?.verdicts).toEqual(["same", "better"]);
  });

  it("says which tasks fare differently", () => {
    const same = compare({}, {});
    expect(same.tasks).toHaveLength(compiled.tasks.length);
    expect(same.tasks.some(({ differs }) => differs)).toBe(false);
    const { tasks } = compare({}, { [seatsPath]: 50, "decentralised.share": 0.1 });
    expect(tasks.some(({ differs }) => differs)).toBe(true);
    for (const { differs, outcomes } of tasks)
      if (outcomes[0]?.status !== outcomes[1]?.status) expect(differs).toBe(true);
  });
});

describe("judgeDifference", () => {
  it("takes the direction that is better into account, and noise for nothing", () => {
    expect(judgeDifference(1, "higher")).toBe("better");
    expect(judgeDifference(1, "lower")).toBe("worse");
    expect(judgeDifference(-1, "lower")).toBe("better");
    expect(judgeDifference(1, "neither")).toBe("changed");
    expect(judgeDifference(1e-12, "higher")).toBe("same");
  });
});

describe("findOutcomeProblems", () => {
  it("names source, year and amount of every exceeded ceiling", () => {
    const [source] = compiled.sources;
    const path = `source.${source?.code}.ceiling`;
    const outcome = evaluateScenario(compiled, { [path]: 0 });
    const exceeded = findOutcomeProblems(outcome).filter(({ type }) => type === "ceiling-exceeded");
    const [problem] = exceeded;
    expect(problem).toMatchObject({ sourceId: source?.id, at: { entity: "ceiling", field: "ceilingWon" } });
    const year = outcome.byYear.find(
      (entry) => problem?.type === "ceiling-exceeded" && entry.year === problem.year,
    );
    const cell = year?.sources.find(({ sourceId }) => sourceId === source?.id);
    expect(problem).toMatchObject({
      overWon: (cell?.committeesWon ?? 0) + (cell?.displacedWon ?? 0) + (cell?.plannedWon ?? 0),
    });
  });

  it("names resources that everything as planned would overload", () => {
    const [resource] = compiled.resources;
    const outcome = evaluateScenario(compiled, { [`resource.${resource?.code}.capacity`]: 0 });
    expect(findOutcomeProblems(outcome)).toContainEqual(
      expect.objectContaining({ type: "capacity-exceeded", resourceId: resource?.id }),
    );
  });

  it("names years in which the floors of the units do not fit into the pool", () => {
    const tables = makePlan("district-governance").document.tables;
    for (const { id } of tables.all("unit")) tables.setCells("unit", id, { floorWon: 1e12 });
    const outcome = evaluateScenario(compilePlan(tables, 1), { "decentralised.share": 0.05 });
    const problems = findOutcomeProblems(outcome).filter(({ type }) => type === "floors-above-pool");
    expect(problems).toHaveLength(compiled.years.length);
  });
});
