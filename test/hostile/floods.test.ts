/** Files that are built to take all memory or all time. */
import { expect, test } from "vitest";
import { MAX_OPS, MAX_PREDECESSORS, MAX_VALUE_BYTES } from "../../core/planfile/file-format";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { openDatabase } from "../unit/support/make-plan";
import { inGoodTime, refused, spoilt } from "./hostile-kit";

const FROM_ONE_TO = (n: number) =>
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < ${n})`;

/** The refusal alone: these files are too large to be copied and compared again and again. */
function refusalOf(bytes: Uint8Array): unknown {
  const opened = inGoodTime(() => readUntrustedPlan(bytes, openDatabase));
  return opened.ok ? "opened" : opened.error;
}

test.each([
  ["people", `INSERT INTO person SELECT 10+i, randomblob(16), 'x' FROM n`, MAX_OPS],
  ["edits", `INSERT INTO op SELECT 1, 100000+i, 'x', 'y', NULL, '{}' FROM n`, MAX_OPS],
])(
  "a flood of %s is counted and not read",
  (_, insert, maximumOps) => {
    const bytes = spoilt(
      "CREATE TABLE flood(a)",
      // Without its index, so that the flood is made fast.
      ...(insert.includes("person")
        ? ["DROP TABLE person", "CREATE TABLE person(n INTEGER PRIMARY KEY, id BLOB, display_name TEXT)"]
        : []),
      `${FROM_ONE_TO(maximumOps + 1)} ${insert}`,
    );
    expect(refusalOf(bytes)).toMatchObject({ type: "too-many-ops", maximumOps });
  },
  60_000,
);

test("a flood of links between edits is counted and not read", () => {
  expect(MAX_PREDECESSORS).toBe(4 * MAX_OPS);
  const bytes = spoilt(
    "DROP TABLE op_pred",
    "CREATE TABLE op_pred(change_n, i, pred_change_n, pred_i)",
    `${FROM_ONE_TO(MAX_PREDECESSORS + 1)} INSERT INTO op_pred SELECT 1,1,1,0 FROM n`,
  );
  expect(refusalOf(bytes)).toMatchObject({ type: "too-many-ops", maximumOps: MAX_PREDECESSORS });
}, 60_000);

test.each([
  [
    "a text of 100 MB in an edit",
    "UPDATE op SET value=CAST(zeroblob(100000000) AS TEXT) WHERE change_n=1 AND i=0",
  ],
  ["a name of 100 MB", "UPDATE person SET display_name=CAST(zeroblob(100000000) AS TEXT)"],
  ["an id of 100 MB", "UPDATE meta SET plan_id=zeroblob(100000000)"],
])("%s is refused by its length", (_, sql) => {
  expect(refusalOf(spoilt(sql))).toEqual(refused("100000000 bytes in one cell"));
});

test("a text of a few megabytes in an unknown field is a plan like any other", () => {
  const value = `json_object('memo', hex(zeroblob(${MAX_VALUE_BYTES / 16})))`;
  const bytes = spoilt(`INSERT INTO op SELECT 1, 1+max(i), 'later', 'x', NULL, ${value} FROM op`);
  expect(refusalOf(bytes)).toBe("opened");
});

test("a value nested a hundred thousand deep is refused, not followed", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const bytes = spoilt(`INSERT INTO op SELECT 1, 1+max(i), 'later', 'x', 'deep', '${deep}' FROM op`);
  expect(refusalOf(bytes)).toEqual(refused("nested without end"));
});
