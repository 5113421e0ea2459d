import { describe, expect, test } from "vitest";
import type { RowEdit } from "../../../core/plan/command";
import { budgetLineId } from "../../../core/plan/row-id";
import { mergeLogs, recordMerge } from "../../../core/planfile/merge-logs";
import { mergePlans } from "../../../core/planfile/merge-plans";
import { copyFor, mergeOrThrow } from "../support/copies";
import { makePlan, type TestPlan } from "../support/make-plan";
import { readBack } from "../support/read-back";

const base = makePlan("seoul-civil-democracy");
const baseLog = readBack(base.document);
const T01 = base.idOf("task", "T01");
const T02 = base.idOf("task", "T02");
const COUNCIL = base.idOf("committee", "COUNCIL");

const kimAndLee = () => [copyFor(baseLog, "Kim", "11111111"), copyFor(baseLog, "Lee", "22222222")] as const;

const set = (plan: TestPlan, entity: RowEdit["entity"], rowId: string, cells: RowEdit["cells"]) =>
  expect(plan.execute({ type: "set-cells", edits: [{ entity, rowId, cells }] }).ok).toBe(true);
const remove = (plan: TestPlan, entity: RowEdit["entity"], rowId: string) =>
  expect(plan.execute({ type: "delete-rows", rows: [{ entity, rowId }] }).ok).toBe(true);

const merge = (ours: TestPlan, theirs: TestPlan) =>
  mergeOrThrow(ours.document.toLog(), readBack(theirs.document));
const openMerged = (ours: TestPlan, theirs: TestPlan, prefix = "33333333") =>
  copyFor(merge(ours, theirs).log, "Park", prefix);

test("edits of different cells come together without a question, also in the same row", () => {
  const [kim, lee] = kimAndLee();
  set(kim, "task", T01, { title: "Renamed by Kim" });
  set(lee, "task", T01, { priorityScore: 12 });
  set(lee, "task", T02, { title: "Renamed by Lee" });
  const report = merge(kim, lee);
  expect(report).toMatchObject({ added: 2, missingInOther: 1, agreed: 0, conflicts: [] });
  const { tables } = openMerged(kim, lee).document;
  expect(tables.find("task", T01)).toMatchObject({ title: "Renamed by Kim", priorityScore: 12 });
  expect(tables.find("task", T02)?.title).toBe("Renamed by Lee");
});

test("two values for one cell are one conflict that names both people, what was there before and what is shown", () => {
  const [kim, lee] = kimAndLee();
  set(kim, "committee", COUNCIL, { seats: 50 });
  set(lee, "committee", COUNCIL, { seats: 40 });
  set(lee, "committee", COUNCIL, { seats: 45 });
  const { conflicts } = merge(kim, lee);
  expect(conflicts).toMatchObject([
    {
      entity: "committee",
      rowId: COUNCIL,
      field: "seats",
      values: [
        { value: 45, personName: "Lee" },
        { value: 50, personName: "Kim" },
      ],
      valueBefore: 30,
      shownValue: 45,
    },
  ]);
  const merged = openMerged(kim, lee);
  expect(merged.document.tables.find("committee", COUNCIL)?.seats).toBe(45);
  expect(merged.document.conflicts).toEqual(conflicts);
});

test("the same value from two people is agreed, not a conflict", () => {
  const [kim, lee] = kimAndLee();
  set(kim, "committee", COUNCIL, { seats: 50 });
  set(lee, "committee", COUNCIL, { seats: 50 });
  // Both also dropped the source of the old figure, as setting it does.
  expect(merge(kim, lee)).toMatchObject({ agreed: 2, conflicts: [] });
});

test("a clock that is wrong by years changes which value is shown, never whether there is a conflict", () => {
  const [kim, lee] = kimAndLee();
  const inYear2001 = { changeId: "11111111-0000-7000-8000-00000000aaaa", nowMs: Date.UTC(2001, 0, 1) };
  const edit = { entity: "committee", rowId: COUNCIL, cells: { seats: 50 } } as const;
  expect(kim.document.execute({ type: "set-cells", edits: [edit] }, inYear2001).ok).toBe(true);
  const inYear2050 = { changeId: "22222222-0000-7000-8000-00000000aaaa", nowMs: Date.UTC(2050, 0, 1) };
  const other = { ...edit, cells: { seats: 40 } };
  expect(lee.document.execute({ type: "set-cells", edits: [other] }, inYear2050).ok).toBe(true);
  expect(merge(kim, lee).conflicts).toMatchObject([
    { values: [{ value: 40 }, { value: 50 }], valueBefore: 30 },
  ]);
  // What is edited after having seen the year 2050 is later still, whatever this computer's clock says.
  const merged = openMerged(kim, lee);
  set(merged, "committee", COUNCIL, { seats: 42 });
  expect(mergeOrThrow(merged.document.toLog(), lee.document.toLog()).conflicts).toEqual([]);
  expect(openMerged(merged, lee, "44444444").document.tables.find("committee", COUNCIL)?.seats).toBe(42);
});

