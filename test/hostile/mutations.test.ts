/** Random damage to a valid file: it opens or is refused in one sentence; it never crashes, hangs or touches our plan. */
import { expect, test } from "vitest";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { PlanDocument } from "../../core/planfile/plan-document";
import { tamper } from "../unit/support/dump-plan";
import { makePlan, openDatabase } from "../unit/support/make-plan";
import { readBack, readLog, saveBytes } from "../unit/support/read-back";
import { inGoodTime, makeRandom } from "./hostile-kit";

const MUTATIONS = process.env.CIVPLAN_FULL === "1" ? 10_000 : 200;
const SEED = 20_270_401;

const random = makeRandom(SEED);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;

/** A small plan with a history: an edit, an undo, a deletion. */
function makeSmallPlan(): Uint8Array {
  const plan = makePlan("empty");
  const rowId = "cccccccc-0000-7000-8000-000000000001";
  plan.execute({
    type: "add-rows",
    rows: [{ entity: "task", rowId, cells: { code: "T01", title: "협치 조례" } }],
  });
  plan.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { title: "Roundtable" } }] });
  plan.undo();
  plan.execute({ type: "delete-rows", rows: [{ entity: "task", rowId }] });
  return saveBytes(plan.document);
}

const valid = makeSmallPlan();
const log = JSON.stringify(readLog(valid));

const CELLS = [
  ["meta", "1", ["plan_id", "format", "created_at", "app_version"]],
  ["person", "n", ["n", "id", "display_name"]],
  ["actor", "n", ["n", "id", "person_n", "created_at"]],
  ["change", "n", ["n", "id", "actor_n", "seq", "hlc", "label", "undoes"]],
  ["op", "i", ["change_n", "i", "entity", "row_id", "field", "value"]],
  ["op_pred", "change_n", ["change_n", "i", "pred_change_n", "pred_i"]],
  ["task", "length(id)", ["id", "title", "_deleted"]],
] as const;

const VALUES = [
  "NULL",
  "0",
  "-1",
  "1",
  "2",
  "1e308",
  "9223372036854775807",
  "''",
  "'x'",
  "x'00'",
  "x'00112233445566778899aabbccddeeff'",
  "zeroblob(16)",
  "'null'",
  "'{}'",
  "'[]'",
  "'{\"a\":1}'",
  "'\"text\"'",
  "'a' || char(0) || 'b'",
  "'__proto__'",
  "'../../etc/passwd'",
  "'<script>alert(1)</script>'",
  "'999999999999999-ffff'",
  "hex(zeroblob(400))",
  '\'{"title":{"deep":[1]}}\'',
]; // prettier-ignore

const DAMAGE: Readonly<Record<string, () => Uint8Array>> = {
  "a flipped bit": () => {
    const bytes = valid.slice();
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return bytes;
  },
  "a flipped bit of the first page": () => {
    const bytes = valid.slice();
    const at = below(1024);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return bytes;
  },
  "random bytes over a range": () => {
    const bytes = valid.slice();
    const start = below(bytes.length);
    for (let at = start; at < Math.min(bytes.length, start + 1 + below(300)); at += 1) bytes[at] = below(256);
    return bytes;
  },
  "a cut": () => valid.slice(0, below(valid.length)),
  "a piece taken out": () => {
    const start = below(valid.length);
    return new Uint8Array([...valid.subarray(0, start), ...valid.subarray(start + 1 + below(2000))]);
  },
  "a piece put in twice": () => {
    const start = below(valid.length);
    const end = start + below(2000);
    return new Uint8Array([...valid.subarray(0, end), ...valid.subarray(start)]);
  },
  "two pages swapped": () => {
    const bytes = valid.slice();
    const pages = bytes.length / 1024;
    const [a, b] = [1024 * below(pages), 1024 * below(pages)];
    const kept = bytes.slice(a, a + 1024);
    bytes.copyWithin(a, b, b + 1024);
    bytes.set(kept, b);
    return bytes;
  },
  "a page of zeros": () => {
    const bytes = valid.slice();
    const start = 1024 * below(bytes.length / 1024);
    return bytes.fill(0, start, start + 1024);
  },
  "a cell of another value": () => {
    const [table, key, columns] = pick(CELLS);
    const rows = `(${key} + ${below(5)}) % ${1 + below(5)} = 0`;
    return tamper(valid, `UPDATE OR REPLACE ${table} SET ${pick(columns)}=${pick(VALUES)} WHERE ${rows}`);
  },
  "rows taken out": () => {
    const [table, key] = pick(CELLS);
    return tamper(valid, `DELETE FROM ${table} WHERE (${key} + ${below(5)}) % ${1 + below(5)} = 0`);
  },
};

/** What becomes of one damaged file; everything that may happen later to an opened one is tried. */
function outcomeOf(bytes: Uint8Array): string {
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) return opened.error.type;
  const document = PlanDocument.fromLog(openDatabase(), opened.value.log);
  const again = readBack(document);
  document.close();
  expect(again).toEqual(opened.value.log);
  return JSON.stringify(opened.value.log) === log ? "opened, the same" : "opened, other content";
}

test(`${MUTATIONS} damaged files (seed ${SEED}) each open or are refused`, () => {
  const names = Object.keys(DAMAGE);
  const table = new Map<string, Map<string, number>>();
  const ours = valid.slice();
  for (let n = 0; n < MUTATIONS; n += 1) {
    const name = names[n % names.length] ?? "";
    let bytes: Uint8Array;
    try {
      bytes = (DAMAGE[name] as () => Uint8Array)();
    } catch (error) {
      // The file's own tables refused the change: there is no such file.
      if (/constraint|datatype/i.test(String(error))) continue;
      throw error;
    }
    const outcome = inGoodTime(() => outcomeOf(bytes));
    const row = table.get(name) ?? new Map<string, number>();
    table.set(name, row);
    row.set(outcome, (row.get(outcome) ?? 0) + 1);
  }
  expect(valid).toEqual(ours);
  printTable(table);
  const outcomes = new Set([...table.values()].flatMap((row) => [...row.keys()]));
  expect(outcomes).toContain("damaged");
  expect(outcomes).toContain("truncated");
}, 1_800_000);

function printTable(table: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  const outcomes = [...new Set([...table.values()].flatMap((row) => [...row.keys()]))].sort();
  const rows = [...table].map(([name, row]) => [
    name,
    ...outcomes.map((outcome) => String(row.get(outcome) ?? 0)),
  ]);
  const lines = [["", ...outcomes], ...rows];
  const widths = outcomes.map((_, n) => Math.max(...lines.map((line) => (line[n + 1] ?? "").length)));
  const text = lines.map(
    ([name, ...cells]) =>
      (name ?? "").padEnd(32) + cells.map((cell, n) => cell.padStart((widths[n] ?? 0) + 2)).join(""),
  );
  process.stdout.write(`\n${text.join("\n")}\n`);
}
