import type { Command } from "../plan/command";
import { draftOps } from "../plan/draft-ops";
import type { EditError } from "../plan/edit-error";
import type { PlanTables } from "../plan/plan-tables";
import type { Result } from "../result";
import { err, ok } from "../result";
import { encodeLabel } from "./author-name";
import type { OwnLabel } from "./change-label";
import { ownLabelOf, parseChangeLabel } from "./change-label";
import type { DraftChange } from "./draft-change";
import { draftRestoration } from "./draft-restoration";
import { draftSettlement } from "./draft-settlement";
import type { AppliedChange, ChangeContext, EditingSession } from "./editing-session";
import { CURRENT_FORMAT } from "./file-format";
import type { CellAgreements, CellConflict } from "./find-conflicts";
import { findConflicts } from "./find-conflicts";
import { type HybridTime, hybridTimeToMs, tickHybridClock } from "./hybrid-clock";
import { labelCommand } from "./label-command";
import { LogIndex } from "./log-index";
import type { NewOp } from "./name-predecessors";
import { namePredecessors } from "./name-predecessors";
import { type FoldedLog, foldChanges, PlanFold } from "./plan-fold";
import type { JournalBatch, LogChange, LogPerson, MergeRecord, PlanLog } from "./plan-log";
import { DELETED_CELL } from "./plan-log";
import { type PlanIdentity, PlanStore, type StoredContent } from "./plan-store";
import { type PlanVersion, selectVersion, versionOf } from "./plan-version";
import { draftRevert, type RevertError } from "./revert-change";
import type { SqlDatabase } from "./sql-database";
import type { UndoError } from "./undo-change";
import { invertChange } from "./undo-change";
import { UndoStacks } from "./undo-stacks";

export type { AppliedChange, ChangeContext, EditingSession } from "./editing-session";
export type { PlanIdentity } from "./plan-store";

/**
 * An open plan: the log (the truth) and the current rows in memory, and behind
 * them the SQLite database that becomes the file (docs/decisions/0009). Every
 * command appends one change.
 */
export class PlanDocument {
  readonly identity: PlanIdentity;
  readonly #store: PlanStore;
  readonly #index = new LogIndex();
  readonly #fold = new PlanFold(this.#index);
  readonly #merges: MergeRecord[] = [];
  /** The format that the log was read in; a newer one is kept when the log is handed on. */
  #format = CURRENT_FORMAT;
  /** False after a bug that threw half-way through a change. */
  #isWhole = true;
  #undoStacks = new UndoStacks();
  #session: EditingSession | null = null;
  #agreements: { readonly revision: number; readonly found: CellAgreements } | null = null;

  private constructor(db: SqlDatabase, identity: PlanIdentity) {
    this.identity = identity;
    this.#store = new PlanStore(db, identity);
  }

  /** Makes an empty plan in an empty database. */
  static create(db: SqlDatabase, identity: PlanIdentity): PlanDocument {
    return new PlanDocument(db, identity);
  }

  /** Rebuilds a plan from a checked log, in an empty database. */
  static fromLog(db: SqlDatabase, log: PlanLog): PlanDocument {
    const { planId, createdAtMs, appVersion } = log;
    const document = new PlanDocument(db, { planId, createdAtMs, appVersion });
    document.#format = log.format;
    for (const person of log.people) document.#index.addPerson(person);
    for (const actor of log.actors) document.#index.addActor(actor);
    for (const change of log.changes) document.#append(change);
    document.#merges.push(...log.merges);
    return document;
  }

  /** The current rows. */
  get tables(): PlanTables {
    return this.#fold.tables;
  }

  /** Number of changes in the log. */
  get revision(): number {
    return this.changes.length;
  }

  get changes(): readonly LogChange[] {
    return this.#index.changes;
  }

  /** The time of the latest change; null while there is none. */
  get latestTime(): HybridTime | null {
    return this.#index.latestTime;
  }

  get people(): readonly LogPerson[] {
    return this.#index.people;
  }

  /** Merges with other files so far. */
  get merges(): readonly MergeRecord[] {
    return this.#merges;
  }

