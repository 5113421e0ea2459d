import { describe, expect, test } from "vitest";
import { healthyBytes, makeBench } from "./cli-bench";

const AXES = ["--vary", "committee.COUNCIL.seats=30:50:10", "--vary", "decentralised.share=0%:6%:2%"];

function openBench() {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  const sweep = (...options: string[]) => bench.run("sweep", file, ...AXES, ...options);
  const text = (name: string) => bench.read(name).toString("utf8");
  return { bench, file, sweep, text };
}

test("writes a row for every combination, with all digits, and how it was made beside it", async () => {
  const { bench, sweep, text } = openBench();
  const run = await sweep("-o", bench.path("grid.csv"));
  expect(run).toMatchObject({ exitCode: 0, error: "" });
  const [header = "", ...rows] = text("grid.csv").trimEnd().split("\r\n");
  expect(header).toMatch(/^committee\.COUNCIL\.seats,decentralised\.share,costToCeilingRatio,/);
  expect(rows).toHaveLength(3 * 4);
  const quorum = header.split(",").indexOf("quorumRatio");
  expect(Number(rows.at(-1)?.split(",")[quorum])).toBeCloseTo(0.864546, 6);
  expect(JSON.parse(text("grid.csv.run.json"))).toMatchObject({
    revision: 1,
    rows: 12,
    axes: [{ path: "committee.COUNCIL.seats", values: [30, 40, 50] }, { path: "decentralised.share" }],
    planSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("JSON holds columns, rows and run in one file", async () => {
  const { bench, sweep, text } = openBench();
  await sweep("-o", bench.path("grid.json"), "--draws", "20");
  const { columns, rows, run } = JSON.parse(text("grid.json"));
  expect(rows).toHaveLength(12);
  expect(columns).toContain("fundedRatio.p90");
  expect(rows[0]).toHaveLength(columns.length);
  expect(run).toMatchObject({ seed: 1, draws: 20, sampling: "monte-carlo" });
});

test("shards one after another are the whole, byte by byte, with draws too", async () => {
  const { bench, sweep, text } = openBench();
  await sweep("-o", bench.path("whole.csv"), "--draws", "10", "--seed", "5");
  const names = [1, 2, 3, 4, 5].map((shard) => `part-${shard}.csv`);
  for (const [index, name] of [...names.entries()].reverse())
    await sweep("-o", bench.path(name), "--draws", "10", "--seed", "5", "--shard", `${index + 1}/5`);
  expect(names.map(text).join("")).toBe(text("whole.csv"));
});

test("--resume does nothing where the part is there, and does it again where anything is different", async () => {
  const { bench, sweep } = openBench();
  const target = ["-o", bench.path("part.csv"), "--shard", "1/2", "--resume"];
  expect((await sweep(...target)).out).toContain("6 rows of 12");
  expect((await sweep(...target)).out).toContain("is there already, from the same plan and command");
  expect((await sweep(...target, "--set", "prices.inflation=3%")).out).toContain("6 rows of 12");
});

test("without --force an existing file stays", async () => {
  const { bench, sweep } = openBench();
  const target = bench.write("grid.csv", "mine");
  expect((await sweep("-o", target)).exitCode).toBe(2);
  expect(bench.read("grid.csv").toString()).toBe("mine");
  expect((await sweep("-o", target, "--force")).exitCode).toBe(0);
});

test("the Pareto front of cost and presence is every size at the smallest share, no dearer one for nothing", async () => {
  const { bench, sweep, text } = openBench();
  const run = await sweep("-o", bench.path("grid.csv"), "--pareto", "committeeCostWon,presenceSeatedRatio");
  expect(run.out).toContain("on the Pareto front");
  const [header = "", ...rows] = text("grid.csv").trimEnd().split("\r\n");
  expect(header.endsWith(",pareto")).toBe(true);
  // Larger councils cost more and seat a group more surely, so none beats another; the share changes neither.
  expect(rows.every((row) => row.endsWith(",true"))).toBe(true);
});

describe("what cannot be swept is wrong usage, and nothing is written", () => {
  test.each([
    [["--vary", "committee.COUNCIL.seats=50:30:5"], "range-reversed"],
    [["--vary", "committee.COUNCIL.seats=30:50:0"], "step-not-positive"],
    [["--vary", "committee.COUNCIL.seats=NaN:50:1"], "not-a-range"],
    [["--vary", "committee.COUNCIL.seats=30:9999:1"], "lever-out-of-range"],
    [["--vary", "committee.COUNCIL.seats=3:30:1"], "lever-seats-below-officials"],
    [["--vary", "committee.COUNCIL.sets=30:50:1"], "unknown-lever"],
    [["--vary", "decentralised.share=0:1:0.5", "--vary", "decentralised.share=0:1:0.5"], "varied-twice"],
    [["--vary", "decentralised.share=0:1:0.5", "--shard", "3/2"], "not-a-shard"],
    [["--vary", "decentralised.share=0:1:0.5", "--shard", "0/2"], "not-a-shard"],
    [["--vary", "decentralised.share=0:1:0.5", "--pareto", "gini"], "too-few-objectives"],
    [["--vary", "decentralised.share=0:1:0.5", "--pareto", "gini,firstShortYear"], "no-direction"],
    [
      ["--vary", "decentralised.share=0:1:0.5", "--pareto", "gini,concentration", "--shard", "1/2"],
      "pareto-of-part",
    ],
    [
      ["--vary", "decentralised.share=0:1:0.00002", "--vary", "prices.inflation=0:0.1:0.0001"],
      "too-many-rows",
    ],
    [[], "nothing-to-vary"],
  ])("%j", async (options, type) => {
    const { bench, file } = openBench();
    const failed = await bench.json<{ exitCode: number; error: { type: string } }>(
      ...["sweep", file, "-o", bench.path("grid.csv"), ...options],
    );
    expect({ exitCode: failed.exitCode, type: failed.error.type }).toEqual({ exitCode: 2, type });
    expect(bench.files()).toEqual(["plan.civplan"]);
  });

  test("nor is a name that says no format", async () => {
    const { bench, sweep } = openBench();
    expect((await sweep("-o", bench.path("grid.xlsx"))).error).toContain("must end in .csv or .json");
  });
});
