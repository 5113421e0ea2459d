import { describe, expect, test } from "vitest";
import { bytesWithScenarios, healthyBytes, makeBench } from "./cli-bench";

interface Evaluated {
  readonly scenario: string;
  readonly levers: Readonly<Record<string, unknown>>;
  readonly indicators: Readonly<Record<string, { value: number | null; unit: string }>>;
  readonly byYear: readonly {
    year: number;
    sources: readonly { source: string; ceilingWon: number | null }[];
  }[];
  readonly tasks: readonly {
    code: string;
    title: string;
    status: string;
    delayYears: number;
    reason: Readonly<Record<string, unknown>> | null;
  }[];
  readonly committees: readonly { code: string; seats: number; citizens: number; officials: number }[];
  readonly bindingLimit: Readonly<Record<string, unknown>>;
  readonly bindingLimits: readonly Readonly<Record<string, unknown>>[];
  readonly firstShortage: Readonly<Record<string, unknown>> | null;
  readonly run: Readonly<Record<string, unknown>>;
}

function openBench(bytes = healthyBytes()) {
  const bench = makeBench();
  const file = bench.write("plan.civplan", bytes);
  return { bench, file, evaluate: (...argv: string[]) => bench.json<Evaluated>("evaluate", file, ...argv) };
}

const indicatorOf = (outcome: Evaluated, key: string) => outcome.indicators[key]?.value;

describe("growing the council of 30 to 50, the new seats to citizens", () => {
  test("30 seats: the worked values of presence, quorum and the officials' power", async () => {
    const base = await openBench().evaluate();
    expect(base).toMatchObject({ exitCode: 0, scenario: "base", levers: {} });
    expect(indicatorOf(base, "presenceAtMeetingRatio")).toBeCloseTo(0.5668, 6);
    expect(indicatorOf(base, "quorumRatio")).toBeCloseTo(0.857071, 6);
    expect(indicatorOf(base, "officialsPivotalRatio")).toBeCloseTo(0.757877, 6);
    expect(base.tasks.map(({ status }) => status)).toEqual(new Array(11).fill("funded"));
    expect(base.committees).toMatchObject([{ code: "COUNCIL", seats: 30, citizens: 25, officials: 5 }]);
  });

  test("50 seats: people are there more surely, officials turn fewer decisions", async () => {
    const grown = await openBench().evaluate("--set", "committee.COUNCIL.seats=50");
    expect(grown.levers).toEqual({ "committee.COUNCIL.seats": 50 });
    expect(indicatorOf(grown, "presenceAtMeetingRatio")).toBeCloseTo(0.751984, 6);
    expect(indicatorOf(grown, "quorumRatio")).toBeCloseTo(0.864546, 6);
    expect(indicatorOf(grown, "officialsPivotalRatio")).toBeCloseTo(0.623022, 6);
  });

  test("50 seats: T11 starts a year later, since the city's money of 2028 runs out", async () => {
    const { evaluate, bench, file } = openBench();
    const grown = await evaluate("--set", "committee.COUNCIL.seats=50");
    const waiting = grown.tasks.filter(({ status }) => status !== "funded");
    expect(waiting).toMatchObject([
      {
        code: "T11",
        status: "delayed",
        delayYears: 1,
        reason: { type: "ceiling", source: "CITY", year: 2028 },
      },
    ]);
    expect(grown.bindingLimit).toMatchObject({ type: "money", source: "CITY", year: 2028, task: "T11" });
    expect(grown.firstShortage).toMatchObject({ source: "CITY", year: 2028 });
    const run = await bench.run("evaluate", file, "--set", "committee.COUNCIL.seats=50");
    expect(run.out).toContain("Binding limit: money of City in 2028. T11 ");
    expect(run.out).toMatch(/T11 .* funded +delayed by 1 year .* City 2028: ₩[\d.]+ million short/);
    expect(run.error).toBe("");
  });

  test("as 42 + 8: quorum and the officials' power go up", async () => {
    const proportional = await openBench().evaluate(
      ...["--set", "committee.COUNCIL.seats=50", "--set", "committee.COUNCIL.newSeatsTo=proportional"],
    );
    expect(indicatorOf(proportional, "quorumRatio")).toBeCloseTo(0.924384, 6);
    expect(indicatorOf(proportional, "officialsPivotalRatio")).toBeCloseTo(0.855881, 6);
  });
});

