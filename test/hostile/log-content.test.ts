import { expect, test } from "vitest";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { PlanDocument } from "../../core/planfile/plan-document";
import { tamper } from "../unit/support/dump-plan";
import { editAs, makePlan, openDatabase } from "../unit/support/make-plan";
import { readBack, saveBytes } from "../unit/support/read-back";
import { damaged, healthy, open } from "./hostile-kit";

test("the healthy plan that the others are made of opens", () => {
  expect(open(healthy())).toBe("opened");
});

test.each([
  ["an op whose value is no JSON", "UPDATE op SET value='{oops' WHERE change_n=1 AND i=0", "not JSON"],
  [
    "an op whose cells are no object",
    "UPDATE op SET field=NULL, value='[1,2]' WHERE change_n=1 AND i=0",
    "change",
  ],
  ["an op without a row", "UPDATE op SET row_id='' WHERE change_n=1 AND i=0", "change"],
  ["a missing op", "DELETE FROM op WHERE change_n=1 AND i=3", "op 3 of change 1 is missing"],
  ["ops of no change", "INSERT INTO op VALUES(99,0,'task','x',NULL,'{}')", "ops of a missing change 99"],
  ["a missing change", "UPDATE change SET n=5", "change 1 is missing"],
  ["a gap in an author's sequence", "UPDATE change SET seq=2", "out of sequence"],
  ["a predecessor that is not there", "INSERT INTO op_pred VALUES(1,0,1,9999)", "missing predecessor"],
  ["a predecessor that comes later", "INSERT INTO op_pred VALUES(1,0,1,1)", "missing predecessor"],
  ["a predecessor of another row", "INSERT INTO op_pred VALUES(1,1,1,0)", "another row"],
  ["an author who is not there", "UPDATE change SET actor_n=7", "change"],
  ["an author without a person", "UPDATE actor SET person_n=7", "actor"],
  ["an id of the wrong length", "UPDATE change SET id=x'00'", "change.id is not an id"],
  ["an id that is text", "UPDATE meta SET plan_id='plan'", "meta.plan_id is not an id"],
  ["a time that is none", "UPDATE change SET hlc='tomorrow'", "change"],
  ["a number where a text belongs", "UPDATE person SET display_name=x'00ff'", "person"],
  ["a text where a number belongs", "UPDATE meta SET created_at='yesterday'", "meta"],
  ["no plan", "DELETE FROM meta", "meta must hold one row"],
  ["two plans", "INSERT INTO meta SELECT * FROM meta", "meta must hold one row"],
  ["a missing table", "DROP TABLE op_pred", "table op_pred is missing"],
  ["a missing column", "ALTER TABLE op RENAME COLUMN field TO feld", "column op.field is missing"],
])("%s ends in one refusal that names it", (_, sql, detail) => {
  expect(open(tamper(healthy(), sql))).toEqual(damaged(detail));
});

test("the same change twice is refused, even where the file's own tables allow it", () => {
  const doubled = tamper(
    healthy(),
    "ALTER TABLE change RENAME TO old",
    "CREATE TABLE change(n INTEGER PRIMARY KEY, id BLOB, actor_n INTEGER, seq INTEGER, hlc TEXT, label TEXT, undoes BLOB)",
    "INSERT INTO change SELECT * FROM old UNION ALL SELECT 2, id, actor_n, 2, hlc, label, undoes FROM old",
  );
  expect(open(doubled)).toEqual(damaged("change 2 is there twice"));
});

test("a page of rubbish in the middle of the file is found before anything is read", () => {
  const bytes = healthy();
  bytes.fill(0xa5, 8192, 12_288);
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test.each([
  [
    "cells of the wrong kind",
    "UPDATE op SET value=json_object('title', 5, 'startYear', 'soon') WHERE entity='task'",
  ],
  ["fields named like parts of the language", `INSERT INTO op VALUES(1,999999,'x','y',NULL,'{}')`],
  ["a label of another program", "UPDATE change SET label='not even JSON'"],
  ["tables of another program", "CREATE TABLE notes(body TEXT)"],
  ["a projection that says something else", "UPDATE task SET title='Paid out to me', _deleted=1"],
])("%s: the plan opens by its log alone", (name, sql) => {
  const bytes = name.startsWith("fields")
    ? tamper(
        healthy(),
        `INSERT INTO op SELECT 1, 1+max(i), 'task', 'proto', NULL, '{"constructor":1,"toString":2,"__proto__":{"title":"x"},"hasOwnProperty":3}' FROM op`,
        `INSERT INTO op SELECT 1, 1+max(i), 'task', 'proto', 'constructor', '{"prototype":1}' FROM op`,
        `INSERT INTO op_pred SELECT 1, max(i), 1, max(i)-1 FROM op`,
      )
    : tamper(healthy(), sql);
  expect(open(bytes)).toBe("opened");
});

test("cells of the wrong kind are shown as empty and listed, and stay in the log as they came", () => {
  const bytes = tamper(
    healthy(),
    "UPDATE op SET value=json_set(value, '$.priorityScore', 'high') WHERE entity='task'",
  );
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) throw new Error(opened.error.type);
  const document = PlanDocument.fromLog(openDatabase(), opened.value.log);
  expect(document.tables.all("task").map((task) => task.priorityScore)).toEqual(Array(11).fill(50));
  expect(document.tables.misfitCells).toHaveLength(11);
  expect(document.tables.misfitCells[0]).toMatchObject({ entity: "task", field: "priorityScore" });
  expect(readBack(document)).toEqual(opened.value.log);
});

test("what looks like HTML is text and stays so", () => {
  const title = `<img src=x onerror="alert(1)">`;
  const bytes = tamper(
    healthy(),
    `UPDATE op SET value=json_set(value, '$.title', '${title}') WHERE entity='plan'`,
  );
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) throw new Error(opened.error.type);
  expect(PlanDocument.fromLog(openDatabase(), opened.value.log).tables.find("plan", "plan")?.title).toBe(
    title,
  );
});

test("a change that claims to undo itself, or what comes later, can still be undone without an endless search", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  for (const title of ["a", "b", "c"])
    plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title } }] });
  const bytes = tamper(
    saveBytes(plan.document),
    "UPDATE change SET undoes=(SELECT id FROM change WHERE n=4) WHERE n=3",
    "UPDATE change SET undoes=id WHERE n=4",
  );
  expect(open(bytes)).toBe("opened");
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) throw new Error(opened.error.type);
  const again = editAs(
    PlanDocument.fromLog(openDatabase(), opened.value.log),
    "Kim",
    "dddddddd",
    plan.personId,
  );
  for (let step = 0; step < 3; step += 1) again.undo();
  expect(again.document.revision).toBeGreaterThan(4);
});
