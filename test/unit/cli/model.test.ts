import { describe, expect, test } from "vitest";
import { makeBench } from "./cli-bench";

describe("worked values", () => {
  test.each([
    ["presence.binomial p=.05 n=30 k=1", 0.785361],
    ["presence.hypergeometric N=300 K=15 n=30 k=1", 0.802234],
    ["presence.min-size p=.05 confidence=.95", 59],
    ["gallagher.random shares=.407,.329,.164,.068,.032 n=30", 10.751481],
    ["jury p=.55 n=30 rho=.1", 0.609433],
    ["quorum.two-class citizens=25 citizenAttendance=.55 officials=5 officialAttendance=.9", 0.857071],
    ["pairs n=50", 1225],
    ["cost.term citizens=45 officials=5 subcommittees=5", 112_480_000],
    ["size.taagepera population=400000 active=.6", 78.297353],
    ["coverage.subcommittees n=30 subcommittees=5 m=7", 0.302387],
    ["memory.renewal cohorts=2 term=2 dropout=.1", 0.45],
    ["reserve n=30 dropout=.19 confidence=.95", 9],
    ["margin n=30", 0.178919],
    ["gini values=1,2,3,4", 0.25],
  ])("%s is %d", async (line, value) => {
    const answer = await makeBench().json<{ value: number; name: string }>("model", ...line.split(" "));
    expect(answer).toMatchObject({ exitCode: 0, name: line.split(" ")[0] });
    expect(answer.value).toBeCloseTo(value, 6);
  });

  test("a model may answer with a list or with named values", async () => {
    const bench = makeBench();
    const shares = "shares=.407,.329,.164,.068,.032";
    expect(await bench.json("model", "seats", "method=webster", shares, "n=45")).toMatchObject({
      value: [19, 15, 7, 3, 1],
    });
    const { value } = await bench.json<{ value: { banzhaf: number; shapley: number } }>(
      ...["model", "power.bloc", "citizens=25", "officials=5", "quota=16"],
    );
    expect(value.banzhaf).toBeCloseTo(0.67306, 6);
    expect(value.shapley).toBeCloseTo(0.192308, 6);
  });
});

test("the critical path of A3; B2, C4 after A; D2 after B, C; E3 after B; F1 after D, E takes 10 (models C8)", async () => {
  const bench = makeBench();
  const task = (id: string, duration: number, ...after: string[]) => ({ id, duration, after });
  const tasks = [
    task("A", 3),
    task("B", 2, "A"),
    task("C", 4, "A"),
    task("D", 2, "B", "C"),
    task("E", 3, "B"),
    task("F", 1, "D", "E"),
  ];
  const ask = (list: readonly object[]) =>
    bench.json<{ value: object; error: { message: string } }>(
      "model",
      "critical-path",
      `tasks=${JSON.stringify(list)}`,
    );
  expect((await ask(tasks)).value).toEqual({
    duration: 10,
    "slack A": 0,
    "slack B": 1,
    "slack C": 0,
    "slack D": 0,
    "slack E": 1,
    "slack F": 0,
  });
  const refused = async (list: readonly object[]) => (await ask(list)).error.message;
  expect(await refused([task("A", 1, "B"), task("B", 1, "A")])).toContain("circle");
  expect(await refused([task("A", 1, "Z")])).toContain('no task "Z"');
  expect(await refused([task("A", 1), task("A", 2)])).toContain("twice");
  expect(await refused([task("A", -1)])).toContain("duration");
});

test("defaults are shown among the inputs, and the source of the formula", async () => {
  const answer = await makeBench().json<{ inputs: object; source: string }>("model", "margin", "n=30");
  expect(answer.inputs).toMatchObject({ n: 30, p: 0.5 });
  expect(answer.source).not.toBe("");
});

test("for people: the value first, then formula and source", async () => {
  const { out } = await makeBench().run("model", "presence.binomial", "p=.05", "n=30", "k=1");
  expect(out).toMatch(/^0\.785361\n\n.+\n.+\n$/);
});

test("--list names every model with its inputs, units and source", async () => {
  const bench = makeBench();
  const { models } = await bench.json<{ models: { name: string; inputs: object[]; source: string }[] }>(
    ...["model", "--list"],
  );
  expect(models.length).toBeGreaterThan(25);
  for (const model of models) {
    expect(model.source).not.toBe("");
    expect(model.inputs.length).toBeGreaterThan(0);
  }
  const { out } = await bench.run("model", "--list");
  for (const { name } of models) expect(out).toContain(`${name}: `);
});

test.each([
  [["presence.binomal", "p=.05"], "unknown-model", "presence.binomial"],
  [["presence.binomial", "p=.05", "m=30", "k=1"], "unknown-input", undefined],
  [["presence.binomial", "p=.05", "n=thirty", "k=1"], "not-a-number", undefined],
  [["presence.binomial", "p=1.05", "n=30", "k=1"], "out-of-range", undefined],
  [["presence.binomial", "p=.05"], "missing-input", undefined],
  [["presence.binomial", "0.05"], "not-an-assignment", undefined],
  [[], "missing-model", undefined],
  [["--list", "presence.binomal"], "unknown-model", "presence.binomial"],
])("model %j is wrong usage: %s", async (argv, type, nearest) => {
  const answer = await makeBench().json<{ error: { type: string; nearest?: string } }>("model", ...argv);
  expect(answer).toMatchObject({ exitCode: 2, error: { type } });
  if (nearest !== undefined) expect(answer.error.nearest).toBe(nearest);
});
