import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { comparePlans } from "../../../core/planfile/compare-plans";
import { listChangedCells, listHistory } from "../../../core/planfile/list-history";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { foldChanges } from "../../../core/planfile/plan-fold";
import {
  formatVersion,
  isWholeVersion,
  parseVersion,
  selectVersion,
  versionOf,
} from "../../../core/planfile/plan-version";
import { publishCopy } from "../../../core/planfile/publish-copy";
import { gestures, mintGeneratedIds, perform } from "../support/arbitrary-commands";
import { copyFor, mergeOrThrow } from "../support/copies";
import { visibleRows } from "../support/dump-plan";
import { editAs, makePlan, openDatabase, START_MS, type TestPlan } from "../support/make-plan";
import { readBack } from "../support/read-back";

vi.setConfig({ testTimeout: 600_000 });

const isFull = process.env.CIVPLAN_FULL === "1";
const runs = (few: number) => ({ numRuns: isFull ? few * 20 : few });

const template = readBack(makePlan("district-governance").document);
const openAs = (name: string, prefix: string, log = template) => copyFor(log, name, prefix);

const rowsOf = (plan: TestPlan) => visibleRows(plan.document.tables);
/** Rows of a state; what was deleted later and brought back stands at the end of its list. */
const rowsAt = (plan: TestPlan, changes: number) =>
  visibleRows(foldChanges(plan.document.changes.slice(0, changes)).fold.tables);
