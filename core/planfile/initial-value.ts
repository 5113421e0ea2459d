import { findField, isEntityName } from "../plan/entities";
import type { CellJson } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/** What a cell shows that nobody has ever set; null for entities and fields that this version does not know. */
export function initialValue(entity: string, field: string): CellJson {
  if (field === DELETED_CELL) return false;
  if (!isEntityName(entity)) return null;
  return (findField(entity, field)?.initial as CellJson | undefined) ?? null;
}
