import type { Command } from "../../../../core/plan/command";
import type { LeftOutRule } from "../../../../core/scenario/portfolio/apply-portfolio";
import type { PortfolioAnswer } from "../../../engine/compute-job";
import type { TaskGridView } from "../../../engine/plan-api";

/** A task that starts later once the plan follows a portfolio. */
export interface MovedTask {
  readonly taskId: string;
  readonly years: number;
  readonly from: readonly [startYear: number, endYear: number];
  readonly to: readonly [startYear: number, endYear: number];
  /** It was left out, and starts after the plan's last year. */
  readonly isDeferred: boolean;
}

/** What changes in the plan, in the order of the plan; tasks that are not there any more are passed over. */
export function listMovedTasks(
  { applied, portfolio }: PortfolioAnswer,
  rule: LeftOutRule,
  grid: Pick<TaskGridView, "rows">,
): readonly MovedTask[] {
  const chosen = new Set(portfolio.chosen.map(({ taskId }) => taskId));
  const rows = new Map(grid.rows.map((row) => [row.id, row]));
  return applied[rule].delays.flatMap(({ taskId, years }) => {
    const row = rows.get(taskId);
    if (row === undefined) return [];
    return {
      taskId,
      years,
      from: [row.startYear, row.endYear] as const,
      to: [row.startYear + years, row.endYear + years] as const,
      isDeferred: !chosen.has(taskId),
    };
  });
}

/** That change, as one step; null where nothing moves. */
export function delayTasks(moved: readonly MovedTask[]): Command | null {
  return moved.length === 0
    ? null
    : { type: "delay-tasks", tasks: moved.map(({ taskId, years }) => ({ rowId: taskId, years })) };
}
