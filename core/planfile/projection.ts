import type { EntityName } from "../plan/entities";
import { entityNames, fieldEntries } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import type { SqlDatabase, SqlStatement, SqlValue } from "./sql-database";

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Name of an entity's table: `budgetLine` → `budget_line`. */
export const tableName = (entity: EntityName): string => snakeCase(entity);

/** Name of a field's column: `likelyWon` → `likely_won`. */
export const columnName = (field: string): string => snakeCase(field);

/**
 * Tables with the current values, for queries and for people with `sqlite3`, R
 * or Python. No constraint beyond the row id, so that no set of ops can break
 * one; `_deleted` marks rows that were deleted.
 */
export const PROJECTION_SCHEMA = entityNames
  .map((entity) => {
    const columns = fieldEntries(entity).map(([name, field]) => `"${columnName(name)}" ${field.sqlType}`);
    return `CREATE TABLE "${tableName(entity)}"("id" TEXT PRIMARY KEY, ${columns.join(", ")}, "_deleted" INTEGER NOT NULL) WITHOUT ROWID;`;
  })
  .join("\n");

export const projectionTableNames = entityNames.map(tableName);

const toSql = (value: unknown): SqlValue =>
  typeof value === "boolean"
    ? Number(value)
    : typeof value === "number" || typeof value === "string"
      ? value
      : null;

/** What a column holds in a row of which nobody has filled it in; undefined where there is no such column. */
export function initialColumnValue(table: string, column: string): SqlValue | undefined {
  const entity = entityNames.find((name) => tableName(name) === table);
  const field = entity && fieldEntries(entity).find(([name]) => columnName(name) === column)?.[1];
  return field && toSql(field.initial);
}

/** Writes rows into the projection; keeps one prepared statement an entity. */
export class ProjectionWriter {
  readonly #db: SqlDatabase;
  readonly #statements = new Map<EntityName, SqlStatement>();

  constructor(db: SqlDatabase) {
    this.#db = db;
  }

  write(tables: PlanTables, entity: EntityName, rowId: string): void {
    const row = tables.findEvenDeleted(entity, rowId) as Record<string, unknown> | undefined;
    if (row === undefined) throw new Error(`ProjectionWriter.write: no row ${entity} ${rowId}`);
    const values = fieldEntries(entity).map(([name]) => toSql(row[name]));
    this.#statement(entity).run([rowId, ...values, Number(tables.isDeleted(entity, rowId))]);
  }

  /** Statements do not outlive an export; they are prepared again when needed. */
  release(): void {
    for (const statement of this.#statements.values()) statement.free();
    this.#statements.clear();
  }

  #statement(entity: EntityName): SqlStatement {
    const known = this.#statements.get(entity);
    if (known !== undefined) return known;
    const marks = Array.from({ length: fieldEntries(entity).length + 2 }, () => "?").join(",");
    const statement = this.#db.prepare(`INSERT OR REPLACE INTO "${tableName(entity)}" VALUES(${marks})`);
    this.#statements.set(entity, statement);
    return statement;
  }
}
