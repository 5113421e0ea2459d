import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import { listLevers } from "../../../../core/scenario/list-levers";
import { indicatorDefinitions } from "../../../../core/scenario/outcome";
import {
  countSweepRows,
  findShardRows,
  prepareSweep,
  readSweepValues,
} from "../../../../core/scenario/sweep/run-sweep";
import { readSweepAxis } from "../../../../core/scenario/sweep/sweep-axis";
import { INITIAL_UNCERTAINTY } from "../../../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../../../core/scenario/uncertainty/uncertain-lines";
import { makePlan } from "../../support/make-plan";

const { document } = makePlan("district-governance");
const compiled = compilePlan(document.tables, 1);
const levers = listLevers(compiled);
const axis = (path: string, text: string) => {
  const read = readSweepAxis(levers, path, text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe("the values of an axis", () => {
  test("run from one end to the other, without the noise of binary fractions", () => {
    expect(axis("committee.COUNCIL.seats", "30:50:5").values).toEqual([30, 35, 40, 45, 50]);
    expect(axis("decentralised.share", "0%:10%:2%").values).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
    expect(axis("decentralised.share", "0.1:0.35:0.1").values).toEqual([0.1, 0.2, 0.3]);
    expect(axis("committee.COUNCIL.seats", "30:32").values).toEqual([30, 31, 32]);
    expect(axis("committee.COUNCIL.seats", "30:30:5").values).toEqual([30]);
    expect(axis("decentralised.mode", "proposal,deliberated").values).toEqual(["proposal", "deliberated"]);
  });

  test.each([
    ["committee.COUNCIL.seatz", "30:50:5", "unknown-lever"],
    ["committee.COUNCIL.seats", "50:30:5", "range-reversed"],
    ["committee.COUNCIL.seats", "30:50:0", "step-not-positive"],
    ["committee.COUNCIL.seats", "30:50:-5", "step-not-positive"],
    ["committee.COUNCIL.seats", "30:50:0.5", "range-not-whole"],
    ["committee.COUNCIL.seats", "30:fifty:5", "not-a-range"],
    ["committee.COUNCIL.seats", "NaN:50:5", "not-a-range"],
    ["committee.COUNCIL.seats", "1:2:3:4", "not-a-range"],
    ["decentralised.share", "0:1:0.0000001", "too-many-values"],
    ["decentralised.share", "0.1,,0.2", "not-a-range"],
  ])("%s=%s is refused: %s", (path, text, type) => {
    expect(readSweepAxis(levers, path, text)).toMatchObject({ ok: false, error: { type, path } });
  });
});

const axes = [axis("committee.COUNCIL.seats", "30:50:10"), axis("decentralised.share", "0%:10%:5%")];

test("a row is what evaluating its levers gives, one by one; the last lever changes fastest", () => {
  const sweep = prepareSweep({ compiled, levers: { "prices.inflation": 0.03 }, axes, simulation: null });
  const rows = sweep.run(0, sweep.rows);
  expect(rows.map(({ values }) => values)).toEqual(
    [30, 40, 50].flatMap((n) => [0, 0.05, 0.1].map((s) => [n, s])),
  );
  for (const { values, indicators, spreads } of rows) {
    const { indicators: alone } = evaluateScenario(compiled, {
      "prices.inflation": 0.03,
      "committee.COUNCIL.seats": values[0] ?? 0,
      "decentralised.share": values[1] ?? 0,
    });
    expect(indicators).toEqual(indicatorDefinitions.map(({ key }) => alone[key]));
    expect(spreads).toBeNull();
  }
});

test("shards of any number put together are all rows once, in order, each within a row of the others", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 }), (rows, shards) => {
      const parts = Array.from({ length: shards }, (_, index) => findShardRows(rows, index + 1, shards));
      expect(parts[0]?.[0]).toBe(0);
      expect(parts.at(-1)?.[1]).toBe(rows);
      for (const [index, [from, to]] of parts.entries()) {
        if (index > 0) expect(from).toBe(parts[index - 1]?.[1]);
        expect(Math.abs(to - from - rows / shards)).toBeLessThan(1);
      }
    }),
  );
});

test("rows with draws are the same whichever part they are computed in", () => {
  const simulation = {
    lines: compileUncertainLines(document.tables, compiled),
    spec: INITIAL_UNCERTAINTY,
    method: "monte-carlo" as const,
    draws: 40,
    seed: 3,
  };
  const job = { compiled, levers: {}, axes, simulation };
  const whole = prepareSweep(job).run(0, countSweepRows(axes));
  const parts = [1, 2, 3].flatMap((shard) => {
    const sweep = prepareSweep({ ...job, range: findShardRows(countSweepRows(axes), shard, 3) });
    return sweep.run(0, sweep.rows);
  });
  expect(parts).toEqual(whole);
  expect(whole[0]?.spreads?.every(([p10, , p90]) => (p10 ?? 0) <= (p90 ?? 0))).toBe(true);
});

test("a grid of no levers is one row", () => {
  expect(countSweepRows([])).toBe(1);
  expect(readSweepValues([], 0)).toEqual([]);
});
