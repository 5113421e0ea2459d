import { expect, test } from "vitest";
import type { Command } from "../../../core/plan/command";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { PlanDocument } from "../../../core/planfile/plan-document";
import type { LogOp, PlanLog } from "../../../core/planfile/plan-log";
import { dumpProjection, tamper, visibleRows } from "../support/dump-plan";
import { editAs, makePlan, openDatabase, PLAN_ID, type TestPlan } from "../support/make-plan";
import { readBack, readLog, saveBytes } from "../support/read-back";

const reopen = (document: PlanDocument) => PlanDocument.fromLog(openDatabase(), readBack(document));

/** A plan with a bit of every kind of history. */
function livedInPlan(): TestPlan {
  const plan = makePlan("seoul-civil-democracy", "ko");
  const [first, second] = [plan.idOf("task", "T01"), plan.idOf("task", "T02")];
  plan.execute({
    type: "set-cells",
    edits: [
      { entity: "task", rowId: first, cells: { title: "<b>숙의</b> & “협치” 🏛️", priorityScore: 12.5 } },
      { entity: "ceiling", rowId: "CITY/2028", cells: { ceilingWon: 9_007_199_254_740_991 } },
    ],
  });
  plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId: second }] });
  plan.undo();
  plan.redo();
  return plan;
}

test("saving and opening keeps the log: identity, people, actors, every change and its ops", () => {
  const plan = livedInPlan();
  const log = readBack(plan.document);
  expect(log).toMatchObject({ planId: PLAN_ID, format: 1, appVersion: "test", merges: [] });
  expect(log.people).toEqual([{ id: plan.personId, displayName: "Kim" }]);
  expect(log.changes).toEqual(plan.document.changes);
  expect(readBack(PlanDocument.fromLog(openDatabase(), log))).toEqual(log);
});

test("saving and opening keeps what the plan shows, and what can be undone", () => {
  const plan = livedInPlan();
  const again = reopen(plan.document);
  expect(visibleRows(again.tables)).toEqual(visibleRows(plan.document.tables));
  expect(again.revision).toBe(plan.document.revision);
  editAs(again, "Kim", "dddddddd", plan.personId);
  expect(again.undoLabel).toEqual(plan.document.undoLabel);
  expect(again.redoLabel).toEqual(plan.document.redoLabel);
});

test("the projection is what the log folds to, deleted rows included", () => {
  const plan = livedInPlan();
  const grown = dumpProjection(saveBytes(plan.document));
  const rebuilt = dumpProjection(saveBytes(reopen(plan.document)));
  expect(rebuilt).toEqual(grown);
  const deletedTasks = grown.task?.filter((row) => row.at(-1) === 1);
  expect(deletedTasks?.map((row) => row[0])).toEqual([plan.document.changes.at(-1)?.ops[0]?.rowId]);
});

test("the projection is made for people with sqlite3: typed columns, names in snake case", () => {
  const db = openDatabase(saveBytes(makePlan("seoul-civil-democracy").document));
  const columns = db.exec("SELECT name, type FROM pragma_table_info('budget_line')")[0]?.values;
  expect(columns).toEqual([
    ["id", "TEXT"],
    ["task_id", "TEXT"],
    ["year", "INTEGER"],
    ["source_id", "TEXT"],
    ["channel_id", "TEXT"],
    ["low_won", "INTEGER"],
    ["likely_won", "INTEGER"],
    ["high_won", "INTEGER"],
    ["is_illustrative", "INTEGER"],
    ["_deleted", "INTEGER"],
  ]);
  const [[total] = []] =
    db.exec("SELECT sum(likely_won) FROM budget_line WHERE source_id = 'FUND'")[0]?.values ?? [];
  expect(total).toBe((500 + 500 + 520 + 520) * 1_000_000);
  db.close();
});