const context = (n: number) => ({
  changeId: `abababab-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
  nowMs: START_MS + 1_000_000 + n,
});
const rename = (plan: TestPlan, title: string) =>
  plan.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells: { title } }] });
const titleOf = (plan: TestPlan) => plan.document.tables.find("plan", "plan")?.title;

function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

test("in a history that was never merged nothing is in conflict, whoever edits, deletes, undoes and does again", () => {
  fc.assert(
    fc.property(fc.array(gestures(4), { minLength: 2, maxLength: 4 }), (turns) => {
      const { document } = openAs("Kim", "dddddddd");
      const mintId = mintGeneratedIds();
      for (const [turn, history] of turns.entries()) {
        const [prefix, person] = [`${turn}eeeeeee`, `${turn % 2}fffffff-0000-7000-8000-000000000001`];
        const plan = editAs(document, "Someone", prefix, person);
        for (const gesture of history) perform(plan, gesture, mintId);
        expectSame(document.conflicts, []);
      }
    }),
    runs(60),
  );
});

test("any earlier state can be restored as one change, and undoing that leads back", () => {
  fc.assert(
    fc.property(gestures(), fc.nat(100), (history, pick) => {
      const plan = openAs("Kim", "dddddddd");
      const mintId = mintGeneratedIds();
      for (const gesture of history) perform(plan, gesture, mintId);
      const { changes } = plan.document;
      const kept = 1 + (pick % changes.length);
      const end = rowsOf(plan);
      const restored = plan.document.restore(versionOf(changes.slice(0, kept)), "", context(1));
      const withoutBaselines = (rows: ReturnType<typeof rowsOf>) => ({ ...rows, baseline: [] });
      expectSame(withoutBaselines(rowsOf(plan)), withoutBaselines(rowsAt(plan, kept)));
      if (!restored.ok) {
        expect(restored.error.type).toBe("nothing-changed");
        return;
      }
      expect(plan.document.undo(context(2)).ok).toBe(true);
      expectSame(rowsOf(plan), end);
    }),
    runs(30),
  );
});

describe("a named version", () => {
  const named = (plan: TestPlan, rowId: string) => {
    const version = formatVersion(plan.document.version);
    return plan.execute({
      type: "add-rows",
      rows: [{ entity: "baseline", rowId, cells: { title: "As passed", note: "by the council", version } }],
    });
  };
  const ROW = "cccccccc-0000-7000-8000-0000000000aa";

  test("means the same set of changes after a merge that numbers changes anew", () => {
    const kim = openAs("Kim", "11111111");
    const lee = openAs("Lee", "22222222");
    const concept = kim.document.tables.find("plan", "plan")?.concept;
    // Lee's clock is years behind, so that Lee's change comes before Kim's.
    const early = { changeId: "22222222-0000-7000-8000-00000000aaaa", nowMs: 1 };
    const cells = { concept: "Lee's" };
    lee.document.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells }] }, early);
    rename(kim, "Kim's title");
    named(kim, ROW);
    rename(kim, "Kim's later title");
    const { log } = mergeOrThrow(kim.document.toLog(), lee.document.toLog());
    const merged = openAs("Park", "33333333", log);
    const version = parseVersion(merged.document.tables.find("baseline", ROW)?.version ?? "");
    if (version === null) throw new Error("no version");
    expect(isWholeVersion(merged.document.changes, version)).toBe(true);
    const past = foldChanges(selectVersion(merged.document.changes, version)).fold.tables.find(
      "plan",
      "plan",
    );
    expect(past).toMatchObject({ title: "Kim's title", concept });
    expect(merged.document.restore(version, "As passed", context(1))).toMatchObject({
      ok: true,
      value: { label: { key: "restore-version", title: "As passed" } },
    });
    expect(merged.document.tables.find("plan", "plan")).toMatchObject({ title: "Kim's title", concept });
    expect(merged.document.tables.find("baseline", ROW)?.title).toBe("As passed");
    // A copy that never got Kim's changes does not have the version.
    expect(isWholeVersion(lee.document.changes, version)).toBe(false);
  });

  test("is text that can be read back; anything else is no version", () => {
    const { version } = openAs("Kim", "11111111").document;
    expect(parseVersion(formatVersion(version))).toEqual(version);
    for (const text of ["x", "bbbb:1", `${formatVersion(version)} `, `${formatVersion(version)}:2`])
      expect(parseVersion(text)).toBeNull();
  });
});

describe("taking back one change through the history", () => {
  test("works for a colleague's change while nobody has touched its cells, and can be undone", () => {
    const kim = openAs("Kim", "11111111");
    rename(kim, "Kim's title");
    const changeId = kim.document.changes.at(-1)?.id ?? "";
    const before = titleOf(openAs("x", "99999999"));
    const lee = openAs("Lee", "22222222", kim.document.toLog());
    expect(lee.undo()).toMatchObject({ ok: false, error: { type: "nothing-to-undo" } });
    expect(lee.document.revert(changeId, context(1))).toMatchObject({
      ok: true,
      value: { label: { key: "revert", of: { key: "set-cell", field: "title" } } },
    });
    expect(titleOf(lee)).toBe(before);
    expect(lee.undo().ok).toBe(true);
    expect(titleOf(lee)).toBe("Kim's title");
  });

  test("is refused where a cell was set since, for the beginning of the plan and for a change that is not there", () => {
    const kim = openAs("Kim", "11111111");
    rename(kim, "one");
    const changeId = kim.document.changes.at(-1)?.id ?? "";
    rename(kim, "two");
    expect(kim.document.revert(changeId, context(1))).toMatchObject({
      ok: false,
      error: { type: "undo-superseded", cells: [{ entity: "plan", field: "title" }] },
    });
    const [first] = kim.document.changes;
    expect(kim.document.revert(first?.id ?? "", context(2))).toMatchObject({
      error: { type: "beginning-of-plan" },
    });
    expect(kim.document.revert(context(9).changeId, context(3))).toMatchObject({
      error: { type: "unknown-change" },
    });
    expect(titleOf(kim)).toBe("two");
  });
});

describe("the history", () => {
  test("lists changes with person, time and cells, the latest first, and can be narrowed down", () => {
    const kim = openAs("Kim", "11111111");
    rename(kim, "Kim's title");
    const lee = openAs("Lee", "22222222", kim.document.toLog());
    const lastYear = lee.document.tables.find("plan", "plan")?.lastYear;
    lee.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells: { lastYear: 2034 } }] });
    const { index } = lee.document.folded;
    expect(listHistory(index).map(({ changeNumber, personName }) => [changeNumber, personName])).toEqual([
      [3, "Lee"],
      [2, "Kim"],
      [1, "Kim"],
    ]);
    expect(listHistory(index, { personId: kim.personId, entity: "plan", rowId: "plan" })).toHaveLength(1);
    expect(listHistory(index, { field: "lastYear" }).map(({ changeNumber }) => changeNumber)).toEqual([3, 1]);
    expect(listHistory(index, { sinceMs: START_MS + 1_000_000 })).toEqual([]);
    const [latest] = listHistory(index);
    expect(latest?.atMs).toBeGreaterThan(START_MS);
    expect(listChangedCells(index, lee.document.tables, latest?.changeId ?? "")).toEqual([
      { entity: "plan", rowId: "plan", rowName: "Kim's title", field: "lastYear", from: lastYear, to: 2034 },
    ]);
  });
});

test("comparing two versions lists added and deleted rows and each changed cell with both values", () => {
  const plan = openAs("Kim", "11111111");
  const before = foldChanges([...plan.document.changes]).fold.tables;
  const [task] = plan.document.tables.ordered("task");
  rename(plan, "New title");
  const rowId = "cccccccc-0000-7000-8000-000000000001";
  plan.execute({ type: "add-rows", rows: [{ entity: "task", rowId, cells: { title: "New task" } }] });
  plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId: task?.id ?? "" }] });
  const differences = comparePlans(before, plan.document.tables).filter(({ entity }) =>
    ["plan", "task"].includes(entity),
  );
  expect(differences.map(({ kind, entity, name }) => [kind, entity, name])).toEqual([
    ["changed", "plan", "New title"],
    ["deleted", "task", task?.title],
    ["added", "task", "New task"],
  ]);
  expect(differences[0]?.cells).toEqual([
    { field: "title", from: before.find("plan", "plan")?.title, to: "New title" },
  ]);
  expect(comparePlans(plan.document.tables, plan.document.tables)).toEqual([]);
});

test("a clean copy has the rows that are shown and nothing else: no names, no history, no comments", () => {
  const kim = openAs("Kim", "11111111");
  const text = { text: "Secret remark", author: "Kim", entity: "plan", rowId: "plan" };
  kim.execute({
    type: "add-rows",
    rows: [{ entity: "comment", rowId: "cccccccc-0000-7000-8000-000000000009", cells: text }],
  });
  rename(kim, "First draft");
  rename(kim, "Final");
  const uuid = (n: number) => `fafafafa-0000-7000-8000-00000000000${n}`;
  const log = publishCopy(kim.document.tables, {
    planId: uuid(1),
    personId: uuid(2),
    actorId: uuid(3),
    changeId: uuid(4),
    nowMs: START_MS,
    appVersion: "test",
    displayName: "",
  });
  const copy = copyFor(log, "Reader", "77777777");
  expectSame(rowsOf(copy), { ...rowsOf(kim), comment: [] });
  expect(readBack(PlanDocument.fromLog(openDatabase(), log))).toEqual(log);
  for (const gone of ["Kim", "First draft", "Secret remark", kim.document.identity.planId])
    expect(JSON.stringify(log)).not.toContain(gone);
  expect(copyFor(log, "", "78787878", uuid(2)).undo()).toMatchObject({ error: { type: "nothing-to-undo" } });
});
