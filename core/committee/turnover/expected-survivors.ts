import { requireAtLeast, requireRatio } from "../preconditions";

/** Members of `seats` expected to be still there after `years` with yearly drop-out `dropoutRatio`: n(1−d)^T. */
export function computeExpectedSurvivors(seats: number, years: number, dropoutRatio: number): number {
  requireAtLeast("computeExpectedSurvivors", "seats", seats, 0);
  requireAtLeast("computeExpectedSurvivors", "years", years, 0);
  requireRatio("computeExpectedSurvivors", "dropoutRatio", dropoutRatio);
  return seats * (1 - dropoutRatio) ** years;
}