test("a saved plan is sound for SQLite: integrity check, rollback journal, application id, format", () => {
  const db = openDatabase(saveBytes(livedInPlan().document));
  const pragma = (name: string) => db.exec(`PRAGMA ${name}`)[0]?.values[0]?.[0];
  expect(pragma("integrity_check")).toBe("ok");
  expect(pragma("application_id")).toBe(0x43565031);
  expect(pragma("user_version")).toBe(1);
  db.close();
});

test("editing goes on after a save", () => {
  const plan = livedInPlan();
  saveBytes(plan.document);
  const rowId = plan.idOf("task", "T03");
  expect(
    plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "Later" } }] }).ok,
  ).toBe(true);
  expect(reopen(plan.document).tables.find("task", rowId)?.title).toBe("Later");
});

test("an actor id is used for one editing session only, and never read back from the file", () => {
  const plan = livedInPlan();
  const again = reopen(plan.document);
  const used = plan.document.changes[0]?.actorId ?? "";
  const session = { personId: plan.personId, displayName: "Kim", startedAtMs: 0 };
  expect(() => again.beginSession({ ...session, actorId: used })).toThrow("may be used once only");
  const rowId = plan.idOf("task", "T03");
  const command: Command = { type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "x" } }] };
  expect(() => again.execute(command, { changeId: PLAN_ID, nowMs: 0 })).toThrow(
    "beginSession must come before",
  );
});

/** What a later version of the program might have written. */
function withForeignOps(log: PlanLog): PlanLog {
  const [first, ...others] = log.changes;
  const last = log.changes.at(-1);
  if (first === undefined || last === undefined) throw new Error("an empty log");
  const taskId = first.ops.find((op) => op.entity === "task")?.rowId ?? "";
  const op = (entity: string, rowId: string, cells: LogOp["cells"]): LogOp => ({
    entity,
    rowId,
    cells,
    predecessors: [],
  });
  const foreign = {
    ...last,
    id: "ffffffff-0000-7000-8000-000000000001",
    seq: last.seq + 1,
    label: '{"key":"hold-assembly","size":100}',
    undoes: null,
    ops: [
      op("assembly", "one", { size: 100, panel: { seats: [1, 2, 3], drawn: null } }),
      op("assembly", "one", { constructor: "Kim" }),
      op("task", taskId, { carbonTonnes: 12.5 }),
      op("task", taskId, {}),
    ],
  };
  return { ...log, changes: [first, ...others, foreign] };
}

test("kinds of rows, fields and labels of a newer version survive opening, editing and saving", () => {
  const log = withForeignOps(readBack(makePlan("seoul-civil-democracy").document));
  const document = PlanDocument.fromLog(openDatabase(), log);
  const plan = editAs(document, "Lee", "dddddddd");
  const rowId = plan.idOf("task", "T01");
  plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "Edited" } }] });
  const kept = readBack(document);
  expect(kept.changes.slice(0, -1)).toEqual(log.changes);
  expect(document.tables.find("task", rowId)).not.toHaveProperty("carbonTonnes");
});

test("a file of a newer format opens and says so, whether the header or the log tells", () => {
  const bytes = saveBytes(makePlan("empty").document);
  for (const newer of [tamper(bytes, "PRAGMA user_version=2"), tamper(bytes, "UPDATE meta SET format=2")]) {
    const opened = readUntrustedPlan(newer, openDatabase);
    expect(opened.ok && opened.value.isNewerFormat).toBe(true);
  }
});

test("the record of earlier merges is kept", () => {
  const plan = makePlan("empty");
  const merged = tamper(
    saveBytes(plan.document),
    "INSERT INTO merge_log VALUES(1, 1700000000000, 1, 'plan (Lee).civplan', 12, 2)",
  );
  const log = readLog(merged);
  expect(log.merges).toEqual([
    {
      mergedAtMs: 1_700_000_000_000,
      personId: plan.personId,
      otherFile: "plan (Lee).civplan",
      addedChanges: 12,
      conflicts: 2,
    },
  ]);
  expect(readBack(PlanDocument.fromLog(openDatabase(), log)).merges).toEqual(log.merges);
});
