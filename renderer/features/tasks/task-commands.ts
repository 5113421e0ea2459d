import { generateKeyBetween } from "fractional-indexing";
import type { Command } from "../../../core/plan/command";
import type { TaskGridRow, TaskGridView } from "../../engine/plan-api";

/** Cells of a task that the grid edits directly. */
export const taskFields = [
  "code",
  "title",
  "priorityScore",
  "startYear",
  "endYear",
  "isLegallyRequired",
] as const;
export type TaskField = (typeof taskFields)[number];

export const isTaskField = (columnId: string): columnId is TaskField =>
  taskFields.some((field) => field === columnId);

export const setTaskCell = (taskId: string, field: TaskField, value: string | number | boolean): Command => ({
  type: "set-cells",
  edits: [{ entity: "task", rowId: taskId, cells: { [field]: value } }],
});

export const setAreaTitle = (areaId: string, title: string): Command => ({
  type: "set-cells",
  edits: [{ entity: "area", rowId: areaId, cells: { title } }],
});

export const deleteArea = (areaId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity: "area", rowId: areaId }],
});

/** A new area after the last one. */
export function addArea(areas: TaskGridView["areas"], areaId: string, title: string): Command {
  const lastPosition = areas.map(({ position }) => position).reduce((a, b) => (a > b ? a : b), "");
  const numbers = areas.map(({ code }) => Number(/^A(\d+)$/.exec(code)?.[1] ?? 0));
  const code = `A${Math.max(0, ...numbers) + 1}`;
  return {
    type: "add-rows",
    rows: [{ entity: "area", rowId: areaId, cells: { code, title, position: keyAfter(lastPosition) } }],
  };
}

/** A new task at the end of an area, running through the whole plan. */
export function addTask(view: TaskGridView, areaId: string, taskId: string, title: string): Command {
  const lastPosition = view.rows.map((task) => task.position).reduce((a, b) => (a > b ? a : b), "");
  return {
    type: "add-rows",
    rows: [
      {
        entity: "task",
        rowId: taskId,
        cells: {
          areaId,
          code: nextCode(view.rows.map((task) => task.code)),
          title,
          startYear: view.years[0] ?? 2027,
          endYear: view.years.at(-1) ?? 2030,
          position: keyAfter(lastPosition),
        },
      },
    ],
  };
}

/** A task with its budget lines, as one step. */
export const deleteTask = (task: TaskGridRow): Command => ({
  type: "delete-rows",
  rows: [
    { entity: "task", rowId: task.id },
    ...task.lines.flatMap((line) =>
      Object.values(line.amounts).map((amount) => ({
        entity: "budgetLine" as const,
        rowId: amount.rowId,
      })),
    ),
  ],
});

/** The code after the highest: T01 … T11 → T12. */
export function nextCode(codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(/^T(\d+)$/.exec(code)?.[1] ?? 0));
  return `T${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}

function keyAfter(lastPosition: string): string {
  try {
    return generateKeyBetween(lastPosition === "" ? null : lastPosition, null);
  } catch {
    // A position from elsewhere that is no fractional index: anything longer sorts behind it.
    return `${lastPosition}V`;
  }
}
