import { describe, expect, it } from "vitest";
import { findPlanProblems } from "../../../core/plan/find-plan-problems";
import { type PlanProblemType, planProblemTypes } from "../../../core/plan/plan-problem";
import { PlanTables } from "../../../core/plan/plan-tables";
import {
  budgetLineId,
  committeeSizeId,
  dependencyId,
  leverId,
  naturalRowId,
} from "../../../core/plan/row-id";
import { makePlan } from "../support/make-plan";

const NO_LEVERS: ReadonlySet<string> = new Set();

/** A plan 2027–2030 with two tasks and one source, in which nothing is wrong. */
function soundTables(): PlanTables {
  const tables = new PlanTables();
  tables.setCells("plan", "plan", { title: "Plan", firstYear: 2027, lastYear: 2030 });
  tables.setCells("source", "city", { code: "CITY", title: "City" });
  tables.setCells("channel", "regular", { code: "REGULAR", title: "Regular" });
  for (const [id, code, startYear] of [
    ["a", "T01", 2027],
    ["b", "T02", 2028],
  ] as const)
    tables.setCells("task", id, { code, title: `Task ${code}`, startYear, endYear: 2030 });
  return tables;
}

const find = (tables: PlanTables, leverPaths = NO_LEVERS) => findPlanProblems(tables, leverPaths);
const only = (tables: PlanTables, type: PlanProblemType, leverPaths = NO_LEVERS) =>
  find(tables, leverPaths).filter((problem) => problem.type === type);

