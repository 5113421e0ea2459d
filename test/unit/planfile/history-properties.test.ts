import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { commandGestures, gestures, mintGeneratedIds, perform } from "../support/arbitrary-commands";
import { dumpProjection, visibleRows } from "../support/dump-plan";
import { editAs, makePlan, openDatabase, type TestPlan } from "../support/make-plan";
import { readBack, saveBytes } from "../support/read-back";

vi.setConfig({ testTimeout: 600_000 });

const isFull = process.env.CIVPLAN_FULL === "1";
const runs = (few: number) => ({ numRuns: isFull ? few * 20 : few });

const template = readBack(makePlan("district-governance").document);
const startPlan = (): TestPlan => editAs(PlanDocument.fromLog(openDatabase(), template), "Kim", "dddddddd");
const rowsOf = (plan: TestPlan) => visibleRows(plan.document.tables);

/** As `toEqual`, but quick where there is no difference to show. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

test("undoing a command restores every row; redoing it is doing it", () => {
  fc.assert(
    fc.property(commandGestures(), (history) => {
      const plan = startPlan();
      const mintId = mintGeneratedIds();
      for (const gesture of history) {
        const before = rowsOf(plan);
        if (!perform(plan, gesture, mintId)) continue;
        const after = rowsOf(plan);
        expect(plan.undo().ok).toBe(true);
        expectSame(rowsOf(plan), before);
        expect(plan.redo().ok).toBe(true);
        expectSame(rowsOf(plan), after);
      }
    }),
    runs(30),
  );
});

test("undoing everything leads back to the template, redoing everything to the end of the history", () => {
  fc.assert(
    fc.property(gestures(), (history) => {
      const plan = startPlan();
      const mintId = mintGeneratedIds();
      const start = rowsOf(plan);
      for (const gesture of history) perform(plan, gesture, mintId);
      const end = rowsOf(plan);
      let steps = 0;
      while (plan.undo().ok) steps += 1;
      expectSame(rowsOf(plan), start);
      for (let step = 0; step < steps; step += 1) expect(plan.redo().ok).toBe(true);
      expectSame(rowsOf(plan), end);
    }),
    runs(30),
  );
});

test("after any history the projection is the fold of the log, and saving and opening keeps everything", () => {
  fc.assert(
    fc.property(gestures(), (history) => {
      const plan = startPlan();
      const mintId = mintGeneratedIds();
      for (const gesture of history) perform(plan, gesture, mintId);
      const bytes = saveBytes(plan.document);
      const log = readBack(plan.document);
      const reopened = PlanDocument.fromLog(openDatabase(), log);
      expectSame(log.changes, plan.document.changes);
      expectSame(visibleRows(reopened.tables), rowsOf(plan));
      expectSame(dumpProjection(saveBytes(reopened)), dumpProjection(bytes));
      expectSame(readBack(reopened), log);
      editAs(reopened, "Kim", "eeeeeeee", plan.personId);
      expect([reopened.undoLabel, reopened.redoLabel]).toEqual([
        plan.document.undoLabel,
        plan.document.redoLabel,
      ]);
    }),
    runs(30),
  );
});

test("generated histories do change the plan: the properties above are not empty", () => {
  const histories = fc.sample(gestures(), { numRuns: 20, seed: 7 });
  const done = histories.map((history) => {
    const plan = startPlan();
    const mintId = mintGeneratedIds();
    return history.filter((gesture) => perform(plan, gesture, mintId)).length / history.length;
  });
  expect(done.reduce((sum, part) => sum + part, 0) / done.length).toBeGreaterThan(0.4);
});
