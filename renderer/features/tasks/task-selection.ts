import { budgetLineId } from "../../../core/plan/row-id";
import type { Selection } from "../../session/selection";
import { yearColumnId, yearOfColumn } from "./task-columns";
import { isTaskField } from "./task-commands";
import { areaIdOf, findDirectLine, type TaskGridEntry } from "./task-grid-rows";

/** What a cell of the grid is about; null where it shows a sum. */
export function selectionOf(entry: TaskGridEntry, columnId: string): Selection | null {
  if (entry.kind === "area") {
    const areaId = areaIdOf(entry);
    return areaId === null ? null : { entity: "area", rowId: areaId, field: "title" };
  }
  if (entry.kind === "source") {
    const year = yearOfColumn(columnId);
    const sourceId = entry.id.slice("source:".length);
    return year === undefined
      ? { entity: "source", rowId: sourceId, field: null }
      : { entity: "ceiling", rowId: `${sourceId}/${year}`, field: "ceilingWon" };
  }
  const year = yearOfColumn(columnId);
  const line =
    entry.kind === "line"
      ? entry.line
      : year === undefined || entry.kind !== "task"
        ? undefined
        : findDirectLine(entry.task, year);
  if (year !== undefined && line !== undefined)
    return {
      entity: "budgetLine",
      rowId: budgetLineId(entry.task.id, year, line.sourceId, line.channelId),
      field: "likelyWon",
    };
  return { entity: "task", rowId: entry.task.id, field: isTaskField(columnId) ? columnId : null };
}

/** A cell of the grid to scroll to; `taskId` is opened first where the cell stands in one of its lines. */
export interface RevealedCell {
  readonly taskId: string;
  readonly columnId: string;
  readonly line: { readonly sourceId: string; readonly channelId: string } | null;
  /** The line was just added: its row is waited for. */
  readonly isNew?: boolean;
}

/** Where the grid shows a cell of the plan; null for what it does not show. */
export function locateSelection({ entity, rowId, field }: Selection): RevealedCell | null {
  if (entity === "task") return { taskId: rowId, columnId: field ?? "title", line: null };
  if (entity !== "budgetLine") return null;
  const [taskId = "", year = "", sourceId = "", channelId = ""] = rowId.split("/");
  return { taskId, columnId: yearColumnId(Number(year)), line: { sourceId, channelId } };
}

/** The id of the row that shows it, as far as it is there now. */
export function findRevealedRow(rows: readonly TaskGridEntry[], cell: RevealedCell): string | undefined {
  const isLine = (entry: TaskGridEntry) =>
    entry.kind === "line" &&
    entry.task.id === cell.taskId &&
    entry.line.sourceId === cell.line?.sourceId &&
    entry.line.channelId === cell.line.channelId;
  const line = rows.find(isLine);
  if (line !== undefined || cell.isNew) return line?.id;
  return rows.find((entry) => entry.id === `task:${cell.taskId}`)?.id;
}
