import { describe, expect, it } from "vitest";
import type { HistoryLine, ShownCell } from "../../../renderer/engine/history-api";
import type { ConflictView } from "../../../renderer/engine/merge-api";
import { groupCells } from "../../../renderer/features/history/group-cells";
import { listChangedRows } from "../../../renderer/features/history/list-changed-rows";
import { listDays, listPeople, searchHistory } from "../../../renderer/features/history/list-days";
import {
  type Choices,
  choosePlace,
  chooseSide,
  chosenPlace,
  conflictKey,
  listConflictChoices,
  listSettled,
  nextUndecided,
} from "../../../renderer/features/merge/conflict-choices";
import { describeCellValue, nameField, namePerson } from "../../../renderer/session/cell-text";

const DAY_MS = 86_400_000;

const line = (changeId: string, changes: Partial<HistoryLine> = {}): HistoryLine => ({
  changeId,
  personId: "kim",
  personName: "Kim",
  atMs: 20_000 * DAY_MS + DAY_MS / 2,
  label: { key: "change.set-field", params: {} },
  rows: 1,
  cells: 1,
  rowNames: ["T01 Ordinances"],
  fields: ["startYear"],
  canTakeBack: true,
  ...changes,
});

const cell = (field: string, from: string | boolean, to: string | boolean, rowId = "t1"): ShownCell => ({
  entity: "task",
  rowId,
  rowName: rowId,
  field,
  from: { value: from, rowName: null },
  to: { value: to, rowName: null },
});

describe("the list of changes", () => {
  const lines = [
    line("a"),
    line("b", { personId: "lee", personName: "Lee", rowNames: ["Council"], fields: ["seats"] }),
    line("c", { atMs: 19_998 * DAY_MS }),
  ];
  const texts = {
    label: ({ changeId }: HistoryLine) => `Changed ${changeId}`,
    field: (field: string) => `Field ${field}`,
  };
  const search = (text: string, personId: string | null = null) =>
    searchHistory(lines, { text, personId }, texts).map(({ changeId }) => changeId);

  it("finds words in what was done, in rows and in fields, in any order and case", () => {
    expect(search("council")).toEqual(["b"]);
    expect(search("SEATS changed")).toEqual(["b"]);
    expect(search("ordinances startYear")).toEqual(["a", "c"]);
    expect(search("council ordinances")).toEqual([]);
  });

  it("can be narrowed to a person", () => {
    expect(search("", "kim")).toEqual(["a", "c"]);
    expect(search("council", "kim")).toEqual([]);
  });

  it("comes by day, in the order of the changes", () => {
    const days = listDays(lines);
    expect(days.map((day) => day.lines.map(({ changeId }) => changeId))).toEqual([["a", "b"], ["c"]]);
    expect((days[0]?.startMs ?? 0) > (days[1]?.startMs ?? 0)).toBe(true);
  });

  it("names everybody once, who changed most first", () => {
    expect(listPeople(lines).map(({ personId }) => personId)).toEqual(["kim", "lee"]);
  });
});

describe("cells before and after", () => {
  it("stand by row, without what stayed the same and what only the program reads", () => {
    const rows = groupCells([
      cell("title", "A", "B"),
      cell("position", "a0", "a1"),
      cell("code", "T01", "T01"),
      cell("title", "C", "D", "t2"),
    ]);
    expect(rows.map(({ rowName, cells }) => [rowName, cells.map(({ field }) => field)])).toEqual([
      ["t1", ["title"]],
      ["t2", ["title"]],
    ]);
  });

  it("say first that the row came or went", () => {
    const [row] = groupCells([cell("title", "A", "B"), cell("_deleted", false, true)]);
    expect(row?.cells.map(({ field }) => field)).toEqual(["_deleted", "title"]);
  });

  it("of rows that came or went are left out of comparisons, as are rows without a readable difference", () => {
    const difference = { entity: "task" as const, rowId: "t1", otherRowId: "t1", name: "t1" };
    const rows = listChangedRows([
      { ...difference, kind: "added", cells: [cell("title", "", "A")] },
      { ...difference, kind: "changed", rowId: "t2", cells: [cell("position", "a0", "a1", "t2")] },
      { ...difference, kind: "changed", rowId: "t3", cells: [cell("title", "A", "B", "t3")] },
    ]);
    expect(rows.map(({ kind, cells }) => [kind, cells.length])).toEqual([
      ["added", 0],
      ["changed", 1],
    ]);
  });
});

