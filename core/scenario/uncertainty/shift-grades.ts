import { gradeUnderLevers } from "../apply-levers";
import type { CompiledPlan } from "../compiled-plan";
import type { LeverValues } from "../lever";
import type { UncertaintySpec } from "./uncertainty-spec";

/** Index into `plan.grades` of the evaluation before each year under the scenario; −1 where there is none. */
export const readGrades = (plan: CompiledPlan, levers: LeverValues): readonly number[] =>
  plan.years.map((year, index) => {
    const code = gradeUnderLevers(plan.gradeBeforeYear[index] ?? "", levers, year - 1);
    return plan.grades.findIndex((grade) => grade.code === code);
  });

/**
 * Moves a grade by whole steps among the plan's grades, which rise by what they
 * are worth (equal ones from the last to the first); beyond the ends there is
 * nothing, and −1 stays −1.
 */
export function createGradeShifter({ grades }: CompiledPlan): (grade: number, steps: number) => number {
  const byWorth = grades
    .map((_, index) => index)
    .sort((a, b) => (grades[a]?.ceilingWon ?? 0) - (grades[b]?.ceilingWon ?? 0) || b - a);
  return (grade, steps) => {
    if (grade < 0) return -1;
    const place = Math.min(byWorth.length - 1, Math.max(0, byWorth.indexOf(grade) + steps));
    return byWorth[place] ?? grade;
  };
}

/** Whether a better or worse evaluation would change a ceiling: some stream follows the grade, and a grade is known. */
export const doGradesMatter = (plan: CompiledPlan, levers: LeverValues): boolean =>
  plan.isCeilingSetByGrade.includes(1) &&
  plan.grades.length > 1 &&
  readGrades(plan, levers).some((grade) => grade >= 0);

/**
 * The step that a number between 0 and 1 stands for, all numbers being equally
 * likely: −1 with the chance of a lower grade, 1 with that of a higher one, else 0.
 */
export function readStep(p: number, { lowerRatio, higherRatio }: UncertaintySpec["grade"]): -1 | 0 | 1 {
  if (p < lowerRatio) return -1;
  return p > 1 - higherRatio ? 1 : 0;
}
