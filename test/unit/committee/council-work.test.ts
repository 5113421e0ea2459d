import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CommitteeCostInputs,
  computeTermCommitteeCost,
  computeYearlyCommitteeCost,
  createCommitteeCostBreakdown,
  ILLUSTRATIVE_COMMITTEE_COSTS,
} from "../../../core/committee/cost/committee-cost";
import {
  computeExpectedCoveredSubcommittees,
  computeOneSubcommitteeCoverage,
} from "../../../core/committee/coverage/one-subcommittee-coverage";
import { computeSubcommitteeCoverage } from "../../../core/committee/coverage/subcommittee-coverage";
import { computeSubcommitteeSizes } from "../../../core/committee/coverage/subcommittee-sizes";
import { computeSameSubcommitteeProbability } from "../../../core/committee/talk/same-subcommittee";
import { computeSpeakingMinutes } from "../../../core/committee/talk/speaking-minutes";
import { computeTopSpeakersShare } from "../../../core/committee/talk/top-speakers-share";
import { computeMemoryAfterRenewal } from "../../../core/committee/turnover/memory-after-renewal";
import { findReserveListSize } from "../../../core/committee/turnover/reserve-list-size";

const COUNCIL_OF_30: CommitteeCostInputs = {
  ...ILLUSTRATIVE_COMMITTEE_COSTS,
  citizens: 25,
  officials: 5,
  subcommittees: 5,
};

describe("the cost of a committee", () => {
  test("is broken down by allowance, officials' hours and fixed cost", () => {
    // 6 + 10 meetings × 25 × .6 × ₩100,000; × 5 × .9 × 2 h × ₩35,000; 6 × ₩500,000 + 10 × 5 × ₩100,000.
    expect(computeYearlyCommitteeCost(COUNCIL_OF_30)).toEqual({
      citizenAllowanceWon: 24_000_000,
      officialHoursWon: 5_040_000,
      fixedWon: 8_000_000,
      secretariatWon: 0,
      totalWon: 37_040_000,
      officialHours: 144,
      secretariatFte: 0,
    });
    expect(computeTermCommitteeCost(COUNCIL_OF_30, 2)).toBe(74_080_000);
  });

  test("includes the secretariat per seat", () => {
    const cost = computeYearlyCommitteeCost({
      ...COUNCIL_OF_30,
      secretariatFtePerSeat: 0.05,
      secretariatWonPerFteYear: 60_000_000,
    });
    expect(cost.secretariatFte).toBeCloseTo(1.5, 12);
    expect(cost.totalWon).toBeCloseTo(37_040_000 + 90_000_000, 3);
  });

  test("has no rounds to pay for without subcommittees", () => {
    const cost = computeYearlyCommitteeCost({ ...COUNCIL_OF_30, subcommittees: 0 });
    expect(cost.citizenAllowanceWon).toBe(9_000_000);
    expect(cost.fixedWon).toBe(3_000_000);
  });

  test("is written into the breakdown given, so that a loop allocates nothing", () => {
    const breakdown = createCommitteeCostBreakdown();
    expect(computeYearlyCommitteeCost(COUNCIL_OF_30, breakdown)).toBe(breakdown);
    computeYearlyCommitteeCost({ ...COUNCIL_OF_30, citizens: 0, officials: 0 }, breakdown);
    expect(breakdown.totalWon).toBe(8_000_000);
  });
});

/** Σ_j (−1)^j C(c,j) C(n−js, m)/C(n, m), as printed in textbooks; fine for small numbers. */
function coverByInclusionExclusion(n: number, c: number, m: number): number {
  const choose = (a: number, b: number): number => {
    let result = b > a ? 0 : 1;
    for (let i = 0; i < b && result > 0; i += 1) result *= (a - i) / (b - i);
    return result;
  };
  let sum = 0;
  for (let j = 0; j <= c; j += 1) sum += (-1) ** j * choose(c, j) * choose(n - (j * n) / c, m);
  return sum / choose(n, m);
}

