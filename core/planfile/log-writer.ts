import type { LogActor, LogChange, LogOp, LogPerson, MergeRecord } from "./plan-log";
import type { SqlDatabase, SqlStatement } from "./sql-database";
import { uuidToBytes } from "./uuid-bytes";

/** Appends to the log tables; numbers people and actors as they appear. */
export class LogWriter {
  readonly #db: SqlDatabase;
  readonly #people = new Map<string, { readonly n: number; readonly displayName: string }>();
  readonly #actorNumbers = new Map<string, number>();
  #statements: { change: SqlStatement; op: SqlStatement; predecessor: SqlStatement } | null = null;

  constructor(db: SqlDatabase) {
    this.#db = db;
  }

  get writtenActors(): number {
    return this.#actorNumbers.size;
  }

  /** Whether the person is in the table under the name that they have now. */
  holdsPerson({ id, displayName }: LogPerson): boolean {
    return this.#people.get(id)?.displayName === displayName;
  }

  /** Adds a person, or gives one who is there the name that they have now. */
  writePerson(person: LogPerson): void {
    if (this.holdsPerson(person)) return;
    const { id, displayName } = person;
    const known = this.#people.get(id);
    const n = known?.n ?? this.#people.size + 1;
    if (known === undefined)
      this.#db.run("INSERT INTO person VALUES(?,?,?)", [n, uuidToBytes(id), displayName]);
    else this.#db.run("UPDATE person SET display_name=? WHERE n=?", [displayName, n]);
    this.#people.set(id, { n, displayName });
  }

  writeActor(actor: LogActor): void {
    if (this.#actorNumbers.has(actor.id)) return;
    const personNumber = this.#people.get(actor.personId)?.n;
    if (personNumber === undefined) throw new Error(`LogWriter.writeActor: unknown person ${actor.personId}`);
    const n = this.#actorNumbers.size + 1;
    this.#db.run("INSERT INTO actor VALUES(?,?,?,?)", [
      n,
      uuidToBytes(actor.id),
      personNumber,
      actor.createdAtMs,
    ]);
    this.#actorNumbers.set(actor.id, n);
  }

  /** Yields after each op. */
  *writeChange(changeNumber: number, change: LogChange): Generator<void, void, void> {
    const actorNumber = this.#actorNumbers.get(change.actorId);
    if (actorNumber === undefined) throw new Error(`LogWriter.writeChange: unknown actor ${change.actorId}`);
    const statements = this.#prepare();
    const undoes = change.undoes === null ? null : uuidToBytes(change.undoes);
    statements.change.run([
      changeNumber,
      uuidToBytes(change.id),
      actorNumber,
      change.seq,
      change.hlc,
      change.label,
      undoes,
    ]);
    for (const [index, op] of change.ops.entries()) {
      const { field, value } = writtenCells(op);
      statements.op.run([changeNumber, index, op.entity, op.rowId, field, value]);
      for (const [predecessorNumber, predecessorIndex] of op.predecessors)
        statements.predecessor.run([changeNumber, index, predecessorNumber, predecessorIndex]);
      yield;
    }
  }

  writeMerge(mergeNumber: number, merge: MergeRecord): void {
    const personNumber = merge.personId === null ? null : (this.#people.get(merge.personId)?.n ?? null);
    const { mergedAtMs, otherFile, addedChanges, conflicts } = merge;
    this.#db.run("INSERT INTO merge_log VALUES(?,?,?,?,?,?)", [
      mergeNumber,
      mergedAtMs,
      personNumber,
      otherFile,
      addedChanges,
      conflicts,
    ]);
  }

  /** Statements do not outlive an export; they are prepared again when needed. */
  release(): void {
    if (this.#statements === null) return;
    for (const statement of Object.values(this.#statements)) statement.free();
    this.#statements = null;
  }

  #prepare() {
    this.#statements ??= {
      change: this.#db.prepare("INSERT INTO change VALUES(?,?,?,?,?,?,?)"),
      op: this.#db.prepare("INSERT INTO op VALUES(?,?,?,?,?,?)"),
      predecessor: this.#db.prepare("INSERT INTO op_pred VALUES(?,?,?,?)"),
    };
    return this.#statements;
  }
}

/** An op's cells as the columns `field` and `value` hold them. */
export function writtenCells({ cells }: LogOp): { readonly field: string | null; readonly value: string } {
  const entries = Object.entries(cells);
  const [only] = entries;
  const [field, value] = entries.length === 1 && only !== undefined ? only : [null, cells];
  return { field, value: JSON.stringify(value) };
}
