import { describe, expect, test } from "vitest";
import { copyCostLinesToYears } from "../../../core/plan/copy-cost-lines";
import { MAX_AMOUNT_WON } from "../../../core/plan/field";
import { budgetLineId, evidenceId } from "../../../core/plan/row-id";
import { makeIdMint, makePlan, type TestPlan } from "../support/make-plan";

const amountId = (plan: TestPlan, year: number, source = "DISTRICT") =>
  budgetLineId(plan.idOf("task", "D05"), year, source, "REGULAR");
const amountOf = (plan: TestPlan, year: number, source?: string) =>
  plan.document.tables.find("budgetLine", amountId(plan, year, source));
const linesOf = (plan: TestPlan, year: number, source?: string) =>
  plan.document.tables
    .ordered("costLine")
    .filter((line) => line.budgetLineId === amountId(plan, year, source))
    .map(({ title, unitPriceWon, quantity, unitName, times }) => [
      title,
      unitPriceWon,
      quantity,
      unitName,
      times,
    ]);

function copy(plan: TestPlan, from: string, years: readonly number[]) {
  const { tables } = plan.document;
  const rows = {
    costLine: tables.ordered("costLine"),
    budgetLine: tables.all("budgetLine"),
    evidence: tables.all("evidence"),
  };
  const command = copyCostLinesToYears(rows, from, years, makeIdMint("cccccccc"));
  return command && plan.execute(command);
}

/** D05 with another number of meetings in 2027 than in the years after, whose amounts are 70 million too. */
function openPlan(): TestPlan {
  const plan = makePlan("district-governance");
  const first = plan.document.tables
    .ordered("costLine")
    .find(({ budgetLineId }) => budgetLineId === amountId(plan, 2027));
  if (first === undefined) throw new Error("no cost line in 2027");
  plan.execute({
    type: "set-cells",
    edits: [
      { entity: "costLine", rowId: first.id, cells: { times: 6 } },
      {
        entity: "evidence",
        rowId: evidenceId("costLine", "unitPriceWon", first.id),
        cells: { kind: "cited", note: "Allowance rules, article 7" },
      },
    ],
  });
  return plan;
}

describe("cost lines copied to other years", () => {
  test("take the place of those that stand there, and the amounts become their sum, low and high in proportion", () => {
    const plan = openPlan();
    expect(amountOf(plan, 2027)?.likelyWon).toBe(80_000_000);
    const untouched = linesOf(plan, 2030);
    expect(copy(plan, amountId(plan, 2027), [2028, 2029])).toMatchObject({
      ok: true,
      value: { label: { key: "replace-rows", entity: "costLine", rows: 10, deleted: 10 } },
    });
    for (const year of [2028, 2029]) {
      expect(linesOf(plan, year)).toEqual(linesOf(plan, 2027));
      // 63 : 70 : 84 million before.
      expect(amountOf(plan, year)).toMatchObject({
        lowWon: 72_000_000,
        likelyWon: 80_000_000,
        highWon: 96_000_000,
      });
    }
    expect(linesOf(plan, 2030)).toEqual(untouched);
    expect(amountOf(plan, 2030)?.likelyWon).toBe(70_000_000);
  });

  test("are one step: one undo brings back what stood there", () => {
    const plan = openPlan();
    const before = [2027, 2028, 2029].map((year) => [linesOf(plan, year), amountOf(plan, year)]);
    const { revision } = plan.document;
    copy(plan, amountId(plan, 2027), [2028, 2029]);
    expect(plan.document.revision).toBe(revision + 1);
    expect(plan.undo().ok).toBe(true);
    expect([2027, 2028, 2029].map((year) => [linesOf(plan, year), amountOf(plan, year)])).toEqual(before);
    expect(plan.redo().ok).toBe(true);
    expect(linesOf(plan, 2028)).toEqual(linesOf(plan, 2027));
  });

  test("bring their sources along, and make an amount that is not there yet", () => {
    const plan = openPlan();
    const national = amountId(plan, 2027, "NATIONAL");
    plan.execute({
      type: "add-rows",
      rows: [{ entity: "costLine", rowId: "new", cells: { budgetLineId: national, unitPriceWon: 700 } }],
    });
    plan.execute({
      type: "set-cells",
      edits: [
        {
          entity: "evidence",
          rowId: evidenceId("costLine", "unitPriceWon", "new"),
          cells: { kind: "cited", note: "Allowance rules, article 7" },
        },
      ],
    });
    expect(copy(plan, national, [2028])).toMatchObject({
      ok: true,
      value: { label: { key: "add-rows", entity: "costLine", rows: 1 } },
    });
    expect(amountOf(plan, 2028, "NATIONAL")).toMatchObject({ lowWon: 700, likelyWon: 700, highWon: 700 });
    const copied = plan.document.tables
      .all("costLine")
      .find(({ budgetLineId }) => budgetLineId === amountId(plan, 2028, "NATIONAL"));
    expect(
      plan.document.tables.find("evidence", evidenceId("costLine", "unitPriceWon", copied?.id ?? "")),
    ).toMatchObject({ kind: "cited", note: "Allowance rules, article 7" });
  });

  test("of an illustrative amount make illustrative amounts, of a person's own figures none", () => {
    const plan = makePlan("district-governance");
    expect(amountOf(plan, 2027)?.isIllustrative).toBe(true);
    plan.execute({
      type: "set-cells",
      edits: [{ entity: "budgetLine", rowId: amountId(plan, 2028), cells: { likelyWon: 71_000_000 } }],
    });
    expect(amountOf(plan, 2028)?.isIllustrative).toBe(false);
    copy(plan, amountId(plan, 2027), [2028]);
    expect(amountOf(plan, 2028)).toMatchObject({ likelyWon: 70_000_000, isIllustrative: true });
    const own = openPlan();
    copy(own, amountId(own, 2027), [2028]);
    expect(amountOf(own, 2028)?.isIllustrative).toBe(false);
  });

  test("come to nothing without lines, without years, or onto themselves", () => {
    const plan = openPlan();
    expect(copy(plan, amountId(plan, 2027), [])).toBeUndefined();
    expect(copy(plan, amountId(plan, 2027), [2027])).toBeUndefined();
    expect(copy(plan, amountId(plan, 2027, "NATIONAL"), [2028])).toBeUndefined();
  });
});

describe("rows in the place of others", () => {
  test("are refused as a whole when one cannot stand, or when a cell belongs to a row that goes", () => {
    const plan = makePlan("district-governance");
    const { revision, tables } = plan.document;
    const [line] = tables.ordered("costLine");
    const going = { entity: "costLine" as const, rowId: line?.id ?? "" };
    const deleted = [going];
    const added = (unitPriceWon: number) => ({
      entity: "costLine" as const,
      rowId: "new",
      cells: { budgetLineId: line?.budgetLineId ?? "", unitPriceWon },
    });
    expect(
      plan.execute({ type: "replace-rows", deleted, rows: [added(MAX_AMOUNT_WON), added(-1)] }),
    ).toMatchObject({ ok: false });
    expect(
      plan.execute({ type: "replace-rows", deleted, rows: [{ ...going, cells: { times: 2 } }] }),
    ).toMatchObject({ ok: false, error: { type: "unknown-row" } });
    expect(
      plan.execute({
        type: "replace-rows",
        deleted: [{ entity: "costLine", rowId: "gone" }],
        rows: [added(1)],
      }),
    ).toMatchObject({ ok: false, error: { type: "unknown-row" } });
    expect(plan.document.revision).toBe(revision);
  });
});
