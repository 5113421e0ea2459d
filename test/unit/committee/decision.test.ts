import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeEffectiveJurySize } from "../../../core/committee/decision-quality/effective-jury-size";
import { computeMajorityCorrectness } from "../../../core/committee/decision-quality/majority-correctness";
import { computeMajorityCorrectnessLimit } from "../../../core/committee/decision-quality/majority-correctness-limit";
import { computeBlocPivotalAmongPresent } from "../../../core/committee/power/bloc-pivotal-among-present";
import { computeBlocPower } from "../../../core/committee/power/bloc-power";
import {
  approximateIndividualPower,
  computeIndividualPower,
} from "../../../core/committee/power/individual-power";
import { computeQuorumProbability } from "../../../core/committee/quorum/quorum-probability";
import { computeTwoClassQuorumProbability } from "../../../core/committee/quorum/two-class-quorum-probability";

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const seats = fc.integer({ min: 1, max: 1000 });
const composition = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }));

describe("a right majority", () => {
  test("of one member is as likely as the member is right; of coin tossers one half", () => {
    expect(computeMajorityCorrectness(0.7, 1)).toBeCloseTo(0.7, 14);
    fc.assert(
      fc.property(seats, (n) => {
        expect(computeMajorityCorrectness(0.5, n)).toBeCloseTo(0.5, 12);
      }),
    );
  });

  test("and a wrong majority add up to 1, with any correlation", () => {
    fc.assert(
      fc.property(ratio, seats, ratio, (p, n, rho) => {
        const right = computeMajorityCorrectness(p, n, rho);
        expect(right + computeMajorityCorrectness(1 - p, n, rho)).toBeCloseTo(1, 9);
      }),
    );
  });

  test("of many correlated members approaches its limit", () => {
    expect(computeMajorityCorrectness(0.55, 5_000, 0.1)).toBeCloseTo(
      computeMajorityCorrectnessLimit(0.55, 0.1),
      3,
    );
    expect(computeMajorityCorrectnessLimit(0.55, 0)).toBe(1);
    expect(computeMajorityCorrectnessLimit(0.5, 0)).toBe(0.5);
    expect(computeMajorityCorrectnessLimit(0.55, 1)).toBe(0.55);
  });

  test("of very many members is a probability that grows with p, even at extreme correlations", () => {
    fc.assert(
      fc.property(ratio, ratio, ratio, (a, b, rho) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const limit = computeMajorityCorrectnessLimit(low, rho);
        expect(limit).toBeGreaterThanOrEqual(0);
        expect(limit).toBeLessThanOrEqual(1);
        expect(computeMajorityCorrectnessLimit(high, rho)).toBeGreaterThanOrEqual(limit - 1e-9);
      }),
      { numRuns: 500 },
    );
    // Either side of the switch to the normal approximation.
    expect(computeMajorityCorrectnessLimit(0.5003, 0.999e-6)).toBeCloseTo(
      computeMajorityCorrectnessLimit(0.5003, 1.001e-6),
      3,
    );
  });

  test("an effective size never exceeds the seats or 1/ρ", () => {
    fc.assert(
      fc.property(seats, fc.double({ min: 0.001, max: 1, noNaN: true }), (n, rho) => {
        const effective = computeEffectiveJurySize(n, rho);
        expect(effective).toBeLessThanOrEqual(n + 1e-9);
        expect(effective).toBeLessThanOrEqual(1 / rho + 1e-9);
      }),
    );
  });
});

