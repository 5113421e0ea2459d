import type { DraftOp } from "./draft-ops";
import type { EditError } from "./edit-error";
import { findClosedCircle } from "./find-closed-circle";
import type { PlanTables } from "./plan-tables";
import { keyCellsOf } from "./row-id";

/** One task waits for another. */
interface Link {
  readonly taskId: string;
  readonly predecessorId: string;
}

/**
 * The circle of tasks waiting for each other that these ops would close; the first
 * one where they close several. Undefined where they close none: circles that
 * stand already, as a merge may leave them, are no reason to refuse other edits.
 * Tasks that are deleted, or are not there, make no circle. O(tasks + dependencies)
 * for each new dependency.
 */
export function findNewCircle(tables: PlanTables, ops: readonly DraftOp[]): EditError | undefined {
  const added = ops.flatMap((op) => readNewLink(tables, op) ?? []);
  if (added.length === 0) return undefined;
  const opOf = new Map(ops.map((op) => [`${op.entity}\n${op.rowId}`, op]));
  const isDeleted = (entity: "task" | "taskDependency", rowId: string) =>
    opOf.get(`${entity}\n${rowId}`)?.isDeleted === true;
  const isThere = (taskId: string) =>
    !isDeleted("task", taskId) && (tables.find("task", taskId) !== undefined || opOf.has(`task\n${taskId}`));
  const standing = tables.all("taskDependency").filter(({ id }) => !isDeleted("taskDependency", id));
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of [...standing, ...added]) {
    if (!isThere(taskId) || !isThere(predecessorId)) continue;
    const known = predecessorIds.get(taskId);
    if (known === undefined) predecessorIds.set(taskId, [predecessorId]);
    else known.push(predecessorId);
  }
  for (const { rowId, taskId, predecessorId } of added) {
    if (!isThere(taskId) || !isThere(predecessorId)) continue;
    const circle = findClosedCircle(predecessorIds, taskId, predecessorId);
    if (circle === null) continue;
    return { type: "dependency-circle", rowId, tasks: circle.map((id) => nameOf(tables, opOf, id)) };
  }
  return undefined;
}

/** The dependency that an op makes; undefined for any other op, and where it stands already. */
function readNewLink(
  tables: PlanTables,
  { entity, rowId, isDeleted }: DraftOp,
): (Link & { readonly rowId: string }) | undefined {
  if (entity !== "taskDependency" || isDeleted === true || tables.find(entity, rowId) !== undefined)
    return undefined;
  const { taskId, predecessorId } = keyCellsOf(entity, rowId) ?? {};
  if (taskId === undefined || predecessorId === undefined) return undefined;
  return { rowId, taskId: String(taskId), predecessorId: String(predecessorId) };
}

/** A task's code, else its title, as it will be. */
function nameOf(tables: PlanTables, opOf: ReadonlyMap<string, DraftOp>, taskId: string): string {
  const task = { ...tables.find("task", taskId), ...opOf.get(`task\n${taskId}`)?.cells };
  return task.code || task.title || taskId;
}