describe("subcommittees", () => {
  test("differ by at most one member and hold everybody", () => {
    expect(computeSubcommitteeSizes(32, 5)).toEqual([7, 7, 6, 6, 6]);
    expect(computeSubcommitteeSizes(3, 5)).toEqual([1, 1, 1, 0, 0]);
  });

  test("are all covered as often as inclusion and exclusion says", () => {
    const cases = [
      [30, 5, 7],
      [30, 5, 5],
      [20, 4, 9],
      [12, 3, 12],
      [50, 10, 20],
    ] as const;
    for (const [n, c, m] of cases) {
      expect(computeSubcommitteeCoverage(n, c, m)).toBeCloseTo(coverByInclusionExclusion(n, c, m), 10);
    }
  });

  test("cannot all be covered by fewer people than there are, and surely are by everybody", () => {
    expect(computeSubcommitteeCoverage(30, 5, 4)).toBe(0);
    expect(computeSubcommitteeCoverage(30, 5, 30)).toBeCloseTo(1, 12);
    expect(computeSubcommitteeCoverage(30, 1, 1)).toBeCloseTo(1, 12);
    expect(computeSubcommitteeCoverage(3, 5, 3)).toBe(0);
  });

  test("are covered with a probability even in a council of 1,000 with 50 of them", () => {
    const coverage = computeSubcommitteeCoverage(1000, 50, 300);
    expect(coverage).toBeGreaterThan(0.9);
    expect(coverage).toBeLessThanOrEqual(1);
  });

  test("one alone is covered at least as often as all", () => {
    const council = fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(council, fc.double({ min: 0, max: 1, noNaN: true }), ([n, c], part) => {
        const m = Math.floor(part * n);
        const smallest = Math.floor(n / c);
        expect(computeOneSubcommitteeCoverage(n, smallest, m)).toBeGreaterThanOrEqual(
          computeSubcommitteeCoverage(n, c, m) - 1e-12,
        );
        expect(computeExpectedCoveredSubcommittees(n, c, m)).toBeLessThanOrEqual(c + 1e-12);
      }),
    );
  });

  test("two members of a council with one subcommittee surely share it", () => {
    expect(computeSameSubcommitteeProbability(30, 1)).toBe(1);
    // Sizes 2 and 1: one of three pairs.
    expect(computeSameSubcommitteeProbability(3, 2)).toBeCloseTo(1 / 3, 14);
  });
});

describe("talk", () => {
  test("leaves no minutes when the overhead fills the meeting", () => {
    expect(computeSpeakingMinutes(30, 60, 90)).toBe(0);
    expect(() => computeSpeakingMinutes(0, 60, 0)).toThrow("someone must be present");
  });

  test("is shared alike at r = 1 and nearly so just below", () => {
    expect(computeTopSpeakersShare(30, 1, 5)).toBeCloseTo(5 / 30, 14);
    expect(computeTopSpeakersShare(30, 1 - 1e-9, 5)).toBeCloseTo(5 / 30, 7);
    expect(computeTopSpeakersShare(3, 0.85, 5)).toBe(1);
  });
});

describe("turnover", () => {
  test("keeps more memory with more cohorts and less drop-out", () => {
    expect(computeMemoryAfterRenewal(4, 2, 0.1)).toBeGreaterThan(computeMemoryAfterRenewal(2, 2, 0.1));
    expect(computeMemoryAfterRenewal(4, 2, 0)).toBe(0.75);
    expect(computeMemoryAfterRenewal(4, 2, 1)).toBe(0);
  });

  test("needs no reserve without drop-out and everybody's when all leave", () => {
    expect(findReserveListSize(30, 0, 0.95)).toBe(0);
    expect(findReserveListSize(30, 1, 0.95)).toBe(30);
    expect(findReserveListSize(30, 0.19, 1)).toBe(30);
  });
});
