import { describe, expect, it } from "vitest";
import { summariseBudget } from "../../../core/budget/summarise-budget";
import { capacityId } from "../../../core/plan/row-id";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { neededWon, plannedHeadroomWon } from "../../../core/scenario/headroom";
import type { LeverValues } from "../../../core/scenario/lever";
import { moneyByArea } from "../../../core/scenario/money-by-area";
import { describeResourceLoad } from "../../../core/scenario/resource-load";
import { makePlan } from "../support/make-plan";

const plan = makePlan("district-governance");
const { tables } = plan.document;
const [secretariat] = tables.ordered("resource");
const secretariatId = secretariat?.id ?? "";
const evaluate = (levers: LeverValues = {}) => evaluateScenario(compilePlan(tables, 1), levers);

describe("describeResourceLoad", () => {
  it("shares the secretariat among tasks, councils and residents' projects, and never more than there is", () => {
    for (const year of describeResourceLoad(evaluate(), secretariatId, true)) {
      const used = year.tasksAmount + year.committeesAmount + year.residentsAmount;
      expect(year.capacity).toBe(8);
      expect(used).toBeLessThanOrEqual(8 + 1e-9);
      expect(year.freeAmount).toBeCloseTo(8 - used, 9);
    }
  });

  it("names the tasks that wait when a larger council takes posts", () => {
    const [first] = describeResourceLoad(evaluate({ "committee.COUNCIL.seats": 80 }), secretariatId, true);
    expect(first?.committeesAmount).toBeCloseTo(0.5 + 0.03 * 80 + 0.15 * 5, 9);
    expect(first?.overAmount).toBeGreaterThan(0);
    const waiting = first?.waitingTaskIds.map((id) => tables.find("task", id)?.code);
    expect(waiting).toContain("D04");
    expect(first?.waitingAmount).toBeCloseTo((first?.plannedAmount ?? 0) - (first?.tasksAmount ?? 0), 9);
    expect(first?.waitingAmount).toBeGreaterThan(0);
  });

  it("counts residents' projects that there is money but no staff for", () => {
    const years = describeResourceLoad(
      evaluate({ "decentralised.share": 0.3, "committee.COUNCIL.seats": 50 }),
      secretariatId,
      true,
    );
    expect(years.some(({ waitingProjects }) => waitingProjects > 0)).toBe(true);
    const asAnother = describeResourceLoad(evaluate({ "decentralised.share": 0.3 }), secretariatId, false);
    expect(asAnother.every(({ waitingProjects }) => waitingProjects === 0)).toBe(true);
  });

  it("limits nothing where the plan sets no capacity", () => {
    const open = makePlan("district-governance");
    const deleted = open.execute({
      type: "delete-rows",
      rows: [{ entity: "resourceCapacity", rowId: capacityId(secretariatId, 2027) }],
    });
    expect(deleted.ok).toBe(true);
    const outcome = evaluateScenario(compilePlan(open.document.tables, 2), { "committee.COUNCIL.seats": 80 });
    expect(describeResourceLoad(outcome, secretariatId, true)[0]).toMatchObject({
      capacity: null,
      freeAmount: null,
      overAmount: 0,
    });
  });

  it("knows nothing of a resource that is not in the plan", () => {
    expect(describeResourceLoad(evaluate(), "gone", false)[0]).toMatchObject({
      capacity: null,
      tasksAmount: 0,
      overAmount: 0,
      waitingTaskIds: [],
    });
  });
});

describe("need and headroom of a source", () => {
  it("set what committees, residents and all tasks ask for against the ceiling", () => {
    const source = {
      sourceId: "CITY",
      hasCeiling: true,
      ceilingWon: 100,
      committeesWon: 10,
      residentsWon: 30,
      displacedWon: 20,
      tasksWon: 60,
      plannedWon: 90,
      headroomWon: 10,
    };
    expect(neededWon(source)).toBe(120);
    expect(plannedHeadroomWon(source)).toBe(-20);
    expect(plannedHeadroomWon({ ...source, hasCeiling: false, ceilingWon: 0 })).toBeNull();
  });
});

describe("moneyByArea", () => {
  const summary = summariseBudget(
    {
      area: tables.ordered("area"),
      task: tables.ordered("task"),
      source: tables.ordered("source"),
      channel: tables.ordered("channel"),
      budgetLine: tables.all("budgetLine"),
    },
    evaluate().years,
    "likely",
  );
  const inflationRatio = tables.all("plan")[0]?.inflationRatio ?? 0;

  it.each([
    {},
    { "prices.inflation": 0.05 },
    { "decentralised.share": 0.2, "decentralised.mode": "proposal" },
  ])("adds up to what all sources are asked for under %o", (levers) => {
    const outcome = evaluate(levers);
    for (const [index, year] of moneyByArea(summary, inflationRatio, outcome).entries()) {
      const needed = (outcome.byYear[index]?.sources ?? []).reduce(
        (sum, source) => sum + neededWon(source),
        0,
      );
      // Each amount is rounded to whole won, here by area, there by line.
      expect(Math.abs(year.needWon - needed)).toBeLessThan(50);
      expect(year.areasWon).toHaveLength(summary.areas.length);
    }
  });
});
