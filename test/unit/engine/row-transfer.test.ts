import { expect, test } from "vitest";
import { evidenceId } from "../../../core/plan/row-id";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluatePacked, evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { TaskGridView } from "../../../renderer/engine/plan-api";
import { type RemotePlan, receivePlanReads, sendPlanReads } from "../../../renderer/engine/plan-remote";
import { readTaskGrid } from "../../../renderer/engine/read-task-grid";
import { RowReceiver, RowSender } from "../../../renderer/engine/row-transfer";
import { TaskRowMemo } from "../../../renderer/engine/task-row-memo";
import { makePlan } from "../support/make-plan";

interface NamedRow {
  readonly id: string;
  readonly name: string;
}

const between = () => {
  const sender = new RowSender<NamedRow>();
  const receiver = new RowReceiver<NamedRow>();
  return (rows: readonly NamedRow[]) => {
    // What goes from thread to thread arrives as a copy.
    const changes = structuredClone(sender.next(rows));
    return { changes, received: receiver.merge(changes) };
  };
};

const a = { id: "a", name: "first" };
const b = { id: "b", name: "second" };
const c = { id: "c", name: "third" };

test("a list arrives as it is, whatever is added, replaced, moved or taken out", () => {
  const send = between();
  for (const rows of [[a, b], [a, { ...b, name: "other" }], [c, b, a], [c], [], [b, c]])
    expect(send(rows).received).toEqual(rows);
});

test("what the other side holds is not sent again, and stays the same object there", () => {
  const send = between();
  const first = send([a, b]).received;
  const { changes, received } = send([a, { ...b, name: "other" }]);
  expect(changes).toEqual({ ids: null, changed: [{ id: "b", name: "other" }] });
  expect(received[0]).toBe(first[0]);
});

test("of the tasks, only the one that was edited goes to the page", async () => {
  const plan = makePlan("seoul-civil-democracy");
  const memo = new TaskRowMemo();
  const { tables } = plan.document;
  const worker = sendPlanReads(
    Promise.resolve({
      readTaskGrid: async () => readTaskGrid(tables, memo),
      readRows: async () => ({ task: tables.ordered("task") }),
      readPackedOutcome: async (levers) => evaluatePacked(compilePlan(tables, 1), levers),
    }),
  );
  const sent: unknown[] = [];
  const page = receivePlanReads({
    readTaskGridChanges: async () => {
      const changes = structuredClone(await worker.readTaskGridChanges());
      sent.push(changes.rows.changed.map(({ code }) => code));
      return changes;
    },
    readRowChanges: async (entities: Parameters<RemotePlan["readRowChanges"]>[0]) =>
      structuredClone(await worker.readRowChanges(entities)),
    readSentOutcome: async (levers) => structuredClone(await worker.readSentOutcome(levers)),
  });
  const expectSame = (grid: TaskGridView) => expect(grid).toEqual(readTaskGrid(tables));

  expectSame(await page.readTaskGrid());
  const rowId = plan.idOf("task", "T03");
  plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "Renewed" } }] });
  expectSame(await page.readTaskGrid());
  plan.undo();
  expectSame(await page.readTaskGrid());
  expect(sent.slice(1)).toEqual([["T03"], ["T03"]]);
  expect((await page.readRows(["task"])).task).toEqual(tables.ordered("task"));
  expect({ ...(await page.readOutcome({})) }).toEqual({ ...evaluateScenario(compilePlan(tables, 1), {}) });
});

test("of the tasks, only the one goes to the page whose amount is said something else about", () => {
  const plan = makePlan("seoul-civil-democracy");
  const { tables } = plan.document;
  const memo = new TaskRowMemo();
  const before = readTaskGrid(tables, memo).rows;
  const line = tables.all("budgetLine").find(({ taskId }) => taskId === plan.idOf("task", "T05"));
  if (line === undefined) throw new Error("T05 has no amounts");
  plan.execute({
    type: "set-cells",
    edits: [
      {
        entity: "evidence",
        rowId: evidenceId("budgetLine", "likelyWon", line.id),
        cells: { kind: "cited", note: "Council minutes" },
      },
    ],
  });
  const after = readTaskGrid(tables, memo).rows;
  expect(after).toEqual(readTaskGrid(tables).rows);
  expect(after.filter((row, index) => row !== before[index]).map(({ code }) => code)).toEqual(["T05"]);
});
