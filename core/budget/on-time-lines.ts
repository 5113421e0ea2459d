import type { PackedLines } from "./packed-lines";
import { JUST_BELOW_HALF } from "./round-won";
import type { WaterfallLines } from "./waterfall-plan";

/*
 * The loops over all lines of a plan that most of an evaluation's time goes to.
 * They take four lines a turn, written out: an engine asks anew in every turn of
 * a loop what kind of list each one is, where it lies and how long it is, and for
 * one line that takes longer than the arithmetic. What is left over is taken one
 * by one.
 */

/**
 * Fills `onTimeWon` with the amounts at the price level of their year, in whole
 * won, and sums them by task and by cell, `source · years + year`: all that is done
 * with a line before its task has its turn, in one pass. Sums are made in the order
 * of the lines.
 */
export function priceLines(
  { money, amountWon, onTimeWon, byTaskWon }: WaterfallLines,
  levelByCell: Float64Array,
  byCellWon: Float64Array,
): void {
  const { first, cell } = money;
  // `roundWon` by hand: here a call is not free.
  const half = JUST_BELOW_HALF;
  byCellWon.fill(0);
  let line = 0;
  for (let task = 0; task < byTaskWon.length; task += 1) {
    const end = first[task + 1] ?? 0;
    let taskWon = 0;
    for (; line < end - 3; line += 4) {
      const a = cell[line] ?? 0;
      const b = cell[line + 1] ?? 0;
      const c = cell[line + 2] ?? 0;
      const d = cell[line + 3] ?? 0;
      const aWon = Math.floor((amountWon[line] ?? 0) * (levelByCell[a] ?? 1) + half);
      const bWon = Math.floor((amountWon[line + 1] ?? 0) * (levelByCell[b] ?? 1) + half);
      const cWon = Math.floor((amountWon[line + 2] ?? 0) * (levelByCell[c] ?? 1) + half);
      const dWon = Math.floor((amountWon[line + 3] ?? 0) * (levelByCell[d] ?? 1) + half);
      onTimeWon[line] = aWon;
      onTimeWon[line + 1] = bWon;
      onTimeWon[line + 2] = cWon;
      onTimeWon[line + 3] = dWon;
      byCellWon[a] = (byCellWon[a] ?? 0) + aWon;
      byCellWon[b] = (byCellWon[b] ?? 0) + bWon;
      byCellWon[c] = (byCellWon[c] ?? 0) + cWon;
      byCellWon[d] = (byCellWon[d] ?? 0) + dWon;
      taskWon = taskWon + aWon + bWon + cWon + dWon;
    }
    for (; line < end; line += 1) {
      const at = cell[line] ?? 0;
      const costWon = Math.floor((amountWon[line] ?? 0) * (levelByCell[at] ?? 1) + half);
      onTimeWon[line] = costWon;
      byCellWon[at] = (byCellWon[at] ?? 0) + costWon;
      taskWon += costWon;
    }
    byTaskWon[task] = taskWon;
  }
}

/**
 * Whether every line of a task is at most what is left of its cell and `tolerance`.
 * Lines whose amount is 0 fit anywhere, also where less than nothing is left.
 */
export function fitsLines(
  { first, cell }: PackedLines,
  values: Float64Array,
  amounts: Float64Array,
  left: Float64Array,
  tolerance: number,
  task: number,
): boolean {
  const end = first[task + 1] ?? 0;
  let line = first[task] ?? 0;
  for (; line < end - 3; line += 4)
    if (
      ((values[line] ?? 0) > (left[cell[line] ?? 0] ?? 0) + tolerance && amounts[line] !== 0) ||
      ((values[line + 1] ?? 0) > (left[cell[line + 1] ?? 0] ?? 0) + tolerance && amounts[line + 1] !== 0) ||
      ((values[line + 2] ?? 0) > (left[cell[line + 2] ?? 0] ?? 0) + tolerance && amounts[line + 2] !== 0) ||
      ((values[line + 3] ?? 0) > (left[cell[line + 3] ?? 0] ?? 0) + tolerance && amounts[line + 3] !== 0)
    )
      return false;
  for (; line < end; line += 1)
    if ((values[line] ?? 0) > (left[cell[line] ?? 0] ?? 0) + tolerance && amounts[line] !== 0) return false;
  return true;
}

/** Adds `sign` times every line of a task to its cell. */
export function addLines(
  { first, cell }: PackedLines,
  values: Float64Array,
  sign: 1 | -1,
  into: Float64Array,
  task: number,
): void {
  const end = first[task + 1] ?? 0;
  let line = first[task] ?? 0;
  for (; line < end - 3; line += 4) {
    const a = cell[line] ?? 0;
    const b = cell[line + 1] ?? 0;
    const c = cell[line + 2] ?? 0;
    const d = cell[line + 3] ?? 0;
    into[a] = (into[a] ?? 0) + sign * (values[line] ?? 0);
    into[b] = (into[b] ?? 0) + sign * (values[line + 1] ?? 0);
    into[c] = (into[c] ?? 0) + sign * (values[line + 2] ?? 0);
    into[d] = (into[d] ?? 0) + sign * (values[line + 3] ?? 0);
  }
  for (; line < end; line += 1) {
    const at = cell[line] ?? 0;
    into[at] = (into[at] ?? 0) + sign * (values[line] ?? 0);
  }
}