test("two people who fill in the same amount meet in one cell: one conflict, never twice the money", () => {
  const [kim, lee] = kimAndLee();
  const source = base.document.tables.all("source").find(({ code }) => code === "CITY")?.id ?? "";
  const channelId = base.document.tables.all("channel").at(-1)?.id ?? "";
  const rowId = budgetLineId(T01, 2029, source, channelId);
  expect(base.document.tables.find("budgetLine", rowId)).toBeUndefined();
  const amount = (won: number) => ({ lowWon: won, likelyWon: won, highWon: won });
  set(kim, "budgetLine", rowId, amount(100));
  set(lee, "budgetLine", rowId, amount(300));
  const { conflicts } = merge(kim, lee);
  expect(conflicts.map(({ field, valueBefore }) => [field, valueBefore])).toEqual([
    ["highWon", null],
    ["likelyWon", null],
    ["lowWon", null],
  ]);
  const merged = openMerged(kim, lee);
  const lines = merged.document.tables.all("budgetLine").filter(({ id }) => id === rowId);
  expect(lines.map(({ likelyWon }) => likelyWon)).toEqual([300]);
});

describe("delete against edit", () => {
  test("the row stays and is one conflict about whether it stays", () => {
    const [kim, lee] = kimAndLee();
    remove(kim, "task", T01);
    set(lee, "task", T01, { title: "Still needed" });
    const { conflicts } = merge(kim, lee);
    expect(conflicts).toMatchObject([
      {
        entity: "task",
        rowId: T01,
        field: "_deleted",
        values: [
          { value: false, personName: "Lee" },
          { value: true, personName: "Kim" },
        ],
        valueBefore: false,
        shownValue: false,
      },
    ]);
    expect(openMerged(kim, lee).document.tables.find("task", T01)?.title).toBe("Still needed");
    expect(openMerged(lee, kim).document.tables.find("task", T01)?.title).toBe("Still needed");
  });

  test("keeping it or deleting it settles the question, and undoing that brings the question back", () => {
    for (const value of [false, true]) {
      const [kim, lee] = kimAndLee();
      remove(kim, "task", T01);
      set(lee, "task", T01, { title: "Still needed" });
      const merged = openMerged(kim, lee);
      const before = merged.document.conflicts;
      const cells = [{ entity: "task", rowId: T01, field: "_deleted", value }];
      expect(merged.execute({ type: "settle-conflicts", cells }).ok).toBe(true);
      expect(merged.document.conflicts).toEqual([]);
      expect(merged.document.tables.find("task", T01) === undefined).toBe(value);
      expect(merged.undo().ok).toBe(true);
      expect(merged.document.tables.find("task", T01)?.title).toBe("Still needed");
      expect(merged.document.conflicts).toEqual(before);
      expect(merged.redo().ok).toBe(true);
      expect(merged.document.conflicts).toEqual([]);
      expect(merged.document.tables.find("task", T01) === undefined).toBe(value);
    }
  });

  test("two people who delete the same row agree, even if one of them edited it first", () => {
    const [kim, lee] = kimAndLee();
    remove(kim, "task", T01);
    set(lee, "task", T01, { title: "Edited, then deleted" });
    remove(lee, "task", T01);
    expect(merge(kim, lee).conflicts).toEqual([]);
    expect(openMerged(kim, lee).document.tables.find("task", T01)).toBeUndefined();
  });

  test("who edited the row before it was deleted in the same copy has no say any more", () => {
    const [kim, lee] = kimAndLee();
    set(lee, "task", T01, { title: "Before" });
    const both = openMerged(kim, lee);
    remove(both, "task", T01);
    expect(merge(both, lee).conflicts).toEqual([]);
    expect(both.document.conflicts).toEqual([]);
  });

  test("taking an edit back in a row that somebody deleted meanwhile does not bring the row back", () => {
    const [kim] = kimAndLee();
    set(kim, "task", T01, { title: "Kim's title" });
    const lee = copyFor(kim.document.toLog(), "Lee", "22222222");
    remove(lee, "task", T01);
    const kimAgain = copyFor(lee.document.toLog(), "Kim", "55555555", kim.personId);
    expect(kimAgain.undo().ok).toBe(true);
    expect(kimAgain.document.tables.find("task", T01)).toBeUndefined();
    expect(kimAgain.document.conflicts).toEqual([]);
  });

  test("a link that one person removed and another made anew is a question, though it has no cells", () => {
    const link = { entity: "taskDependency", rowId: `${T02}/${T01}` } as const;
    const [kim, lee] = kimAndLee();
    for (const plan of [kim, lee])
      expect(plan.execute({ type: "add-rows", rows: [{ ...link, cells: {} }] }).ok).toBe(true);
    remove(kim, link.entity, link.rowId);
    expect(merge(kim, lee).conflicts).toMatchObject([{ ...link, field: "_deleted", shownValue: false }]);
    expect(openMerged(kim, lee).document.tables.find("taskDependency", link.rowId)).toBeDefined();
  });
});

