import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../../../core/plan/command";
import { costLineWon, groupCostLines, sumCostLines } from "../../../core/plan/cost-lines";
import { MAX_AMOUNT_WON } from "../../../core/plan/field";
import { initialRow } from "../../../core/plan/plan-tables";
import { budgetLineId } from "../../../core/plan/row-id";
import { makePlan, type TestPlan } from "../support/make-plan";

const lineOf = (plan: TestPlan) => budgetLineId(plan.idOf("task", "D05"), 2028, "DISTRICT", "REGULAR");
const amountOf = (plan: TestPlan, id = lineOf(plan)) => plan.document.tables.find("budgetLine", id);
const costLinesOf = (plan: TestPlan, id = lineOf(plan)) =>
  plan.document.tables.ordered("costLine").filter((line) => line.budgetLineId === id);
const add = (rowId: string, budgetLine: string, cells: Record<string, string | number>): Command => ({
  type: "add-rows",
  rows: [{ entity: "costLine", rowId, cells: { budgetLineId: budgetLine, ...cells } }],
});
const firstLine = (plan: TestPlan) => {
  const [line] = costLinesOf(plan);
  if (line === undefined) throw new Error("no cost line");
  return line;
};

test("a cost line is unit price × quantity × times, in whole won, half up", () => {
  const line = (unitPriceWon: number, quantity: number, times: number) =>
    costLineWon({ unitPriceWon, quantity, times });
  // 100,000 won × 25 people × 6 times.
  expect(line(100_000, 25, 6)).toBe(15_000_000);
  expect(line(1, 2.5, 1)).toBe(3);
  expect(line(0, 1_000_000_000, 1_000_000)).toBe(0);
  expect(line(MAX_AMOUNT_WON, 10, 10)).toBe(MAX_AMOUNT_WON);
});

