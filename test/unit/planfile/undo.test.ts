import { expect, test } from "vitest";
import type { Command } from "../../../core/plan/command";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { editAs, makePlan, openDatabase, type TestPlan } from "../support/make-plan";
import { readBack } from "../support/read-back";

const rename = (plan: TestPlan, rowId: string, title: string) =>
  plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title } }] });

const titleOf = (plan: TestPlan, rowId: string) => plan.document.tables.find("task", rowId)?.title;

const newTask = (rowId: string): Command => ({
  type: "add-rows",
  rows: [{ entity: "task", rowId, cells: { title: "Citizens' assembly" } }],
});

const NEW_TASK = "cccccccc-0000-7000-8000-000000000001";

test("undo takes back one change after another on the same cell, redo brings them back in order", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  const original = titleOf(plan, rowId);
  for (const title of ["a", "b", "c"]) rename(plan, rowId, title);
  const seen: unknown[] = [];
  for (let step = 0; step < 3; step += 1) {
    expect(plan.undo().ok).toBe(true);
    seen.push(titleOf(plan, rowId));
  }
  for (let step = 0; step < 3; step += 1) {
    expect(plan.redo().ok).toBe(true);
    seen.push(titleOf(plan, rowId));
  }
  expect(seen).toEqual(["b", "a", original, "a", "b", "c"]);
  expect(plan.redo()).toEqual({ ok: false, error: { type: "nothing-to-redo" } });
});

test("undo restores the value just before, also when an older change of the row set another cell of the step", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  rename(plan, rowId, "second title");
  const cells = { title: "third title", priorityScore: 1 };
  plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells }] });
  plan.undo();
  expect(titleOf(plan, rowId)).toBe("second title");
  expect(plan.document.tables.find("task", rowId)?.priorityScore).toBe(92);
});

test("a plan that was only started has nothing to undo", () => {
  const plan = makePlan("seoul-civil-democracy");
  expect(plan.document.undoLabel).toBeNull();
  expect(plan.undo()).toEqual({ ok: false, error: { type: "nothing-to-undo" } });
});

test("undoing the creation of a row deletes it, redoing brings it back with its cells", () => {
  const plan = makePlan("empty");
  plan.execute(newTask(NEW_TASK));
  rename(plan, NEW_TASK, "Renamed");
  plan.undo();
  plan.undo();
  expect(titleOf(plan, NEW_TASK)).toBeUndefined();
  plan.redo();
  expect(titleOf(plan, NEW_TASK)).toBe("Citizens' assembly");
  plan.redo();
  expect(titleOf(plan, NEW_TASK)).toBe("Renamed");
});

test("undoing a deletion brings the row back; undoing a revival deletes it again", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId }] });
  plan.undo();
  expect(titleOf(plan, rowId)).toContain("ordinances");
  plan.redo();
  rename(plan, rowId, "Revived");
  expect(titleOf(plan, rowId)).toBe("Revived");
  plan.undo();
  expect(plan.document.tables.isDeleted("task", rowId)).toBe(true);
});

test("a new edit after an undo ends what could be redone", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  rename(plan, rowId, "a");
  plan.undo();
  rename(plan, rowId, "b");
  expect(plan.document.redoLabel).toBeNull();
  plan.undo();
  expect(plan.document.undoLabel).toBeNull();
});

test("the labels say what would be undone and redone", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("committee", "COUNCIL");
  plan.execute({ type: "set-cells", edits: [{ entity: "committee", rowId, cells: { seats: 50 } }] });
  const label = { key: "set-cell", entity: "committee", rowId, name: "Cooperative governance council" };
  expect(plan.document.undoLabel).toEqual({ ...label, field: "seats", from: 30, to: 50 });
  plan.undo();
  expect(plan.document.undoLabel).toBeNull();
  expect(plan.document.redoLabel).toEqual({ ...label, field: "seats", from: 30, to: 50 });
});

test("undo and redo survive saving and opening again, in a new editing session", () => {
  const first = makePlan("seoul-civil-democracy");
  const rowId = first.idOf("task", "T01");
  const original = titleOf(first, rowId);
  rename(first, rowId, "a");
  rename(first, rowId, "b");
  first.undo();
  const log = readBack(first.document);
  const again = editAs(PlanDocument.fromLog(openDatabase(), log), "Kim", "dddddddd", first.personId);
  again.redo();
  expect(titleOf(again, rowId)).toBe("b");
  again.undo();
  again.undo();
  expect(titleOf(again, rowId)).toBe(original);
});

test("another person undoes only what they did themselves", () => {
  const kim = makePlan("seoul-civil-democracy");
  const [first, second] = [kim.idOf("task", "T01"), kim.idOf("task", "T02")];
  rename(kim, first, "by Kim");
  const lee = editAs(PlanDocument.fromLog(openDatabase(), readBack(kim.document)), "Lee", "dddddddd");
  expect(lee.undo()).toEqual({ ok: false, error: { type: "nothing-to-undo" } });
  rename(lee, second, "by Lee");
  lee.undo();
  expect(titleOf(lee, first)).toBe("by Kim");
  expect(lee.document.undoLabel).toBeNull();
});

/** Kim edits, Lee edits the same plan, Kim comes back to it. */
function kimAfterLee(kimEdits: (kim: TestPlan) => void, leeEdits: (lee: TestPlan) => void): TestPlan {
  const kim = makePlan("seoul-civil-democracy");
  kimEdits(kim);
  const lee = editAs(PlanDocument.fromLog(openDatabase(), readBack(kim.document)), "Lee", "dddddddd");
  leeEdits(lee);
  return editAs(
    PlanDocument.fromLog(openDatabase(), readBack(lee.document)),
    "Kim",
    "eeeeeeee",
    kim.personId,
  );
}

test("undo never takes away what somebody else wrote into the same cell since", () => {
  const kim = kimAfterLee(
    (plan) => rename(plan, plan.idOf("task", "T01"), "by Kim"),
    (plan) => rename(plan, plan.idOf("task", "T01"), "by Lee"),
  );
  const rowId = kim.idOf("task", "T01");
  const cells = [{ entity: "task", rowId, field: "title" }];
  expect(kim.undo()).toEqual({ ok: false, error: { type: "undo-superseded", cells } });
  expect(titleOf(kim, rowId)).toBe("by Lee");
});

test("undoing a creation is refused when somebody else has filled in any cell of the row", () => {
  const kim = kimAfterLee(
    (plan) => plan.execute(newTask(NEW_TASK)),
    (plan) =>
      plan.execute({
        type: "set-cells",
        edits: [{ entity: "task", rowId: NEW_TASK, cells: { description: "by Lee" } }],
      }),
  );
  const cells = [{ entity: "task", rowId: NEW_TASK, field: "description" }];
  expect(kim.undo()).toEqual({ ok: false, error: { type: "undo-superseded", cells } });
  expect(titleOf(kim, NEW_TASK)).toBeDefined();
});

test("what somebody else wrote and took back again does not stand in the way", () => {
  const kim = kimAfterLee(
    (plan) => rename(plan, plan.idOf("task", "T01"), "by Kim"),
    (plan) => {
      rename(plan, plan.idOf("task", "T01"), "by Lee");
      plan.undo();
    },
  );
  expect(kim.undo().ok).toBe(true);
  expect(titleOf(kim, kim.idOf("task", "T01"))).toContain("ordinances");
});
