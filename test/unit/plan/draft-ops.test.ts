import { describe, expect, test } from "vitest";
import type { RowCommand, RowEdit } from "../../../core/plan/command";
import { Command as CommandSchema } from "../../../core/plan/command";
import { draftOps } from "../../../core/plan/draft-ops";
import type { EntityName } from "../../../core/plan/entities";
import { PlanTables } from "../../../core/plan/plan-tables";
import { evidenceId } from "../../../core/plan/row-id";

/** A plan with one task, one council and one budget line. */
function smallPlan(): PlanTables {
  const tables = new PlanTables();
  tables.setCells("plan", "plan", { title: "Plan", firstYear: 2027, lastYear: 2030 });
  tables.setCells("task", "T", { title: "Ordinance", startYear: 2027, endYear: 2029, priorityScore: 80 });
  tables.setCells("committee", "C", { code: "COUNCIL", seats: 30, officials: 5 });
  tables.setCells("budgetLine", "T/2027/CITY/REGULAR", { lowWon: 90, likelyWon: 100, highWon: 120 });
  return tables;
}

const set = (entity: EntityName, rowId: string, cells: RowEdit["cells"]): RowCommand => ({
  type: "set-cells",
  edits: [{ entity, rowId, cells }],
});

const line = "T/2027/CITY/REGULAR";

const outcomeOf = (command: RowCommand, tables = smallPlan()) => {
  const drafted = draftOps(tables, command);
  return drafted.ok ? drafted.value : drafted.error;
};

test("typing into a cell is one op with that cell", () => {
  expect(outcomeOf(set("task", "T", { title: "Ordinances" }))).toEqual([
    { entity: "task", rowId: "T", cells: { title: "Ordinances" } },
  ]);
});

test("cells that already hold the value are left out", () => {
  expect(outcomeOf(set("task", "T", { title: "Ordinance", priorityScore: 81 }))).toEqual([
    { entity: "task", rowId: "T", cells: { priorityScore: 81 } },
  ]);
  expect(outcomeOf(set("task", "T", { title: "Ordinance" }))).toEqual({ type: "nothing-changed" });
});

test("pasting a block is one op a row; several edits of a row build on each other", () => {
  const command: RowCommand = {
    type: "set-cells",
    edits: [
      { entity: "task", rowId: "T", cells: { startYear: 2030, endYear: 2031 } },
      { entity: "committee", rowId: "C", cells: { seats: 50 } },
      { entity: "task", rowId: "T", cells: { startYear: 2027 } },
    ],
  };
  expect(outcomeOf(command)).toEqual([
    { entity: "task", rowId: "T", cells: { startYear: 2030, endYear: 2031 } },
    { entity: "committee", rowId: "C", cells: { seats: 50 } },
    { entity: "task", rowId: "T", cells: { startYear: 2027 } },
  ]);
});

test("filling in a cell of a matrix creates its row, since the row's name says what it is about", () => {
  expect(outcomeOf(set("ceiling", "CITY/2027", { ceilingWon: 5 }))).toEqual([
    { entity: "ceiling", rowId: "CITY/2027", cells: { ceilingWon: 5 } },
  ]);
});

test("a deleted row comes back when it is filled in again", () => {
  const tables = smallPlan();
  tables.setDeleted("budgetLine", "T/2027/CITY/REGULAR", true);
  expect(outcomeOf(set("budgetLine", "T/2027/CITY/REGULAR", { likelyWon: 110 }), tables)).toEqual([
    { entity: "budgetLine", rowId: "T/2027/CITY/REGULAR", cells: { likelyWon: 110 }, isDeleted: false },
  ]);
});

test("a deleted row of a matrix can be added again and starts anew; a deleted task cannot, since ids are used once", () => {
  const tables = smallPlan();
  tables.setDeleted("budgetLine", "T/2027/CITY/REGULAR", true);
  tables.setDeleted("task", "T", true);
  const add = (entity: EntityName, rowId: string, cells: RowEdit["cells"]): RowCommand => ({
    type: "add-rows",
    rows: [{ entity, rowId, cells }],
  });
  expect(
    outcomeOf(add("budgetLine", "T/2027/CITY/REGULAR", { likelyWon: 0, isIllustrative: true }), tables),
  ).toEqual([
    {
      entity: "budgetLine",
      rowId: "T/2027/CITY/REGULAR",
      cells: { lowWon: 0, likelyWon: 0, highWon: 0, isIllustrative: true },
      isDeleted: false,
    },
  ]);
  expect(outcomeOf(add("task", "T", { title: "x" }), tables)).toMatchObject({ type: "row-exists" });
});

