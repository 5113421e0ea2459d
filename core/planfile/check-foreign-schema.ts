import { MAX_OPS, MAX_PREDECESSORS, MAX_VALUE_BYTES } from "./file-format";
import { LOG_TABLES } from "./log-schema";
import type { OpenError } from "./open-error";
import type { SqlDatabase, SqlValue } from "./sql-database";

/** Words that make SQLite work out an expression of the file's author while it only reads or checks the file. */
const COMPUTING_WORDS = /\b(check|generated|as)\b/i;
const VIRTUAL_TABLE = /^\s*create\s+virtual\b/i;

/**
 * Looks at what the author of a file has defined in it, before anything of it
 * is read or checked: triggers, views, virtual tables, generated columns,
 * constraints and indexes that compute something. None of them occurs in a
 * plan, and even an integrity check would run some of them.
 *
 * @returns why the file is not to be read, or null
 */
export function findForeignSchema(db: SqlDatabase): OpenError | null {
  const schema = select(db, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
  for (const [type, name, sql] of schema) {
    const what = describeDanger(String(type), String(sql));
    if (what !== null) return { type: "refused-content", detail: `${what} ${shorten(String(name))}` };
  }
  for (const [table, columns] of Object.entries(LOG_TABLES)) {
    if (!schema.some(([type, name]) => type === "table" && name === table))
      return { type: "damaged", detail: `table ${table} is missing` };
    const known = select(db, `SELECT name FROM pragma_table_xinfo('${table}')`).map(([name]) => name);
    const missing = columns.find((column) => !known.includes(column));
    if (missing !== undefined) return { type: "damaged", detail: `column ${table}.${missing} is missing` };
  }
  return null;
}

function describeDanger(type: string, sql: string): string | null {
  if (type === "trigger" || type === "view") return type;
  if (VIRTUAL_TABLE.test(sql)) return "virtual table";
  if (type === "table" && COMPUTING_WORDS.test(sql)) return "computed table";
  if (type === "index" && computesInIndex(sql)) return "computed index";
  return null;
}

/** An index over anything but plain columns, or over some rows only. */
const computesInIndex = (sql: string): boolean =>
  /\bwhere\b/i.test(sql) || (sql.match(/\(/g)?.length ?? 0) > 1;

/**
 * Whether a file holds more than can be read in good time: a flood of rows or a
 * text of many megabytes. Counting reads no row into memory.
 */
export function findFlood(db: SqlDatabase): OpenError | null {
  for (const table of Object.keys(LOG_TABLES)) {
    const rows = Number(select(db, `SELECT count(*) FROM ${table}`)[0]?.[0]);
    const maximumOps = table === "op_pred" ? MAX_PREDECESSORS : MAX_OPS;
    if (rows > maximumOps) return { type: "too-many-ops", ops: rows, maximumOps };
  }
  for (const [table, columns] of Object.entries(LOG_TABLES)) {
    // Any column may hold a text or bytes of any length, whatever its type says.
    const longest = columns.map((column) => `max(octet_length(${column}))`);
    const [lengths = []] = select(db, `SELECT ${longest.join()} FROM ${table}`);
    for (const [index, bytes] of lengths.entries())
      if (typeof bytes === "number" && bytes > MAX_VALUE_BYTES)
        return { type: "refused-content", detail: `${bytes} bytes in one cell, ${table}.${columns[index]}` };
  }
  return null;
}

const shorten = (name: string) => (name.length > 60 ? `${name.slice(0, 59)}…` : name);

const select = (db: SqlDatabase, sql: string): SqlValue[][] => db.exec(sql)[0]?.values ?? [];
