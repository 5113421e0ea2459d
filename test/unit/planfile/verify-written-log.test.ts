/** What is saved is compared with the plan, row by row: nothing that differs passes. */
import { expect, test } from "vitest";
import { PlanDocument } from "../../../core/planfile/plan-document";
import type { PlanLog } from "../../../core/planfile/plan-log";
import { exportVerified } from "../../../core/planfile/save-plan-file";
import { findWrittenDifference } from "../../../core/planfile/verify-written-log";
import { copyFor, mergeOrThrow } from "../support/copies";
import { tamper } from "../support/dump-plan";
import { makePlan, openDatabase } from "../support/make-plan";
import { readBack, saveBytes } from "../support/read-back";

/** Kim and Lee have edited apart and merged: people, actors, several heads and a merge are in it. */
function mergedPlan(): PlanDocument {
  const kim = makePlan("seoul-civil-democracy");
  const lee = copyFor(readBack(kim.document), "Lee", "dddddddd");
  for (const [plan, title] of [
    [kim, "By Kim"],
    [lee, "By Lee"],
  ] as const)
    plan.execute({
      type: "set-cells",
      edits: [{ entity: "task", rowId: plan.idOf("task", "T01"), cells: { title } }],
    });
  kim.undo();
  const { log } = mergeOrThrow(kim.document.toLog(), lee.document.toLog());
  const merges = [
    { mergedAtMs: 5, personId: kim.personId, otherFile: "lee.civplan", addedChanges: 1, conflicts: 1 },
  ];
  return PlanDocument.fromLog(openDatabase(), { ...log, merges });
}

const plan = mergedPlan();
const log = plan.toLog();
const bytes = saveBytes(plan);

test("bytes that hold the log pass", () => {
  expect(findWrittenDifference(bytes, log, openDatabase)).toBeNull();
});

test.each([
  ["meta", "UPDATE meta SET plan_id=zeroblob(16)"],
  ["meta", "UPDATE meta SET app_version='0'"],
  ["person", "UPDATE person SET display_name=display_name||'!' WHERE n=2"],
  ["person", "DELETE FROM person WHERE n=2"],
  ["actor", "UPDATE actor SET person_n=1"],
  ["actor", "UPDATE actor SET created_at=created_at+1"],
  ["merge_log", "UPDATE merge_log SET other_file='kim.civplan'"],
  ["merge_log", "DELETE FROM merge_log"],
  ["change", "UPDATE change SET id=zeroblob(16) WHERE n=2"],
  ["change", "UPDATE change SET hlc=(SELECT hlc FROM change WHERE n=1) WHERE n=3"],
  ["change", "UPDATE change SET label='{}' WHERE n=1"],
  ["change", "UPDATE change SET undoes=NULL WHERE undoes IS NOT NULL"],
  ["change", "DELETE FROM change WHERE n=(SELECT max(n) FROM change)"],
  ["op", "DELETE FROM op WHERE change_n=1 AND i=7"],
  ["op", "UPDATE op SET value='\"By Ki\"' WHERE value='\"By Kim\"'"],
  ["op", "UPDATE op SET value=' '||value WHERE change_n=1 AND i=250"],
  ["op", "UPDATE op SET row_id=row_id||'x' WHERE change_n=1 AND i=3"],
  ["op", "UPDATE op SET entity='area' WHERE change_n=2"],
  ["op", "UPDATE op SET field=NULL WHERE change_n=2"],
  ["op", "UPDATE op SET field='' WHERE change_n=1 AND i=0"],
  ["op", "UPDATE op SET value=CAST(value AS BLOB) WHERE change_n=1 AND i=9"],
  ["op", "UPDATE op SET i=i+1000 WHERE change_n=1 AND i=(SELECT max(i) FROM op WHERE change_n=1)"],
  ["predecessor", "UPDATE op_pred SET pred_i=pred_i+1 WHERE change_n=2"],
  ["op_pred", "DELETE FROM op_pred WHERE change_n=3"],
  ["trigger", "CREATE TRIGGER t AFTER INSERT ON op BEGIN SELECT 1; END"],
])("a difference in %s is found: %s", (what, sql) => {
  const tampered = tamper(bytes, sql);
  expect(Buffer.compare(tampered, bytes)).not.toBe(0);
  expect(findWrittenDifference(tampered, log, openDatabase)).toContain(what);
});

test("bytes that are cut off or torn in the middle are found out", () => {
  expect(findWrittenDifference(bytes.slice(0, -1024), log, openDatabase)).toBe("truncated");
  const torn = bytes.slice();
  torn.fill(0, 20 * 1024, 21 * 1024);
  expect(findWrittenDifference(torn, log, openDatabase)).not.toBeNull();
});

const withOps = (cells: PlanLog["changes"][number]["ops"][number]["cells"]): PlanDocument => {
  const base = readBack(makePlan("empty").document);
  const [first] = base.changes;
  if (first === undefined) throw new Error("no change");
  const ops = [...first.ops, { entity: "widget", rowId: "w", cells, predecessors: [] }];
  return PlanDocument.fromLog(openDatabase(), { ...base, changes: [{ ...first, ops }] });
};

test.each([
  ["a text of more bytes than may be in one cell", { text: "협".repeat(6_000_000) }],
  ["a value nested without end", JSON.parse(`{"deep":${"[".repeat(60)}${"]".repeat(60)}}`)],
])("%s could not be read back, so it is not saved", (_what, cells) => {
  expect(exportVerified(withOps(cells), openDatabase)).toMatchObject({
    ok: false,
    error: { type: "save-verification-failed" },
  });
});

test.each([
  ["a list of a newer format", { parts: ["a", { b: [1, null] }] }],
  ["half an emoji at the end of a text", { text: "ok \ud83c" }],
  ["control characters and a NUL in a text", { text: "\u001e\u001f\u0000 end" }],
])("%s is saved and read back", (_what, cells) => {
  const document = withOps(cells);
  expect(readBack(document).changes).toEqual(document.changes);
});

test("a name that ends with half an emoji does not keep the plan from being saved", () => {
  const { document } = makePlan("empty");
  const renamed = PlanDocument.fromLog(openDatabase(), {
    ...document.toLog(),
    people: [{ id: document.people[0]?.id ?? "", displayName: "Kim \ud83c" }],
    changes: document.changes.map((change) => ({ ...change, label: "{}" })),
  });
  expect(exportVerified(renamed, openDatabase).ok).toBe(true);
});
