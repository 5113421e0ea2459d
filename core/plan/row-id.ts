import type { EntityName } from "./entities";
import { findField, naturalKeyOf } from "./entities";

const SEPARATOR = "/";

/** The id of the row that a natural key names, e.g. `ceilingId = naturalRowId("CITY", 2027)`. */
export const naturalRowId = (...parts: readonly (string | number)[]): string => parts.join(SEPARATOR);

/**
 * The key cells that a natural row id stands for; the last part takes the rest
 * of the id, so it may itself contain the separator. Undefined when the id does
 * not fit the entity's key. Entities with UUIDs have no key cells: `{}`.
 */
export function keyCellsOf(
  entity: EntityName,
  rowId: string,
): Readonly<Record<string, string | number>> | undefined {
  const key = naturalKeyOf(entity);
  if (key === undefined) return {};
  const parts = rowId.split(SEPARATOR);
  if (parts.length < key.length) return undefined;
  const cells: Record<string, string | number> = {};
  for (const [index, fieldName] of key.entries()) {
    const isLast = index === key.length - 1;
    const hasRest = isLast && parts.length > key.length;
    const part = hasRest ? parts.slice(index).join(SEPARATOR) : (parts[index] ?? "");
    if (part === "") return undefined;
    const field = findField(entity, fieldName);
    if (field?.kind === "year") {
      if (!/^\d{4}$/.test(part) || !field.accepts(Number(part))) return undefined;
      cells[fieldName] = Number(part);
    } else {
      cells[fieldName] = part;
    }
  }
  return cells;
}

export const ceilingId = (sourceId: string, fiscalYear: number) => naturalRowId(sourceId, fiscalYear);
export const budgetLineId = (taskId: string, fiscalYear: number, sourceId: string, channelId: string) =>
  naturalRowId(taskId, fiscalYear, sourceId, channelId);
export const dependencyId = (taskId: string, predecessorId: string) => naturalRowId(taskId, predecessorId);
export const leverId = (scenarioId: string, path: string) => naturalRowId(scenarioId, path);
export const evidenceId = (entity: EntityName, field: string, rowId: string) =>
  naturalRowId(entity, field, rowId);
export const capacityId = (resourceId: string, fiscalYear: number) => naturalRowId(resourceId, fiscalYear);
export const needId = (taskId: string, resourceId: string, fiscalYear: number) =>
  naturalRowId(taskId, resourceId, fiscalYear);
export const committeeSizeId = (committeeId: string, fiscalYear: number) =>
  naturalRowId(committeeId, fiscalYear);
