import { type EntityName, findField } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { failOnName, failOnPath } from "./path-failure";

/** A row found by its code at the start of a path, and what follows the code. */
export interface FoundRow {
  readonly rowId: string;
  readonly code: string;
  readonly rest: string;
}

/** Kinds of rows that have a code. */
export const hasCode = (entity: EntityName): boolean => findField(entity, "code") !== undefined;

/** The row whose code `rest` starts with; codes may hold points, so the longest that fits is taken. */
export function findRowByCode(tables: PlanTables, path: string, entity: EntityName, rest: string): FoundRow {
  const rows = codedRows(tables, entity);
  const fitting = rows.filter(({ code }) => rest === code || rest.startsWith(`${code}.`));
  const longest = Math.max(...fitting.map(({ code }) => code.length));
  const [row, ...others] = fitting.filter(({ code }) => code.length === longest);
  if (row === undefined) {
    const [name = ""] = rest.split(".");
    throw failOnName(path, "code", name, entity, [...new Set(rows.map(({ code }) => code))]);
  }
  if (others.length > 0)
    throw failOnPath(
      path,
      "ambiguous-code",
      `more than one ${entity} has the code ${row.code}. Give them different codes first.`,
    );
  return { rowId: row.id, code: row.code, rest: rest.slice(row.code.length + 1) };
}

function codedRows(tables: PlanTables, entity: EntityName): readonly { id: string; code: string }[] {
  const rows: readonly ({ readonly id: string } & Partial<Record<"code", string>>)[] = tables.ordered(entity);
  return rows.flatMap(({ id, code }) => (code === undefined || code === "" ? [] : [{ id, code }]));
}
