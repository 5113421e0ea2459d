import type { Row } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { evidenceId } from "../../core/plan/row-id";
import type { TaskGridLine, TaskGridRow, TaskGridView } from "./plan-api";

/** Rows made before, by task, each with the rows of the plan that it was made from. */
export class TaskRowMemo {
  #shared: readonly unknown[] = [];
  #evidence: readonly Row<"evidence">[] = [];
  #lines: readonly Row<"budgetLine">[] = [];
  #linesByTask: ReadonlyMap<string, readonly Row<"budgetLine">[]> = new Map();
  readonly #rows = new Map<string, { readonly madeFrom: readonly unknown[]; readonly row: TaskGridRow }>();

  /** Forgets everything when something changed that every row shows. */
  share(shared: readonly unknown[]): void {
    if (!isSameList(shared, this.#shared)) this.#rows.clear();
    this.#shared = shared;
  }

  /** Forgets the tasks about whose amounts something else is said now. */
  cite(
    evidence: readonly Row<"evidence">[],
    findLine: (rowId: string) => Row<"budgetLine"> | undefined,
  ): void {
    if (evidence === this.#evidence) return;
    const [before, now] = [new Set(this.#evidence), new Set(evidence)];
    const gone = this.#evidence.filter((row) => !now.has(row));
    const come = evidence.filter((row) => !before.has(row));
    for (const { entity, rowId } of [...gone, ...come])
      if (entity === "budgetLine") this.#rows.delete(findLine(rowId)?.taskId ?? "");
    this.#evidence = evidence;
  }

  /** Lines by their task. Those of a task are the same list until one of them changes. */
  group(lines: readonly Row<"budgetLine">[]): ReadonlyMap<string, readonly Row<"budgetLine">[]> {
    const replaced = findReplaced(this.#lines, lines);
    this.#lines = lines;
    if (replaced === null) {
      this.#linesByTask = groupBy(lines, (line) => line.taskId);
      return this.#linesByTask;
    }
    const groups = new Map(this.#linesByTask);
    for (const taskId of new Set([...replaced.values()].map((line) => line.taskId)))
      groups.set(
        taskId,
        (groups.get(taskId) ?? []).map((line) => replaced.get(line) ?? line),
      );
    this.#linesByTask = groups;
    return groups;
  }

  /** The row that was made from the same rows before, else a new one. */
  get(taskId: string, madeFrom: readonly unknown[], make: () => TaskGridRow): TaskGridRow {
    const known = this.#rows.get(taskId);
    if (known !== undefined && isSameList(madeFrom, known.madeFrom)) return known.row;
    const row = make();
    this.#rows.set(taskId, { madeFrom, row });
    return row;
  }
}

/**
 * Everything that the Tasks screen shows: tasks in the order of the plan, with
 * their money by year, source and channel. With the memo of an earlier reading,
 * tasks that did not change since are the same objects.
 */
export function readTaskGrid(tables: PlanTables, memo = new TaskRowMemo()): TaskGridView {
  const sources = tables.ordered("source");
  const channels = tables.ordered("channel");
  const areas = tables.ordered("area");
  const linesByTask = memo.group(tables.all("budgetLine"));
  memo.share([...sources, ...channels, ...areas]);
  memo.cite(tables.all("evidence"), (rowId) => tables.find("budgetLine", rowId));
  return {
    years: planYears(tables),
    sources: sources.map(({ id, title }) => ({ id, title, ceilingWonByYear: ceilingsOf(tables, id) })),
    channels: channels.map(({ id, title }) => ({ id, title })),
    areas: areas.map(({ id, code, title, position }) => ({ id, code, title, position })),
    rows: tables.ordered("task").map((task) => {
      const lines = linesByTask.get(task.id) ?? NO_LINES;
      return memo.get(task.id, [task, lines], () => readRow(tables, task, lines));
    }),
  };

  function readRow(
    plan: PlanTables,
    task: Row<"task">,
    budgetLines: readonly Row<"budgetLine">[],
  ): TaskGridRow {
    return {
      id: task.id,
      areaId: task.areaId,
      areaTitle: plan.find("area", task.areaId)?.title ?? "",
      code: task.code,
      title: task.title,
      priorityScore: task.priorityScore,
      startYear: task.startYear,
      endYear: task.endYear,
      isLegallyRequired: task.isLegallyRequired,
      position: task.position,
      totalWonByYear: totalByYear(budgetLines),
      lines: readLines(plan, budgetLines),
    };
  }

  /** One line a (source, channel), in the order of sources, then channels. */
  function readLines(plan: PlanTables, budgetLines: readonly Row<"budgetLine">[]): TaskGridLine[] {
    const byChannel = groupBy(budgetLines, (line) => `${line.sourceId}\n${line.channelId}`);
    return sources.flatMap((source) =>
      channels.flatMap((channel) => {
        const cells = byChannel.get(`${source.id}\n${channel.id}`);
        if (cells === undefined) return [];
        return {
          sourceId: source.id,
          sourceTitle: source.title,
          channelId: channel.id,
          channelTitle: channel.title,
          amounts: Object.fromEntries(cells.map((line) => [String(line.year), readAmount(plan, line)])),
        };
      }),
    );
  }
}

/** The fiscal years of the plan, first to last. */
export function planYears(tables: PlanTables): number[] {
  const [plan] = tables.all("plan");
  if (plan === undefined) return [];
  return Array.from({ length: plan.lastYear - plan.firstYear + 1 }, (_, index) => plan.firstYear + index);
}

const readAmount = (tables: PlanTables, line: Row<"budgetLine">) => ({
  rowId: line.id,
  likelyWon: line.likelyWon,
  isIllustrative: line.isIllustrative,
  citation: tables.find("evidence", evidenceId("budgetLine", "likelyWon", line.id))?.note ?? "",
});

const ceilingsOf = (tables: PlanTables, sourceId: string): Record<string, number> =>
  Object.fromEntries(
    tables
      .all("ceiling")
      .filter((ceiling) => ceiling.sourceId === sourceId)
      .map((ceiling) => [String(ceiling.year), ceiling.ceilingWon]),
  );

function totalByYear(budgetLines: readonly Row<"budgetLine">[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const line of budgetLines) total[line.year] = (total[line.year] ?? 0) + line.likelyWon;
  return total;
}

const NO_LINES: readonly Row<"budgetLine">[] = [];

/** What stands in the place of lines that were there before; null where lines came, went or moved to another task. */
function findReplaced(
  before: readonly Row<"budgetLine">[],
  lines: readonly Row<"budgetLine">[],
): ReadonlyMap<Row<"budgetLine">, Row<"budgetLine">> | null {
  if (before.length !== lines.length) return null;
  const replaced = new Map<Row<"budgetLine">, Row<"budgetLine">>();
  for (let index = 0; index < lines.length; index += 1) {
    const [old, line] = [before[index], lines[index]];
    if (old === line || old === undefined || line === undefined) continue;
    if (old.id !== line.id || old.taskId !== line.taskId) return null;
    replaced.set(old, line);
  }
  return replaced;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