test("deleting marks rows and keeps their cells; a task takes along what is named after it", () => {
  expect(outcomeOf({ type: "delete-rows", rows: [{ entity: "committee", rowId: "C" }] })).toEqual([
    { entity: "committee", rowId: "C", cells: {}, isDeleted: true },
  ]);
  expect(outcomeOf({ type: "delete-rows", rows: [{ entity: "task", rowId: "T" }] })).toEqual([
    { entity: "task", rowId: "T", cells: {}, isDeleted: true },
    { entity: "budgetLine", rowId: "T/2027/CITY/REGULAR", cells: {}, isDeleted: true },
  ]);
});

describe("where a figure comes from", () => {
  const note = (tables: PlanTables, entity: EntityName, field: string, rowId: string) =>
    tables.setCells("evidence", evidenceId(entity, field, rowId), { kind: "cited", note: "Budget book" });
  const notedPlan = () => {
    const tables = smallPlan();
    note(tables, "committee", "seats", "C");
    note(tables, "committee", "title", "C");
    note(tables, "budgetLine", "likelyWon", line);
    tables.setCells("budgetLine", line, { isIllustrative: true });
    return tables;
  };
  const drop = (entity: EntityName, field: string, rowId: string) => ({
    entity: "evidence",
    rowId: evidenceId(entity, field, rowId),
    cells: {},
    isDeleted: true,
  });

  test("goes in the same change when the figure is set over: it is the person's own then", () => {
    expect(outcomeOf(set("committee", "C", { seats: 50 }), notedPlan())).toEqual([
      { entity: "committee", rowId: "C", cells: { seats: 50 } },
      drop("committee", "seats", "C"),
    ]);
  });

  test("stays where the figure is typed again as it is, and where only words change", () => {
    expect(outcomeOf(set("committee", "C", { seats: 30, title: "Council" }), notedPlan())).toEqual([
      { entity: "committee", rowId: "C", cells: { title: "Council" } },
    ]);
  });

  test("is what the step says when it sets both", () => {
    const command: RowCommand = {
      type: "set-cells",
      edits: [
        { entity: "committee", rowId: "C", cells: { seats: 50 } },
        { entity: "evidence", rowId: evidenceId("committee", "seats", "C"), cells: { note: "Ordinance" } },
      ],
    };
    expect(outcomeOf(command, notedPlan())).toEqual(command.edits);
  });

  test("an amount of which any estimate changes is no example any more", () => {
    expect(outcomeOf(set("budgetLine", line, { highWon: 130 }), notedPlan())).toEqual([
      { entity: "budgetLine", rowId: line, cells: { highWon: 130, isIllustrative: false } },
    ]);
    expect(outcomeOf(set("budgetLine", line, { likelyWon: 110 }), notedPlan())).toEqual([
      { entity: "budgetLine", rowId: line, cells: { likelyWon: 110, isIllustrative: false } },
      drop("budgetLine", "likelyWon", line),
    ]);
  });

  test("an amount for which a source is cited is no example any more; a note that it is one leaves the mark", () => {
    const about = evidenceId("budgetLine", "likelyWon", line);
    const example = notedPlan();
    example.setCells("evidence", about, { kind: "illustrative", note: "Made up" });
    const cite = set("evidence", about, { kind: "cited", note: "Budget book 2026" });
    expect(outcomeOf(cite, example)).toEqual([
      { entity: "evidence", rowId: about, cells: { kind: "cited", note: "Budget book 2026" } },
      { entity: "budgetLine", rowId: line, cells: { isIllustrative: false } },
    ]);
    expect(outcomeOf(set("evidence", about, { note: "Made up by us" }), example)).toEqual([
      { entity: "evidence", rowId: about, cells: { note: "Made up by us" } },
    ]);
  });

  test("goes with the row, and with the rows that go with it", () => {
    const command: RowCommand = { type: "delete-rows", rows: [{ entity: "task", rowId: "T" }] };
    expect(outcomeOf(command, notedPlan())).toEqual([
      { entity: "task", rowId: "T", cells: {}, isDeleted: true },
      { entity: "budgetLine", rowId: line, cells: {}, isDeleted: true },
      drop("budgetLine", "likelyWon", line),
    ]);
  });
});