describe("a quorum", () => {
  test("is more likely with better attendance and less likely with a higher need", () => {
    fc.assert(
      fc.property(seats, ratio, ratio, (n, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const need = Math.ceil(n / 2);
        expect(computeQuorumProbability(n, high, need)).toBeGreaterThanOrEqual(
          computeQuorumProbability(n, low, need) - 1e-12,
        );
        expect(computeQuorumProbability(n, low, need + 1)).toBeLessThanOrEqual(
          computeQuorumProbability(n, low, need) + 1e-12,
        );
      }),
    );
  });

  test("that nobody is needed for is certain; one above the seats is impossible", () => {
    expect(computeQuorumProbability(10, 0.3, 0)).toBe(1);
    expect(computeQuorumProbability(10, 1, 11)).toBe(0);
    expect(computeTwoClassQuorumProbability(10, 1, 2, 1, 13)).toBe(0);
    expect(computeTwoClassQuorumProbability(10, 0.2, 2, 0.2, 0)).toBe(1);
  });

  test("of two classes with the same attendance is that of one class", () => {
    fc.assert(
      fc.property(composition, ratio, ([citizens, officials], attendance) => {
        expect(computeTwoClassQuorumProbability(citizens, attendance, officials, attendance)).toBeCloseTo(
          computeQuorumProbability(citizens + officials, attendance),
          11,
        );
      }),
    );
  });
});

/** The bloc's Banzhaf power by listing all 2^c votes of the citizens. */
function countBlocSwings(citizens: number, officials: number, quota: number): number {
  let swings = 0;
  for (let votes = 0; votes < 2 ** citizens; votes += 1) {
    const inFavour = votes.toString(2).replaceAll("0", "").length;
    if (inFavour < quota && inFavour + officials >= quota) swings += 1;
  }
  return swings / 2 ** citizens;
}

describe("the power of the officials' bloc", () => {
  test("agrees with counting every vote in a small council", () => {
    for (const [citizens, officials, quota] of [
      [8, 3, 6],
      [7, 2, 7],
      [5, 5, 3],
      [10, 1, 6],
    ] as const) {
      expect(computeBlocPower(citizens, officials, quota).banzhaf).toBeCloseTo(
        countBlocSwings(citizens, officials, quota),
        13,
      );
    }
  });

  test("and that of the citizens add up to 1", () => {
    fc.assert(
      fc.property(composition, fc.double({ min: 0, max: 1, noNaN: true }), ([c, o], where) => {
        const power = computeBlocPower(c, o, 1 + Math.floor(where * (c + o - 1)));
        expect(power.shapley + c * power.citizenShapley).toBeCloseTo(1, 12);
        expect(power.normalised + c * power.citizenNormalised).toBeCloseTo(1, 9);
      }),
    );
  });

  test("is all of it when the bloc alone has the quota and the citizens do not", () => {
    const power = computeBlocPower(3, 5, 5);
    expect([power.banzhaf, power.normalised, power.shapley]).toEqual([1, 1, 1]);
  });

  test("of one official is that of any member", () => {
    const power = computeBlocPower(29, 1, 16);
    expect(power.banzhaf).toBeCloseTo(computeIndividualPower(30), 12);
    expect(power.shapley).toBeCloseTo(1 / 30, 12);
  });

  test("without officials is nothing, present or not", () => {
    expect(computeBlocPower(30, 0, 16).banzhaf).toBe(0);
    expect(computeBlocPivotalAmongPresent(30, 0.6, 0, 0.9)).toBe(0);
  });

  test("among those present is the plain Banzhaf power when everybody comes", () => {
    expect(computeBlocPivotalAmongPresent(25, 1, 5, 1)).toBeCloseTo(computeBlocPower(25, 5, 16).banzhaf, 12);
  });

  test("among those present is a probability even where a quorum cannot be met", () => {
    expect(computeBlocPivotalAmongPresent(25, 0, 5, 0)).toBe(0);
    fc.assert(
      fc.property(composition, ratio, ratio, ([c, o], a, b) => {
        const pivotal = computeBlocPivotalAmongPresent(c, a, o, b);
        expect(pivotal).toBeGreaterThanOrEqual(0);
        expect(pivotal).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});

test("Penrose's approximation is close for a large council", () => {
  expect(computeIndividualPower(1000) / approximateIndividualPower(1000)).toBeCloseTo(1, 2);
});