describe("an amount with cost lines", () => {
  test("follows them in the same change, low and high in proportion, and one undo takes back both", () => {
    const plan = makePlan("district-governance");
    const before = amountOf(plan);
    expect(before).toMatchObject({ lowWon: 63_000_000, likelyWon: 70_000_000, highWon: 84_000_000 });
    const changes = plan.document.revision;
    const { id } = firstLine(plan);
    // 50 people × 100,000 won × 4 → 11 times: 35 million more.
    const changed = plan.execute({
      type: "set-cells",
      edits: [{ entity: "costLine", rowId: id, cells: { times: 11 } }],
    });
    expect(changed).toMatchObject({ ok: true, value: { label: { key: "set-cell", field: "times" } } });
    expect(plan.document.revision).toBe(changes + 1);
    expect(amountOf(plan)).toMatchObject({
      lowWon: 94_500_000,
      likelyWon: 105_000_000,
      highWon: 126_000_000,
      isIllustrative: false,
    });
    expect(plan.undo().ok).toBe(true);
    expect(amountOf(plan)).toEqual(before);
  });

  test("follows when lines are added and deleted, and stays when the last one goes", () => {
    const plan = makePlan("district-governance");
    plan.execute(add("new", lineOf(plan), { title: "Venue", unitPriceWon: 5_000_000 }));
    expect(amountOf(plan)?.likelyWon).toBe(75_000_000);
    const remove = (ids: readonly string[]) =>
      plan.execute({ type: "delete-rows", rows: ids.map((rowId) => ({ entity: "costLine", rowId })) });
    expect(remove(["new"])).toMatchObject({ ok: true, value: { label: { key: "delete-rows", rows: 1 } } });
    expect(amountOf(plan)?.likelyWon).toBe(70_000_000);
    expect(remove(costLinesOf(plan).map(({ id }) => id)).ok).toBe(true);
    expect(amountOf(plan)?.likelyWon).toBe(70_000_000);
  });

  test("is made by the first cost line where there is none yet", () => {
    const plan = makePlan("district-governance");
    const id = budgetLineId(plan.idOf("task", "D05"), 2028, "NATIONAL", "REGULAR");
    expect(plan.execute(add("new", id, { unitPriceWon: 300, quantity: 2, times: 3 })).ok).toBe(true);
    expect(amountOf(plan, id)).toMatchObject({ lowWon: 1800, likelyWon: 1800, highWon: 1800 });
  });

  test("keeps what is typed over it until a cost line changes", () => {
    const plan = makePlan("district-governance");
    const type = (likelyWon: number) =>
      plan.execute({
        type: "set-cells",
        edits: [{ entity: "budgetLine", rowId: lineOf(plan), cells: { likelyWon, highWon: likelyWon } }],
      });
    expect(type(90_000_000).ok).toBe(true);
    expect(amountOf(plan)?.likelyWon).toBe(90_000_000);
    const edits = [{ entity: "costLine" as const, rowId: firstLine(plan).id, cells: { times: 5 } }];
    expect(plan.execute({ type: "set-cells", edits }).ok).toBe(true);
    expect(amountOf(plan)?.likelyWon).toBe(75_000_000);
  });

  test("refuses cost lines that come to more than an amount can hold, and nothing is changed", () => {
    const plan = makePlan("district-governance");
    const { revision } = plan.document;
    const refused = plan.execute(add("new", lineOf(plan), { unitPriceWon: MAX_AMOUNT_WON }));
    expect(refused).toMatchObject({ ok: false, error: { type: "out-of-range", field: "likelyWon" } });
    expect(plan.document.revision).toBe(revision);
  });

  test("takes its cost lines along when its task is deleted; they belong to it for good", () => {
    const plan = makePlan("district-governance");
    const line = firstLine(plan);
    const moved = { entity: "costLine" as const, rowId: line.id, cells: { budgetLineId: "elsewhere" } };
    expect(plan.execute({ type: "set-cells", edits: [moved] })).toMatchObject({
      ok: false,
      error: { type: "key-field" },
    });
    const all = plan.document.tables.all("costLine").length;
    plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId: plan.idOf("task", "D05") }] });
    expect(plan.document.tables.all("costLine")).toHaveLength(all - 25);
    plan.undo();
    expect(plan.document.tables.all("costLine")).toHaveLength(all);
  });
});

test("whatever happens to cost lines, an amount that they were about last is their sum", () => {
  const Line = fc.record({
    unitPriceWon: fc.nat(10_000_000),
    quantity: fc.double({ min: 0, max: 1000, noNaN: true }),
    times: fc.double({ min: 0, max: 50, noNaN: true }),
  });
  const Step = fc.record({ pick: fc.nat(9), cells: Line, kind: fc.constantFrom("set", "add", "delete") });
  fc.assert(
    fc.property(fc.array(Step, { minLength: 1, maxLength: 10 }), (steps) => {
      const plan = makePlan("district-governance");
      const before = plan.document.tables.all("budgetLine");
      for (const [index, { pick, cells, kind }] of steps.entries()) {
        const lines = costLinesOf(plan);
        const line = lines[pick % Math.max(1, lines.length)];
        const named = { entity: "costLine" as const, rowId: line?.id ?? "" };
        if (kind === "add" || line === undefined) plan.execute(add(`new-${index}`, lineOf(plan), cells));
        else if (kind === "delete") plan.execute({ type: "delete-rows", rows: [named] });
        else plan.execute({ type: "set-cells", edits: [{ ...named, cells }] });
        const left = groupCostLines(plan.document.tables.all("costLine")).get(lineOf(plan));
        if (left !== undefined) expect(amountOf(plan)?.likelyWon).toBe(sumCostLines(left));
      }
      while (plan.document.revision > 1 && plan.undo().ok);
      expect(plan.document.tables.all("budgetLine")).toEqual(before);
    }),
    { numRuns: 15 },
  );
});

test("a cost line says nothing before it is filled in", () => {
  expect(costLineWon(initialRow("costLine", "l"))).toBe(0);
});
