/** What each grade sets as next year's ceiling of the evaluated stream, in won. */
export type CeilingByGrade = ReadonlyMap<string, number>;

/**
 * Next year's ceiling of a stream after its evaluation. The grade SETS the
 * ceiling; it is not paid on top of this year's (Seongdong with grade A went
 * from 957 to 1,100 million won, not to 2,057). A grade without an entry, or
 * none, leaves this year's ceiling as it is.
 */
export function setCeilingByGrade(
  thisYearCeilingWon: number,
  grade: string | null,
  ceilingByGrade: CeilingByGrade,
): number {
  return (grade === null ? undefined : ceilingByGrade.get(grade)) ?? thisYearCeilingWon;
}

/**
 * Expected ceiling when the grade is uncertain: Σ P(grade)·ceiling(grade), the
 * rest of the probability leaving this year's ceiling. Probabilities ≥ 0 with a
 * sum of at most 1.
 */
export function computeExpectedCeiling(
  thisYearCeilingWon: number,
  probabilityByGrade: ReadonlyMap<string, number>,
  ceilingByGrade: CeilingByGrade,
): number {
  let certain = 0;
  let expectedWon = 0;
  for (const [grade, probability] of probabilityByGrade) {
    if (!(probability >= 0)) {
      throw new RangeError("computeExpectedCeiling: probabilities must not be negative");
    }
    certain += probability;
    expectedWon += probability * setCeilingByGrade(thisYearCeilingWon, grade, ceilingByGrade);
  }
  if (certain > 1 + 1e-9) {
    throw new RangeError("computeExpectedCeiling: probabilities must add up to at most 1");
  }
  return expectedWon + Math.max(0, 1 - certain) * thisYearCeilingWon;
}
