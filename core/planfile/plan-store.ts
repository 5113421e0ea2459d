import { type EntityName, isEntityName } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { APPLICATION_ID, CURRENT_FORMAT, PAGE_BYTES } from "./file-format";
import type { LogIndex } from "./log-index";
import { LOG_SCHEMA } from "./log-schema";
import { LogWriter } from "./log-writer";
import type { LogChange, MergeRecord } from "./plan-log";
import { PROJECTION_SCHEMA, ProjectionWriter } from "./projection";
import type { SqlDatabase } from "./sql-database";
import { uuidToBytes } from "./uuid-bytes";

/** Enough that a plan of 100,000 amounts is rebuilt without writing a page twice. */
const CACHE_KIBIBYTES = 65_536;

/**
 * How many ops and rows a transaction takes where the writing goes on between
 * other work: ending one with a hundred thousand of them takes half a second.
 */
const ROWS_A_TRANSACTION = 1_000;

/** So many ops are looked at in the time in which one is written. */
const NOTED_AT_ONCE = 25;

/** Facts about a plan that are fixed when it is made. */
export interface PlanIdentity {
  readonly planId: string;
  readonly createdAtMs: number;
  readonly appVersion: string;
}

/** An open plan as the document holds it, to be written into its database. */
export interface StoredContent {
  readonly index: LogIndex;
  readonly merges: readonly MergeRecord[];
  readonly tables: PlanTables;
}

/**
 * An open plan's file as it is in memory: an SQLite database with the log and the
 * projection. It is written behind the plan, which needs it for its bytes alone:
 * at the latest when they are asked for, earlier where somebody has time for it.
 */
export class PlanStore {
  readonly #log: LogWriter;
  readonly #db: SqlDatabase;
  readonly #projection: ProjectionWriter;
  #writtenChanges = 0;
  #writtenMerges = 0;
  #writing: Generator<void, void, void> | null = null;
  /** Null while none is open. */
  #rowsInTransaction: number | null = null;
  #failure: unknown = null;

  /** Makes the tables of a plan in an empty database. */
  constructor(db: SqlDatabase, identity: PlanIdentity) {
    this.#db = db;
    this.#log = new LogWriter(db);
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

  /**
   * Writes what the database lacks, over as many calls as it takes; each call
   * writes at most `rows` ops and rows, and all of them at once are one
   * transaction. Throws when writing failed, then and ever after: such a database
   * must not become a file.
   *
   * @returns whether nothing is left to be written
   */
  catchUp(content: StoredContent, rows = Number.POSITIVE_INFINITY): boolean {
    if (this.#failure !== null) throw this.#failure;
    if (this.#writing === null && this.#holds(content)) return true;
    try {
      return this.#write(content, rows);
    } catch (error) {
      this.#failure = error ?? new Error("PlanStore.catchUp: writing failed");
      throw error;
    }
  }

  #write(content: StoredContent, rows: number): boolean {
    this.#writing ??= this.#writeMissing(content);
    let isDone = false;
    if (this.#rowsInTransaction === null) {
      this.#db.run("BEGIN");
      this.#rowsInTransaction = 0;
    }
    for (let written = 0; written < rows && !isDone; written += 1) {
      isDone = this.#writing.next().done === true;
      this.#rowsInTransaction += 1;
    }
    const isLast = isDone || (Number.isFinite(rows) && this.#rowsInTransaction >= ROWS_A_TRANSACTION);
    if (isLast) {
      this.#db.run("COMMIT");
      this.#rowsInTransaction = null;
    }
    if (isDone) this.#writing = null;
    return isDone;
  }

  /** The file's bytes, with all that the plan holds. Open statements are released first, since an export ends them. */
  export(content: StoredContent): Uint8Array {
    this.catchUp(content);
    this.#log.release();
    this.#projection.release();
    return this.#db.export();
  }

  close(): void {
    this.#log.release();
    this.#projection.release();
    this.#db.close();
  }

  #holds({ index, merges }: StoredContent): boolean {
    return (
      this.#writtenChanges === index.changes.length &&
      this.#writtenMerges === merges.length &&
      index.people.every((person) => this.#log.holdsPerson(person)) &&
      this.#log.writtenActors === index.actors.length
    );
  }

  /** Yields after each op and each row; what is added to the plan meanwhile is written too. */
  *#writeMissing(content: StoredContent): Generator<void, void, void> {
    const { index, merges, tables } = content;
    while (!this.#holds(content)) {
      for (const person of index.people) this.#log.writePerson(person);
      for (const actor of index.actors) this.#log.writeActor(actor);
      const touched = new Map<EntityName, Set<string>>();
      for (const change of index.changes.slice(this.#writtenChanges)) {
        this.#writtenChanges += 1;
        yield* noteRows(touched, change);
        yield* this.#log.writeChange(this.#writtenChanges, change);
      }
      for (const merge of merges.slice(this.#writtenMerges)) {
        this.#writtenMerges += 1;
        this.#log.writeMerge(this.#writtenMerges, merge);
      }
      for (const [entity, rowIds] of touched) {
        for (const rowId of rowIds) {
          this.#projection.write(tables, entity, rowId);
          yield;
        }
      }
    }
  }
}

/** Notes the rows that a change names; yields now and then. */
function* noteRows(touched: Map<EntityName, Set<string>>, { ops }: LogChange): Generator<void, void, void> {
  for (const [index, { entity, rowId }] of ops.entries()) {
    if (index % NOTED_AT_ONCE === NOTED_AT_ONCE - 1) yield;
    if (!isEntityName(entity)) continue;
    const rows = touched.get(entity);
    if (rows === undefined) touched.set(entity, new Set([rowId]));
    else rows.add(rowId);
  }
}
