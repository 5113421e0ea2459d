import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findRoot } from "../../../../core/scenario/search/find-root";
import { findSmallestSize } from "../../../../core/scenario/search/find-smallest-size";
import { type GoalRange, seekGoal } from "../../../../core/scenario/search/seek-goal";

describe("roots by Brent's method", () => {
  test("Σ₀⁴ 6598·1.05ᵗ·s = 1500 at s = 4.1143104 % (models C4)", () => {
    const collected = (share: number) =>
      [0, 1, 2, 3, 4].reduce((sum, year) => sum + 6598 * 1.05 ** year * share, 0);
    const root = findRoot((share) => collected(share) - 1500, 0, 1);
    expect(root.ok && root.value.x).toBeCloseTo(0.041143104, 9);
  });

  test("finds any root of a rising cubic to 1e−9", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (root) => {
        const found = findRoot((x) => (x - root) ** 3 + (x - root), -60, 70);
        expect(found.ok && Math.abs(found.value.x - root)).toBeLessThan(1e-9);
      }),
    );
  });

  test("the same sign at both ends is no bracket", () => {
    expect(findRoot((x) => x * x + 1, -1, 1)).toEqual({
      ok: false,
      error: { type: "no-bracket", atLow: 2, atHigh: 2 },
    });
  });
});

describe("goal seek", () => {
  const range: GoalRange = { minimum: 0, maximum: 10, start: 2, isWhole: false };

  test("a target in the middle is met to 1e−9", () => {
    const found = seekGoal((x) => x * x, { relation: "equal", bound: 42 }, range);
    expect(found.ok && found.value.x).toBeCloseTo(Math.sqrt(42), 8);
  });

  test("what holds already is left as it is", () => {
    expect(seekGoal((x) => x, { relation: "at-least", bound: 1 }, range)).toEqual({
      ok: true,
      value: { x: 2, value: 2, isMoved: false },
    });
  });

  test("of several answers the nearest to where one stands", () => {
    const found = seekGoal((x) => Math.abs(x - 3), { relation: "at-least", bound: 1.5 }, range);
    expect(found.ok && found.value.x).toBeCloseTo(1.5, 8);
  });

  test("a jump is met on the side where the condition holds", () => {
    const step = (x: number) => (x > Math.PI ? 4 : 1);
    const found = seekGoal(step, { relation: "at-least", bound: 3 }, range);
    expect(found).toMatchObject({ ok: true, value: { value: 4 } });
    expect(found.ok && found.value.x).toBeCloseTo(Math.PI, 7);
  });

  test("whole numbers by scan and halving, also where there are millions", () => {
    const seats: GoalRange = { minimum: 3, maximum: 200, start: 30, isWhole: true };
    const presence = (n: number) => 1 - 0.95 ** n;
    expect(seekGoal(presence, { relation: "at-least", bound: 0.95 }, seats)).toMatchObject({
      ok: true,
      value: { x: 59 },
    });
    const won: GoalRange = { minimum: 0, maximum: 1e10, start: 0, isWhole: true };
    expect(seekGoal((x) => x, { relation: "at-least", bound: 123_456_789 }, won)).toMatchObject({
      ok: true,
      value: { x: 123_456_789 },
    });
  });

  test("out of reach: says how close it gets", () => {
    expect(seekGoal((x) => -((x - 4) ** 2), { relation: "at-least", bound: 1 }, range)).toMatchObject({
      ok: false,
      error: { type: "out-of-reach", shortfall: expect.closeTo(1, 3) },
    });
    expect(seekGoal(() => Number.NaN, { relation: "equal", bound: 1 }, range)).toMatchObject({
      ok: false,
      error: { shortfall: Number.POSITIVE_INFINITY },
    });
  });

  test("a range of one value is looked at, not divided by", () => {
    const point: GoalRange = { minimum: 5, maximum: 5, start: 5, isWhole: false };
    expect(seekGoal((x) => x, { relation: "equal", bound: 7 }, point)).toMatchObject({
      ok: false,
      error: { x: 5, shortfall: 2 },
    });
  });
});

describe("the smallest size that meets several conditions", () => {
  const presence = (n: number) => 1 - 0.95 ** n;
  const costOf = (n: number) => n * 1_000_000;

  test("all groups of 5 % seated with 90 % and cost at most 50 million: 45 seats", () => {
    const found = findSmallestSize(
      (n) => [presence(n), costOf(n)],
      [
        { relation: "at-least", bound: 0.9 },
        { relation: "at-most", bound: 50_000_000 },
      ],
      5,
      200,
    );
    expect(found).toMatchObject({ ok: true, value: { size: 45 } });
  });

  test("where money allows too few seats, both sides of the conflict are named", () => {
    const found = findSmallestSize(
      (n) => [presence(n), costOf(n)],
      [
        { relation: "at-least", bound: 0.9 },
        { relation: "at-most", bound: 40_000_000 },
      ],
      5,
      200,
    );
    expect(found).toMatchObject({
      ok: false,
      error: {
        type: "no-size",
        conditions: [
          { smallest: 45, largest: 200 },
          { smallest: 5, largest: 40 },
        ],
        missed: [0],
      },
    });
  });
});
