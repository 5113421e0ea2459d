import initSqlJs from "sql.js";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";

/** Loads SQLite; its WASM lies beside it in the package. */
export async function loadSqlite(): Promise<OpenDatabase> {
  const sqlite = await initSqlJs();
  return (bytes?: Uint8Array): SqlDatabase => new sqlite.Database(bytes);
}
