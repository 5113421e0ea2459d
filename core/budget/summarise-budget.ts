import type { Row } from "../plan/entities";

/** Which of a line's three estimates is shown and summed. */
export const estimates = ["low", "likely", "high"] as const;
export type Estimate = (typeof estimates)[number];

export const estimateField = { low: "lowWon", likely: "likelyWon", high: "highWon" } as const;

/** Money in whole won: before the plan's first year (기투자), in each of its years, after its last (향후). */
export interface BudgetSums {
  readonly beforeWon: number;
  readonly byYearWon: readonly number[];
  readonly afterWon: number;
  /** Total project cost (총사업비): all of the above. */
  readonly totalWon: number;
}

/** What a task gets from one source through one channel. */
export interface LineSummary {
  readonly taskId: string;
  readonly sourceId: string;
  readonly channelId: string;
  readonly sums: BudgetSums;
  /** The plan's rows, by fiscal year, also those outside the horizon. */
  readonly cells: ReadonlyMap<number, Row<"budgetLine">>;
}

export interface TaskSummary {
  readonly task: Row<"task">;
  readonly sums: BudgetSums;
  readonly lines: readonly LineSummary[];
}

export interface AreaSummary {
  /** Null for tasks that belong to no area. */
  readonly area: Row<"area"> | null;
  readonly sums: BudgetSums;
  readonly tasks: readonly TaskSummary[];
}

export interface BudgetSummary {
  readonly years: readonly number[];
  readonly sums: BudgetSums;
  readonly areas: readonly AreaSummary[];
}

export interface BudgetRows {
  readonly area: readonly Row<"area">[];
  readonly task: readonly Row<"task">[];
  readonly source: readonly Row<"source">[];
  readonly channel: readonly Row<"channel">[];
  readonly budgetLine: readonly Row<"budgetLine">[];
}

/** A summary with what it was made from. */
export interface MadeSummary {
  readonly rows: BudgetRows;
  readonly years: readonly number[];
  readonly estimate: Estimate;
  readonly summary: BudgetSummary;
}

/**
 * Budget lines summed by area, task, and source and channel, in the order of
 * the rows. Every subtotal is the sum of what stands below it. Lines of tasks,
 * sources or channels that are not in the plan do not count; an area without
 * tasks is kept, tasks without an area come last.
 *
 * `years` are the fiscal years of the plan, without gaps. Parts of the summary
 * `before` that stand on the same rows are taken over as the same objects; the
 * figures are the same without it.
 */
export function summariseBudget(
  rows: BudgetRows,
  years: readonly number[],
  estimate: Estimate,
  before: MadeSummary | null = null,
): BudgetSummary {
  const { kept, cells: cellsToSum } = findChanges(before, rows, years, estimate);
  const cellsByLine = new Map<string, Map<number, Row<"budgetLine">>>();
  for (const cell of cellsToSum) {
    const key = lineKey(cell.taskId, cell.sourceId, cell.channelId);
    const cells = cellsByLine.get(key) ?? new Map<number, Row<"budgetLine">>();
    cells.set(cell.year, cell);
    cellsByLine.set(key, cells);
  }
  const summariseTask = (task: Row<"task">): TaskSummary => {
    const known = kept.get(task.id);
    if (known !== undefined) return known.task === task ? known : { ...known, task };
    const lines = rows.source.flatMap((source) =>
      rows.channel.flatMap((channel): LineSummary[] => {
        const cells = cellsByLine.get(lineKey(task.id, source.id, channel.id));
        if (cells === undefined) return [];
        const sums = sumCells(cells.values(), years, estimate);
        return [{ taskId: task.id, sourceId: source.id, channelId: channel.id, sums, cells }];
      }),
    );
    return { task, lines, sums: addSums(lines, years) };
  };
  const known = new Set(rows.area.map(({ id }) => id));
  const areas = [...rows.area, null].map((area): AreaSummary => {
    const tasks = rows.task
      .filter(({ areaId }) => (area === null ? !known.has(areaId) : areaId === area.id))
      .map(summariseTask);
    const earlier = before?.summary.areas.find((summary) => summary.area?.id === area?.id);
    const isKept = kept.size > 0 && earlier !== undefined && isSameList(earlier.tasks, tasks);
    return { area, tasks, sums: isKept ? earlier.sums : addSums(tasks, years) };
  });
  const shown = areas.filter(({ area, tasks }) => area !== null || tasks.length > 0);
  return { years, areas: shown, sums: addSums(shown, years) };
}

