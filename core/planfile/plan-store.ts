import { type EntityName, isEntityName } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { APPLICATION_ID, CURRENT_FORMAT, PAGE_BYTES } from "./file-format";
import { LOG_SCHEMA } from "./log-schema";
import { LogWriter } from "./log-writer";
import type { LogChange } from "./plan-log";
import { PROJECTION_SCHEMA, ProjectionWriter } from "./projection";
import type { SqlDatabase } from "./sql-database";
import { uuidToBytes } from "./uuid-bytes";

/** Enough that a plan of 100,000 amounts is rebuilt without writing a page twice. */
const CACHE_KIBIBYTES = 65_536;

/** Facts about a plan that are fixed when it is made. */
export interface PlanIdentity {
  readonly planId: string;
  readonly createdAtMs: number;
  readonly appVersion: string;
}

/** An open plan's file as it is in memory: an SQLite database with the log and the projection. */
export class PlanStore {
  readonly log: LogWriter;
  readonly #db: SqlDatabase;
  readonly #projection: ProjectionWriter;

  /** Makes the tables of a plan in an empty database. */
  constructor(db: SqlDatabase, identity: PlanIdentity) {
    this.#db = db;
    this.log = new LogWriter(db);
    this.#projection = new ProjectionWriter(db);
    // The database lives in memory until it is exported, so it needs neither a journal file nor syncing.
    db.run(`PRAGMA page_size=${PAGE_BYTES}; PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;`);
    db.run(`PRAGMA cache_size=${-CACHE_KIBIBYTES}; PRAGMA trusted_schema=OFF;`);
    db.run(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${CURRENT_FORMAT};`);
    db.run(LOG_SCHEMA);
    db.run(PROJECTION_SCHEMA);
    db.run("INSERT INTO meta VALUES(?,?,?,?)", [
      uuidToBytes(identity.planId),
      CURRENT_FORMAT,
      identity.createdAtMs,
      identity.appVersion,
    ]);
  }

  /** Writes in one transaction. A bug that throws half-way leaves it open, so that exporting fails too. */
  transact(write: () => void): void {
    this.#db.run("BEGIN");
    write();
    this.#db.run("COMMIT");
  }

  /** Writes the current values of all rows that these changes name. */
  writeRows(tables: PlanTables, changes: readonly LogChange[]): void {
    const touched = new Map<EntityName, Set<string>>();
    for (const { ops } of changes) {
      for (const { entity, rowId } of ops) {
        if (!isEntityName(entity)) continue;
        const rows = touched.get(entity);
        if (rows === undefined) touched.set(entity, new Set([rowId]));
        else rows.add(rowId);
      }
    }
    for (const [entity, rowIds] of touched)
      for (const rowId of rowIds) this.#projection.write(tables, entity, rowId);
  }

  /** The file's bytes. Open statements are released first, since an export ends them. */
  export(): Uint8Array {
    this.log.release();
    this.#projection.release();
    return this.#db.export();
  }

  close(): void {
    this.log.release();
    this.#projection.release();
    this.#db.close();
  }
}
