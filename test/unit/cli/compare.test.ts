import { expect, test } from "vitest";
import { bytesWithScenarios, makeBench } from "./cli-bench";

interface Compared {
  readonly scenarios: readonly { name: string }[];
  readonly assumptions: readonly { lever: string; unit: string; values: readonly unknown[] }[];
  readonly indicators: readonly { key: string; values: readonly number[]; differences: readonly number[] }[];
  readonly tasks: readonly { code: string; statuses: readonly string[]; delayYears: readonly number[] }[];
}

function openBench() {
  const bench = makeBench();
  return { bench, file: bench.write("plan.civplan", bytesWithScenarios()) };
}

test("shows what is assumed differently and how every figure differs from the first", async () => {
  const { bench, file } = openBench();
  const compared = await bench.json<Compared>("compare", file, "--scenarios", "base,Council of 50");
  expect(compared.scenarios.map(({ name }) => name)).toEqual(["base", "Council of 50"]);
  expect(compared.assumptions).toEqual([
    { lever: "committee.COUNCIL.seats", unit: "seats", values: [30, 50] },
  ]);
  const presence = compared.indicators.find(({ key }) => key === "presenceAtMeetingRatio");
  expect(presence?.values[0]).toBeCloseTo(0.5668, 6);
  expect(presence?.values[1]).toBeCloseTo(0.751984, 6);
  expect(presence?.differences[0]).toBe(0);
  expect(presence?.differences[1]).toBeCloseTo(0.185183, 6);
  expect(compared.tasks.at(-1)).toMatchObject({
    code: "T11",
    statuses: ["funded", "delayed"],
    delayYears: [0, 1],
  });
});

test("for people: limits first, then assumptions, figures with differences and tasks that fare differently", async () => {
  const { bench, file } = openBench();
  const { out, exitCode } = await bench.run("compare", file, "--scenarios", "base,Council of 50");
  expect(exitCode).toBe(0);
  expect(out).toContain("Council of 50: Binding limit: money of City in 2028.");
  expect(out).toMatch(/committee\.COUNCIL\.seats +30 +50/);
  expect(out).toMatch(/5 % group at a meeting +56\.7 % +75\.2 % +\+18\.5 points/);
  expect(out).toMatch(/T11 .* funded +delayed by 1 year/);
  expect(out).not.toMatch(/T01 /);
});

test("a title that holds a comma is meant as it is", async () => {
  const { bench, file } = openBench();
  const compared = await bench.json<Compared>(
    "compare",
    file,
    ...["--scenarios", "base,Council of 50", "--scenarios", "Share 5 %, at once"],
  );
  expect(compared.scenarios.map(({ name }) => name)).toEqual(["base", "Council of 50", "Share 5 %, at once"]);
});

test("one scenario, or an unknown one, is wrong usage", async () => {
  const { bench, file } = openBench();
  expect(await bench.json("compare", file, "--scenarios", "base")).toMatchObject({
    exitCode: 2,
    error: { type: "too-few-scenarios" },
  });
  expect(await bench.json("compare", file, "--scenarios", "bas,Council of 50")).toMatchObject({
    exitCode: 2,
    error: { type: "unknown-scenario", nearest: "base" },
  });
});
