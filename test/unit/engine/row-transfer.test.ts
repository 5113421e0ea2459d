import { expect, test } from "vitest";
import type { TaskGridView } from "../../../renderer/engine/plan-api";
import { type RemotePlan, receivePlanReads, sendPlanReads } from "../../../renderer/engine/plan-remote";
import { readTaskGrid, TaskRowMemo } from "../../../renderer/engine/read-task-grid";
import { RowReceiver, RowSender } from "../../../renderer/engine/row-transfer";
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
});