describe("moving a row that is named by what it is about", () => {
  const moving = (toRowId: string): RowCommand => ({
    type: "move-row",
    entity: "committeeSize",
    rowId: "C/2028",
    toRowId,
  });
  const growingPlan = () => {
    const tables = smallPlan();
    tables.setCells("committeeSize", "C/2028", { seats: 50, officials: 5, legalBasisId: "O" });
    tables.setCells("evidence", evidenceId("committeeSize", "seats", "C/2028"), { note: "Ordinance" });
    tables.setCells("comment", "K", { entity: "committeeSize", rowId: "C/2028", text: "Too early" });
    return tables;
  };

  test("takes its cells, its source and what people said to the new name, in one step", () => {
    const note = (rowId: string) => evidenceId("committeeSize", "seats", rowId);
    expect(outcomeOf(moving("C/2029"), growingPlan())).toEqual([
      { entity: "committeeSize", rowId: "C/2029", cells: { seats: 50, officials: 5, legalBasisId: "O" } },
      { entity: "committeeSize", rowId: "C/2028", cells: {}, isDeleted: true },
      { entity: "evidence", rowId: note("C/2029"), cells: { kind: "cited", note: "Ordinance", url: "" } },
      { entity: "evidence", rowId: note("C/2028"), cells: {}, isDeleted: true },
      { entity: "comment", rowId: "K", cells: { rowId: "C/2029" } },
    ]);
  });

  test("revives a row that once had the name, and takes cost lines along", () => {
    const tables = growingPlan();
    tables.setCells("committeeSize", "C/2029", { seats: 40 });
    tables.setDeleted("committeeSize", "C/2029", true);
    expect(outcomeOf(moving("C/2029"), tables)).toMatchObject([
      { isDeleted: false, cells: { seats: 50 } },
      {},
      {},
      {},
      {},
    ]);
    tables.setCells("costLine", "L", { budgetLineId: line });
    const to = "T/2028/CITY/REGULAR";
    const move: RowCommand = { type: "move-row", entity: "budgetLine", rowId: line, toRowId: to };
    expect(outcomeOf(move, tables)).toContainEqual({
      entity: "costLine",
      rowId: "L",
      cells: { budgetLineId: to },
    });
  });

  test("is refused where another row has the name, and where it is no name", () => {
    const tables = growingPlan();
    tables.setCells("committeeSize", "C/2030", {});
    expect(outcomeOf(moving("C/2030"), tables)).toMatchObject({ type: "row-exists", rowId: "C/2030" });
    expect(outcomeOf(moving("C/soon"), tables)).toMatchObject({ type: "unknown-row", rowId: "C/soon" });
    expect(outcomeOf(moving("C/2028"), tables)).toEqual({ type: "nothing-changed" });
    expect(outcomeOf({ ...moving("C/2029"), rowId: "C/2027" } as RowCommand, tables)).toMatchObject({
      type: "unknown-row",
      rowId: "C/2027",
    });
  });
});

const cell = (field: string) => ({ entity: "task", rowId: "T", field });

