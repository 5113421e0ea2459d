import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspectPlanFile } from "../../../cli/gate/inspect-plan-file";
import { openDatabase } from "../support/make-plan";
import { healthyBytes, makeBench } from "./cli-bench";

const openBench = () => {
  const bench = makeBench();
  return { bench, file: bench.write("plan.civplan", healthyBytes()) };
};

interface SetAnswer {
  readonly change: number | null;
  readonly ops: number;
  readonly cells: readonly { path: string; from: unknown; to: unknown }[];
}

test("edits several cells as one change, which the history names after its author", async () => {
  const { bench, file } = openBench();
  const answer = await bench.json<SetAnswer>(
    "set",
    file,
    "plan.title=Draft 2",
    "task.T01.priority=91.5",
    "committee.COUNCIL.seats=50",
    "source.CITY.ceiling.2028=5,100,000,000",
    "--author",
    "Lee",
  );
  expect(answer).toMatchObject({ exitCode: 0, change: 2, ops: 6 });
  expect(answer.cells.map(({ path, from, to }) => [path, from, to])).toEqual([
    ["plan.title", "Seoul master plan for civil democracy 2027–2030", "Draft 2"],
    ["task.T01.priorityScore", 92, 91.5],
    ["committee.COUNCIL.seats", 30, 50],
    ["source.CITY.ceiling.2028", 5_000_000_000, 5_100_000_000],
  ]);
  expect(await bench.json("info", file)).toMatchObject({
    title: "Draft 2",
    changes: 2,
    people: 2,
    lastChange: { by: "Lee" },
  });
  expect(bench.files()).toEqual(["plan.civplan"]);
});

test("the file written is sound, its tables say what its log says", async () => {
  const { bench, file } = openBench();
  await bench.run("set", file, "committee.COUNCIL.seats=40", "task.T02.title=<b>한글</b>");
  const db = openDatabase(bench.read("plan.civplan"));
  expect(db.exec("PRAGMA integrity_check")[0]?.values).toEqual([["ok"]]);
  expect(db.exec("SELECT seats FROM committee")[0]?.values).toEqual([[40]]);
  expect(db.exec("SELECT title FROM task WHERE code='T02'")[0]?.values).toEqual([["<b>한글</b>"]]);
  const inspected = inspectPlanFile(
    { bytes: bench.read("plan.civplan"), comparesProjection: true },
    openDatabase,
  );
  expect(inspected).toMatchObject({ ok: true, value: { projectionDifferences: [] } });
});

test("a likely amount takes low and high along; typed bounds stay as typed", async () => {
  const { bench, file } = openBench();
  const line = "task.T01.cost.2027.CITY";
  const first = await bench.json<SetAnswer>("set", file, `${line}.likely=1200000000`);
  expect(first.cells).toEqual([
    { path: "task.T01.cost.2027.CITY.REGULAR.likelyWon", from: 240_000_000, to: 1_200_000_000 },
  ]);
  const read = () => {
    const rows = openDatabase(bench.read("plan.civplan")).exec(
      "SELECT low_won, likely_won, high_won, is_illustrative FROM budget_line b JOIN task t ON t.id = b.task_id WHERE t.code='T01' AND year=2027 AND source_id='CITY'",
    );
    return rows[0]?.values;
  };
  expect(read()).toEqual([[1_080_000_000, 1_200_000_000, 1_440_000_000, 0]]);
  await bench.run("set", file, `${line}.low=500`, `${line}.likely=1000`);
  expect(read()).toEqual([[500, 1000, 1200, 0]]);
});

test("a cost line takes its amount along, as one change", async () => {
  const bench = makeBench();
  const file = bench.path("district.civplan");
  await bench.run("new", "--template", "district-governance", "-o", file);
  const answer = await bench.json<SetAnswer>("set", file, "task.D05.cost.2027.DISTRICT.line.1.times=6");
  expect(answer).toMatchObject({
    exitCode: 0,
    cells: [{ path: "task.D05.cost.2027.DISTRICT.REGULAR.line.1.times", from: 4, to: 6 }],
  });
  const rows = openDatabase(bench.read("district.civplan")).exec(
    "SELECT low_won, likely_won, high_won FROM budget_line b JOIN task t ON t.id = b.task_id WHERE t.code='D05' AND year=2027 AND source_id='DISTRICT'",
  );
  // 50 people × 100,000 won × 2 more meetings on top of 63 : 70 : 84 million.
  expect(rows[0]?.values).toEqual([[72_000_000, 80_000_000, 96_000_000]]);
});

