import { expect, test } from "vitest";
import { inspectPlanFile } from "../../../cli/gate/inspect-plan-file";
import { tamper } from "../support/dump-plan";
import { openDatabase } from "../support/make-plan";
import { type CliBench, healthyBytes, makeBench } from "./cli-bench";

interface MergeAnswer {
  readonly added: number;
  readonly agreed: number;
  readonly settled: number;
  readonly conflicts: readonly {
    readonly entity: string;
    readonly row: string;
    readonly field: string;
    readonly values: readonly { readonly value: unknown; readonly person: string }[];
  }[];
  readonly problems: readonly { readonly type: string; readonly message: string }[];
}

/** Two copies of one plan, each edited by one person: one cell by both, one by each alone. */
async function makeCopies(): Promise<{ bench: CliBench; ours: string; theirs: string; out: string }> {
  const bench = makeBench();
  const [ours, theirs] = [
    bench.write("ours.civplan", healthyBytes()),
    bench.write("theirs.civplan", healthyBytes()),
  ];
  await bench.run("set", ours, "committee.COUNCIL.seats=50", "task.T01.priority=11", "--author", "Kim");
  await bench.run("set", theirs, "committee.COUNCIL.seats=40", "task.T02.priority=22", "--author", "Lee");
  return { bench, ours, theirs, out: bench.path("merged.civplan") };
}

test("merging keeps both sides' edits, lists the conflict with both people, exits with 1 and touches neither file", async () => {
  const { bench, ours, theirs, out } = await makeCopies();
  const [before, beforeTheirs] = [bench.read("ours.civplan"), bench.read("theirs.civplan")];
  const answer = await bench.json<MergeAnswer>("merge", ours, theirs, "-o", out);
  expect(answer).toMatchObject({ exitCode: 1, added: 1, settled: 0 });
  expect(answer.conflicts).toMatchObject([
    { entity: "committee", row: "committee COUNCIL", field: "seats", valueBefore: 30 },
  ]);
  const said = answer.conflicts[0]?.values.map(({ value, person }) => [value, person]);
  expect(said?.sort()).toEqual([
    [40, "Lee"],
    [50, "Kim"],
  ]);
  expect(bench.read("ours.civplan")).toEqual(before);
  expect(bench.read("theirs.civplan")).toEqual(beforeTheirs);
  const db = openDatabase(bench.read("merged.civplan"));
  expect(
    db.exec("SELECT priority_score FROM task WHERE code IN ('T01','T02') ORDER BY code")[0]?.values,
  ).toEqual([[11], [22]]);
  expect(db.exec("SELECT added_changes, conflicts FROM merge_log")[0]?.values).toEqual([[1, 1]]);
  const inspected = inspectPlanFile(
    { bytes: bench.read("merged.civplan"), comparesProjection: true },
    openDatabase,
  );
  expect(inspected).toMatchObject({ ok: true, value: { projectionDifferences: [] } });
});

test.each([
  ["ours", 50],
  ["theirs", 40],
])(
  "--prefer %s settles every conflict with that side's value, as one change of who merges",
  async (side, seats) => {
    const { bench, ours, theirs, out } = await makeCopies();
    const answer = await bench.json<MergeAnswer>(
      "merge",
      ours,
      theirs,
      "-o",
      out,
      "--prefer",
      side,
      "--author",
      "Park",
    );
    expect(answer).toMatchObject({ exitCode: 0, settled: 1, conflicts: [] });
    const db = openDatabase(bench.read("merged.civplan"));
    expect(db.exec("SELECT seats FROM committee WHERE code='COUNCIL'")[0]?.values).toEqual([[seats]]);
    const { out: text } = await bench.run("history", out);
    expect(text.split("\n")[2]).toMatch(/Park +Settled .*: seats/);
    // Merging the settled plan back into either copy asks nothing again.
    const back = await bench.json<MergeAnswer>("merge", theirs, out, "-o", bench.path("back.civplan"));
    expect(back).toMatchObject({ exitCode: 0, conflicts: [] });
  },
);

test("merging a file with itself or an earlier copy adds nothing", async () => {
  const { bench, ours, out } = await makeCopies();
  const early = bench.write("early.civplan", healthyBytes());
  for (const other of [ours, early])
    expect(await bench.json("merge", ours, other, "-o", out, "--force")).toMatchObject({
      exitCode: 0,
      added: 0,
      conflicts: [],
    });
  expect(
    openDatabase(bench.read("merged.civplan")).exec("SELECT count(*) FROM merge_log")[0]?.values,
  ).toEqual([[0]]);
});

test("rules that the merged plan breaks are listed, not corrected", async () => {
  const bench = makeBench();
  const [ours, theirs] = [
    bench.write("ours.civplan", healthyBytes()),
    bench.write("theirs.civplan", healthyBytes()),
  ];
  await bench.run("set", ours, "committee.COUNCIL.seats=8");
  await bench.run("set", theirs, "committee.COUNCIL.officials=12");
  const answer = await bench.json<MergeAnswer>("merge", ours, theirs, "-o", bench.path("out.civplan"));
  expect(answer).toMatchObject({ exitCode: 0, conflicts: [] });
  expect(answer.problems.map(({ type }) => type)).toContain("broken-rule");
});

