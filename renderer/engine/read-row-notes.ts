import { type CellValue, type EntityName, fieldEntries } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import type { RowNotes } from "./plan-api";

/** A row with its evidence and comments; null when the plan has no such row. */
export function readRowNotes(tables: PlanTables, entity: EntityName, rowId: string): RowNotes | null {
  const row = tables.find(entity, rowId) as Readonly<Record<string, CellValue>> | undefined;
  if (row === undefined) return null;
  const isAbout = (note: { readonly entity: string; readonly rowId: string }) =>
    note.entity === entity && note.rowId === rowId;
  return {
    cells: Object.fromEntries(
      fieldEntries(entity).map(([field, { initial }]) => [field, row[field] ?? (initial as CellValue)]),
    ),
    misfitFields: tables.misfitCells.filter(isAbout).map(({ field }) => field),
    evidence: tables.all("evidence").filter(isAbout),
    comments: tables
      .all("comment")
      .filter(isAbout)
      .sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)),
  };
}
