import type { PlanTables } from "../../core/plan/plan-tables";
import type { FoundRow } from "./find-row-by-code";
import { readReference } from "./read-cell-text";

/** What a task waits for, all of it: what is not named is waited for no longer. */
export interface PredecessorsTarget {
  readonly path: string;
  readonly taskId: string;
  readonly predecessorIds: readonly string[];
}

/** The name of the part of a task's path that says what it waits for. */
export const WAITS_FOR = "waitsFor";

/** `task.T05.waits-for=T02,T03`: codes of tasks with commas between them; an empty text means none. */
export function resolveWaitsFor(
  tables: PlanTables,
  typedPath: string,
  task: FoundRow,
  text: string,
): PredecessorsTarget {
  const codes = text
    .split(",")
    .map((code) => code.trim())
    .filter((code) => code !== "");
  const ids = codes.map((code) => readReference(tables, typedPath, "task", code));
  return {
    path: `task.${task.code}.${WAITS_FOR}`,
    taskId: task.rowId,
    predecessorIds: [...new Set(ids)],
  };
}

/** The tasks that a task waits for, by code, as they are written in an assignment. */
export const readPredecessors = (tables: PlanTables, taskId: string): string =>
  tables
    .all("taskDependency")
    .filter((row) => row.taskId === taskId)
    .map(({ predecessorId }) => tables.find("task", predecessorId)?.code || predecessorId)
    .sort()
    .join(",");
