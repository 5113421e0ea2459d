/** One criterion of an evaluation rubric: how much it counts, and the score out of `maximumScore`. */
export interface RubricCriterion {
  readonly weight: number;
  readonly score: number;
  readonly maximumScore: number;
}

/**
 * Score of a rubric, 0..100: 100·Σ weight·(score/maximum) / Σ weight. Weights
 * ≥ 0 with a positive sum, 0 ≤ score ≤ maximum, maximum > 0.
 */
export function computeRubricScore(criteria: readonly RubricCriterion[]): number {
  let weightSum = 0;
  let weighted = 0;
  for (const { weight, score, maximumScore } of criteria) {
    if (!(weight >= 0 && maximumScore > 0 && score >= 0 && score <= maximumScore)) {
      throw new RangeError("computeRubricScore: weight >= 0 and 0 <= score <= maximumScore are required");
    }
    weightSum += weight;
    weighted += weight * (score / maximumScore);
  }
  if (!(weightSum > 0)) throw new RangeError("computeRubricScore: weights must have a positive sum");
  return (100 * weighted) / weightSum;
}

/** A grade and the lowest score that earns it. */
export interface GradeThreshold {
  readonly grade: string;
  readonly minimumScore: number;
}

/**
 * The grade of a score: the one with the highest threshold that the score
 * reaches (a score on the threshold earns the grade); null below all.
 */
export function gradeByThreshold(score: number, thresholds: readonly GradeThreshold[]): string | null {
  let best: GradeThreshold | null = null;
  for (const threshold of thresholds) {
    const reached = score >= threshold.minimumScore;
    if (reached && (best === null || threshold.minimumScore > best.minimumScore)) best = threshold;
  }
  return best?.grade ?? null;
}

/** A grade and how many units may get it, from the best grade down. */
export interface GradeQuota {
  readonly grade: string;
  readonly count: number;
}

/**
 * The grade of a place among those evaluated together, 1 for the best; null
 * beyond the last quota. What gradeByRankQuota gives whoever has that place.
 */
export function gradeByRank(rank: number, quotas: readonly GradeQuota[]): string | null {
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError("gradeByRank: ranks are counted from 1");
  let last = 0;
  for (const { grade, count } of quotas) {
    last += count;
    if (rank <= last) return grade;
  }
  return null;
}

/**
 * Grades by rank: the best `count` scores get the first grade, the next the
 * second, and so on (Seoul 2018: 7, 11 and 7 districts); null beyond the last
 * quota. Ties go to the earlier unit, so that the quotas hold exactly.
 */
export function gradeByRankQuota(
  scores: readonly number[],
  quotas: readonly GradeQuota[],
): (string | null)[] {
  const grades: (string | null)[] = scores.map(() => null);
  const order = scores.map((_, unit) => unit).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let next = 0;
  for (const { grade, count } of quotas) {
    for (const unit of order.slice(next, next + count)) grades[unit] = grade;
    next += count;
  }
  return grades;
}