interface Changes {
  /** Tasks whose lines, and all that their summaries show of other rows, are what they were. */
  readonly kept: ReadonlyMap<string, TaskSummary>;
  /** The cells of all other tasks. */
  readonly cells: readonly Row<"budgetLine">[];
}

function findChanges(
  before: MadeSummary | null,
  rows: BudgetRows,
  years: readonly number[],
  estimate: Estimate,
): Changes {
  const isSameFrame =
    before?.estimate === estimate &&
    before.rows.source === rows.source &&
    before.rows.channel === rows.channel &&
    before.years.length === years.length &&
    before.years.every((year, index) => year === years[index]);
  const replaced = isSameFrame ? findReplacedCells(before.rows.budgetLine, rows.budgetLine) : null;
  const summaries = before?.summary.areas.flatMap(({ tasks }) => tasks) ?? [];
  const known = new Set(summaries.map(({ task }) => task.id));
  // The cells of a task that comes (back) may have been there all the time.
  if (replaced === null || rows.task.some(({ id }) => !known.has(id)))
    return { kept: new Map(), cells: rows.budgetLine };
  const changed = new Set([...replaced.keys()].map(({ taskId }) => taskId));
  const kept = new Map<string, TaskSummary>();
  const cells: Row<"budgetLine">[] = [];
  for (const summary of summaries) {
    if (!changed.has(summary.task.id)) kept.set(summary.task.id, summary);
    else
      for (const line of summary.lines)
        for (const cell of line.cells.values()) cells.push(replaced.get(cell) ?? cell);
  }
  return { kept, cells };
}

/** What stands in the place of which cell; null where cells came or went. */
function findReplacedCells(
  before: readonly Row<"budgetLine">[],
  cells: readonly Row<"budgetLine">[],
): ReadonlyMap<Row<"budgetLine">, Row<"budgetLine">> | null {
  if (before.length !== cells.length) return null;
  const replaced = new Map<Row<"budgetLine">, Row<"budgetLine">>();
  for (let at = 0; at < cells.length; at += 1) {
    const [old, cell] = [before[at], cells[at]];
    if (old === cell || old === undefined || cell === undefined) continue;
    if (old.id !== cell.id) return null;
    replaced.set(old, cell);
  }
  return replaced;
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

const lineKey = (taskId: string, sourceId: string, channelId: string) =>
  `${taskId}\n${sourceId}\n${channelId}`;

function sumCells(
  cells: Iterable<Row<"budgetLine">>,
  years: readonly number[],
  estimate: Estimate,
): BudgetSums {
  const [firstYear = 0] = years;
  const lastYear = years.at(-1) ?? 0;
  const byYearWon = years.map(() => 0);
  let beforeWon = 0;
  let afterWon = 0;
  for (const cell of cells) {
    const won = cell[estimateField[estimate]];
    if (cell.year < firstYear) beforeWon += won;
    else if (cell.year > lastYear) afterWon += won;
    else byYearWon[cell.year - firstYear] = won;
  }
  return withTotal(beforeWon, byYearWon, afterWon);
}

function addSums(parts: readonly { readonly sums: BudgetSums }[], years: readonly number[]): BudgetSums {
  const sum = (read: (sums: BudgetSums) => number) =>
    parts.reduce((total, { sums }) => total + read(sums), 0);
  return withTotal(
    sum(({ beforeWon }) => beforeWon),
    years.map((_, index) => sum(({ byYearWon }) => byYearWon[index] ?? 0)),
    sum(({ afterWon }) => afterWon),
  );
}

const withTotal = (beforeWon: number, byYearWon: readonly number[], afterWon: number): BudgetSums => ({
  beforeWon,
  byYearWon,
  afterWon,
  totalWon: beforeWon + byYearWon.reduce((sum, won) => sum + won, 0) + afterWon,
});
