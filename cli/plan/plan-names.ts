import type { PlanTables } from "../../core/plan/plan-tables";

/** Kinds of rows that an outcome speaks of. */
export type NamedEntity = "task" | "source" | "resource" | "committee" | "residentGroup" | "unit";

/** Codes and titles for the row ids in an outcome; a row without a code is named by its id. */
export interface PlanNames {
  code(entity: NamedEntity, rowId: string): string;
  title(entity: NamedEntity, rowId: string): string;
}

export function namePlanRows(tables: PlanTables): PlanNames {
  const code = (entity: NamedEntity, rowId: string) => tables.find(entity, rowId)?.code || rowId;
  const title = (entity: NamedEntity, rowId: string) =>
    tables.find(entity, rowId)?.title || code(entity, rowId);
  return { code, title };
}
