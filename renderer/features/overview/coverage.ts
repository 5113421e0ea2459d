import type { Row } from "../../../core/plan/entities";
import type { GoalNode } from "./goal-tree-data";

/** The tasks of an area and how many of them serve each goal. */
export interface CoverageGroup {
  readonly areaId: string;
  /** Null for tasks without an area. */
  readonly title: string | null;
  readonly tasks: readonly Row<"task">[];
  /** By goal, in the order of the columns. */
  readonly counts: readonly number[];
}

export interface Coverage {
  readonly groups: readonly CoverageGroup[];
  /** Tasks that serve each goal, in the order of the columns. */
  readonly totals: readonly number[];
  /** Ids of tasks that serve no goal. */
  readonly withoutGoal: ReadonlySet<string>;
}

/** Which tasks serve which goals, area by area in the order of the plan. */
export function countCoverage(
  goals: readonly GoalNode[],
  tasks: readonly Row<"task">[],
  areas: readonly Row<"area">[],
): Coverage {
  const served = goals.map(({ taskIds }) => new Set(taskIds));
  const known = new Set(areas.map(({ id }) => id));
  const groupOf = (areaId: string, title: string | null): CoverageGroup => {
    const own = tasks.filter((task) => (known.has(task.areaId) ? task.areaId : "") === areaId);
    return {
      areaId,
      title,
      tasks: own,
      counts: served.map((taskIds) => own.filter(({ id }) => taskIds.has(id)).length),
    };
  };
  return {
    groups: [...areas.map(({ id, title }) => groupOf(id, title)), groupOf("", null)].filter(
      (group) => group.tasks.length > 0,
    ),
    totals: served.map((taskIds) => taskIds.size),
    withoutGoal: new Set(
      tasks.map(({ id }) => id).filter((taskId) => !served.some((taskIds) => taskIds.has(taskId))),
    ),
  };
}