describe("an amount without a channel", () => {
  const pathOf = async (...setup: string[]) => {
    const { bench, file } = openBench();
    if (setup.length > 0) expect(await bench.run("set", file, ...setup)).toMatchObject({ exitCode: 0 });
    const answer = await bench.json<SetAnswer>("set", file, "task.T03.cost.2028.PRIVATE.likely=5000000");
    return answer.cells[0]?.path;
  };

  test("goes to the regular budget where there is no line yet", async () => {
    expect(await pathOf()).toBe("task.T03.cost.2028.PRIVATE.REGULAR.likelyWon");
  });

  test("goes to the task's only line in that year and source", async () => {
    expect(await pathOf("task.T03.cost.2028.PRIVATE.PARTICIPATORY.likely=1")).toBe(
      "task.T03.cost.2028.PRIVATE.PARTICIPATORY.likelyWon",
    );
  });

  test("goes to the regular budget where there are several lines", async () => {
    const lines = ["PARTICIPATORY", "DELIBERATIVE"].map(
      (channel) => `task.T03.cost.2028.PRIVATE.${channel}.likely=1`,
    );
    expect(await pathOf(...lines)).toBe("task.T03.cost.2028.PRIVATE.REGULAR.likelyWon");
  });
});

test("a share over all years is set in each; a single year beats it in any order", async () => {
  const { bench, file } = openBench();
  const answer = await bench.json<SetAnswer>(
    "set",
    file,
    "decentralised.share.2028=3%",
    "decentralised.share=0.05",
  );
  expect(answer.cells.map(({ path, to }) => [path, to])).toEqual([
    ["decentralised.share.2027", 0.05],
    ["decentralised.share.2028", 0.03],
    ["decentralised.share.2029", 0.05],
    ["decentralised.share.2030", 0.05],
  ]);
});

test("what the plan says already is no change, and the file stays as it is", async () => {
  const { bench, file } = openBench();
  expect(await bench.json("set", file, "committee.COUNCIL.seats=30")).toMatchObject({
    exitCode: 0,
    change: null,
    ops: 0,
  });
  expect(Buffer.compare(bench.read("plan.civplan"), healthyBytes())).toBe(0);
});

describe("what a task waits for", () => {
  const waitsFor = "task.T05.waits-for";

  test("is set as a whole by codes, in one change with other cells, which the history names", async () => {
    const { bench, file } = openBench();
    const first = await bench.json<SetAnswer>("set", file, `${waitsFor}=T01,T02`);
    expect(first.exitCode).toBe(0);
    expect(first.cells).toMatchObject([{ path: "task.T05.waitsFor", to: "T01,T02" }]);
    const second = await bench.json<SetAnswer>("set", file, `${waitsFor}= T02, T03`, "task.T05.priority=70");
    expect(second).toMatchObject({ exitCode: 0, change: 3 });
    expect(second.cells).toEqual([
      { path: "task.T05.waitsFor", from: "T01,T02", to: "T02,T03" },
      { path: "task.T05.priorityScore", from: expect.any(Number), to: 70 },
    ]);
    expect((await bench.run("set", file, `${waitsFor}=T02`)).out).toMatch(/waitsFor +T02,T03 +T02/);
    expect((await bench.run("set", file, `${waitsFor}=T01`)).exitCode).toBe(0);
    expect((await bench.run("set", file, `${waitsFor}=`)).exitCode).toBe(0);
    const { out } = await bench.run("history", file);
    expect(out).toMatch(/no longer waits for/);
    expect(out).toMatch(/Changed what .+ waits for/);
  });

  test("as it is already is no change", async () => {
    const { bench, file } = openBench();
    await bench.run("set", file, `${waitsFor}=T01,T02`);
    for (const same of [`${waitsFor}=T02,T01`, `task.T05.waitsFor=T01,T02,T01`])
      expect((await bench.run("set", file, same)).out).toContain("Nothing to do");
  });

  test.each([
    [["task.T05.waits-for=T1O"], "unknown-code", /there is no task "T1O"\. Did you mean T10\?/],
    [["task.T05.wait-for=T01"], "unknown-field", /Did you mean waitsFor\?/],
    [["task.T05.waits-for=T05"], "dependency-circle", /T05 waits for T05\. Nothing was changed/],
    [
      ["task.T02.waits-for=T01", "task.T01.waits-for=T02"],
      "dependency-circle",
      /^task\.T0[12]\.waitsFor: the tasks would wait for each other in a circle: T0\d waits for T0\d, T0\d waits for T0\d\./,
    ],
  ])("%j is refused, and the file left as it was", async (assignments, type, says) => {
    const { bench, file } = openBench();
    expect(await bench.json("set", file, ...assignments)).toMatchObject({
      exitCode: 2,
      error: { type, message: expect.stringMatching(says) },
    });
    expect(Buffer.compare(bench.read("plan.civplan"), healthyBytes())).toBe(0);
  });
});

