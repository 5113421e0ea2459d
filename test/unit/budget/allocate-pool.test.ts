import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AllocationUnit, allocatePool } from "../../../core/budget/allocate-pool";

const unit = (population: number, more: Partial<AllocationUnit> = {}): AllocationUnit => ({
  population,
  needIndex: 1,
  floorWon: 0,
  ...more,
});
const BY_PEOPLE = { equal: 0, people: 1, need: 0, revenue: 0 };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const anyUnit = fc.record({
  population: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_000_000 })),
  needIndex: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })),
  ownRevenuePerHeadWon: fc.option(fc.double({ min: 0, max: 1e8, noNaN: true }), { nil: undefined }),
  floorWon: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000 })),
});
const units = fc.array(anyUnit, { minLength: 1, maxLength: 30 });
const pool = fc.integer({ min: 0, max: 1_000_000_000_000_000 });
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5, noNaN: true }));
const weights = fc.record({ equal: weight, people: weight, need: weight, revenue: weight });

describe("a pool divided among units", () => {
  test("adds up to the pool to the won, with no amount negative or not a number", () => {
    fc.assert(
      fc.property(units, pool, weights, (list, poolWon, by) => {
        const { amountsWon, weightByUnit, unallocatedWon } = allocatePool(list, poolWon, by);
        expect(sum(amountsWon)).toBe(poolWon);
        expect(unallocatedWon).toBe(0);
        for (const amountWon of amountsWon) {
          expect(Number.isInteger(amountWon)).toBe(true);
          expect(amountWon).toBeGreaterThanOrEqual(0);
        }
        expect(sum(weightByUnit)).toBeCloseTo(1, 9);
      }),
      { numRuns: 500 },
    );
  });

  test("never gives a unit less than its floor when the pool covers the floors", () => {
    fc.assert(
      fc.property(units, pool, weights, (list, poolWon, by) => {
        const { amountsWon, notices } = allocatePool(list, poolWon, by);
        if (notices.some((notice) => notice.type === "floors-scaled-down")) return;
        list.forEach((each, index) => {
          expect(amountsWon[index]).toBeGreaterThanOrEqual(each.floorWon);
        });
      }),
    );
  });

  test("goes by people, by need times people, by people over revenue, or equally", () => {
    const three = [
      unit(100, { needIndex: 1, ownRevenuePerHeadWon: 10 }),
      unit(200, { needIndex: 2, ownRevenuePerHeadWon: 10 }),
      unit(100, { needIndex: 5, ownRevenuePerHeadWon: 5 }),
    ];
    const divide = (by: Partial<typeof BY_PEOPLE>) =>
      allocatePool(three, 1000, { equal: 0, people: 0, need: 0, revenue: 0, ...by }).amountsWon;
    expect(divide({ people: 1 })).toEqual([250, 500, 250]);
    expect(divide({ need: 1 })).toEqual([100, 400, 500]);
    expect(divide({ revenue: 1 })).toEqual([200, 400, 400]);
    // 333⅓ each: the won left over goes to the earlier unit.
    expect(divide({ equal: 1 })).toEqual([334, 333, 333]);
    // .5·(¼, ½, ¼) + .5·(.1, .4, .5)
    expect(divide({ people: 0.5, need: 0.5 })).toEqual([175, 450, 375]);
  });

  test("pays the floors first and divides the rest", () => {
    const result = allocatePool([unit(1, { floorWon: 100 }), unit(3, { floorWon: 100 })], 1000, BY_PEOPLE);
    expect(result.amountsWon).toEqual([300, 700]);
    expect(result.notices).toEqual([]);
  });

  test("scales floors down that add up to more than the pool, and says so", () => {
    const result = allocatePool([unit(1, { floorWon: 900 }), unit(1, { floorWon: 300 })], 1000, BY_PEOPLE);
    expect(result.amountsWon).toEqual([750, 250]);
    expect(result.notices).toEqual([{ type: "floors-scaled-down", floorSumWon: 1200, poolWon: 1000 }]);
  });

  test("normalises weights that do not add up to 1, and says so", () => {
    const list = [unit(1), unit(3)];
    const result = allocatePool(list, 1000, { ...BY_PEOPLE, people: 2 });
    expect(result.amountsWon).toEqual(allocatePool(list, 1000, BY_PEOPLE).amountsWon);
    expect(result.notices).toEqual([{ type: "weights-normalised", weightSum: 2 }]);
  });

  test("divides equally when every weight is 0, and says so", () => {
    const result = allocatePool([unit(1), unit(9)], 10, { ...BY_PEOPLE, people: 0 });
    expect(result.amountsWon).toEqual([5, 5]);
    expect(result.notices).toEqual([{ type: "weights-all-zero" }]);
  });

  test("gives a unit without people only its floor and its equal part", () => {
    const list = [unit(0, { floorWon: 50 }), unit(10)];
    expect(allocatePool(list, 1000, BY_PEOPLE).amountsWon).toEqual([50, 950]);
  });

  test("hands the weight of a criterion that cannot be applied to the others", () => {
    const list = [unit(0), unit(0)];
    const result = allocatePool(list, 100, { equal: 0.2, people: 0.8, need: 0, revenue: 0 });
    expect(result.amountsWon).toEqual([50, 50]);
    expect(result.notices).toEqual([{ type: "criterion-not-applicable", criterion: "people" }]);
  });

  test("keeps parts adding up to 1 when the only weight that applies is next to nothing", () => {
    const result = allocatePool([unit(0), unit(0)], 100, {
      equal: 5e-324,
      people: 0.006,
      need: 0,
      revenue: 0,
    });
    expect(result.weightByUnit).toEqual([0.5, 0.5]);
    expect(result.amountsWon).toEqual([50, 50]);
  });

  test("treats a unit without revenue like the one with the lowest, and names it", () => {
    const list = [unit(1), unit(1, { ownRevenuePerHeadWon: 2 }), unit(1, { ownRevenuePerHeadWon: 4 })];
    const result = allocatePool(list, 500, { ...BY_PEOPLE, people: 0, revenue: 1 });
    expect(result.amountsWon).toEqual([200, 200, 100]);
    expect(result.notices).toEqual([{ type: "revenue-missing", unitIndexes: [0] }]);
  });

  test("stays with the pool when there are no units", () => {
    expect(allocatePool([], 1000, BY_PEOPLE)).toEqual({
      amountsWon: [],
      weightByUnit: [],
      unallocatedWon: 1000,
      notices: [{ type: "no-units", unallocatedWon: 1000 }],
    });
  });

  test("does not depend on the order of units with different remainders", () => {
    const list = [unit(17), unit(29), unit(53)];
    const forwards = allocatePool(list, 1_000_001, BY_PEOPLE).amountsWon;
    const backwards = allocatePool([...list].reverse(), 1_000_001, BY_PEOPLE).amountsWon;
    expect([...backwards].reverse()).toEqual(forwards);
  });

  test("throws on a pool that is not whole or a negative population", () => {
    expect(() => allocatePool([unit(1)], 0.5, BY_PEOPLE)).toThrow("allocatePool: poolWon");
    expect(() => allocatePool([unit(-1)], 5, BY_PEOPLE)).toThrow("population");
  });
});
