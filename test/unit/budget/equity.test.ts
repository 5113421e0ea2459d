import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeConcentrationIndex } from "../../../core/budget/equity-concentration-index";
import { computeGini } from "../../../core/budget/equity-gini";
import { computeNeediestShare } from "../../../core/budget/equity-neediest-share";
import { toPerHead } from "../../../core/budget/equity-population";
import { computeTheil } from "../../../core/budget/equity-theil";

const values = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { maxLength: 40 });
const weighted = fc.array(
  fc.record({ value: fc.integer({ min: 0, max: 1000 }), weight: fc.integer({ min: 0, max: 6 }) }),
  { maxLength: 20 },
);

/** The definition, by comparing every pair. */
function giniByPairs(list: readonly number[]): number {
  const sum = list.reduce((total, value) => total + value, 0);
  let differences = 0;
  for (const a of list) for (const b of list) differences += Math.abs(a - b);
  return sum > 0 ? differences / (2 * list.length * sum) : 0;
}

describe("Gini", () => {
  test("lies in 0..1 and agrees with comparing every pair", () => {
    fc.assert(
      fc.property(values, (list) => {
        const gini = computeGini(list);
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThanOrEqual(1);
        expect(gini).toBeCloseTo(giniByPairs(list), 9);
      }),
    );
  });

  test("weighted is the same as counting each value as often as its weight", () => {
    fc.assert(
      fc.property(weighted, (list) => {
        const repeated = list.flatMap(({ value, weight }) => Array.from({ length: weight }, () => value));
        const numbers = list.map(({ value }) => value);
        const weights = list.map(({ weight }) => weight);
        expect(computeGini(numbers, weights)).toBeCloseTo(computeGini(repeated), 12);
        expect(computeTheil(numbers, weights)).toBeCloseTo(computeTheil(repeated), 12);
      }),
    );
  });

  test("does not change with the unit of money", () => {
    expect(computeGini([1e8, 2e8, 3e8, 4e8])).toBeCloseTo(0.25, 14);
  });

  test("is 0 for nobody, for nothing and for equal parts; (n−1)/n when one has all", () => {
    expect(computeGini([])).toBe(0);
    expect(computeGini([0, 0])).toBe(0);
    expect(computeGini([5, 5, 5])).toBe(0);
    expect(computeGini([0, 0, 0, 8])).toBeCloseTo(0.75, 14);
  });
});

describe("Theil", () => {
  test("is 0 for equal parts and ln n when one has all", () => {
    expect(computeTheil([3, 3, 3])).toBe(0);
    expect(computeTheil([0, 0, 0, 8])).toBeCloseTo(Math.log(4), 14);
    expect(computeTheil([])).toBe(0);
  });

  test("of 1, 2, 3, 4 is Σ (x/10)·ln(x/2.5)", () => {
    const expected = [1, 2, 3, 4].reduce((sum, x) => sum + (x / 10) * Math.log(x / 2.5), 0);
    expect(computeTheil([1, 2, 3, 4])).toBeCloseTo(expected, 14);
  });
});

describe("money against need", () => {
  test("concentrates on the needy, on the others, or on neither", () => {
    const people = [100, 100];
    const need = [1, 2];
    expect(computeConcentrationIndex([0, 50], people, need)).toBeCloseTo(0.5, 14);
    expect(computeConcentrationIndex([50, 0], people, need)).toBeCloseTo(-0.5, 14);
    expect(computeConcentrationIndex([25, 25], people, need)).toBeCloseTo(0, 14);
    expect(computeConcentrationIndex([50, 0], people, [1, 1])).toBeCloseTo(0, 14);
  });

  test("is neutral for equal amounts per head, whatever the sizes", () => {
    expect(computeConcentrationIndex([10, 30, 60], [1, 3, 6], [3, 1, 2])).toBeCloseTo(0, 14);
  });

  test("reaches the neediest fifth in proportion to the people counted", () => {
    // The neediest unit has 10 % of the people and half of the money, the next 40 % and 30 %.
    const amounts = [50, 30, 20];
    expect(computeNeediestShare(amounts, [10, 40, 50], [3, 2, 1])).toBeCloseTo(0.5 + 0.3 / 4, 14);
    expect(computeNeediestShare(amounts, [10, 40, 50], [1, 1, 1])).toBeCloseTo(0.2, 14);
    expect(computeNeediestShare(amounts, [10, 40, 50], [3, 2, 1], 1)).toBeCloseTo(1, 14);
  });

  test("never is not-a-number: without money, without people, without units", () => {
    for (const [amounts, people, need] of [
      [
        [0, 0],
        [1, 1],
        [1, 2],
      ],
      [
        [5, 5],
        [0, 0],
        [1, 2],
      ],
      [[], [], []],
    ]) {
      const lists = [amounts ?? [], people ?? [], need ?? []] as const;
      expect(computeConcentrationIndex(...lists)).toBe(0);
      expect(computeNeediestShare(...lists)).toBe(0);
    }
  });

  test("stays within its bounds", () => {
    const amount = fc.integer({ min: 0, max: 1e9 });
    const three = fc.array(fc.tuple(amount, fc.nat(1000), fc.nat(5)), { maxLength: 15 });
    fc.assert(
      fc.property(three, (rows) => {
        const lists = [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])] as const;
        expect(Math.abs(computeConcentrationIndex(...lists))).toBeLessThanOrEqual(1);
        const share = computeNeediestShare(...lists);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("amounts per head leave out units without people", () => {
  expect(toPerHead([100, 50, 30], [10, 0, 3])).toEqual([
    { perHeadWon: 10, population: 10 },
    { perHeadWon: 10, population: 3 },
  ]);
});
