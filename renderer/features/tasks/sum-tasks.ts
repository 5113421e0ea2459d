import type { TaskGridRow, TaskGridView } from "../../engine/plan-api";

type Axes = Pick<TaskGridView, "sources" | "years">;

interface KnownMoney {
  readonly axes: Axes;
  readonly won: Float64Array;
}

/** Taking tasks apart is what adding them up takes longest for, and all but one are the same as at the last edit. */
const known = new WeakMap<TaskGridRow, KnownMoney>();

/**
 * Likely amounts of all tasks in won, by `source · years + year` in the order
 * of the view. Amounts of other years, and of sources that are gone, are not in it.
 */
export function sumTasksBySource({ sources, years, rows }: TaskGridView): Float64Array {
  const sum = new Float64Array(sources.length * years.length);
  for (const task of rows) {
    const won = moneyOf(task, { sources, years });
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (won[at] ?? 0);
  }
  return sum;
}

function moneyOf(task: TaskGridRow, axes: Axes): Float64Array {
  const before = known.get(task);
  if (before?.axes.sources === axes.sources && before.axes.years === axes.years) return before.won;
  const won = layOut(task, axes);
  known.set(task, { axes, won });
  return won;
}

function layOut({ lines }: TaskGridRow, { sources, years }: Axes): Float64Array {
  const won = new Float64Array(sources.length * years.length);
  for (const { sourceId, amounts } of lines) {
    const first = sources.findIndex(({ id }) => id === sourceId) * years.length;
    if (first < 0) continue;
    for (const [index, year] of years.entries())
      won[first + index] = (won[first + index] ?? 0) + (amounts[year]?.likelyWon ?? 0);
  }
  return won;
}