test("the JSON says from what it was computed", async () => {
  const { evaluate, bench, file } = openBench();
  const { run, byYear } = await evaluate();
  const { planId } = await bench.json("info", file);
  expect(run).toEqual({
    appVersion: "0.0.0-test",
    modelVersions: expect.objectContaining({ A1: "0.0.0-test", B4: "0.0.0-test" }),
    planId,
    revision: 1,
    evaluatedAt: "2026-11-22T00:01:00.000Z",
  });
  expect(byYear.map(({ year }) => year)).toEqual([2027, 2028, 2029, 2030]);
  expect(byYear[0]?.sources.find(({ source }) => source === "CITY")?.ceilingWon).toBe(4_200_000_000);
});

test("setting the seats in the plan gives what the lever gave", async () => {
  const { evaluate, bench, file } = openBench();
  const lever = await evaluate("--set", "committee.COUNCIL.seats=50");
  await bench.run("set", file, "committee.COUNCIL.seats=50");
  const plan = await evaluate();
  expect(plan.indicators).toEqual(lever.indicators);
  expect(plan.tasks).toEqual(lever.tasks);
});

describe("scenarios of the plan", () => {
  test("are found by title in any case; what is set by hand comes on top", async () => {
    const { evaluate } = openBench(bytesWithScenarios());
    expect(await evaluate("--scenario", "council OF 50")).toMatchObject({
      scenario: "Council of 50",
      levers: { "committee.COUNCIL.seats": 50 },
    });
    const more = ["--set", "committee.COUNCIL.seats=40", "--set", "prices.inflation=3%"];
    expect((await evaluate("--scenario", "Council of 50", ...more)).levers).toEqual({
      "committee.COUNCIL.seats": 40,
      "prices.inflation": 0.03,
    });
  });

  test("a lever whose target is gone is passed over with a notice", async () => {
    const { bench, file } = openBench(bytesWithScenarios());
    const run = await bench.run("evaluate", file, "--scenario", "Share 5 %, at once");
    expect(run).toMatchObject({ exitCode: 0, error: expect.stringContaining("committee.GONE.seats") });
    expect(run.out).toContain("decentralised.share");
  });

  test("an unknown one is wrong usage, with the nearest name", async () => {
    const { evaluate } = openBench(bytesWithScenarios());
    expect(await evaluate("--scenario", "Council of 5O")).toMatchObject({
      exitCode: 2,
      error: { type: "unknown-scenario", nearest: "Council of 50" },
    });
  });

  test("a value in the file that cannot be is refused content; one set by hand is wrong usage", async () => {
    const scenarioId = "dddddddd-0000-7000-8000-000000000050";
    const { evaluate } = openBench(
      bytesWithScenarios({
        entity: "scenarioLever",
        rowId: `${scenarioId}/prices.inflation`,
        cells: { value: "7" },
      }),
    );
    expect(await evaluate("--scenario", "Council of 50")).toMatchObject({
      exitCode: 6,
      error: { type: "lever-out-of-range", path: "prices.inflation" },
    });
    expect(await evaluate("--scenario", "Council of 50", "--set", "prices.inflation=0")).toMatchObject({
      exitCode: 0,
    });
  });
});

describe("levers that cannot be set exit with 2 and leave the file as it was", () => {
  test.each([
    ["committee.COUNCIL.seatz=50", "unknown-lever", "committee.COUNCIL.seats"],
    ["decentralised.shar=5%", "unknown-lever", "decentralised.share"],
    ["committee.COUNCIL.seats=fifty", "lever-not-a-number", undefined],
    ["committee.COUNCIL.seats=30.5", "lever-not-a-number", undefined],
    ["committee.COUNCIL.seats=4", "lever-seats-below-officials", undefined],
    ["committee.COUNCIL.officials=31", "lever-seats-below-officials", undefined],
    ["decentralised.share=150%", "lever-out-of-range", undefined],
    ["decentralised.share=-1%", "lever-out-of-range", undefined],
    ["decentralised.mode=both", "lever-not-a-choice", undefined],
    ["seats", "not-an-assignment", undefined],
    ["__proto__=1", "unknown-lever", undefined],
  ])("%s", async (assignment, type, nearest) => {
    const { evaluate, bench } = openBench();
    const { exitCode, error } = (await evaluate("--set", assignment)) as unknown as {
      exitCode: number;
      error: { type: string; nearest?: string };
    };
    expect({ exitCode, type: error.type }).toEqual({ exitCode: 2, type });
    if (nearest !== undefined) expect(error.nearest).toBe(nearest);
    expect(Buffer.compare(bench.read("plan.civplan"), healthyBytes())).toBe(0);
  });
});
