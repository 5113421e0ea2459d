/** Files whose author defined more in them than data. Nothing of it may run. */
import { expect, test } from "vitest";
import { damaged, open, refused, spoilt } from "./hostile-kit";

const COUNT_FOR_EVER =
  "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n)";

/** Puts another table in the place of one of the log's. */
const inPlaceOf = (table: string, definition: string): readonly string[] => [
  `ALTER TABLE ${table} RENAME TO was_${table}`,
  definition,
];

/** Defines something that SQLite would not let in, as a file made byte by byte can. */
const pastTheParser = (sql: string): readonly string[] => ["PRAGMA writable_schema=ON", sql];

test.each([
  ["a trigger", ["CREATE TRIGGER steal AFTER INSERT ON op BEGIN DELETE FROM change; END"], "trigger steal"],
  ["a view", ["CREATE VIEW peek AS SELECT * FROM op"], "view peek"],
  ["a view that never ends", [`CREATE VIEW peek AS SELECT ${COUNT_FOR_EVER}`], "view peek"],
  ["a log table that is a view", inPlaceOf("op", "CREATE VIEW op AS SELECT * FROM was_op"), "view op"],
  ["a virtual table", ["CREATE VIRTUAL TABLE finder USING fts4(body)"], "virtual table finder"],
  [
    "a generated column in place of a log column",
    inPlaceOf(
      "merge_log",
      "CREATE TABLE merge_log(n INTEGER PRIMARY KEY, merged_at INTEGER, person_n INTEGER, other_file TEXT AS ('x'), added_changes INTEGER, conflicts INTEGER)",
    ),
    "computed table merge_log",
  ],
  [
    "a stored generated column",
    ["CREATE TABLE notes(a TEXT, b TEXT GENERATED ALWAYS AS (hex(a)) STORED)"],
    "computed table notes",
  ],
  [
    "a check that the integrity check would run",
    [
      "CREATE TABLE notes(body TEXT)",
      "INSERT INTO notes VALUES('x')",
      ...pastTheParser(
        "UPDATE sqlite_schema SET sql='CREATE TABLE notes(body TEXT CHECK(length(randomblob(900000000)) > 0))' WHERE name='notes'",
      ),
    ],
    "computed table notes",
  ],
  ["an index over an expression", ["CREATE INDEX slow ON op(hex(value))"], "computed index slow"],
  [
    "an index of some rows",
    ["CREATE INDEX some ON op(entity) WHERE length(value) > 3"],
    "computed index some",
  ],
])("%s is refused before it can do anything", (_, statements, detail) => {
  expect(open(spoilt(...statements))).toEqual(refused(detail));
});

test("an expression nested a thousand deep is refused, not followed", () => {
  const deep = `${"(".repeat(900)}1${")".repeat(900)}`;
  const bytes = spoilt(
    "CREATE TABLE notes(body TEXT)",
    ...pastTheParser(
      `UPDATE sqlite_schema SET sql='CREATE TABLE notes(body TEXT CHECK(${deep}))' WHERE name='notes'`,
    ),
  );
  expect(open(bytes)).toMatchObject({ type: expect.stringMatching(/^(refused-content|damaged)$/) });
});

test("a virtual table that was slipped past the parser is not made", () => {
  const definition =
    "INSERT INTO sqlite_schema VALUES('table','finder','finder',0,' CREATE  VIRTUAL TABLE finder USING fts4(body)')";
  expect(open(spoilt(...pastTheParser(definition)))).toEqual(damaged("malformed database schema (finder)"));
});

test("a definition that is no SQL at all is damaged", () => {
  const bytes = spoilt(
    "CREATE TABLE notes(body TEXT)",
    ...pastTheParser("UPDATE sqlite_schema SET sql='CREATE TABLE notes(((' WHERE name='notes'"),
  );
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test("two tables that share their pages are damaged", () => {
  const bytes = spoilt(
    ...pastTheParser(
      "UPDATE sqlite_schema SET rootpage=(SELECT rootpage FROM sqlite_schema WHERE name='op') WHERE name='merge_log'",
    ),
  );
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test.each([
  ["a missing table", ["DROP TABLE op_pred"], "table op_pred is missing"],
  ["a missing column", ["ALTER TABLE op RENAME COLUMN field TO feld"], "column op.field is missing"],
])("%s is named", (_, statements, detail) => {
  expect(open(spoilt(...statements))).toEqual(damaged(detail));
});

test("tables, columns and plain indexes of another program do not matter", () => {
  const bytes = spoilt(
    "CREATE TABLE notes(body TEXT)",
    "ALTER TABLE change ADD COLUMN mood TEXT",
    "CREATE INDEX mine ON op(entity, row_id)",
  );
  expect(open(bytes)).toBe("opened");
});
