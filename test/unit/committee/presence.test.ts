import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBinomialPresence } from "../../../core/committee/presence/binomial-presence";
import { computeHypergeometricPresence } from "../../../core/committee/presence/hypergeometric-presence";
import { boundJointPresence } from "../../../core/committee/presence/joint-presence-bounds";
import { computeExclusiveJointPresence } from "../../../core/committee/presence/joint-presence-exclusive";
import { findMinimumSizeForPresence } from "../../../core/committee/presence/minimum-size-for-presence";
import { computePresenceAtMeeting } from "../../../core/committee/presence/presence-at-meeting";
import { simulateJointPresence } from "../../../core/committee/presence/simulate-joint-presence";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const seats = fc.integer({ min: 1, max: 1000 });

/** A small seeded generator (Park & Miller), enough for a simulation in a test. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe("presence of a group", () => {
  test("is a probability that grows with the seats and shrinks with what is asked for", () => {
    fc.assert(
      fc.property(seats, share, fc.integer({ min: 0, max: 30 }), (n, p, k) => {
        const presence = computeBinomialPresence(n, p, k);
        expect(presence).toBeGreaterThanOrEqual(0);
        expect(presence).toBeLessThanOrEqual(1);
        expect(computeBinomialPresence(n + 1, p, k)).toBeGreaterThanOrEqual(presence - 1e-12);
        expect(computeBinomialPresence(n, p, k + 1)).toBeLessThanOrEqual(presence + 1e-12);
      }),
    );
  });

  test("drawn from a pool is certain when the others cannot fill the seats", () => {
    expect(computeHypergeometricPresence(100, 60, 45, 5)).toBe(1);
    expect(computeHypergeometricPresence(100, 3, 45, 4)).toBe(0);
  });

  test("drawn from a very large pool is as from a population", () => {
    expect(computeHypergeometricPresence(1e7, 5e5, 30, 3)).toBeCloseTo(
      computeBinomialPresence(30, 0.05, 3),
      5,
    );
  });

  test("reaches the confidence at the minimum size and not one seat before", () => {
    const confidence = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.9, noNaN: true }), confidence, (p, wanted) => {
        const size = findMinimumSizeForPresence(p, wanted);
        expect(computeBinomialPresence(size, p, 1)).toBeGreaterThanOrEqual(wanted - 1e-9);
        expect(computeBinomialPresence(size - 1, p, 1)).toBeLessThan(wanted);
      }),
    );
    expect(findMinimumSizeForPresence(0.5, 0.75)).toBe(2);
  });

  test("at a meeting is never more likely than a seat", () => {
    fc.assert(
      fc.property(seats, share, share, (n, p, attendance) => {
        expect(computePresenceAtMeeting(n, p, attendance)).toBeLessThanOrEqual(
          computeBinomialPresence(n, p, 1) + 1e-15,
        );
      }),
    );
  });

  test("throws on a precondition that is not met, naming function and argument", () => {
    expect(() => computeBinomialPresence(10, 1.5, 1)).toThrow("computeBinomialPresence: groupShare");
    expect(() => computeHypergeometricPresence(10, 11, 1, 1)).toThrow("groupSize");
  });
});

describe("presence of all groups at once", () => {
  test("for two exclusive groups agrees with 1 − q₁ⁿ − q₂ⁿ + (q₁+q₂−1)ⁿ", () => {
    expect(computeExclusiveJointPresence(30, [0.05, 0.1])).toBeCloseTo(
      1 - 0.95 ** 30 - 0.9 ** 30 + 0.85 ** 30,
      14,
    );
  });

  test("with as many seats as equal groups is n!/nⁿ", () => {
    expect(computeExclusiveJointPresence(4, [0.25, 0.25, 0.25, 0.25])).toBeCloseTo(24 / 256, 14);
    expect(computeExclusiveJointPresence(3, [0.25, 0.25, 0.25, 0.25])).toBe(0);
  });

  test("lies within Fréchet's bounds", () => {
    const groups = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(seats, groups, (n, shares) => {
        const joint = computeExclusiveJointPresence(n, shares);
        const bounds = boundJointPresence(shares.map((p) => computeBinomialPresence(n, p, 1)));
        expect(joint).toBeGreaterThanOrEqual(bounds.lower - 1e-9);
        expect(joint).toBeLessThanOrEqual(bounds.upper + 1e-9);
      }),
    );
    expect(boundJointPresence([])).toEqual({ lower: 1, upper: 1 });
    expect(boundJointPresence([0.9, 0.8])).toEqual({ lower: expect.closeTo(0.7, 12), upper: 0.8 });
  });

  test("simulated over residents agrees with the exact draw from a pool", () => {
    // 300 residents, 15 of the one group: exactly .802234.
    const profiles = Array.from({ length: 300 }, (_, resident) => (resident < 15 ? 1 : 0));
    const simulated = simulateJointPresence(profiles, 1, 30, 20_000, createRandom(1));
    expect(Math.abs(simulated - 0.802234)).toBeLessThan(4 * Math.sqrt((0.8 * 0.2) / 20_000));
  });

  test("simulated for groups that are the same people equals the presence of one of them", () => {
    const profiles = Array.from({ length: 100 }, (_, resident) => (resident < 10 ? 0b11 : 0));
    const both = simulateJointPresence(profiles, 2, 20, 5_000, createRandom(7));
    const one = simulateJointPresence(profiles, 1, 20, 5_000, createRandom(7));
    expect(both).toBe(one);
  });
});
