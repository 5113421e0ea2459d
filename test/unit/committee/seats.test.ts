import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeGallagherIndex } from "../../../core/committee/disproportionality/gallagher-index";
import { computeLoosemoreHanbyIndex } from "../../../core/committee/disproportionality/loosemore-hanby-index";
import { computeRandomDrawDisproportionality } from "../../../core/committee/disproportionality/random-draw-disproportionality";
import { allocateSeats, SEAT_METHODS } from "../../../core/committee/seats/allocate-seats";

const shares = fc
  .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((share) => share > 1e-6));
const seatCount = fc.integer({ min: 0, max: 300 });
const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);

describe.each(SEAT_METHODS)("seats by %s", (method) => {
  test("add up to the size of the council, none negative", () => {
    fc.assert(
      fc.property(shares, seatCount, (list, seats) => {
        const result = allocateSeats(method, list, seats);
        expect(total(result)).toBe(seats);
        expect(Math.min(...result)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("never give a larger group fewer seats", () => {
    fc.assert(
      fc.property(shares, seatCount, (list, seats) => {
        const sorted = [...list].sort((a, b) => b - a);
        const result = allocateSeats(method, sorted, seats);
        for (let i = 1; i < result.length; i += 1) {
          expect(result[i - 1]).toBeGreaterThanOrEqual(result[i] ?? 0);
        }
      }),
    );
  });

  test("are exact where the quotas are whole, whatever the rounding noise", () => {
    expect(allocateSeats(method, [0.29, 0.71], 100)).toEqual([29, 71]);
    expect(allocateSeats(method, [0.1, 0.2, 0.3, 0.4], 10)).toEqual([1, 2, 3, 4]);
  });

  test("break ties in favour of the earlier group", () => {
    expect(allocateSeats(method, [1, 1, 1], 4)).toEqual([2, 1, 1]);
    expect(allocateSeats(method, [0.1, 0.1, 0.1], 2)).toEqual([1, 1, 0]);
  });

  test("do not depend on the scale of the shares", () => {
    expect(allocateSeats(method, [407, 329, 164, 68, 32], 45)).toEqual(
      allocateSeats(method, [0.407, 0.329, 0.164, 0.068, 0.032], 45),
    );
  });

  test("throw without any positive share", () => {
    expect(() => allocateSeats(method, [0, 0], 5)).toThrow("positive sum");
  });
});

test("seats by largest remainder stay within one of the quota", () => {
  fc.assert(
    fc.property(shares, seatCount, (list, seats) => {
      const sum = total(list);
      allocateSeats("hamilton", list, seats).forEach((count, group) => {
        expect(Math.abs(count - ((list[group] ?? 0) / sum) * seats)).toBeLessThan(1 + 1e-6);
      });
    }),
  );
});

describe("disproportionality", () => {
  test("is 0 for a mirror image and 100 when the wrong group has every seat", () => {
    expect(computeGallagherIndex([0.5, 0.5], [25, 25])).toBe(0);
    expect(computeGallagherIndex([1, 0], [0, 10])).toBeCloseTo(100, 12);
    expect(computeLoosemoreHanbyIndex([1, 0], [0, 10])).toBeCloseTo(100, 12);
  });

  test("stays within 0..100", () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 300 }), (list, seats) => {
        const index = computeGallagherIndex(list, allocateSeats("dhondt", list, seats));
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("to expect from a draw vanishes when the whole pool is drawn", () => {
    expect(computeRandomDrawDisproportionality([0.5, 0.5], 30, 30)).toBe(0);
    expect(computeRandomDrawDisproportionality([1], 1, 1)).toBe(0);
  });

  test("throws when shares and seats do not match", () => {
    expect(() => computeGallagherIndex([0.5, 0.5], [1])).toThrow("same length");
  });
});
