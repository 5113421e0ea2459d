import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { editAs, makePlan, openDatabase, PLAN_ID } from "../support/make-plan";
import { saveBytes } from "../support/read-back";

/**
 * A file as the first release writes it. It is never written again: every later
 * version must open it. (It was made by `CIVPLAN_WRITE_FORMAT_1=1`.)
 */
const path = join(import.meta.dirname, "../../fixtures/formats/format-1.civplan");

if (process.env.CIVPLAN_WRITE_FORMAT_1 === "1") {
  const kim = makePlan("empty");
  const [task, other] = ["cccccccc-0000-7000-8000-000000000001", "cccccccc-0000-7000-8000-000000000002"];
  kim.execute({
    type: "add-rows",
    rows: [
      { entity: "task", rowId: task, cells: { code: "T01", title: "협치 조례 정비", priorityScore: 92.5 } },
      { entity: "task", rowId: other, cells: { code: "T02", title: "<b>Roundtable</b>", startYear: 2028 } },
      { entity: "ceiling", rowId: "CITY/2027", cells: { ceilingWon: 9_007_199_254_740_991 } },
      {
        entity: "budgetLine",
        rowId: `${task}/2027/CITY/REGULAR`,
        cells: { lowWon: 90, likelyWon: 100, highWon: 120 },
      },
      { entity: "taskDependency", rowId: `${other}/${task}`, cells: {} },
    ],
  });
  const lee = editAs(kim.document, "이", "dddddddd");
  lee.execute({ type: "delete-rows", rows: [{ entity: "task", rowId: other }] });
  lee.undo();
  lee.execute({ type: "set-cells", edits: [{ entity: "task", rowId: task, cells: { isRunning: true } }] });
  writeFileSync(path, saveBytes(kim.document));
}

test("a file of format 1 opens with everything that was put into it", () => {
  const opened = readUntrustedPlan(new Uint8Array(readFileSync(path)), openDatabase);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(opened.value.isNewerFormat).toBe(false);
  const { log } = opened.value;
  expect(log).toMatchObject({ planId: PLAN_ID, format: 1, appVersion: "test", merges: [] });
  expect(log.people.map(({ displayName }) => displayName)).toEqual(["Kim", "이"]);
  expect(log.changes.map(({ seq, undoes, ops }) => [seq, undoes !== null, ops.length])).toEqual([
    [1, false, 9],
    [2, false, 5],
    [1, false, 2],
    [2, true, 2],
    [3, false, 1],
  ]);
  const { tables } = PlanDocument.fromLog(openDatabase(), log);
  const [first, second] = tables.all("task");
  expect(first).toMatchObject({ code: "T01", title: "협치 조례 정비", priorityScore: 92.5, isRunning: true });
  expect(second).toMatchObject({ code: "T02", title: "<b>Roundtable</b>", startYear: 2028 });
  expect(tables.find("ceiling", "CITY/2027")?.ceilingWon).toBe(9_007_199_254_740_991);
  expect(tables.all("budgetLine")).toMatchObject([
    { year: 2027, sourceId: "CITY", lowWon: 90, likelyWon: 100, highWon: 120 },
  ]);
  expect(tables.all("taskDependency")).toMatchObject([{ taskId: second?.id, predecessorId: first?.id }]);
});

test("its log can be read with any SQLite tool by the statements that documentation gives", () => {
  const db = openDatabase(new Uint8Array(readFileSync(path)));
  const history = db.exec(
    "SELECT person.display_name, change.seq, op.entity, op.field, op.value FROM change JOIN actor ON actor.n = actor_n JOIN person ON person.n = person_n JOIN op ON op.change_n = change.n WHERE change.n = 5",
  )[0]?.values;
  expect(history).toEqual([["이", 3, "task", "isRunning", "true"]]);
  expect(db.exec("PRAGMA integrity_check")[0]?.values).toEqual([["ok"]]);
  db.close();
});
