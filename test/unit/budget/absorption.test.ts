import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AbsorptionParameters,
  type AbsorptionYear,
  computeAbsorption,
} from "../../../core/budget/absorption";

const EXAMPLE: AbsorptionParameters = {
  initialRatio: 0.6,
  growthRatio: 0.25,
  fixedWon: 0.5,
  overheadRatio: 0.05,
  unspent: "carry-over",
};
const total = (years: readonly AbsorptionYear[], read: (year: AbsorptionYear) => number) =>
  years.reduce((sum, year) => sum + read(year), 0);

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const parameters = fc.record({
  initialRatio: ratio,
  growthRatio: fc.double({ min: 0, max: 3, noNaN: true }),
  fixedWon: fc.integer({ min: 0, max: 100_000_000 }),
  overheadRatio: ratio,
  unspent: fc.constantFrom("carry-over" as const, "lapse" as const),
});
const allocations = fc.array(fc.integer({ min: 0, max: 10_000_000_000_000 }), { maxLength: 12 });

describe("what a unit spends of its allocations", () => {
  test("rises no faster than it can grow, and the rest carries over", () => {
    const years = computeAbsorption([5, 10, 15, 20, 20], EXAMPLE);
    const spent = years.map((year) => Number(year.spentWon.toFixed(9)));
    expect(spent).toEqual([2.55, 5.4, 8.25, 11.1, 13.875]);
    expect(years.at(-1)?.carriedOutWon).toBeCloseTo(22.825, 12);
  });

  test("lapses instead when the lever says so", () => {
    const years = computeAbsorption([5, 10, 15, 20, 20], { ...EXAMPLE, unspent: "lapse" });
    expect(years.map((year) => year.carriedOutWon)).toEqual([0, 0, 0, 0, 0]);
    expect(years[0]?.lapsedWon).toBeCloseTo(1.7, 12);
    expect(total(years, (year) => year.spentWon + year.lapsedWon)).toBeCloseTo(64, 12);
  });

  test("starts from what it spent before, if it did", () => {
    const [year] = computeAbsorption([10], EXAMPLE, { spentBeforeWon: 6 });
    expect(year?.spentWon).toBeCloseTo(7.5, 12);
  });

  test("is nothing when the running cost eats the allocation", () => {
    const [year] = computeAbsorption([0.4], EXAMPLE);
    expect(year).toMatchObject({ runningCostWon: 0.4, usableWon: 0, spentWon: 0, carriedOutWon: 0 });
  });

  test("conserves whole won: allocated + carried in = running cost + spent + carried out + lapsed", () => {
    fc.assert(
      fc.property(allocations, parameters, (list, by) => {
        const years = computeAbsorption(list, by, { wholeWon: true });
        let carriedWon = 0;
        for (const year of years) {
          expect(year.carriedInWon).toBe(carriedWon);
          expect(year.runningCostWon + year.spentWon + year.carriedOutWon + year.lapsedWon).toBe(
            year.allocatedWon + year.carriedInWon,
          );
          for (const amount of Object.values(year)) {
            expect(Number.isInteger(amount)).toBe(true);
            expect(amount).toBeGreaterThanOrEqual(0);
          }
          carriedWon = year.carriedOutWon;
        }
        expect(
          total(years, (year) => year.runningCostWon + year.spentWon + year.lapsedWon) + carriedWon,
        ).toBe(list.reduce((sum, amount) => sum + amount, 0));
      }),
    );
  });

  test("never exceeds the money there is or the growth allowed", () => {
    fc.assert(
      fc.property(allocations, parameters, (list, by) => {
        let before = 0;
        for (const year of computeAbsorption(list, by)) {
          const capacity = Math.max(by.initialRatio * year.usableWon, (1 + by.growthRatio) * before);
          expect(year.spentWon).toBeLessThanOrEqual(year.usableWon + year.carriedInWon);
          expect(year.spentWon).toBeLessThanOrEqual(capacity);
          before = year.spentWon;
        }
      }),
    );
  });

  test("throws on a ratio above 1 or a negative allocation", () => {
    expect(() => computeAbsorption([1], { ...EXAMPLE, overheadRatio: 1.1 })).toThrow("overheadRatio");
    expect(() => computeAbsorption([-1], EXAMPLE)).toThrow("computeAbsorption: allocation");
  });
});