test("another plan, a forged change, a damaged or a newer file is refused with its exit code, and nothing is written", async () => {
  const { bench, ours, theirs, out } = await makeCopies();
  await bench.run("new", "--template", "empty", "-o", bench.path("other.civplan"));
  const forged = bench.write(
    "forged.civplan",
    tamper(bench.read("ours.civplan"), "UPDATE op SET value='77' WHERE change_n=2 AND field='seats'"),
  );
  const broken = bench.write("broken.civplan", bench.read("theirs.civplan").subarray(0, 20_000));
  const newer = bench.write("newer.civplan", tamper(bench.read("theirs.civplan"), "PRAGMA user_version=2"));
  const refusals: readonly [string, string, string, number][] = [
    [ours, bench.path("other.civplan"), "other-plan", 6],
    [ours, forged, "change-differs", 6],
    [ours, broken, "truncated", 4],
    [ours, newer, "newer-format", 5],
    [newer, theirs, "newer-format", 5],
  ];
  for (const [a, b, type, exitCode] of refusals)
    expect(await bench.json("merge", a, b, "-o", out)).toMatchObject({ exitCode, error: { type } });
  expect(bench.files()).not.toContain("merged.civplan");
});

test("diff lists each changed cell with both values, and added and deleted rows", async () => {
  const { bench, ours, theirs } = await makeCopies();
  const answer = await bench.json<{ changes: Record<string, unknown>[] }>("diff", ours, theirs);
  expect(answer).toMatchObject({ exitCode: 0, isSamePlan: true });
  const cells = answer.changes.filter(({ entity }) => entity !== "evidence");
  expect(cells.map(({ row, field, from, to }) => [row, field, from, to])).toEqual([
    ["task T01", "priorityScore", 11, 92],
    ["task T02", "priorityScore", expect.any(Number), 22],
    ["committee COUNCIL", "seats", 50, 40],
  ]);
  const same = await bench.run("diff", ours, ours);
  expect(same).toMatchObject({ exitCode: 0, out: `${ours} and ${ours} say the same.\n` });
});

test("diff of two different plans from one template matches rows by code", async () => {
  const bench = makeBench();
  const [a, b] = [bench.path("a.civplan"), bench.path("b.civplan")];
  for (const file of [a, b]) await bench.run("new", "--template", "seoul-civil-democracy", "-o", file);
  await bench.run("set", b, "task.T01.cost.2027.CITY.likely=1234", "task.T03.title=Other");
  const answer = await bench.json<{ changes: Record<string, unknown>[] }>("diff", a, b);
  expect(answer).toMatchObject({ isSamePlan: false });
  const changed = answer.changes.filter(({ entity }) => entity !== "evidence");
  const rows = new Set(changed.map(({ kind, row }) => `${kind} ${row}`));
  expect([...rows]).toEqual(["changed task T03", "changed budgetLine T01 2027 CITY REGULAR"]);
});

test("history says who did what and when, and can be narrowed down", async () => {
  const { bench, ours } = await makeCopies();
  await bench.run("set", ours, "committee.COUNCIL.seats=45", "--author", "Lee");
  const all = await bench.run("history", ours);
  expect(all.out).toMatch(/Lee +Lowered .*: seats 50 → 45/);
  expect(all.out).toContain("Started the plan from the template seoul-civil-democracy");
  interface Answer {
    readonly changes: readonly {
      readonly change: number;
      readonly person: string;
      readonly cells: unknown;
    }[];
  }
  const byLee = await bench.json<Answer>(
    "history",
    ours,
    "--person",
    "lee",
    "--row",
    "committee.COUNCIL",
    "--field",
    "seats",
  );
  expect(byLee.changes).toMatchObject([
    { change: 3, person: "Lee", cells: [{ row: "committee COUNCIL", field: "seats", from: 50, to: 45 }] },
  ]);
  const tasks = await bench.json<Answer>("history", ours, "--row", "task.T01", "--since", "2026-11-22");
  expect(tasks.changes.map(({ change }) => change)).toEqual([2, 1]);
  expect((await bench.json<Answer>("history", ours, "--until", "2020-01-01")).changes).toEqual([]);
  for (const wrong of [
    ["--person", "Nobody"],
    ["--since", "yesterday"],
    ["--row", "task.T99"],
  ])
    expect(await bench.json("history", ours, ...wrong)).toMatchObject({ exitCode: 2 });
});

test("publish writes a plan of its own with every row, one change, and nobody's name", async () => {
  const { bench, ours } = await makeCopies();
  const out = bench.path("public.civplan");
  const published = await bench.json<{ planId: string }>("publish", ours, "-o", out);
  expect(published).toMatchObject({ exitCode: 0, changes: 1, people: 1, tasks: 11 });
  const text = bench.read("public.civplan").toString("latin1");
  for (const name of ["Kim", "Lee", "Park"]) expect(text).not.toContain(name);
  const { changes } = await bench.json<{ changes: unknown[] }>("diff", ours, out);
  expect(changes).toEqual([]);
  expect(await bench.json("merge", ours, out, "-o", bench.path("no.civplan"))).toMatchObject({
    exitCode: 6,
    error: { type: "other-plan" },
  });
  const problemsOf = async (file: string) =>
    (await bench.json<{ problems: unknown }>("verify", file)).problems;
  expect(await problemsOf(out)).toEqual(await problemsOf(ours));
});
