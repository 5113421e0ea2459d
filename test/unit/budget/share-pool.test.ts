import { expect, test } from "vitest";
import { computeSharePool, type SharePoolInputs } from "../../../core/budget/share-pool";

/** City 1,000 and 1,200, district 500 and no ceiling; only the city's money is open to residents. */
const inputs = (more: Partial<SharePoolInputs> = {}): SharePoolInputs => ({
  sourceCount: 2,
  yearCount: 2,
  ceilingWon: Float64Array.from([1000, 1200, 500, Number.NaN]),
  isEligible: Uint8Array.from([1, 0]),
  shareRatioByYear: Float64Array.from([0.05, 0.1]),
  base: "plan",
  outsideBaseWonByYear: Float64Array.from([0, 0]),
  mode: "proposal",
  isAdditional: false,
  ...more,
});

test("measured against the plan, the pool is the share of the eligible ceilings", () => {
  const pool = computeSharePool(inputs());
  expect([...pool.poolWon]).toEqual([50, 120, 0, 0]);
  expect(pool.baseWon).toBe(2200);
});

test("proposals carved out of the ceilings push out central tasks by what they take", () => {
  const pool = computeSharePool(inputs());
  expect([...pool.displacedWon]).toEqual([50, 120, 0, 0]);
});

test("deliberated money redesigns what exists, additional money comes on top: neither pushes anything out", () => {
  for (const more of [{ mode: "deliberated" }, { isAdditional: true }] as const) {
    const pool = computeSharePool(inputs(more));
    expect([...pool.poolWon]).toEqual([50, 120, 0, 0]);
    expect([...pool.displacedWon]).toEqual([0, 0, 0, 0]);
  }
});

test("measured against the whole budget, the pool is charged to the eligible sources by their ceilings", () => {
  const outsideBaseWonByYear = Float64Array.from([30_000, 40_000]);
  const both = inputs({ base: "total", outsideBaseWonByYear, isEligible: Uint8Array.from([1, 1]) });
  const pool = computeSharePool(both);
  // 2027: 5 % of 30,000 = 1,500, two thirds city, one third district. 2028: only the city has a ceiling.
  expect([...pool.poolWon]).toEqual([1000, 4000, 500, 0]);
  expect(pool.baseWon).toBe(70_000);
});

test("a year whose whole budget is unknown has no pool", () => {
  const pool = computeSharePool(
    inputs({ base: "discretionary", outsideBaseWonByYear: Float64Array.from([0, 8000]) }),
  );
  expect([...pool.poolWon]).toEqual([0, 800, 0, 0]);
  expect(pool.baseWon).toBe(8000);
});

test("without an eligible source or a ceiling there is nothing to share", () => {
  expect(computeSharePool(inputs({ isEligible: Uint8Array.from([0, 0]) }))).toMatchObject({ baseWon: 0 });
  const noCeilings = computeSharePool(inputs({ ceilingWon: new Float64Array(4).fill(Number.NaN) }));
  expect([...noCeilings.poolWon]).toEqual([0, 0, 0, 0]);
  expect(noCeilings.baseWon).toBe(0);
});

test("pools are whole won", () => {
  const pool = computeSharePool(inputs({ shareRatioByYear: Float64Array.from([0.0333, 0.00001]) }));
  expect([...pool.poolWon]).toEqual([33, 0, 0, 0]);
});