describe("settling", () => {
  const inConflict = () => {
    const [kim, lee] = kimAndLee();
    set(kim, "committee", COUNCIL, { seats: 50, officials: 8 });
    set(lee, "committee", COUNCIL, { seats: 40, officials: 9 });
    return { kim, lee, merged: openMerged(kim, lee) };
  };
  const seats = (value: number) => ({ entity: "committee", rowId: COUNCIL, field: "seats", value });
  const officials = (value: number) => ({ entity: "committee", rowId: COUNCIL, field: "officials", value });

  test("one change settles several cells with all their heads as predecessors, and can be undone", () => {
    const { merged, kim, lee } = inConflict();
    const before = merged.document.conflicts;
    expect(before.map(({ field }) => field)).toEqual(["officials", "seats"]);
    const settled = merged.execute({ type: "settle-conflicts", cells: [seats(50), officials(9)] });
    expect(settled).toMatchObject({
      ok: true,
      value: { ops: 1, label: { key: "settle-conflicts", cells: 2 } },
    });
    expect(merged.document.conflicts).toEqual([]);
    expect(merged.document.changes.at(-1)?.ops[0]?.predecessors).toHaveLength(2);
    expect(merged.document.tables.find("committee", COUNCIL)).toMatchObject({ seats: 50, officials: 9 });
    // Whoever merges the settled plan has nothing left to settle.
    for (const plan of [kim, lee]) expect(merge(plan, merged).conflicts).toEqual([]);
    merged.undo();
    expect(merged.document.conflicts).toEqual(before);
    merged.redo();
    expect(merged.document.conflicts).toEqual([]);
  });

  test("the value that is shown already can be chosen, and so can a third one", () => {
    const { merged } = inConflict();
    const shown = Number(merged.document.tables.find("committee", COUNCIL)?.seats);
    expect(merged.execute({ type: "settle-conflicts", cells: [seats(shown)] }).ok).toBe(true);
    expect(merged.document.conflicts.map(({ field }) => field)).toEqual(["officials"]);
    expect(merged.execute({ type: "settle-conflicts", cells: [officials(7)] }).ok).toBe(true);
    expect(merged.document.tables.find("committee", COUNCIL)?.officials).toBe(7);
  });

  test("typing into the cell settles it too", () => {
    const { merged } = inConflict();
    set(merged, "committee", COUNCIL, { seats: 44 });
    expect(merged.document.conflicts.map(({ field }) => field)).toEqual(["officials"]);
  });

  test("a cell that is not in conflict, or a value that does not fit, is refused and nothing changes", () => {
    const { merged } = inConflict();
    const { revision } = merged.document;
    const title = { entity: "task", rowId: T01, field: "title", value: "x" };
    expect(merged.execute({ type: "settle-conflicts", cells: [seats(50), title] })).toMatchObject({
      ok: false,
      error: { type: "not-in-conflict", field: "title" },
    });
    expect(merged.execute({ type: "settle-conflicts", cells: [seats(-1)] })).toMatchObject({
      ok: false,
      error: { type: "wrong-kind" },
    });
    expect(merged.document.revision).toBe(revision);
  });

  test("two people who settle the same conflict differently have a new one between their choices", () => {
    const { merged } = inConflict();
    const other = copyFor(readBack(merged.document), "Choi", "66666666");
    merged.execute({ type: "settle-conflicts", cells: [seats(50)] });
    other.execute({ type: "settle-conflicts", cells: [seats(40)] });
    const again = merge(merged, other).conflicts.find(({ field }) => field === "seats");
    expect(again?.values.map(({ value, personName }) => [value, personName]).sort()).toEqual([
      [40, "Choi"],
      [50, "Park"],
    ]);
  });

  test("a conflict survives saving and opening", () => {
    const { merged } = inConflict();
    const reopened = copyFor(readBack(merged.document), "Park", "77777777");
    expect(reopened.document.conflicts).toEqual(merged.document.conflicts);
  });
});

