import type { Row } from "../plan/entities";
import { computeRubricScore, gradeByRank, gradeByThreshold } from "./incentive-grade";

const HIGHEST_SCORE = 100;

/** The rows that an evaluation by rubric rests on. */
export interface RubricRows {
  readonly criteria: readonly Row<"criterion">[];
  readonly scores: readonly Row<"criterionScore">[];
  /** From the best down, as ranks give them out. */
  readonly grades: readonly Row<"grade">[];
  readonly evaluations: readonly Row<"evaluation">[];
  readonly gradingRule: Row<"plan">["gradingRule"];
}

/** The score of a year's evaluation, 0..100, or why there is none. */
export type RubricScore =
  | { readonly type: "scored"; readonly score: number }
  | { readonly type: "no-criteria" }
  | { readonly type: "no-weights" }
  | { readonly type: "scores-missing"; readonly missing: number };

/** The grade that the rubric gives, or why it gives none. */
export type GradeProposal =
  | { readonly type: "proposed"; readonly gradeCode: string }
  /** No threshold (no quota) tells grades apart. */
  | { readonly type: "rule-not-set" }
  | { readonly type: "rank-missing" }
  /** Below the lowest threshold, or beyond the last quota. */
  | { readonly type: "no-grade" }
  | Exclude<RubricScore, { readonly type: "scored" }>;

/**
 * Score of a year by the rubric: Σ weight·score / Σ weight (models B6). Criteria
 * without weight do not count; a criterion that counts and has no score leaves
 * the year without one, since a missing score is no zero.
 */
export function scoreByRubric({ criteria, scores }: RubricRows, year: number): RubricScore {
  if (criteria.length === 0) return { type: "no-criteria" };
  const counting = criteria.filter(({ weightRatio }) => weightRatio > 0);
  if (counting.length === 0) return { type: "no-weights" };
  const found = counting.flatMap(({ id, weightRatio }) => {
    const row = scores.find((score) => score.criterionId === id && score.year === year);
    return row === undefined ? [] : [{ weight: weightRatio, score: row.score, maximumScore: HIGHEST_SCORE }];
  });
  const missing = counting.length - found.length;
  return missing > 0
    ? { type: "scores-missing", missing }
    : { type: "scored", score: computeRubricScore(found) };
}

/**
 * The grade of a year by thresholds on the score, or by the year's rank and the
 * quotas of grades (Seoul 2018: 7, 11 and 7 districts). A proposal: what counts
 * is the grade that is entered.
 */
export function proposeGrade(rows: RubricRows, year: number): GradeProposal {
  return rows.gradingRule === "rank" ? proposeByRank(rows, year) : proposeByScore(rows, year);
}

function proposeByScore(rows: RubricRows, year: number): GradeProposal {
  const scored = scoreByRubric(rows, year);
  if (scored.type !== "scored") return scored;
  const thresholds = rows.grades.map(({ code, minimumScore }) => ({ grade: code, minimumScore }));
  if (thresholds.every(({ minimumScore }) => minimumScore === 0)) return { type: "rule-not-set" };
  return toProposal(gradeByThreshold(scored.score, thresholds));
}

function proposeByRank({ grades, evaluations }: RubricRows, year: number): GradeProposal {
  const quotas = grades.map(({ code, quota }) => ({ grade: code, count: quota }));
  if (quotas.every(({ count }) => count === 0)) return { type: "rule-not-set" };
  const rank = evaluations.find((evaluation) => evaluation.year === year)?.rank ?? 0;
  return rank === 0 ? { type: "rank-missing" } : toProposal(gradeByRank(rank, quotas));
}

const toProposal = (gradeCode: string | null): GradeProposal =>
  gradeCode === null ? { type: "no-grade" } : { type: "proposed", gradeCode };
