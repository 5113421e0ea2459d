import { describe, expect, it } from "vitest";
import { type BudgetRows, summariseBudget } from "../../../core/budget/summarise-budget";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluatePacked } from "../../../core/scenario/evaluate-scenario";
import { OutcomeReceiver, OutcomeSender } from "../../../renderer/engine/outcome-transfer";
import { BudgetRowMemo, listBudgetRows } from "../../../renderer/features/budget/budget-rows";
import { makePlan, type TestPlan } from "../support/make-plan";

const YEARS = [2027, 2028, 2029, 2030];
const nameLine = ({ sourceId, channelId }: { readonly sourceId: string; readonly channelId: string }) =>
  `${sourceId} ${channelId}`;

function readRows({ document: { tables } }: TestPlan): BudgetRows {
  return {
    area: tables.ordered("area"),
    task: tables.ordered("task"),
    source: tables.ordered("source"),
    channel: tables.ordered("channel"),
    budgetLine: tables.all("budgetLine"),
  };
}

/** The rows as the screen lists them after an edit: from the summary before, with new outcomes. */
function makeScreen(plan: TestPlan) {
  const memo = new BudgetRowMemo();
  const [sender, receiver] = [new OutcomeSender(), new OutcomeReceiver()];
  let before: Parameters<typeof summariseBudget>[3] = null;
  return (closed: ReadonlySet<string> = new Set(), filterText = "") => {
    const rows = readRows(plan);
    const summary = summariseBudget(rows, YEARS, "likely", before);
    before = { rows, years: YEARS, estimate: "likely", summary };
    const packed = evaluatePacked(compilePlan(plan.document.tables, 1), {});
    const outcome = receiver.take(structuredClone(sender.next(packed)));
    const choice = {
      summary,
      closed,
      filterText,
      withoutAreaTitle: "none",
      nameLine,
      base: outcome,
      scenario: outcome,
    };
    return { listed: listBudgetRows(choice, memo), anew: listBudgetRows(choice) };
  };
}

describe("rows of the budget", () => {
  it("are the same objects while they say the same, although every edit brings new outcomes", () => {
    const list = makeScreen(makePlan("seoul-civil-democracy"));
    const [first, second] = [list().listed, list().listed];
    expect(second.length).toBeGreaterThan(25);
    expect(second.every((row, index) => row === first[index])).toBe(true);
  });

  it("are others for an amount that changed, and for every sum that it is in", () => {
    const plan = makePlan("seoul-civil-democracy");
    const list = makeScreen(plan);
    const before = list().listed;
    const line = plan.document.tables
      .all("budgetLine")
      .find(({ taskId }) => taskId === plan.idOf("task", "T03"));
    if (line === undefined) throw new Error("T03 has no amounts");
    const cells = { likelyWon: line.likelyWon + 1_000, highWon: line.highWon + 1_000 };
    plan.execute({ type: "set-cells", edits: [{ entity: "budgetLine", rowId: line.id, cells }] });
    const { listed, anew } = list();
    expect(listed).toEqual(anew);
    const changed = listed.filter((row, index) => row !== before[index]);
    expect(changed[0]?.kind).toBe("area");
    const ofTask = changed.slice(1);
    expect(ofTask.length).toBeGreaterThan(1);
    expect(ofTask.every((row) => "task" in row && row.task.code === "T03")).toBe(true);
  });

  it("open, close and are filtered as if they had never been listed before", () => {
    const list = makeScreen(makePlan("district-governance"));
    for (const [closed, filterText] of [
      [[], ""],
      [["area:", "task:x"], ""],
      [[], "a"],
      [[], ""],
    ] as const) {
      const { listed, anew } = list(new Set(closed), filterText);
      expect(listed).toEqual(anew);
    }
    const everyTask = list().listed.flatMap((row) => (row.kind === "task" ? [row.id] : []));
    const { listed, anew } = list(new Set(everyTask));
    expect(listed).toEqual(anew);
    expect(listed.some(({ kind }) => kind === "line")).toBe(false);
  });
});
