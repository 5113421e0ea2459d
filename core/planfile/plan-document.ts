import type { Command } from "../plan/command";
import { draftOps } from "../plan/draft-ops";
import type { EditError } from "../plan/edit-error";
import { isEntityName } from "../plan/entities";
import { PlanTables } from "../plan/plan-tables";
import type { Result } from "../result";
import { err, ok } from "../result";
import type { OpRef } from "./cell-heads";
import { CellHeads, packOpRef, unpackOpRef } from "./cell-heads";
import type { ChangeLabel, OwnLabel } from "./change-label";
import { labelCommand, parseChangeLabel } from "./change-label";
import { APPLICATION_ID, CURRENT_FORMAT } from "./file-format";
import type { HybridTime } from "./hybrid-clock";
import { tickHybridClock } from "./hybrid-clock";
import { LOG_SCHEMA } from "./log-schema";
import { LogWriter } from "./log-writer";
import type { CellJson, JournalBatch, LogActor, LogChange, LogOp, LogPerson, PlanLog } from "./plan-log";
import { DELETED_CELL } from "./plan-log";
import { PROJECTION_SCHEMA, ProjectionWriter } from "./projection";
import type { SqlDatabase } from "./sql-database";
import type { UndoError } from "./undo-change";
import { invertChange } from "./undo-change";
import { UndoStacks } from "./undo-stacks";
import { uuidToBytes } from "./uuid-bytes";

/** Id and wall clock of a new change, supplied by the shell. */
export interface ChangeContext {
  readonly changeId: string;
  readonly nowMs: number;
}

/** Who edits. The actor id is minted afresh for every editing session and never read back from a file. */
export interface EditingSession {
  readonly actorId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly startedAtMs: number;
}

export interface AppliedChange {
  readonly changeNumber: number;
  readonly label: ChangeLabel;
  readonly ops: number;
  /** For the crash journal. */
  readonly journalBatch: JournalBatch;
}

/** Facts about a plan that are fixed when it is made. */
export interface PlanIdentity {
  readonly planId: string;
  readonly createdAtMs: number;
  readonly appVersion: string;
}

/**
 * An open plan: the log (the truth), its projection in SQLite, and the current
 * rows in memory. Every command appends one change and updates the projection
 * in one transaction.
 */
export class PlanDocument {
  readonly identity: PlanIdentity;
  readonly tables = new PlanTables();
  readonly #db: SqlDatabase;
  readonly #heads = new CellHeads();
  readonly #changes: LogChange[] = [];
  readonly #numberOfChange = new Map<string, number>();
  readonly #log: LogWriter;
  readonly #projection: ProjectionWriter;
  readonly #actors = new Map<string, LogActor>();
  readonly #people = new Map<string, LogPerson>();
  readonly #nextSeq = new Map<string, number>();
  #undoStacks = new UndoStacks();
  #session: EditingSession | null = null;
  #latestTime: HybridTime | null = null;

