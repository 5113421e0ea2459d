import { entityNames } from "../../../core/plan/entities";
import type { PlanTables } from "../../../core/plan/plan-tables";
import { projectionTableNames } from "../../../core/planfile/projection";
import type { SqlValue } from "../../../core/planfile/sql-database";
import { openDatabase } from "./make-plan";

/** The rows that a plan shows, by entity. */
export const visibleRows = (tables: PlanTables) =>
  Object.fromEntries(
    entityNames.map((entity) => [
      entity,
      [...tables.all(entity)].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    ]),
  );

/** The projection in the bytes of a plan, deleted rows included, as people with `sqlite3` see it. */
export function dumpProjection(bytes: Uint8Array): Record<string, SqlValue[][]> {
  const db = openDatabase(bytes);
  try {
    return Object.fromEntries(
      projectionTableNames.map((table) => [
        table,
        db.exec(`SELECT * FROM "${table}" ORDER BY id`)[0]?.values ?? [],
      ]),
    );
  } finally {
    db.close();
  }
}

/** Runs SQL on the bytes of a plan, as somebody else's program might. */
export function tamper(bytes: Uint8Array, ...statements: readonly string[]): Uint8Array {
  const db = openDatabase(bytes);
  try {
    for (const statement of statements) db.run(statement);
    return db.export();
  } finally {
    db.close();
  }
}
