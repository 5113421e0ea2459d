import { capacityId, keyCellsOf, needId } from "../../../core/plan/row-id";
import type { Selection } from "../../session/selection";

const yearOf = (columnId: string): number | undefined =>
  columnId.startsWith("year-") ? Number(columnId.slice(5)) : undefined;

/** What a cell of the resources is about. */
export function selectionOfCapacity(resourceId: string, columnId: string): Selection {
  const year = yearOf(columnId);
  if (year !== undefined)
    return { entity: "resourceCapacity", rowId: capacityId(resourceId, year), field: "capacity" };
  const field = columnId === "title" || columnId === "kind" ? columnId : null;
  return { entity: "resource", rowId: resourceId, field };
}

/** What a cell of the matrix is about. */
export function selectionOfNeed(taskId: string, resourceId: string, columnId: string): Selection {
  const year = yearOf(columnId);
  return year === undefined
    ? { entity: "task", rowId: taskId, field: null }
    : { entity: "resourceNeed", rowId: needId(taskId, resourceId, year), field: "amount" };
}

/** A cell of one of the two grids, and the resource that must be chosen for it to be there. */
export interface RevealedCell {
  readonly grid: "capacity" | "needs";
  readonly resourceId: string;
  readonly rowId: string;
  readonly columnId: string;
}

/** Where the screen shows a cell of the plan; null for what it does not show. */
export function locateSelection({ entity, rowId, field }: Selection): RevealedCell | null {
  if (entity === "resource")
    return { grid: "capacity", resourceId: rowId, rowId, columnId: field === "kind" ? "kind" : "title" };
  const key = keyCellsOf(entity, rowId);
  if (key === undefined) return null;
  const resourceId = String(key.resourceId);
  const columnId = `year-${key.year}`;
  if (entity === "resourceCapacity") return { grid: "capacity", resourceId, rowId: resourceId, columnId };
  return entity === "resourceNeed"
    ? { grid: "needs", resourceId, rowId: String(key.taskId), columnId }
    : null;
}
