import fc from "fast-check";
import { expect, test } from "vitest";
import { roundWon } from "../../../core/budget/round-won";

test("amounts are rounded to the nearest won, halves up", () => {
  expect([0, 0.49, 0.5, 1.5, 2.5, 1e15 + 0.5].map(roundWon)).toEqual([0, 0, 1, 2, 3, 1e15 + 1]);
});

test("just below a half is rounded down, and amounts that are whole stay as they are up to the largest", () => {
  expect(roundWon(0.5 - Number.EPSILON / 4)).toBe(0);
  const wholeWon = [1, 2 ** 52 + 1, 2 ** 53 - 1, 2 ** 53 + 2, 1e21];
  expect(wholeWon.map(roundWon)).toEqual(wholeWon);
});

test("it is what Math.round gives, for every amount", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e18, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (won, factor) => {
        for (const amount of [won, factor, won * factor, Math.floor(won) + 0.5])
          expect(roundWon(amount)).toBe(Math.round(amount) + 0);
      },
    ),
    { numRuns: 1000 },
  );
});
