import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { MAX_HORIZON_YEARS } from "../../../core/plan/plan-horizon";
import { PlanTables } from "../../../core/plan/plan-tables";
import { type CompiledPlan, compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";

/** Two tasks, one source with a ceiling in the first year only. */
function smallPlan(): PlanTables {
  const tables = new PlanTables();
  tables.setCells("plan", "plan", { title: "Plan", firstYear: 2027, lastYear: 2028 });
  tables.setCells("source", "CITY", { code: "CITY", position: "a0" });
  tables.setCells("ceiling", "CITY/2027", { ceilingWon: 500 });
  for (const id of ["A", "B"]) tables.setCells("task", id, { code: id, title: id, position: id });
  tables.setCells("budgetLine", "A/2027/CITY/REGULAR", { likelyWon: 100 });
  return tables;
}

const compile = (tables: PlanTables) => compilePlan(tables, 7);

test("a plan becomes arrays by task, source and year; what is not set is NaN for ceilings and 0 for amounts", () => {
  const compiled = compile(smallPlan());
  expect(compiled.revision).toBe(7);
  expect(compiled.years).toEqual([2027, 2028]);
  expect([...compiled.ceilingWon]).toEqual([500, Number.NaN]);
  expect([...compiled.waterfall.amountWon]).toEqual([100, 0, 0, 0]);
});

test("a snapshot can be sent to a worker and stays as it was when the plan changes", () => {
  const tables = smallPlan();
  const compiled = compile(tables);
  const sent = structuredClone(compiled);
  tables.setCells("budgetLine", "A/2027/CITY/REGULAR", { likelyWon: 999 });
  expect(sent).toEqual(compiled);
  expect(compiled.waterfall.amountWon[0]).toBe(100);
});

test("amounts of one task, source and year in several channels add up", () => {
  const tables = smallPlan();
  tables.setCells("budgetLine", "A/2027/CITY/PARTICIPATORY", { likelyWon: 30 });
  expect(compile(tables).waterfall.amountWon[0]).toBe(130);
});

test.each([
  ["before the horizon", "A/2026/CITY/REGULAR"],
  ["after the horizon", "A/2029/CITY/REGULAR"],
  ["of a task that is not there", "X/2027/CITY/REGULAR"],
  ["of a source that is not there", "A/2027/MOON/REGULAR"],
])("a line %s does not count", (_, rowId) => {
  const tables = smallPlan();
  tables.setCells("budgetLine", rowId, { likelyWon: 1_000_000 });
  expect([...compile(tables).waterfall.amountWon]).toEqual([100, 0, 0, 0]);
});

test("a deleted task takes its lines and dependencies out of the evaluation", () => {
  const tables = smallPlan();
  tables.setCells("taskDependency", "B/A", {});
  tables.setDeleted("task", "A", true);
  const { tasks, waterfall } = compile(tables);
  expect(tasks.map(({ id }) => id)).toEqual(["B"]);
  expect([...waterfall.amountWon]).toEqual([0, 0]);
  expect(waterfall.predecessors).toEqual([[]]);
});

test("dependencies in a circle are left out, others stay", () => {
  const tables = smallPlan();
  for (const id of ["C", "D"]) tables.setCells("task", id, { code: id, title: id, position: id });
  for (const rowId of ["A/B", "B/C", "C/A", "D/A", "D/D"]) tables.setCells("taskDependency", rowId, {});
  expect(compile(tables).waterfall.predecessors).toEqual([[], [], [], [0]]);
});

test("a task that starts outside the horizon counts from its edge", () => {
  const tables = smallPlan();
  tables.setCells("task", "A", { startYear: 2020, endYear: 2027 });
  tables.setCells("task", "B", { startYear: 2040, endYear: 2041 });
  expect([...compile(tables).waterfall.startIndex]).toEqual([0, 1]);
});

test("a plan without rows is one year with nothing in it; a very long one is cut", () => {
  expect(compile(new PlanTables())).toMatchObject({ tasks: [], sources: [], committees: [] });
  const tables = smallPlan();
  tables.setCells("plan", "plan", { lastYear: 2200 });
  expect(compile(tables).years).toHaveLength(MAX_HORIZON_YEARS);
  tables.setCells("plan", "plan", { lastYear: 2000 });
  expect(compile(tables).years).toEqual([2027]);
});

test("sizes of a committee hold from their year on; one before the plan holds from its start", () => {
  const tables = smallPlan();
  tables.setCells("committee", "C", { code: "C", seats: 30, officials: 5 });
  tables.setCells("committeeSize", "C/2028", { seats: 50, officials: 5 });
  tables.setCells("committeeSize", "C/2020", { seats: 20, officials: 4 });
  tables.setCells("committeeSize", "C/2035", { seats: 90, officials: 9 });
  expect(compile(tables).committees[0]?.sizes).toEqual([
    { yearIndex: 0, seats: 20, officials: 4 },
    { yearIndex: 1, seats: 50, officials: 5 },
  ]);
});

test("a plan that was compiled before comes to the same as one that never was, whatever was changed in between", () => {
  const change: ((tables: PlanTables) => void)[] = [
    (tables) => void tables.setCells("budgetLine", "A/2027/CITY/REGULAR", { likelyWon: 70 }),
    (tables) => void tables.setCells("budgetLine", "B/2028/CITY/REGULAR", { likelyWon: 30 }),
    (tables) => void tables.setCells("budgetLine", "B/2028/CITY/SPECIAL", { likelyWon: 5 }),
    (tables) => tables.setDeleted("budgetLine", "A/2027/CITY/REGULAR", true),
    (tables) => void tables.setCells("task", "A", { position: "c" }),
    (tables) => tables.setDeleted("budgetLine", "A/2027/CITY/REGULAR", false),
    (tables) => void tables.setCells("source", "GU", { code: "GU", position: "Z" }),
    (tables) => tables.setDeleted("task", "B", true),
    (tables) => void tables.setCells("plan", "plan", { firstYear: 2028, lastYear: 2030 }),
  ];
  const tables = smallPlan();
  for (const count of change.keys()) {
    change[count]?.(tables);
    const anew = smallPlan();
    for (const earlier of change.slice(0, count + 1)) earlier(anew);
    expect(compile(tables)).toEqual(compile(anew));
  }
});

describe("a compilation that is given away for the next one", () => {
  const rowId = fc
    .tuple(
      fc.constantFrom("A", "B", "X"),
      fc.integer({ min: 2026, max: 2029 }),
      fc.constantFrom("REGULAR", "PARTICIPATORY"),
    )
    .map(([task, year, channel]) => `${task}/${year}/CITY/${channel}`);
  const amount = fc.record({ rowId, likelyWon: fc.constantFrom(0, 40, 100, 250, 700) });
  const change = fc.oneof(
    { weight: 6, arbitrary: amount.map((set) => ({ type: "amount" as const, ...set })) },
    { weight: 1, arbitrary: rowId.map((id) => ({ type: "delete" as const, rowId: id })) },
    { weight: 1, arbitrary: fc.constant({ type: "task" as const }) },
  );

  it("says the same as one made from the rows alone", () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (steps) => {
        const tables = smallPlan();
        let compiled: CompiledPlan | null = null;
        for (const changes of steps) {
          for (const made of changes) {
            if (made.type === "amount")
              tables.setCells("budgetLine", made.rowId, { likelyWon: made.likelyWon });
            else if (made.type === "delete") tables.setDeleted("budgetLine", made.rowId, true);
            else tables.setCells("task", "B", { priorityScore: 90 });
          }
          compiled = compilePlan(tables, 7, compiled);
          const anew = compilePlan(copyOf(tables), 7);
          expect(compiled).toEqual(anew);
          expect({ ...evaluateScenario(compiled, {}) }).toEqual({ ...evaluateScenario(anew, {}) });
        }
      }),
    );
  });

  it("is left alone where nobody gives it away", () => {
    const tables = smallPlan();
    const before = compile(tables);
    evaluateScenario(before, {});
    tables.setCells("budgetLine", "A/2027/CITY/REGULAR", { likelyWon: 999 });
    expect(compile(tables).waterfall.amountWon[0]).toBe(999);
    expect(before.waterfall.amountWon[0]).toBe(100);
    expect(evaluateScenario(before, {}).tasks[0]?.plannedWon).toBe(100);
  });
});

function copyOf(tables: PlanTables): PlanTables {
  const copy = new PlanTables();
  for (const entity of ["plan", "source", "ceiling", "task", "budgetLine"] as const)
    for (const { id, ...cells } of tables.all(entity)) copy.setCells(entity, id, cells);
  return copy;
}
