import type { Row } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";

/** Kinds of rows that an outcome speaks of. */
export type NamedEntity = "task" | "source" | "resource" | "committee" | "residentGroup" | "unit";

/** Codes and titles for the row ids in an outcome; a row without a code is named by its id. */
export interface PlanNames {
  code(entity: NamedEntity, rowId: string): string;
  title(entity: NamedEntity, rowId: string): string;
  /** What the resource is counted in follows from its kind; undefined where the row is gone. */
  resourceKind(resourceId: string): Row<"resource">["kind"] | undefined;
}

export function namePlanRows(tables: PlanTables): PlanNames {
  const code = (entity: NamedEntity, rowId: string) => tables.find(entity, rowId)?.code || rowId;
  const title = (entity: NamedEntity, rowId: string) =>
    tables.find(entity, rowId)?.title || code(entity, rowId);
  const resourceKind = (resourceId: string) => tables.find("resource", resourceId)?.kind;
  return { code, title, resourceKind };
}