describe("the value of a cell in words", () => {
  const t = ((key: string, values?: { name?: string }) =>
    values?.name === undefined ? key : `${key}:${values.name}`) as never;
  const i18n = {
    exists: (key: string) => key === "inspector.field.title" || key === "inspector.choice.city",
  } as never;
  const say = (
    entity: string,
    field: string,
    value: string | number | boolean | null,
    rowName: string | null = null,
  ) => describeCellValue(entity, field, { value, rowName }, { t, i18n, language: "en" });

  it("follows the kind of its field", () => {
    expect(say("budgetLine", "likelyWon", 1_200_000_001)).toBe("₩1,200,000,001");
    expect(say("residentGroup", "populationRatio", 0.0525)).toBe("5.25 %");
    expect(say("task", "startYear", 2027)).toBe("2027");
    expect(say("source", "kind", "city")).toBe("inspector.choice.city");
    expect(say("task", "isLegallyRequired", true)).toBe("common.yes");
  });

  it("is a reference's row, a word for nothing, and text as it stands where the field is unknown", () => {
    expect(say("task", "areaId", "x1", "Autonomy")).toBe("Autonomy");
    expect(say("task", "title", "")).toBe("history.empty");
    expect(say("task", "title", null)).toBe("history.nothing");
    expect(say("moonbase", "name", "Luna")).toBe("Luna");
    expect(say("task", "_deleted", true)).toBe("history.rowDeleted");
  });

  it("keeps the own names of fields that this version does not know", () => {
    expect(nameField("title", { t, i18n })).toBe("inspector.field.title");
    expect(nameField("orbit", { t, i18n })).toBe("orbit");
  });

  it("tells oneself from others, with a name and without", () => {
    const said = (personId: string, personName: string) => namePerson({ personId, personName }, "me", t);
    expect([said("me", "Kim"), said("me", ""), said("x", "Lee"), said("x", "")]).toEqual([
      "history.you:Kim",
      "history.unnamedYou",
      "Lee",
      "history.unnamed",
    ]);
  });
});

describe("deciding conflicts", () => {
  const conflict = (
    rowId: string,
    ours: string,
    theirs: string,
    before: string | null = "before",
  ): ConflictView => ({
    entity: "task",
    rowId,
    rowName: rowId,
    field: "title",
    options: [
      { shown: { value: ours, rowName: null }, side: "ours", personId: "kim", personName: "Kim", atMs: 1 },
      {
        shown: { value: theirs, rowName: null },
        side: "theirs",
        personId: "lee",
        personName: "Lee",
        atMs: 2,
      },
    ],
    before: { value: before, rowName: null },
    provisional: { value: theirs, rowName: null },
  });
  const conflicts = [
    conflict("t1", "K1", "L1"),
    conflict("t2", "K2", "L2"),
    conflict("t3", "K3", "L3", null),
  ];
  const [first, , third] = conflicts as [ConflictView, ConflictView, ConflictView];
  const none: Choices = new Map();

  it("offers ours, theirs and the value before, which is missing where the row was not there or a side went back to it", () => {
    expect(listConflictChoices(first).map(({ source }) => source)).toEqual(["ours", "theirs", "before"]);
    expect(listConflictChoices(third)).toHaveLength(2);
    expect(listConflictChoices(conflict("t4", "K", "L", "K"))).toHaveLength(2);
  });

  it("takes the digit of a choice and passes over others", () => {
    const chosen = choosePlace(none, first, 1);
    expect(chosenPlace(first, chosen)).toBe(1);
    expect(choosePlace(chosen, first, 7)).toBe(chosen);
    expect(chosenPlace(third, chosen)).toBe(-1);
  });

  it("goes on to the next undecided one, round the end, and stays where all are decided", () => {
    const second = choosePlace(none, conflicts[1] ?? first, 0);
    expect(nextUndecided(conflicts, second, 0)).toBe(2);
    expect(nextUndecided(conflicts, second, 2)).toBe(0);
    expect(nextUndecided(conflicts, chooseSide(none, conflicts, "ours"), 1)).toBe(1);
  });

  it("decides all for one side in one go", () => {
    const values = listSettled(conflicts, chooseSide(none, conflicts, "theirs")).map(({ value }) => value);
    expect(values).toEqual(["L1", "L2", "L3"]);
  });

  it("forgets decisions about what is no longer in conflict", () => {
    const chosen = new Map(chooseSide(none, conflicts, "ours")).set("task\ngone\ntitle", "x");
    expect(listSettled([first], chosen)).toEqual([
      { entity: "task", rowId: "t1", field: "title", value: "K1" },
    ]);
    expect(chosen.has(conflictKey(first))).toBe(true);
  });
});
