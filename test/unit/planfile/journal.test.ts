import { expect, test } from "vitest";
import { PlanDocument } from "../../../core/planfile/plan-document";
import type { JournalBatch } from "../../../core/planfile/plan-log";
import { JournalBatch as JournalBatchSchema } from "../../../core/planfile/plan-log";
import { dumpProjection, visibleRows } from "../support/dump-plan";
import { editAs, makePlan, openDatabase, type TestPlan } from "../support/make-plan";
import { readBack, saveBytes } from "../support/read-back";

const NEW_TASK = "cccccccc-0000-7000-8000-000000000001";

/** Edits a plan and returns what the crash journal holds of it, as it comes back from disk. */
function editWithJournal(plan: TestPlan): JournalBatch[] {
  const rowId = plan.idOf("task", "T01");
  const results = [
    plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "a" } }] }),
    plan.execute({ type: "add-rows", rows: [{ entity: "task", rowId: NEW_TASK, cells: { title: "b" } }] }),
    plan.undo(),
    plan.redo(),
    plan.undo(),
  ];
  return results.map((result) => {
    if (!result.ok) throw new Error(result.error.type);
    return JournalBatchSchema.parse(JSON.parse(JSON.stringify(result.value.journalBatch)));
  });
}

/** The plan as it was saved, and the edits that only the journal knows. */
function crashedPlan() {
  const plan = makePlan("seoul-civil-democracy");
  const saved = readBack(plan.document);
  const journal = editWithJournal(plan);
  return { plan, journal, recovered: PlanDocument.fromLog(openDatabase(), saved) };
}

test("replaying the journal on the saved plan gives back everything that was done", () => {
  const { plan, journal, recovered } = crashedPlan();
  expect(journal.map((batch) => recovered.replay(batch))).toEqual(Array(5).fill("applied"));
  expect(visibleRows(recovered.tables)).toEqual(visibleRows(plan.document.tables));
  expect(readBack(recovered)).toEqual(readBack(plan.document));
  expect(dumpProjection(saveBytes(recovered))).toEqual(dumpProjection(saveBytes(plan.document)));
});

test("what was recovered can be undone and redone like any other edit of that person", () => {
  const { plan, journal, recovered } = crashedPlan();
  for (const batch of journal) recovered.replay(batch);
  const again = editAs(recovered, "Kim", "dddddddd", plan.personId);
  expect(again.redo().ok).toBe(true);
  expect(recovered.tables.find("task", NEW_TASK)?.title).toBe("b");
});

test("a batch that the file already holds is passed over", () => {
  const { plan, journal } = crashedPlan();
  const before = plan.document.revision;
  expect(journal.map((batch) => plan.document.replay(batch))).toEqual(Array(5).fill("known"));
  expect(plan.document.revision).toBe(before);
});

test("a batch of another plan, after a gap, or out of its author's sequence is left out", () => {
  const { journal, recovered } = crashedPlan();
  const [first, second] = journal;
  if (first === undefined || second === undefined) throw new Error("no batches");
  expect(recovered.replay({ ...first, planId: NEW_TASK })).toBe("does-not-follow");
  expect(recovered.replay(second)).toBe("does-not-follow");
  expect(recovered.replay({ ...first, change: { ...first.change, seq: 7 } })).toBe("does-not-follow");
  expect(recovered.replay(first)).toBe("applied");
});
