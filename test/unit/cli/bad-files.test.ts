import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tamper } from "../support/dump-plan";
import { openDatabase } from "../support/make-plan";
import { healthyBytes, makeBench } from "./cli-bench";

const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;

function withHeaderNumber(offset: number, value: number): Uint8Array {
  const bytes = healthyBytes();
  new DataView(bytes.buffer).setUint32(offset, value);
  return bytes;
}

/** A page of the log, overwritten. */
function withBrokenPage(): Uint8Array {
  const bytes = healthyBytes();
  bytes.fill(0xff, 4096 * 3, 4096 * 4);
  return bytes;
}

const otherDatabase = () => {
  const db = openDatabase();
  db.run("CREATE TABLE recipe(name TEXT)");
  return db.export();
};

const cases: readonly [
  name: string,
  bytes: () => Uint8Array,
  exitCode: number,
  type: string,
  says: RegExp,
][] = [
  ["text", () => Buffer.from("a letter, not a plan. ".repeat(20)), 3, "not-sqlite", /not a plan file/],
  ["nothing", () => new Uint8Array(), 3, "empty-file", /is empty/],
  ["another database", otherDatabase, 3, "not-a-plan", /SQLite database, but not a plan/],
  ["a wrong application id", () => withHeaderNumber(APPLICATION_ID_OFFSET, 7), 3, "not-a-plan", /not a plan/],
  ["half a plan", () => healthyBytes().slice(0, 50_000), 4, "truncated", /cut short: 50000 of \d+ bytes/],
  ["fifty bytes", () => healthyBytes().slice(0, 50), 4, "truncated", /cut short/],
  ["a plan with a broken page", withBrokenPage, 4, "damaged", /is damaged/],
  ["a plan without a table", () => tamper(healthyBytes(), "DROP TABLE op_pred"), 4, "damaged", /op_pred/],
  [
    "a plan with a trigger",
    () => tamper(healthyBytes(), "CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM change; END"),
    6,
    "refused-content",
    /trigger t/,
  ],
];

describe.each(cases)("a file that is %s", (_, makeBytes, exitCode, type, says) => {
  test.each([
    ["info"],
    ["verify"],
    ["evaluate"],
    ["compare", "--scenarios", "base,base"],
    ["set", "plan.title=x"],
  ])("is refused by %s with its exit code and untouched", async (command, ...rest) => {
    const bench = makeBench();
    const bytes = makeBytes();
    const file = bench.write("bad.civplan", bytes);
    const run = await bench.run(command, file, ...rest);
    expect(run).toMatchObject({ exitCode, out: "", error: expect.stringMatching(says) });
    expect(run.error).toContain("Nothing was");
    const { error } = await bench.json<{ error: { type: string; message: string } }>(command, file, ...rest);
    expect(error).toMatchObject({ type, message: expect.stringMatching(says) });
    expect(Buffer.compare(bench.read("bad.civplan"), bytes)).toBe(0);
    expect(bench.files()).toEqual(["bad.civplan"]);
  });
});

test("a plan of a newer format is read with a notice and refused for writing with exit 5", async () => {
  const bench = makeBench();
  const bytes = withHeaderNumber(USER_VERSION_OFFSET, 9);
  const file = bench.write("newer.civplan", bytes);
  for (const command of ["info", "verify", "evaluate"]) {
    const run = await bench.run(command, file);
    expect(run).toMatchObject({
      exitCode: 0,
      error: expect.stringContaining("newer version of Civplan (format 9)"),
    });
  }
  expect(await bench.json("info", file)).toMatchObject({ format: 9, isNewerFormat: true, tasks: 11 });
  const refused = await bench.json("set", file, "plan.title=x");
  expect(refused).toMatchObject({ exitCode: 5, error: { type: "newer-format" } });
  expect(Buffer.compare(bench.read("newer.civplan"), bytes)).toBe(0);
});

test("a missing file, a folder and a file in a missing folder are each told in a sentence", async () => {
  const bench = makeBench();
  mkdirSync(bench.path("folder"));
  expect(await bench.run("info", bench.path("none.civplan"))).toMatchObject({
    exitCode: 3,
    error: `There is no file ${bench.path("none.civplan")}.\n`,
  });
  expect(await bench.run("info", bench.path("folder"))).toMatchObject({
    exitCode: 3,
    error: `${bench.path("folder")} is a folder, not a file.\n`,
  });
  const output = bench.path("nowhere/plan.civplan");
  expect(await bench.run("new", "--template", "empty", "-o", output)).toMatchObject({
    exitCode: 3,
    error: expect.stringContaining("The folder for"),
  });
  expect(await bench.run("new", "--template", "empty", "-o", bench.path("folder"))).toMatchObject({
    exitCode: 3,
    error: expect.stringContaining("is a folder"),
  });
  expect(bench.files()).toEqual(["folder"]);
});

test("a file that takes too long to read is refused", async () => {
  const bench = makeBench({
    inspect: async () => ({ ok: false, error: { type: "took-too-long", limitMs: 20_000 } }),
  });
  const file = bench.write("slow.civplan", healthyBytes());
  expect(await bench.run("info", file)).toMatchObject({
    exitCode: 6,
    error: expect.stringContaining("within 20 seconds"),
  });
});
