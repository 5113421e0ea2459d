import { describe, expect, test } from "vitest";
import { makePlan } from "../support/make-plan";
import { saveBytes } from "../support/read-back";
import { healthyBytes, makeBench } from "./cli-bench";

const districtBytes = saveBytes(makePlan("district-governance").document);

function openDistrict() {
  const bench = makeBench();
  const file = bench.write("district.civplan", districtBytes);
  return { bench, file };
}

interface Failed {
  readonly exitCode: number;
  readonly error: { readonly type: string; readonly message: string; readonly nearest?: string };
}

describe("evaluate --draws", () => {
  interface Simulated {
    readonly indicators: Readonly<Record<string, { value: number; p10: number; p50: number; p90: number }>>;
    readonly tasks: readonly { fundedProbability: number; startedProbability: number }[];
    readonly ceilings: readonly { source: string; year: number; exceededProbability: number }[];
    readonly run: Readonly<Record<string, unknown>>;
  }

  test("adds percentiles and chances, and says how to compute them again", async () => {
    const { bench, file } = openDistrict();
    const result = await bench.json<Simulated>("evaluate", file, "--draws", "200", "--seed", "7");
    const { value, p10, p50, p90 } = result.indicators.fundedRatio ?? { value: 0, p10: 0, p50: 0, p90: 0 };
    expect(value).toBe(1);
    expect(p10).toBeLessThan(p50);
    expect(p50).toBeLessThan(p90);
    expect(result.tasks.some(({ fundedProbability }) => fundedProbability < 1)).toBe(true);
    expect(result.ceilings.find(({ source, year }) => source === "DISTRICT" && year === 2027)).toBeDefined();
    expect(result.run).toMatchObject({
      seed: 7,
      draws: 200,
      sampling: "monte-carlo",
      levers: {},
      revision: 1,
    });
    expect(result.run.modelVersions).toHaveProperty("C2");
    const again = await bench.json<Simulated>("evaluate", file, "--draws", "200", "--seed", "7");
    expect(again).toEqual(result);
    const text = await bench.run("evaluate", file, "--draws", "200", "--seed", "7");
    expect(text.out).toContain("Key figures in 200 draws");
    expect(text.out).toContain("How likely tasks are");
  });

  test("settings of what is uncertain come from a file", async () => {
    const { bench, file } = openDistrict();
    const fixed = { distribution: "fixed", low: 1, likely: 1, high: 1 };
    const settings = bench.write(
      "certain.json",
      JSON.stringify({
        costs: { distribution: "fixed", correlationRatio: 0 },
        ceilings: { factor: fixed, correlationRatio: 0 },
        inflation: { ...fixed, low: 0, likely: 0, high: 0 },
      }),
    );
    const result = await bench.json<Simulated>(
      ...["evaluate", file, "--draws", "64", "--sampling", "sobol", "--uncertainty", settings],
    );
    expect(result.indicators.displacedWon?.p10).toBe(result.indicators.displacedWon?.p90);
    expect(result.indicators.quorumRatio?.p10).toBeLessThan(result.indicators.quorumRatio?.p90 ?? 0);
  });

  test("what is uncertain is what the plan says; a file stands in its place, part by part", async () => {
    const { bench, file } = openDistrict();
    const draw = (...options: string[]) =>
      bench.json<Simulated>("evaluate", file, "--draws", "200", ...options);
    const usual = await draw();
    const edits = ["uncertainty.grade.lower=70%", "uncertainty.ceilings.low=-40%"];
    expect(await bench.json("set", file, ...edits)).toMatchObject({
      exitCode: 0,
      cells: [
        { path: "uncertainty.grade.lower", from: 0.15, to: 0.7 },
        { path: "uncertainty.ceilings.low", from: -0.1, to: -0.4 },
      ],
    });
    const changed = await draw();
    expect(changed.run.uncertainty).toMatchObject({
      ceilings: { factor: { low: 0.6 } },
      grade: { lowerRatio: 0.7 },
    });
    expect(changed.indicators).not.toEqual(usual.indicators);
    const info = await bench.json<{ uncertainty: Readonly<Record<string, unknown>> }>("info", file);
    expect(info.uncertainty).toEqual(changed.run.uncertainty);
    expect((await bench.run("info", file)).out).toMatch(/ceilings +pert +−40 % +0 % +\+5 % +0\.5/);
    const usualParts = bench.write("usual.json", JSON.stringify(usual.run.uncertainty));
    expect((await draw("--uncertainty", usualParts)).indicators).toEqual(usual.indicators);
  });

  test("assumptions that merging has turned round are not drawn from before somebody mends or replaces them", async () => {
    const { bench, file } = openDistrict();
    const other = bench.write("other.civplan", bench.read("district.civplan"));
    await bench.run("set", file, "uncertainty.grade.lower=70%", "--author", "Kim");
    await bench.run("set", other, "uncertainty.grade.higher=60%", "--author", "Lee");
    const merged = bench.path("merged.civplan");
    await bench.run("merge", file, other, "-o", merged);
    expect((await bench.run("verify", merged)).out).toContain("may not exceed 100 % together");
    const failed = await bench.json<Failed>("evaluate", merged, "--draws", "200");
    expect(failed).toMatchObject({ exitCode: 2, error: { type: "broken-assumptions", parts: ["grade"] } });
    expect(await bench.json("evaluate", merged)).toMatchObject({ exitCode: 0 });
    const grade = bench.write("grade.json", JSON.stringify({ grade: { lowerRatio: 0.2, higherRatio: 0 } }));
    const mended = await bench.json("evaluate", merged, "--draws", "200", "--uncertainty", grade);
    expect(mended).toMatchObject({ exitCode: 0 });
  });

  test.each([
    [["--draws", "0"], 2, "option-out-of-range"],
    [["--draws", "many"], 2, "option-out-of-range"],
    [["--draws", "10", "--seed", "-1"], 2, "option-out-of-range"],
    [["--draws", "10", "--seed", "1.5"], 2, "option-out-of-range"],
    [["--draws", "10", "--workers", "0"], 2, "option-out-of-range"],
    [["--draws", "10", "--sampling", "dice"], 2, "unknown-choice"],
    [["--draws", "10", "--sampling", "sobol"], 2, "too-many-for-sobol"],
    [["--draws", "10", "--uncertainty", "gone.json"], 3, undefined],
  ])("%j is refused", async (options, exitCode, type) => {
    const { bench, file } = openDistrict();
    const failed = await bench.json<Failed>("evaluate", file, ...options);
    expect(failed.exitCode).toBe(exitCode);
    if (type !== undefined) expect(failed.error.type).toBe(type);
    expect(failed.error.message.length).toBeGreaterThan(10);
  });
});

