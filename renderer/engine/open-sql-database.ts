import initSqlJs from "sql.js";
import sqlWasmUrl from "sql.js/dist/sql-wasm-browser.wasm?url";
import type { OpenDatabase, SqlDatabase } from "../../core/planfile/sql-database";

/**
 * Loads a SQLite of its own for the worker that calls it. The bytes are handed
 * over, so that it does not depend on the server's media type for `.wasm`.
 */
export async function loadSqlite(): Promise<OpenDatabase> {
  const response = await fetch(sqlWasmUrl);
  if (!response.ok) throw new Error(`loadSqlite: ${sqlWasmUrl} answered ${response.status}`);
  const sqlite = await initSqlJs({ wasmBinary: await response.arrayBuffer() });
  return (bytes?: Uint8Array): SqlDatabase => new sqlite.Database(bytes);
}
