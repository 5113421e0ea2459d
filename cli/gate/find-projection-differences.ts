import { PlanDocument } from "../../core/planfile/plan-document";
import type { PlanLog } from "../../core/planfile/plan-log";
import { initialColumnValue, projectionTableNames } from "../../core/planfile/projection";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";

/** A row whose stored values are not those that the log gives. */
export interface ProjectionDifference {
  readonly table: string;
  /** Empty when the whole table is missing or has other columns. */
  readonly rowId: string;
  readonly kind: "missing" | "extra" | "other-values" | "unreadable-table";
}

const MOST_REPORTED = 20;

/**
 * Where the tables of current values in a file differ from the same tables
 * rebuilt from its log; at most 20. The app never reads those tables, but
 * people with `sqlite3` do. To be called after the file passed the gate's checks.
 */
export function findProjectionDifferences(
  bytes: Uint8Array,
  log: PlanLog,
  openDatabase: OpenDatabase,
): readonly ProjectionDifference[] {
  const stored = openDatabase(bytes);
  const rebuilt = openDatabase();
  try {
    stored.run("PRAGMA trusted_schema=OFF; PRAGMA query_only=ON;");
    PlanDocument.fromLog(rebuilt, log).writeAhead();
    return projectionTableNames
      .flatMap((table) => compareTable(table, stored, rebuilt))
      .slice(0, MOST_REPORTED);
  } finally {
    stored.close();
    rebuilt.close();
  }
}

function compareTable(table: string, stored: SqlDatabase, rebuilt: SqlDatabase): ProjectionDifference[] {
  const written = new Set(columnsOf(table, stored));
  const isWritten = (column: string) =>
    column === "id" || written.has(column) || isFilledIn(table, column, rebuilt);
  const columns = columnsOf(table, rebuilt).filter(isWritten);
  const expected = readRows(table, columns, rebuilt);
  let found: ReadonlyMap<string, string>;
  try {
    found = readRows(table, columns, stored);
  } catch {
    // A table that an older version did not write yet is no difference as long as it would be empty.
    return expected.size === 0 ? [] : [{ table, rowId: "", kind: "unreadable-table" }];
  }
  const differences: ProjectionDifference[] = [];
  for (const [rowId, values] of expected) {
    const kind = !found.has(rowId) ? "missing" : found.get(rowId) === values ? null : "other-values";
    if (kind !== null) differences.push({ table, rowId, kind });
  }
  for (const rowId of found.keys())
    if (!expected.has(rowId)) differences.push({ table, rowId, kind: "extra" });
  return differences;
}

/** Whether anybody has filled a column in: if not, an older version may have written the table without it. */
function isFilledIn(table: string, column: string, db: SqlDatabase): boolean {
  const initial = initialColumnValue(table, column);
  const values = db.exec(`SELECT DISTINCT "${column}" FROM "${table}"`)[0]?.values ?? [];
  return values.some(([value]) => value !== initial);
}

const columnsOf = (table: string, db: SqlDatabase): readonly string[] =>
  (db.exec(`SELECT name FROM pragma_table_info('${table}')`)[0]?.values ?? []).map(([name]) => String(name));

/** Each row's values as JSON, by row id. */
function readRows(table: string, columns: readonly string[], db: SqlDatabase): ReadonlyMap<string, string> {
  const list = columns.map((column) => `"${table}"."${column}"`).join(", ");
  const rows = db.exec(`SELECT "${table}"."id", ${list} FROM "${table}"`)[0]?.values ?? [];
  return new Map(rows.map(([rowId, ...values]) => [String(rowId), JSON.stringify(values)]));
}
