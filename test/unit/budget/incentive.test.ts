import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeExpectedCeiling, setCeilingByGrade } from "../../../core/budget/incentive-ceiling";
import { computeRubricScore, gradeByRankQuota, gradeByThreshold } from "../../../core/budget/incentive-grade";

const THRESHOLDS = [
  { grade: "A", minimumScore: 90 },
  { grade: "B", minimumScore: 75 },
  { grade: "C", minimumScore: 0 },
];
/** Illustrative but for the highest: grade A ('가') set 1.1 bn KRW in Seongdong for 2022. */
const CEILINGS = new Map([
  ["A", 1_100_000_000],
  ["B", 900_000_000],
]);

describe("an evaluation's grade", () => {
  test("comes from the weighted scores of the rubric", () => {
    const score = computeRubricScore([
      { weight: 60, score: 4, maximumScore: 5 },
      { weight: 40, score: 10, maximumScore: 10 },
    ]);
    expect(score).toBeCloseTo(88, 12);
    expect(gradeByThreshold(score, THRESHOLDS)).toBe("B");
  });

  test("is earned by a score on the threshold, and by none below all", () => {
    expect(gradeByThreshold(90, THRESHOLDS)).toBe("A");
    expect(gradeByThreshold(89.99, THRESHOLDS)).toBe("B");
    expect(gradeByThreshold(10, [{ grade: "A", minimumScore: 90 }])).toBeNull();
    expect(gradeByThreshold(95, [...THRESHOLDS].reverse())).toBe("A");
  });

  test("by rank fills quotas of 7, 11 and 7 districts exactly, ties to the earlier", () => {
    const quotas = [
      { grade: "A", count: 7 },
      { grade: "B", count: 11 },
      { grade: "C", count: 7 },
    ];
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(scores, (list) => {
        const grades = gradeByRankQuota(list, quotas);
        for (const { grade, count } of quotas) {
          expect(grades.filter((each) => each === grade)).toHaveLength(count);
        }
        grades.forEach((grade, unit) => {
          grades.forEach((other, rival) => {
            if ((list[unit] ?? 0) > (list[rival] ?? 0)) expect((grade ?? "Z") <= (other ?? "Z")).toBe(true);
          });
        });
      }),
    );
    expect(gradeByRankQuota([5, 9, 9], [{ grade: "A", count: 1 }])).toEqual([null, "A", null]);
  });

  test("throws on a score above its maximum or weights without sum", () => {
    expect(() => computeRubricScore([{ weight: 1, score: 6, maximumScore: 5 }])).toThrow("score");
    expect(() => computeRubricScore([])).toThrow("positive sum");
  });
});

describe("next year's ceiling", () => {
  test("is set by the grade, not added: Seongdong went from 957 to 1,100 million won", () => {
    expect(setCeilingByGrade(957_000_000, "A", CEILINGS)).toBe(1_100_000_000);
  });

  test("stays without a grade or an entry for it", () => {
    expect(setCeilingByGrade(957_000_000, null, CEILINGS)).toBe(957_000_000);
    expect(setCeilingByGrade(957_000_000, "C", CEILINGS)).toBe(957_000_000);
  });

  test("is expected over an uncertain grade", () => {
    const grades = new Map([
      ["A", 0.5],
      ["B", 0.25],
    ]);
    expect(computeExpectedCeiling(1_000_000_000, grades, CEILINGS)).toBeCloseTo(1_025_000_000, 3);
    expect(() =>
      computeExpectedCeiling(
        1,
        new Map([
          ["A", 0.8],
          ["B", 0.8],
        ]),
        CEILINGS,
      ),
    ).toThrow("add up");
  });
});