describe("findPlanProblems", () => {
  it("finds nothing in a sound plan", () => {
    expect(find(soundTables())).toEqual([]);
  });

  it.each(["seoul-civil-democracy", "district-governance", "empty"] as const)(
    "finds nothing in the template %s",
    (template) => {
      expect(find(makePlan(template).document.tables)).toEqual([]);
    },
  );

  it("names a code that two tasks share, once, at the second", () => {
    const tables = soundTables();
    tables.setCells("task", "b", { code: "T01" });
    expect(find(tables)).toEqual([
      { type: "duplicate-code", code: "T01", rows: 2, at: { entity: "task", rowId: "b", field: "code" } },
    ]);
  });

  it("lets the same code stand for rows of different kinds, and lets codes be missing", () => {
    const tables = soundTables();
    tables.setCells("source", "t01", { code: "T01" });
    tables.setCells("task", "c", { title: "No code" });
    tables.setCells("task", "d", { title: "None either" });
    expect(only(tables, "duplicate-code")).toEqual([]);
  });

  it("names tasks that wait for each other in a circle by their codes", () => {
    const tables = soundTables();
    tables.setCells("taskDependency", dependencyId("a", "b"), {});
    tables.setCells("taskDependency", dependencyId("b", "a"), {});
    expect(find(tables)).toMatchObject([{ type: "dependency-cycle", codes: ["T01", "T02"] }]);
  });

  it("finds a task that starts before the one it depends on", () => {
    const tables = soundTables();
    tables.setCells("taskDependency", dependencyId("a", "b"), {});
    expect(find(tables)).toMatchObject([
      {
        type: "starts-before-predecessor",
        taskId: "a",
        startYear: 2027,
        predecessorStartYear: 2028,
        at: { entity: "task", rowId: "a", field: "startYear" },
      },
    ]);
  });

  it("finds amounts of the plan's years in which their task does not run; what was invested before and comes after is none", () => {
    const tables = soundTables();
    const add = (year: number, likelyWon: number) =>
      tables.setCells("budgetLine", budgetLineId("b", year, "city", "regular"), {
        lowWon: likelyWon,
        likelyWon,
        highWon: likelyWon,
      });
    add(2031, 500);
    add(2027, 300);
    add(2026, 0);
    add(2029, 700);
    expect(find(tables)).toMatchObject([
      { type: "amount-outside-task", year: 2027, amountWon: 300, startYear: 2028 },
    ]);
  });

  it("finds references to rows that are gone", () => {
    const tables = soundTables();
    tables.setCells("task", "a", { areaId: "gone" });
    expect(find(tables)).toEqual([
      {
        type: "dangling-reference",
        target: "area",
        targetId: "gone",
        at: { entity: "task", rowId: "a", field: "areaId" },
      },
    ]);
  });

  it("finds cells that do not fit, unless their row is deleted", () => {
    const tables = soundTables();
    tables.setCells("task", "a", { priorityScore: "high" });
    expect(find(tables)).toEqual([
      { type: "misfit-cell", at: { entity: "task", rowId: "a", field: "priorityScore" } },
    ]);
    tables.setDeleted("task", "a", true);
    expect(find(tables)).toEqual([]);
  });

  it("finds rules between cells that merging has broken", () => {
    const tables = soundTables();
    tables.setCells("task", "b", { startYear: 2030, endYear: 2029 });
    expect(only(tables, "broken-rule")).toMatchObject([{ error: { type: "end-before-start" } }]);
  });

  it("finds a horizon longer than 50 years", () => {
    const tables = soundTables();
    tables.setCells("plan", "plan", { lastYear: 2076 });
    expect(find(tables)).toEqual([]);
    tables.setCells("plan", "plan", { lastYear: 2077 });
    expect(find(tables)).toMatchObject([{ type: "horizon-too-long", years: 51, maximumYears: 50 }]);
  });

  it("finds weights that do not add up to 1, once there are units to divide among", () => {
    const tables = soundTables();
    tables.setCells("plan", "plan", { weightNeedRatio: 0.5 });
    expect(find(tables)).toEqual([]);
    tables.setCells("unit", "u", { code: "U1", title: "Unit", population: 10 });
    expect(find(tables)).toMatchObject([{ type: "weights-not-one", sumRatio: expect.closeTo(1.2, 9) }]);
  });

  it("finds units without people", () => {
    const tables = soundTables();
    tables.setCells("unit", "u", { code: "U1", title: "Unit" });
    expect(find(tables)).toEqual([
      { type: "unit-without-people", at: { entity: "unit", rowId: "u", field: "population" } },
    ]);
  });

  it("finds a size that is in effect before its ordinance is in force", () => {
    const tables = soundTables();
    tables.setCells("committee", "c", { code: "COUNCIL", title: "Council", sourceId: "city" });
    tables.setCells("legalBasis", "o", { title: "Ordinance", inForceFromYear: 2029 });
    const size = (year: number) =>
      tables.setCells("committeeSize", committeeSizeId("c", year), { seats: 50, legalBasisId: "o" });
    size(2029);
    expect(find(tables)).toEqual([]);
    size(2028);
    expect(find(tables)).toMatchObject([
      { type: "size-before-ordinance", year: 2028, inForceFromYear: 2029, committeeId: "c" },
    ]);
  });

  it("finds more reserved seats than citizens have", () => {
    const tables = soundTables();
    tables.setCells("committee", "c", {
      code: "COUNCIL",
      title: "Council",
      seats: 10,
      officials: 4,
      sourceId: "city",
    });
    tables.setCells("residentGroup", "g", { code: "YOUTH", title: "Youth" });
    tables.setCells("reservedSeats", naturalRowId("c", "g"), { seats: 7 });
    expect(find(tables)).toMatchObject([{ type: "reserved-above-seats", reservedSeats: 7, citizenSeats: 6 }]);
  });

  it("finds committees without seats, without a source, and sizes without an ordinance", () => {
    const tables = soundTables();
    tables.setCells("committee", "c", { code: "COUNCIL", title: "Council", seats: 0, officials: 0 });
    tables.setCells("committeeSize", committeeSizeId("c", 2028), { seats: 50 });
    expect(find(tables)).toEqual([
      {
        type: "committee-without-seats",
        committeeId: "c",
        at: { entity: "committee", rowId: "c", field: "seats" },
      },
      {
        type: "committee-without-source",
        committeeId: "c",
        at: { entity: "committee", rowId: "c", field: "sourceId" },
      },
      {
        type: "size-without-ordinance",
        committeeId: "c",
        year: 2028,
        seats: 50,
        at: { entity: "committeeSize", rowId: "c/2028", field: "legalBasisId" },
      },
    ]);
  });

  it("finds amounts that say something else than their cost lines", () => {
    const tables = soundTables();
    const id = budgetLineId("b", 2029, "city", "regular");
    tables.setCells("budgetLine", id, { lowWon: 900, likelyWon: 1000, highWon: 1100 });
    tables.setCells("costLine", "l", { budgetLineId: id, unitPriceWon: 100, quantity: 5, times: 2 });
    expect(find(tables)).toEqual([]);
    tables.setCells("costLine", "l", { times: 1 });
    expect(find(tables)).toMatchObject([
      { type: "amount-differs-from-cost-lines", amountWon: 1000, costLinesWon: 500, at: { rowId: id } },
    ]);
  });

  it("finds scenarios that build on each other in a circle", () => {
    const tables = soundTables();
    tables.setCells("scenario", "s1", { title: "First", parentId: "s2" });
    tables.setCells("scenario", "s2", { title: "Second", parentId: "s1" });
    expect(find(tables)).toMatchObject([{ type: "scenario-circle", titles: ["First", "Second"] }]);
  });

  it("finds levers whose target the plan does not have", () => {
    const tables = soundTables();
    tables.setCells("scenario", "s", { title: "S" });
    tables.setCells("scenarioLever", leverId("s", "committee.GONE.seats"), { value: "50" });
    tables.setCells("scenarioLever", leverId("s", "decentralised.share"), { value: "0.05" });
    expect(find(tables, new Set(["decentralised.share"]))).toMatchObject([
      { type: "lever-without-target", path: "committee.GONE.seats", scenarioId: "s" },
    ]);
  });
});

describe("planProblemTypes", () => {
  it("names every kind once", () => {
    expect(new Set(planProblemTypes).size).toBe(planProblemTypes.length);
  });
});

describe("deleting a task", () => {
  it("takes along its amounts, links and needs, so that nothing dangles, and undo brings all of it back", () => {
    const plan = makePlan("district-governance");
    const { tables } = plan.document;
    const before = tables.all("budgetLine").length;
    const task = tables
      .all("task")
      .find(({ id }) => tables.all("taskDependency").some((row) => row.predecessorId === id));
    expect(task).toBeDefined();
    const deleted = plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId: task?.id ?? "" }] });
    expect(deleted.ok).toBe(true);
    expect(tables.all("budgetLine").length).toBeLessThan(before);
    expect(findPlanProblems(tables, NO_LEVERS)).toEqual([]);
    plan.undo();
    expect(tables.all("budgetLine")).toHaveLength(before);
  });
});