  private constructor(db: SqlDatabase, identity: PlanIdentity) {
    this.identity = identity;
    this.#db = db;
    this.#log = new LogWriter(db);
    this.#projection = new ProjectionWriter(db);
    db.run("PRAGMA journal_mode=DELETE; PRAGMA trusted_schema=OFF;");
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

  /** Makes an empty plan in an empty database. */
  static create(db: SqlDatabase, identity: PlanIdentity): PlanDocument {
    return new PlanDocument(db, identity);
  }

  /** Rebuilds a plan from a checked log, in an empty database. */
  static fromLog(db: SqlDatabase, log: PlanLog): PlanDocument {
    const { planId, createdAtMs, appVersion } = log;
    const document = new PlanDocument(db, { planId, createdAtMs, appVersion });
    db.run("BEGIN");
    for (const person of log.people) document.#addPerson(person);
    for (const actor of log.actors) document.#addActor(actor);
    for (const change of log.changes) document.#append(change);
    for (const [index, merge] of log.merges.entries()) {
      const personNumber = log.people.findIndex((person) => person.id === merge.personId) + 1;
      db.run("INSERT INTO merge_log VALUES(?,?,?,?,?,?)", [
        index + 1,
        merge.mergedAtMs,
        personNumber === 0 ? null : personNumber,
        merge.otherFile,
        merge.addedChanges,
        merge.conflicts,
      ]);
    }
    document.#writeTouched(log.changes);
    db.run("COMMIT");
    return document;
  }

  /** Number of changes in the log. */
  get revision(): number {
    return this.#changes.length;
  }

  get changes(): readonly LogChange[] {
    return this.#changes;
  }

  get people(): readonly LogPerson[] {
    return [...this.#people.values()];
  }

  /** The person who made a change. */
  personOf(change: LogChange): LogPerson | undefined {
    const actor = this.#actors.get(change.actorId);
    return actor === undefined ? undefined : this.#people.get(actor.personId);
  }

  /** Starts editing: what follows is done, and can be undone, by this person. */
  beginSession(session: EditingSession): void {
    if (this.#actors.has(session.actorId))
      throw new Error("PlanDocument.beginSession: an actor id may be used once only");
    this.#session = session;
    const isOwn = (change: LogChange) => this.#actors.get(change.actorId)?.personId === session.personId;
    this.#undoStacks = new UndoStacks();
    for (const change of this.#changes) if (isOwn(change)) this.#undoStacks.note(change);
  }

  execute(command: Command, context: ChangeContext): Result<AppliedChange, EditError> {
    const drafted = draftOps(this.tables, command);
    if (!drafted.ok) return drafted;
    const label = labelCommand(this.tables, command, drafted.value);
    const ops = drafted.value.map((op) => ({
      entity: op.entity,
      rowId: op.rowId,
      cells: op.isDeleted === undefined ? op.cells : { ...op.cells, [DELETED_CELL]: op.isDeleted },
    }));
    return ok(this.#commit(ops, label, null, context));
  }

  /** What undo would take back, or null. */
  get undoLabel(): OwnLabel | null {
    return ownLabelOf(this.#undoStacks.nextUndo);
  }

  /** What redo would do again, or null. */
  get redoLabel(): OwnLabel | null {
    return ownLabelOf(this.#undoStacks.nextRedo);
  }

  /** Takes back the last change of the person who edits, by appending its inverse. */
  undo(context: ChangeContext): Result<AppliedChange, UndoError> {
    const change = this.#undoStacks.nextUndo;
    if (change === null) return err({ type: "nothing-to-undo" });
    return this.#invert(change, "undo", context);
  }

  /** Does again what undo took back last. */
  redo(context: ChangeContext): Result<AppliedChange, UndoError> {
    const undone = this.#undoStacks.nextRedo;
    if (undone === null) return err({ type: "nothing-to-redo" });
    return this.#invert(undone, "redo", context);
  }

  /**
   * Appends a change from the crash journal. A change that the file already
   * holds is passed over; one that does not follow the log is left out.
   */
  replay(batch: JournalBatch): "applied" | "known" | "does-not-follow" {
    if (batch.planId !== this.identity.planId) return "does-not-follow";
    if (this.#numberOfChange.has(batch.change.id)) return "known";
    const expectedSeq = this.#nextSeq.get(batch.change.actorId) ?? 1;
    if (batch.changeNumber !== this.revision + 1 || batch.change.seq !== expectedSeq)
      return "does-not-follow";
    this.#db.run("BEGIN");
    this.#addPerson(batch.person);
    this.#addActor(batch.actor);
    this.#append(batch.change);
    this.#writeTouched([batch.change]);
    this.#db.run("COMMIT");
    return "applied";
  }

  /** The file's bytes. Open statements are released first, since an export ends them. */
  export(): Uint8Array {
    this.#log.release();
    this.#projection.release();
    return this.#db.export();
  }

  close(): void {
    this.#log.release();
    this.#projection.release();
    this.#db.close();
  }

  #invert(change: LogChange, key: "undo" | "redo", context: ChangeContext): Result<AppliedChange, UndoError> {
    const changeNumber = this.#numberOfChange.get(change.id);
    if (changeNumber === undefined) throw new Error("PlanDocument: the change is not in the log");
    const inverted = invertChange(changeNumber, change, {
      heads: this.#heads,
      changeAt: (n) => this.#changes[n - 1],
      numberOf: (changeId) => this.#numberOfChange.get(changeId),
    });
    if (!inverted.ok) return inverted;
    const of = ownLabelOf(change) ?? { key: "set-cells", entity: "plan", cells: 0, rows: 0 };
    return ok(this.#commit(inverted.value, { key, of }, change.id, context));
  }

  #commit(
    ops: readonly { entity: string; rowId: string; cells: Readonly<Record<string, CellJson>> }[],
    label: ChangeLabel,
    undoes: string | null,
    context: ChangeContext,
  ): AppliedChange {
    const session = this.#session;
    if (session === null) throw new Error("PlanDocument: beginSession must come before editing");
    const changeNumber = this.revision + 1;
    const person = { id: session.personId, displayName: session.displayName };
    const actor = { id: session.actorId, personId: session.personId, createdAtMs: session.startedAtMs };
    const change: LogChange = {
      id: context.changeId,
      actorId: session.actorId,
      seq: this.#nextSeq.get(session.actorId) ?? 1,
      hlc: tickHybridClock(this.#latestTime, context.nowMs),
      label: JSON.stringify(label),
      undoes,
      ops: this.#withPredecessors(changeNumber, ops),
    };
    this.#db.run("BEGIN");
    this.#addPerson(person);
    this.#addActor(actor);
    this.#append(change);
    this.#writeTouched([change]);
    this.#db.run("COMMIT");
    this.#undoStacks.note(change);
    return {
      changeNumber,
      label,
      ops: change.ops.length,
      journalBatch: { planId: this.identity.planId, person, actor, changeNumber, change },
    };
  }

  #withPredecessors(
    changeNumber: number,
    ops: readonly { entity: string; rowId: string; cells: Readonly<Record<string, CellJson>> }[],
  ): LogOp[] {
    const earlier = new Map<string, OpRef>();
    return ops.map((op, index) => {
      const fields = Object.keys(op.cells);
      const predecessors = new Set<OpRef>();
      for (const field of fields) {
        const key = `${op.entity}\n${op.rowId}\n${field}`;
        const sameChange = earlier.get(key);
        const heads = sameChange === undefined ? this.#heads.of(op.entity, op.rowId, field) : [sameChange];
        for (const ref of heads) predecessors.add(ref);
        earlier.set(key, packOpRef(changeNumber, index));
      }
      return {
        entity: op.entity,
        rowId: op.rowId,
        cells: { ...op.cells },
        // In the order in which the file keeps them.
        predecessors: [...predecessors].sort((a, b) => a - b).map((ref) => [...unpackOpRef(ref)]),
      };
    });
  }

  #addPerson(person: LogPerson): void {
    this.#log.writePerson(person);
    if (!this.#people.has(person.id)) this.#people.set(person.id, person);
  }

  #addActor(actor: LogActor): void {
    this.#log.writeActor(actor);
    if (!this.#actors.has(actor.id)) this.#actors.set(actor.id, actor);
  }

  /** Writes a change to the log and folds its ops into the rows. */
  #append(change: LogChange): void {
    const changeNumber = this.revision + 1;
    this.#log.writeChange(changeNumber, change);
    this.#changes.push(change);
    this.#numberOfChange.set(change.id, changeNumber);
    this.#nextSeq.set(change.actorId, change.seq + 1);
    if (this.#latestTime === null || change.hlc > this.#latestTime) this.#latestTime = change.hlc;
    for (const [index, op] of change.ops.entries()) this.#fold(packOpRef(changeNumber, index), op);
  }

  #fold(ref: OpRef, op: LogOp): void {
    const predecessors = op.predecessors.map(([n, i]) => packOpRef(n, i));
    const row = this.#heads.noteRow(op.entity, op.rowId, ref);
    const winning: Record<string, CellJson> = {};
    for (const [field, value] of Object.entries(op.cells))
      winning[field] = row.replace(field, ref, predecessors)
        ? value
        : this.#provisionalValue(row.of(field), field);
    if (!isEntityName(op.entity)) return;
    const { [DELETED_CELL]: isDeleted, ...cells } = winning;
    this.tables.setCells(op.entity, op.rowId, cells);
    if (isDeleted !== undefined) this.tables.setDeleted(op.entity, op.rowId, isDeleted === true);
  }

  /** Of several heads the value of the latest (hybrid time, then id) is shown until a person settles it. */
  #provisionalValue(heads: readonly OpRef[], field: string): CellJson {
    const order = (ref: OpRef) => {
      const change = this.#changes[unpackOpRef(ref)[0] - 1];
      return change === undefined ? "" : `${change.hlc} ${change.id}`;
    };
    const winner = heads.reduce((best, ref) => (order(ref) > order(best) ? ref : best));
    return this.#readOp(winner)[field] ?? null;
  }

  #readOp(ref: OpRef): Readonly<Record<string, CellJson>> {
    const [changeNumber, index] = unpackOpRef(ref);
    return this.#changes[changeNumber - 1]?.ops[index]?.cells ?? {};
  }

  #writeTouched(changes: readonly LogChange[]): void {
    const touched = new Set<string>();
    for (const change of changes) {
      for (const op of change.ops) {
        const key = `${op.entity}\n${op.rowId}`;
        if (touched.has(key) || !isEntityName(op.entity)) continue;
        touched.add(key);
        this.#projection.write(this.tables, op.entity, op.rowId);
      }
    }
  }
}

function ownLabelOf(change: LogChange | null): OwnLabel | null {
  if (change === null) return null;
  const label = parseChangeLabel(change.label);
  if (label === null) return null;
  return label.key === "undo" || label.key === "redo" ? label.of : label;
}