describe("seek", () => {
  test("the share at which residents decide on 1.5 billion won: 5 %", async () => {
    const { bench, file } = openDistrict();
    const found = await bench.json(
      ...["seek", file, "--lever", "decentralised.share", "--target", "residentDecidedWon>=1500000000"],
    );
    expect(found).toMatchObject({
      exitCode: 0,
      isReached: true,
      planValue: 0.02,
      value: 0.05,
      figure: 1_500_000_000,
    });
  });

  test("question 9: the smallest council in which every group of 5 % has a seat with 90 % within a budget: 45", async () => {
    const { bench, file } = openDistrict();
    const targets = ["--target", "weakestGroupSeatedRatio>=90%", "--target", "committeeCostWon<=300000000"];
    const found = await bench.json("seek", file, "--lever", "committee.COUNCIL.seats", ...targets);
    expect(found).toMatchObject({ exitCode: 0, isReached: true, value: 45 });
    const poor = ["--target", "weakestGroupSeatedRatio>=90%", "--target", "committeeCostWon<=200000000"];
    const missed = await bench.json("seek", file, "--lever", "committee.COUNCIL.seats", ...poor);
    expect(missed).toMatchObject({
      exitCode: 1,
      isReached: false,
      conditions: [{ smallest: 45 }, { smallest: expect.any(Number), largest: expect.any(Number) }],
    });
  });

  test("out of reach exits with 1 and says how close it gets", async () => {
    const { bench, file } = openDistrict();
    const run = await bench.run(
      ...["seek", file, "--lever", "committee.COUNCIL.seats", "--target", "quorumRatio>=99.9%"],
    );
    expect(run.exitCode).toBe(1);
    expect(run.out).toMatch(/Out of reach: .*quorumRatio>=0\.999\. It comes closest at \d+/);
  });

  test.each([
    [["--lever", "committee.COUNCIL.seatz", "--target", "quorumRatio>=.9"], "unknown-lever"],
    [["--lever", "committee.COUNCIL.seats", "--target", "quorumRatoi>=.9"], "unknown-measure"],
    [["--lever", "committee.COUNCIL.seats", "--target", "quorumRatio"], "not-a-target"],
    [["--lever", "committee.COUNCIL.seats", "--target", "quorumRatio>=NaN"], "not-a-number"],
    [["--lever", "committee.COUNCIL.seats"], "missing-target"],
    [["--lever", "decentralised.mode", "--target", "quorumRatio>=.9"], "lever-not-numeric"],
  ])("%j is wrong usage", async (options, type) => {
    const { bench, file } = openDistrict();
    const failed = await bench.json<Failed>("seek", file, ...options);
    expect({ exitCode: failed.exitCode, type: failed.error.type }).toEqual({ exitCode: 2, type });
    if (type === "unknown-measure") expect(failed.error.nearest).toBe("quorumRatio");
  });
});

