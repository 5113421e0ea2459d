import type { TaskGridRow, TaskGridView } from "../../engine/plan-api";

type Axes = Pick<TaskGridView, "sources" | "years">;

interface KnownMoney {
  readonly axes: Axes;
  readonly won: Float64Array;
}

/** Taking tasks apart is what adding them up takes longest for, and all but one are the same as at the last edit. */
const known = new WeakMap<TaskGridRow, KnownMoney>();

interface KnownSum {
  readonly sources: Axes["sources"];
  readonly rows: readonly TaskGridRow[];
  readonly sum: Float64Array;
}

/** The last sum over these years. */
const knownSums = new WeakMap<Axes["years"], KnownSum>();

/**
 * Likely amounts of all tasks in won, by `source · years + year` in the order
 * of the view. Amounts of other years, and of sources that are gone, are not in it.
 */
export function sumTasksBySource({ sources, years, rows }: TaskGridView): Float64Array {
  const before = knownSums.get(years);
  const isKnown = before?.sources === sources && before.rows.length === rows.length;
  const sum = isKnown ? before.sum.slice() : new Float64Array(sources.length * years.length);
  const add = (task: TaskGridRow, sign: 1 | -1) => {
    const won = moneyOf(task, { sources, years });
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + sign * (won[at] ?? 0);
  };
  for (const [index, task] of rows.entries()) {
    const known = isKnown ? before.rows[index] : undefined;
    if (task === known) continue;
    // Whole won: what is taken away leaves no trace.
    if (known !== undefined) add(known, -1);
    add(task, 1);
  }
  knownSums.set(years, { sources, rows, sum });
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
