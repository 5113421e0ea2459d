import type { Row } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { evidenceId } from "../../core/plan/row-id";
import { groupBy } from "./group-by";
import type { TaskGridLine, TaskGridRow, TaskGridView } from "./plan-api";
import { TaskRowMemo } from "./task-row-memo";

/**
 * Everything that the Tasks screen shows: tasks in the order of the plan, with
 * their money by year, source and channel. With the memo of an earlier reading,
 * tasks that did not change since are the same objects.
 */
export function readTaskGrid(tables: PlanTables, memo = new TaskRowMemo()): TaskGridView {
  const sources = tables.ordered("source");
  const channels = tables.ordered("channel");
  const areas = tables.ordered("area");
  const linesOf = memo.group(tables);
  memo.share([...sources, ...channels, ...areas]);
  memo.cite(tables.all("evidence"), (rowId) => tables.find("budgetLine", rowId));
  return {
    years: planYears(tables),
    sources: sources.map(({ id, title }) => ({ id, title, ceilingWonByYear: ceilingsOf(tables, id) })),
    channels: channels.map(({ id, title }) => ({ id, title })),
    areas: areas.map(({ id, code, title, position }) => ({ id, code, title, position })),
    rows: memo.list(tables.ordered("task"), (task) => readRow(tables, task, linesOf(task.id))),
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