describe("sensitivity", () => {
  test("costs matter more to what is funded than the allowance does, by every method", async () => {
    const { bench, file } = openDistrict();
    for (const method of [["tornado"], ["morris"], ["sobol", "--samples", "64"]]) {
      const found = await bench.json<{
        results: readonly { figure: string; effects: readonly { factor: string }[] }[];
        run: Readonly<Record<string, unknown>>;
      }>("sensitivity", file, "--of", "fundedRatio", "--method", ...method);
      const order = found.results[0]?.effects.map(({ factor }) => factor) ?? [];
      expect(order).toHaveLength(13);
      expect(order).toContain("grade");
      expect(order.indexOf("costs")).toBeLessThan(order.indexOf("committee.COUNCIL.allowance"));
      expect(found.run).toMatchObject({ method: method[0], seed: 1, levers: {} });
    }
  });

  test("only the levers named are moved", async () => {
    const { bench, file } = openDistrict();
    const run = await bench.run(
      ...["sensitivity", file, "--method", "tornado", "--of", "quorumRatio"],
      ...["--vary", "committee.COUNCIL.seats=30:50", "--vary", "decentralised.share=0%:10%"],
    );
    expect(run.exitCode).toBe(0);
    expect(run.out).toMatch(/committee\.COUNCIL\.seats +30 … 50 +85\.7 % +85\.7 % +86\.5 %/);
  });

  test.each([
    [["--method", "guess"], "unknown-choice"],
    [["--method", "tornado", "--vary", "committee.COUNCIL.seats=30:30"], "not-a-range"],
    [["--method", "tornado", "--vary", "committee.COUNCIL.seats=50:30"], "not-a-range"],
    [["--method", "tornado", "--vary", "committee.COUNCIL.seats=30:9999"], "not-a-range"],
    [["--method", "tornado", "--vary", "decentralised.mode=a:b"], "not-a-range"],
    [["--method", "tornado", "--vary", "decentralised.shar=0:1"], "unknown-lever"],
    [["--method", "tornado", "--of", "happiness"], "unknown-measure"],
    [["--method", "morris", "--trajectories", "1"], "option-out-of-range"],
  ])("%j is wrong usage", async (options, type) => {
    const { bench, file } = openDistrict();
    const failed = await bench.json<Failed>("sensitivity", file, ...options);
    expect({ exitCode: failed.exitCode, type: failed.error.type }).toEqual({ exitCode: 2, type });
  });
});

