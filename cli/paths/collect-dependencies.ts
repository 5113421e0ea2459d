import type { RowEdit } from "../../core/plan/command";
import type { PlanTables } from "../../core/plan/plan-tables";
import { dependencyId } from "../../core/plan/row-id";
import type { PredecessorsTarget } from "./resolve-waits-for";

export interface DependencyEdits {
  readonly added: readonly RowEdit[];
  readonly deleted: readonly { readonly entity: "taskDependency"; readonly rowId: string }[];
}

/** The dependencies that come and go where tasks are to wait for exactly these. */
export function collectDependencies(
  tables: PlanTables,
  targets: readonly PredecessorsTarget[],
): DependencyEdits {
  const added: RowEdit[] = [];
  const deleted: DependencyEdits["deleted"][number][] = [];
  const entity = "taskDependency";
  for (const { taskId, predecessorIds } of targets) {
    const wanted = new Set(predecessorIds.map((predecessorId) => dependencyId(taskId, predecessorId)));
    const standing = new Set(
      tables
        .all(entity)
        .filter((row) => row.taskId === taskId)
        .map(({ id }) => id),
    );
    for (const rowId of wanted) if (!standing.has(rowId)) added.push({ entity, rowId, cells: {} });
    for (const rowId of standing) if (!wanted.has(rowId)) deleted.push({ entity, rowId });
  }
  return { added, deleted };
}
