import { createRequire } from "node:module";
import initSqlJs, { type Database } from "sql.js";

const wasmPath = createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm");

/** A saved plan as any SQLite tool sees it. */
export class PlanFile {
  readonly bytes: Uint8Array;
  readonly #db: Database;

  private constructor(bytes: Uint8Array, db: Database) {
    this.bytes = bytes;
    this.#db = db;
  }

  static async read(bytes: Uint8Array): Promise<PlanFile> {
    const sqlite = await initSqlJs({ locateFile: () => wasmPath });
    return new PlanFile(bytes, new sqlite.Database(bytes));
  }

  /** The rows of a query. */
  query(sql: string): unknown[][] {
    return this.#db.exec(sql)[0]?.values ?? [];
  }

  /** The first cell of the first row. */
  value(sql: string): unknown {
    return this.query(sql)[0]?.[0];
  }
}