describe("optimise", () => {
  test("with less money: chooses, leaves out, names what binds, and is at least the waterfall", async () => {
    const { bench, file } = openDistrict();
    const less = ["--set", "source.DISTRICT.ceiling=4500000000"];
    const best = await bench.json<{
      value: number;
      waterfallValue: number;
      chosen: readonly { code: string }[];
      leftOut: readonly { code: string }[];
      binding: readonly { words: string }[];
    }>("optimise", file, ...less);
    expect(best).toMatchObject({ exitCode: 0, isFeasible: true, isProved: true });
    expect(best.value).toBeGreaterThanOrEqual(best.waterfallValue);
    expect(best.chosen.length + best.leftOut.length).toBe(15);
    expect(best.binding[0]?.words).toMatch(/District \d{4}: ₩100 million more would be worth about/);
    const text = await bench.run("optimise", file, ...less, "--exclude", "D09,D10", "--max-starts", "20");
    expect(text.out).toContain("What binds");
  });

  test("--apply starts the plan's tasks when the portfolio does, as one change that funding then follows", async () => {
    const { bench, file } = openDistrict();
    const { changes } = await bench.json<{ changes: number }>("info", file);
    const answer = await bench.json<{
      value: number;
      binding: readonly object[];
      chosen: readonly { code: string; delayYears: number; partRatio: number }[];
      leftOut: readonly { code: string }[];
      applied: {
        change: number;
        value: number;
        delays: readonly { code: string; years: number }[];
        otherwise: readonly string[];
      };
    }>(...["optimise", file, "--max-starts", "4", "--apply", "defer", "--author", "Kim"]);
    const later = answer.chosen.filter(({ delayYears }) => delayYears > 0);
    expect(later.length).toBeGreaterThan(0);
    expect(answer.applied.delays).toHaveLength(later.length + answer.leftOut.length);
    for (const { code, delayYears } of later)
      expect(answer.applied.delays).toContainEqual({ code, years: delayYears });
    const info = await bench.json<{ changes: number; lastChange: { by: string } }>("info", file);
    expect(info).toMatchObject({ changes: changes + 1, lastChange: { by: "Kim" } });
    expect(answer.applied.change).toBe(info.changes);
    expect(await bench.json("verify", file)).toMatchObject({ ok: true });
    const { tasks } = await bench.json<{ tasks: readonly { code: string; status: string }[] }>(
      "evaluate",
      file,
    );
    const otherwise = tasks.filter(
      ({ code, status }) =>
        status !== "funded" && answer.chosen.some((one) => one.code === code && one.partRatio === 1),
    );
    expect(otherwise.map(({ code }) => code).every((code) => answer.applied.otherwise.includes(code))).toBe(
      true,
    );
  });

  test("where everything fits as planned nothing binds, and there is nothing to apply", async () => {
    const { bench, file } = openDistrict();
    const before = bench.read(file.split("/").at(-1) ?? "");
    const { out } = await bench.run("optimise", file, "--apply", "keep");
    expect(out).toContain("Nothing: more money or posts would not change it.");
    expect(out).not.toContain("Without that");
    expect(out).toContain("No start year had to change.");
    expect(bench.read(file.split("/").at(-1) ?? "")).toEqual(before);
  });

  test("conditions that contradict each other are named, with exit code 1", async () => {
    const { bench, file } = openDistrict();
    const run = await bench.run("optimise", file, "--set", "source.DISTRICT.ceiling=10000000");
    expect(run.exitCode).toBe(1);
    expect(run.out).toContain("These cannot hold together");
    expect(run.out).toMatch(/Money of District in \d{4} is limited\./);
    expect(run.out).toContain("is required by law.");
  });

  test.each([
    [["--exclude", "D01"], "not-a-pair"],
    [["--exclude", "D01,D99"], "unknown-task"],
    [["--min-share", "A9=20%"], "unknown-area"],
    [["--min-share", "A1=200%"], "option-out-of-range"],
    [["--max-starts", "-1"], "option-out-of-range"],
    [["--gap", "much"], "option-out-of-range"],
    [["--apply", "all"], "unknown-choice"],
    [["--set", "source.DISTRIKT.ceiling=1"], "unknown-lever"],
  ])("%j is wrong usage", async (options, type) => {
    const { bench, file } = openDistrict();
    const failed = await bench.json<Failed>("optimise", file, ...options);
    expect({ exitCode: failed.exitCode, type: failed.error.type }).toEqual({ exitCode: 2, type });
  });
});

test("what the plan has nothing to compute from is said, not shown as 0", async () => {
  const bench = makeBench();
  await bench.run("new", "--template", "empty", "-o", bench.path("empty.civplan"));
  const file = bench.path("empty.civplan");
  const sought = await bench.json(
    ...["seek", file, "--lever", "prices.inflation", "--target", "quorumRatio>=.5"],
  );
  expect(sought).toMatchObject({ exitCode: 1, closest: { figure: null, shortfall: null } });
  expect(await bench.json("optimise", file)).toMatchObject({ exitCode: 0, value: 0, chosen: [] });
  expect((await bench.run("evaluate", file, "--draws", "5")).exitCode).toBe(0);
  const sensed = await bench.json<{ results: readonly { effects: null }[] }>(
    ...["sensitivity", file, "--method", "tornado", "--of", "quorumRatio"],
  );
  expect(sensed.results[0]?.effects).toBeNull();
});

test("the Seoul plan runs through every method too", async () => {
  const bench = makeBench();
  const file = bench.write("seoul.civplan", healthyBytes());
  expect((await bench.run("evaluate", file, "--draws", "20", "--sampling", "latin")).exitCode).toBe(0);
  expect((await bench.run("optimise", file)).exitCode).toBe(0);
});