describe("a value that the plan refuses exits with 2, says why, and leaves the file as it was", () => {
  test.each([
    ["task.T01.priority=high", "not-a-number", /"high" is not a number/],
    ["committee.COUNCIL.seats=3O", "not-a-number", /"3O" is not a number/],
    ["committee.COUNCIL.seats=30.5", "not-a-number", /30.5 is not a whole number/],
    ["task.T01.cost.2027.CITY.likely=-1", "out-of-range", /-1 is below 0/],
    ["task.T01.cost.2027.CITY.likely=abc", "not-a-number", /"abc" is not a number/],
    ["source.CITY.ceiling.2028=-5", "out-of-range", /below 0/],
    ["task.T01.end=2020", "end-before-start", /end \(2020\) would come before the start \(2027\)/],
    ["decentralised.share=150%", "out-of-range", /1.5 is outside 0 to 1 \(write 5 % as 5% or 0.05\)/],
    ["committee.COUNCIL.seats=4", "seats-below-officials", /4 seats are fewer than the 5 officials/],
    ["committee.COUNCIL.officials=31", "seats-below-officials", /30 seats are fewer than the 31/],
    ["plan.lastYear=2020", "horizon-reversed", /last year \(2020\)/],
    ["task.T01.title=  ", "empty-name", /a name is needed/],
    ["decentralised.base=everything", "not-a-choice", /none of plan, discretionary, total/],
    ["decentralised.additional=perhaps", "not-yes-or-no", /neither true nor false/],
    ["task.T01.cost.2027.CITY.low=999999999999", "range-reversed", /must not decrease/],
  ])("%s", async (assignment, type, says) => {
    const { bench, file } = openBench();
    const run = await bench.run("set", file, "plan.title=Not kept either", assignment);
    expect(run).toMatchObject({ exitCode: 2, out: "", error: expect.stringMatching(says) });
    expect(await bench.json("set", file, assignment)).toMatchObject({
      exitCode: 2,
      error: { type, message: expect.stringMatching(says) },
    });
    expect(Buffer.compare(bench.read("plan.civplan"), healthyBytes())).toBe(0);
    expect(bench.files()).toEqual(["plan.civplan"]);
  });
});

test("a file that changed since it was read is not overwritten", async () => {
  const bytes = healthyBytes();
  const bench = makeBench({
    inspect: async (request) => {
      const inspected = inspectPlanFile(request, openDatabase);
      // Somebody else saves between our reading and our writing.
      writeFileSync(bench.path("plan.civplan"), "somebody else's work");
      return inspected;
    },
  });
  const file = bench.write("plan.civplan", bytes);
  expect(await bench.json("set", file, "plan.title=Mine")).toMatchObject({
    exitCode: 3,
    error: { type: "changed-underneath" },
  });
  expect(bench.read("plan.civplan").toString()).toBe("somebody else's work");
  expect(bench.files()).toEqual(["plan.civplan"]);
});
