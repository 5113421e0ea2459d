import type { TaskOutcome, TaskReason } from "../../../core/scenario/outcome";

/** Whether two outcomes say the same of a task. Every edit brings new ones for all tasks. */
export function isSameTaskOutcome(a: TaskOutcome | undefined, b: TaskOutcome | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (
    a.status === b.status &&
    a.delayYears === b.delayYears &&
    a.fundedRatio === b.fundedRatio &&
    a.plannedWon === b.plannedWon &&
    a.fundedWon === b.fundedWon &&
    a.afterHorizonWon === b.afterHorizonWon &&
    isSameReason(a.reason, b.reason) &&
    a.fundedWonByYear.length === b.fundedWonByYear.length &&
    a.fundedWonByYear.every((won, index) => won === b.fundedWonByYear[index])
  );
}

const isSameReason = (a: TaskReason | null, b: TaskReason | null): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