  /** What the plan is now, as a set of changes that means the same in every copy. */
  get version(): PlanVersion {
    return versionOf(this.changes);
  }

  /** The log and what it comes to, for reading. */
  get folded(): FoldedLog {
    return { index: this.#index, fold: this.#fold };
  }

  /** Cells that people set apart and nobody has settled yet. */
  get conflicts(): readonly CellConflict[] {
    if (this.#agreements?.revision !== this.revision)
      this.#agreements = { revision: this.revision, found: findConflicts(this.folded) };
    return this.#agreements.found.conflicts;
  }

  /** The person who made a change. */
  personOf(change: LogChange): LogPerson | undefined {
    return this.#index.personOf(change);
  }

  /** The whole truth of the plan, to be merged, compared or written elsewhere. */
  toLog(): PlanLog {
    return {
      ...this.identity,
      format: this.#format,
      people: [...this.#index.people],
      actors: [...this.#index.actors],
      changes: [...this.changes],
      merges: [...this.#merges],
    };
  }

  /**
   * Gives the person who edits another name, in all that they did in this plan and
   * will do: a change of its own, without ops, so that the name has a time when
   * copies are merged (docs/decisions/0010). Null where nothing is to be said: they go by
   * that name already, or have done nothing in this plan; their first change says it then.
   */
  renameAuthor(displayName: string, context: ChangeContext): AppliedChange | null {
    const session = this.#requireSession();
    this.#session = { ...session, displayName };
    const known = this.#index.findPerson(session.personId);
    if (known === undefined || known.displayName === displayName) return null;
    const label = { key: "rename-person" as const, from: known.displayName, authorName: displayName };
    return this.#commit({ ops: [], label, undoes: null }, context);
  }

  /** Starts editing: what follows is done, and can be undone, by this person. */
  beginSession(session: EditingSession): void {
    if (this.#index.hasActor(session.actorId))
      throw new Error("PlanDocument.beginSession: an actor id may be used once only");
    this.#session = session;
    this.#undoStacks = new UndoStacks();
    for (const change of this.changes)
      if (this.personOf(change)?.id === session.personId) this.#undoStacks.note(change);
  }

  execute(command: Command, context: ChangeContext): Result<AppliedChange, EditError> {
    const drafted =
      command.type === "settle-conflicts"
        ? draftSettlement(command.cells, this.conflicts)
        : this.#draftRows(command);
    if (!drafted.ok) return drafted;
    const label = labelCommand(this.tables, command, drafted.value);
    return ok(this.#commit({ ops: drafted.value, label, undoes: null }, context));
  }

  /** What undo would take back, or null. */
  get undoLabel(): OwnLabel | null {
    return describeStep(this.#undoStacks.nextUndo);
  }

  /** What redo would do again, or null. */
  get redoLabel(): OwnLabel | null {
    return describeStep(this.#undoStacks.nextRedo);
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
   * Takes back one change of anybody, through the history, as a step of the person
   * who edits. Refused where a cell has been set since (`undo-superseded`), unless
   * `isForced`, and for the change that the plan begins with.
   */
  revert(changeId: string, context: ChangeContext, isForced = false): Result<AppliedChange, RevertError> {
    const drafted = draftRevert(changeId, this.folded, isForced);
    return drafted.ok ? ok(this.#commit(drafted.value, context)) : drafted;
  }

  /**
   * Sets the plan back to an earlier version, as one step that can be undone: every
   * cell as it was, rows that did not exist deleted. `title` names the version in the history.
   * Errors: `nothing-changed` when the plan is as it was then.
   */
  restore(
    version: PlanVersion,
    title: string,
    context: ChangeContext,
  ): Result<AppliedChange, { readonly type: "nothing-changed" }> {
    const past = foldChanges(selectVersion(this.changes, version));
    const ops = draftRestoration(this.#fold, past.fold);
    if (ops.length === 0) return err({ type: "nothing-changed" });
    const atMs = past.index.latestTime === null ? 0 : hybridTimeToMs(past.index.latestTime);
    const label = { key: "restore-version" as const, title, atMs, rows: ops.length };
    return ok(this.#commit({ ops, label, undoes: null }, context));
  }

  /**
   * Appends a change from the crash journal. A change that the file already
   * holds is passed over; one that does not follow the log is left out.
   */
  replay(batch: JournalBatch): "applied" | "known" | "does-not-follow" {
    if (batch.planId !== this.identity.planId) return "does-not-follow";
    if (this.#index.numberOf(batch.change.id) !== undefined) return "known";
    const expectedSeq = this.#index.nextSeqOf(batch.change.actorId);
    if (batch.changeNumber !== this.revision + 1 || batch.change.seq !== expectedSeq)
      return "does-not-follow";
    this.#write(batch);
    return "applied";
  }

  /** The file's bytes. */
  export(): Uint8Array {
    if (!this.#isWhole) throw new Error("PlanDocument.export: a change was left half done");
    return this.#store.export(this.#content);
  }

  /**
   * Prepares `export` by writing what the database still lacks, at most `rows` ops and
   * rows of it, for whoever has a moment to spare; true when it lacks nothing.
   */
  writeAhead(rows = Number.POSITIVE_INFINITY): boolean {
    return this.#store.catchUp(this.#content, rows);
  }

  close(): void {
    this.#store.close();
  }

  #draftRows(command: Parameters<typeof draftOps>[1]): Result<readonly NewOp[], EditError> {
    const drafted = draftOps(this.tables, command);
    if (!drafted.ok) return drafted;
    return ok(
      drafted.value.map(({ entity, rowId, cells, isDeleted }) => ({
        entity,
        rowId,
        cells: isDeleted === undefined ? cells : { ...cells, [DELETED_CELL]: isDeleted },
      })),
    );
  }

  #invert(change: LogChange, key: "undo" | "redo", context: ChangeContext): Result<AppliedChange, UndoError> {
    const inverted = invertChange(change, this.folded);
    if (!inverted.ok) return inverted;
    const of = ownLabelOf(parseChangeLabel(change.label));
    return ok(this.#commit({ ops: inverted.value, label: { key, of }, undoes: change.id }, context));
  }

  #commit({ ops, label, undoes }: DraftChange, context: ChangeContext): AppliedChange {
    const session = this.#requireSession();
    const changeNumber = this.revision + 1;
    const change: LogChange = {
      id: context.changeId,
      actorId: session.actorId,
      seq: this.#index.nextSeqOf(session.actorId),
      hlc: tickHybridClock(this.#index.latestTime, context.nowMs),
      label: encodeLabel(label, this.#nameToSay(session)),
      undoes,
      ops: namePredecessors(this.#fold, changeNumber, ops),
    };
    const batch: JournalBatch = {
      planId: this.identity.planId,
      person: { id: session.personId, displayName: session.displayName },
      actor: { id: session.actorId, personId: session.personId, createdAtMs: session.startedAtMs },
      changeNumber,
      change,
    };
    this.#write(batch);
    this.#undoStacks.note(change);
    return { changeNumber, label, ops: change.ops.length, journalBatch: batch };
  }

  /** Who had no name when the plan was made, or another one, says it with their next change. */
  #nameToSay({ personId, displayName }: EditingSession): string | null {
    const isKnown = this.#index.saidNameOf(personId) === displayName;
    return displayName === "" || isKnown ? null : displayName;
  }

  #requireSession(): EditingSession {
    if (this.#session === null) throw new Error("PlanDocument: beginSession must come before editing");
    return this.#session;
  }

  #write({ person, actor, change }: JournalBatch): void {
    this.#index.addPerson(person);
    this.#index.addActor(actor);
    this.#append(change);
  }

  /** Appends a change to the log and folds its ops into the rows. */
  #append(change: LogChange): void {
    this.#isWhole = false;
    this.#fold.fold(this.#index.append(change), change);
    this.#isWhole = true;
  }

  get #content(): StoredContent {
    return { index: this.#index, merges: this.#merges, tables: this.tables };
  }
}

const describeStep = (change: LogChange | null): OwnLabel | null => {
  const label = change === null ? null : parseChangeLabel(change.label);
  return label === null ? null : ownLabelOf(label);
};