test.each<[string, RowCommand, object]>([
  [
    "letters in a number",
    set("task", "T", { priorityScore: "high" }),
    { type: "not-a-number", ...cell("priorityScore"), input: "high" },
  ],
  [
    "half a seat",
    set("committee", "C", { seats: 30.5 }),
    { type: "not-a-number", entity: "committee", rowId: "C", field: "seats", input: "30.5" },
  ],
  [
    "no number at all",
    set("task", "T", { priorityScore: Number.NaN }),
    { type: "not-a-number", ...cell("priorityScore"), input: "NaN" },
  ],
  [
    "an endless number",
    set("budgetLine", line, { likelyWon: Number.POSITIVE_INFINITY }),
    { type: "not-a-number", entity: "budgetLine", rowId: line, field: "likelyWon", input: "Infinity" },
  ],
  [
    "a score above 100",
    set("task", "T", { priorityScore: 101 }),
    { type: "out-of-range", ...cell("priorityScore"), minimum: 0, maximum: 100, value: 101 },
  ],
  [
    "a negative amount",
    set("budgetLine", line, { likelyWon: -1 }),
    {
      type: "out-of-range",
      entity: "budgetLine",
      rowId: line,
      field: "likelyWon",
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      value: -1,
    },
  ],
  [
    "a share above 100 %",
    set("decentralisedShare", "2027", { shareRatio: 1.01 }),
    {
      type: "out-of-range",
      entity: "decentralisedShare",
      rowId: "2027",
      field: "shareRatio",
      minimum: 0,
      maximum: 1,
      value: 1.01,
    },
  ],
  [
    "a choice that is none",
    set("plan", "plan", { shareMode: "maybe" }),
    {
      type: "not-a-choice",
      entity: "plan",
      rowId: "plan",
      field: "shareMode",
      choices: ["proposal", "deliberated"],
      input: "maybe",
    },
  ],
  ["a number where a text belongs", set("task", "T", { title: 7 }), { type: "wrong-kind", ...cell("title") }],
  [
    "a text where yes or no belongs",
    set("task", "T", { isRunning: "yes" }),
    { type: "wrong-kind", ...cell("isRunning") },
  ],
  [
    "a column that does not exist",
    set("task", "T", { titel: "x" }),
    { type: "unknown-field", ...cell("titel") },
  ],
  [
    "a column named like a part of the language",
    set("task", "T", { constructor: "x" }),
    { type: "unknown-field", ...cell("constructor") },
  ],
  [
    "the key of a matrix row",
    set("ceiling", "CITY/2027", { year: 2028 }),
    { type: "key-field", entity: "ceiling", rowId: "CITY/2027", field: "year" },
  ],
  [
    "a row that does not exist",
    set("task", "X", { title: "x" }),
    { type: "unknown-row", entity: "task", rowId: "X" },
  ],
  [
    "a matrix row whose name says no year",
    set("ceiling", "CITY/soon", { ceilingWon: 1 }),
    { type: "unknown-row", entity: "ceiling", rowId: "CITY/soon" },
  ],
  [
    "deleting what is not there",
    { type: "delete-rows", rows: [{ entity: "task", rowId: "X" }] },
    { type: "unknown-row", entity: "task", rowId: "X" },
  ],
  [
    "adding a row that exists",
    { type: "add-rows", rows: [{ entity: "task", rowId: "T", cells: { title: "x" } }] },
    { type: "row-exists", entity: "task", rowId: "T" },
  ],
  [
    "adding a row twice in one step",
    {
      type: "add-rows",
      rows: [
        { entity: "area", rowId: "A", cells: {} },
        { entity: "area", rowId: "A", cells: {} },
      ],
    },
    { type: "row-exists", entity: "area", rowId: "A" },
  ],
  [
    "an end before the start",
    set("task", "T", { endYear: 2026 }),
    { type: "end-before-start", rowId: "T", startYear: 2027, endYear: 2026 },
  ],
  [
    "a plan that ends before it begins",
    set("plan", "plan", { lastYear: 2026 }),
    { type: "horizon-reversed", firstYear: 2027, lastYear: 2026 },
  ],
  [
    "fewer seats than officials",
    set("committee", "C", { seats: 4 }),
    { type: "seats-below-officials", rowId: "C", seats: 4, officials: 5 },
  ],
  [
    "a planned size with fewer seats than officials",
    set("committeeSize", "C/2028", { seats: 4, officials: 5 }),
    { type: "seats-below-officials", rowId: "C/2028", seats: 4, officials: 5 },
  ],
  [
    "a likely amount above the high one",
    set("budgetLine", line, { likelyWon: 121 }),
    { type: "range-reversed", rowId: line, lowWon: 90, likelyWon: 121, highWon: 120 },
  ],
  [
    "a task without a name",
    set("task", "T", { title: "  " }),
    { type: "empty-name", entity: "task", rowId: "T", field: "title" },
  ],
  [
    "a new task without a name",
    { type: "add-rows", rows: [{ entity: "task", rowId: "N", cells: {} }] },
    { type: "empty-name", entity: "task", rowId: "N", field: "title" },
  ],
  [
    "a plan without a name",
    set("plan", "plan", { title: "" }),
    { type: "empty-name", entity: "plan", rowId: "plan", field: "title" },
  ],
])("%s is refused with the reason", (_, command, error) => {
  expect(outcomeOf(command)).toEqual(error);
});

test("one bad cell refuses the whole step", () => {
  const command: RowCommand = {
    type: "set-cells",
    edits: [
      { entity: "task", rowId: "T", cells: { title: "good" } },
      { entity: "committee", rowId: "C", cells: { officials: 31 } },
    ],
  };
  expect(outcomeOf(command)).toMatchObject({ type: "seats-below-officials", seats: 30, officials: 31 });
});

test("a rule is checked after all edits of a step: the order within a paste does not matter", () => {
  const command: RowCommand = {
    type: "set-cells",
    edits: [
      { entity: "task", rowId: "T", cells: { startYear: 2031 } },
      { entity: "task", rowId: "T", cells: { endYear: 2032 } },
    ],
  };
  expect(outcomeOf(command)).toHaveLength(2);
});

test("a command from outside is parsed: unknown kinds, rows and empty steps are no commands", () => {
  for (const candidate of [
    { type: "drop-tables" },
    { type: "set-cells", edits: [] },
    { type: "set-cells", edits: [{ entity: "user", rowId: "x", cells: {} }] },
    { type: "set-cells", edits: [{ entity: "task", rowId: "", cells: {} }] },
    { type: "set-cells", edits: [{ entity: "task", rowId: "T", cells: { title: { html: "<b>" } } }] },
  ])
    expect(CommandSchema.safeParse(candidate).success).toBe(false);
});