describe("what cannot be merged is refused loudly", () => {
  test("another plan", () => {
    const other = { ...baseLog, planId: "aaaaaaaa-0000-7000-8000-000000000002" };
    expect(mergePlans(baseLog, other)).toMatchObject({ ok: false, error: { type: "other-plan" } });
  });

  test("one change with two contents, down to a single value or predecessor", () => {
    const [kim] = kimAndLee();
    set(kim, "task", T01, { title: "Kim's title" });
    const log = kim.document.toLog();
    const last = log.changes.at(-1);
    const [op] = last?.ops ?? [];
    if (last === undefined || op === undefined) throw new Error("no change");
    const forged = (change: typeof last) => ({ ...log, changes: [...log.changes.slice(0, -1), change] });
    const forgeries = [
      { ...last, hlc: "000000000000001-0000" },
      { ...last, label: "{}" },
      { ...last, ops: [{ ...op, cells: { title: "Forged" } }] },
      { ...last, ops: [{ ...op, cells: { ...op.cells, extra: 1 } }] },
      { ...last, ops: [{ ...op, predecessors: [] }] },
      { ...last, ops: [] },
    ];
    for (const change of forgeries)
      expect(mergeLogs(log, forged(change))).toEqual({
        ok: false,
        error: { type: "change-differs", changeId: last.id },
      });
  });

  test("two changes that claim one place in an author's sequence, or a gap in it", () => {
    const [kim] = kimAndLee();
    const twin = copyFor(baseLog, "Kim", "11111111");
    set(kim, "task", T01, { title: "one" });
    set(twin, "task", T01, { title: "two" });
    const forked = twin.document.toLog();
    const renamed = forked.changes.map((change, index) =>
      index === forked.changes.length - 1
        ? { ...change, id: "12121212-0000-7000-8000-000000000001" }
        : change,
    );
    expect(mergeLogs(kim.document.toLog(), { ...forked, changes: renamed })).toMatchObject({
      ok: false,
      error: { type: "sequence-broken", seq: 2 },
    });
    const gap = { ...forked, changes: forked.changes.map((change) => ({ ...change, seq: change.seq * 2 })) };
    expect(mergeLogs({ ...baseLog, changes: [] }, gap)).toMatchObject({
      ok: false,
      error: { type: "sequence-broken" },
    });
  });
});

test("a merge is written down once, and its list is merged like everything else", () => {
  const [kim, lee] = kimAndLee();
  set(lee, "task", T01, { title: "Lee's title" });
  const record = {
    mergedAtMs: 5,
    personId: kim.personId,
    otherFile: "lee.civplan",
    addedChanges: 1,
    conflicts: 0,
  };
  const merged = recordMerge(merge(kim, lee).log, record, { id: kim.personId, displayName: "Kim" });
  const kept = readBack(copyFor(merged, "Park", "33333333").document);
  expect(kept.merges).toEqual([record]);
  expect(mergeOrThrow(kept, merged).log.merges).toEqual([record]);
  expect(mergeOrThrow(lee.document.toLog(), merged).log.merges).toEqual([record]);
});

test("a row whose rule the merge broke can be edited in its other cells, and mended, but not broken further", () => {
  const [kim, lee] = kimAndLee();
  set(kim, "committee", COUNCIL, { seats: 8 });
  set(lee, "committee", COUNCIL, { officials: 12 });
  const merged = openMerged(kim, lee);
  expect(merged.document.conflicts).toEqual([]);
  const edit = (cells: RowEdit["cells"]) =>
    merged.execute({ type: "set-cells", edits: [{ entity: "committee", rowId: COUNCIL, cells }] });
  expect(edit({ title: "Council" }).ok).toBe(true);
  expect(edit({ seats: 7 })).toMatchObject({ ok: false, error: { type: "seats-below-officials" } });
  expect(edit({ seats: 20 }).ok).toBe(true);
});
