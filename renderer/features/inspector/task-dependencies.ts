import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { dependencyId, keyCellsOf } from "../../../core/plan/row-id";
import type { Selection } from "../../session/selection";

/** Rows that are about what one task costs or waits for. */
const aboutTask: ReadonlySet<string> = new Set(["budgetLine", "taskDependency"]);

/** The task that is selected, or that the selected amount or dependency is about; null for anything else. */
export function taskOfSelection({ entity, rowId }: Selection): string | null {
  if (entity === "task") return rowId;
  const taskId = aboutTask.has(entity) ? keyCellsOf(entity, rowId)?.taskId : undefined;
  return typeof taskId === "string" ? taskId : null;
}

export interface TaskDependencies {
  /** What the task waits for, in the order of the plan; `task` is undefined where it is deleted. */
  readonly waitsFor: readonly { readonly id: string; readonly task: Row<"task"> | undefined }[];
  /** The tasks that wait for it, in the order of the plan. */
  readonly waitedForBy: readonly Row<"task">[];
  /** The tasks that it does not wait for yet. */
  readonly choices: readonly Row<"task">[];
}

/** What a task waits for and what waits for it. Tasks are taken in the order given. */
export function listTaskDependencies(
  taskId: string,
  tasks: readonly Row<"task">[],
  dependencies: readonly Row<"taskDependency">[],
): TaskDependencies {
  const predecessorIds = new Set(
    dependencies.filter((row) => row.taskId === taskId).map((row) => row.predecessorId),
  );
  const successorIds = new Set(
    dependencies.filter((row) => row.predecessorId === taskId).map((row) => row.taskId),
  );
  const known = tasks.filter(({ id }) => predecessorIds.has(id));
  const gone = [...predecessorIds].filter((id) => !known.some((task) => task.id === id));
  return {
    waitsFor: [
      ...known.map((task) => ({ id: task.id, task })),
      ...gone.map((id) => ({ id, task: undefined })),
    ],
    waitedForBy: tasks.filter(({ id }) => successorIds.has(id)),
    choices: tasks.filter(({ id }) => id !== taskId && !predecessorIds.has(id)),
  };
}

export const addDependency = (taskId: string, predecessorId: string): Command => ({
  type: "add-rows",
  rows: [{ entity: "taskDependency", rowId: dependencyId(taskId, predecessorId), cells: {} }],
});

export const removeDependency = (taskId: string, predecessorId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity: "taskDependency", rowId: dependencyId(taskId, predecessorId) }],
});
