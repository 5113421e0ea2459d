import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeByRank, gradeByRankQuota } from "../../../core/budget/incentive-grade";
import { proposeGrade, type RubricRows, scoreByRubric } from "../../../core/budget/propose-grade";
import { initialRow } from "../../../core/plan/plan-tables";
import { makePlan } from "../support/make-plan";

const criterion = (id: string, weightRatio: number) => ({ ...initialRow("criterion", id), weightRatio });
const score = (id: string, year: number, points: number) => ({
  ...initialRow("criterionScore", `${id}/${year}`),
  score: points,
});
const grade = (code: string, minimumScore: number, quota: number) => ({
  ...initialRow("grade", code),
  code,
  minimumScore,
  quota,
});

/** Two criteria that count 3 : 1, one that does not count, and the quotas of Seoul in 2018. */
const rubric: RubricRows = {
  criteria: [criterion("a", 0.6), criterion("b", 0.2), criterion("none", 0)],
  scores: [score("a", 2026, 90), score("b", 2026, 70), score("a", 2027, 50)],
  grades: [grade("A", 85, 7), grade("B", 60, 11), grade("C", 0, 7)],
  evaluations: [{ ...initialRow("evaluation", "2026"), rank: 8 }],
  gradingRule: "threshold",
};

test("the score is Σ weight·score / Σ weight", () => {
  // (0.6 · 90 + 0.2 · 70) / 0.8 = 85
  expect(scoreByRubric(rubric, 2026)).toEqual({ type: "scored", score: expect.closeTo(85, 9) });
});

test("the district template's evaluation of 2026 comes to 91.4 and grade A, as entered", () => {
  const { tables } = makePlan("district-governance").document;
  const rows: RubricRows = {
    criteria: tables.ordered("criterion"),
    scores: tables.all("criterionScore"),
    grades: tables.ordered("grade"),
    evaluations: tables.all("evaluation"),
    gradingRule: "threshold",
  };
  // .3 · 94 + .3 · 90 + .25 · 92 + .15 · 88
  expect(scoreByRubric(rows, 2026)).toEqual({ type: "scored", score: expect.closeTo(91.4, 9) });
  expect(proposeGrade(rows, 2026)).toEqual({ type: "proposed", gradeCode: "A" });
  expect(tables.find("evaluation", "2026")?.gradeCode).toBe("A");
  expect(proposeGrade(rows, 2027)).toEqual({ type: "scores-missing", missing: 1 });
});

describe("a grade is proposed", () => {
  test("by the highest threshold that the score reaches; a score on it counts", () => {
    const even = { ...rubric, scores: [score("a", 2026, 85), score("b", 2026, 85)] };
    expect(proposeGrade(even, 2026)).toEqual({ type: "proposed", gradeCode: "A" });
    const low = { ...rubric, scores: [score("a", 2026, 50), score("b", 2026, 50)] };
    expect(proposeGrade(low, 2026)).toEqual({ type: "proposed", gradeCode: "C" });
  });

  test("by rank and quota, 7, 11 and 7 of 25", () => {
    const byRank = (rank: number) => ({
      ...rubric,
      gradingRule: "rank" as const,
      evaluations: [{ ...initialRow("evaluation", "2026"), rank }],
    });
    const codes = [1, 7, 8, 18, 19, 25].map((rank) => proposeGrade(byRank(rank), 2026));
    expect(codes.map((found) => (found.type === "proposed" ? found.gradeCode : found.type))).toEqual([
      "A",
      "A",
      "B",
      "B",
      "C",
      "C",
    ]);
    expect(proposeGrade(byRank(26), 2026)).toEqual({ type: "no-grade" });
    expect(proposeGrade(byRank(0), 2026)).toEqual({ type: "rank-missing" });
  });
});

test("no grade is made up where something is missing", () => {
  expect(proposeGrade({ ...rubric, criteria: [] }, 2026)).toEqual({ type: "no-criteria" });
  expect(proposeGrade({ ...rubric, criteria: [criterion("a", 0)] }, 2026)).toEqual({ type: "no-weights" });
  expect(proposeGrade(rubric, 2027)).toEqual({ type: "scores-missing", missing: 1 });
  expect(proposeGrade({ ...rubric, grades: [grade("A", 0, 0), grade("B", 0, 0)] }, 2026)).toEqual({
    type: "rule-not-set",
  });
  expect(proposeGrade({ ...rubric, grades: [], gradingRule: "rank" }, 2026)).toEqual({
    type: "rule-not-set",
  });
  const strict = { ...rubric, grades: [grade("A", 95, 0), grade("B", 90, 0)] };
  expect(proposeGrade(strict, 2026)).toEqual({ type: "no-grade" });
});

test("a rank has the grade that quotas give whoever has that place", () => {
  const Quotas = fc.array(fc.nat(8), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(Quotas, fc.integer({ min: 1, max: 30 }), (counts, rank) => {
      const quotas = counts.map((count, index) => ({ grade: `G${index}`, count }));
      const scores = Array.from({ length: 30 }, (_, index) => 100 - index);
      expect(gradeByRank(rank, quotas)).toBe(gradeByRankQuota(scores, quotas)[rank - 1]);
    }),
  );
});
