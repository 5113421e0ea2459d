import type { z } from "zod";
import type { Result } from "../result";
import { err, ok } from "../result";
import { nameAsSaid } from "./author-name";
import { findFlood } from "./check-foreign-schema";
import { isPlainOp, isTooDeep } from "./check-op";
import { CURRENT_FORMAT } from "./file-format";
import { readFileHeader } from "./file-header";
import type { OpenError } from "./open-error";
import type { LogChange } from "./plan-log";
import { LogActor, LogChange as LogChangeSchema, LogOp, LogPerson, MergeRecord, PlanLog } from "./plan-log";
import type { OpenDatabase, SqlDatabase, SqlValue } from "./sql-database";
import { secureDatabase } from "./untrusted-database";
import { bytesToUuid } from "./uuid-bytes";

/** A log that was read from a file, checked row by row. */
export interface UntrustedPlan {
  readonly log: PlanLog;
  readonly isNewerFormat: boolean;
}

/** Thrown inside this file only, to leave nested readers; turned into a Result at the end. */
class Refusal extends Error {
  readonly openError: OpenError;
  constructor(openError: OpenError) {
    super(openError.type);
    this.openError = openError;
  }
}

/**
 * Reads a plan file that may come from anybody. Only the log's known columns
 * are read, every row is parsed, and nothing of the file is adopted: the caller
 * rebuilds the plan in a fresh database. To be run where it can be ended (a
 * disposable worker), since SQLite cannot be interrupted.
 *
 * Errors: see OpenError. The bytes are never changed.
 */
export function readUntrustedPlan(
  bytes: Uint8Array,
  openDatabase: OpenDatabase,
): Result<UntrustedPlan, OpenError> {
  const header = readFileHeader(bytes);
  if (!header.ok) return header;
  let db: SqlDatabase | null = null;
  try {
    db = openDatabase(bytes);
    const refusal = secureDatabase(db) ?? findFlood(db);
    if (refusal !== null) return err(refusal);
    const log = readLog(db);
    return ok({ log, isNewerFormat: header.value.isNewerFormat || log.format > CURRENT_FORMAT });
  } catch (error) {
    if (error instanceof Refusal) return err(error.openError);
    return err({ type: "damaged", detail: error instanceof Error ? error.message : String(error) });
  } finally {
    db?.close();
  }
}

function readLog(db: SqlDatabase): PlanLog {
  const metaRows = select(db, "SELECT plan_id, format, created_at, app_version FROM meta LIMIT 2");
  const [meta] = metaRows;
  if (meta === undefined || metaRows.length > 1) damaged("meta must hold one row");
  const [planId, format, createdAtMs, appVersion] = meta;
  const people = readPeople(db);
  const actors = readActors(db, people);
  const changes = readChanges(db, actors);
  const identity = parse(
    PlanLog.pick({ planId: true, format: true, createdAtMs: true, appVersion: true }),
    "meta",
    {
      planId: uuidOf(planId, "meta.plan_id"),
      format,
      createdAtMs,
      appVersion,
    },
  );
  return {
    ...identity,
    // The list of people follows the log like every other table: what it says for itself counts for older files only.
    people: [
      ...nameAsSaid(
        people,
        new Map([...actors.values()].map((actor) => [actor.id, actor])),
        changes,
      ).values(),
    ],
    actors: [...actors.values()],
    changes,
    merges: readMerges(db, people),
  };
}

function readPeople(db: SqlDatabase): Map<number, LogPerson> {
  const rows = select(db, "SELECT n, id, display_name FROM person ORDER BY n");
  return new Map(
    rows.map(([n, id, displayName]) => [
      Number(n),
      parse(LogPerson, "person", { id: uuidOf(id, "person.id"), displayName }),
    ]),
  );
}

function readActors(db: SqlDatabase, people: ReadonlyMap<number, LogPerson>): Map<number, LogActor> {
  const rows = select(db, "SELECT n, id, person_n, created_at FROM actor ORDER BY n");
  return new Map(
    rows.map(([n, id, personNumber, createdAtMs]) => {
      const personId = people.get(Number(personNumber))?.id;
      return [Number(n), parse(LogActor, "actor", { id: uuidOf(id, "actor.id"), personId, createdAtMs })];
    }),
  );
}

function readChanges(db: SqlDatabase, actors: ReadonlyMap<number, LogActor>): LogChange[] {
  const opsByChange = readOps(db);
  const rows = select(db, "SELECT n, id, actor_n, seq, hlc, label, undoes FROM change ORDER BY n");
  const lastSeq = new Map<string, number>();
  const known = new Set<string>();
  const changes = rows.map(([n, id, actorNumber, seq, hlc, label, undoes], index) => {
    if (n !== index + 1) damaged(`change ${index + 1} is missing`);
    const change = parse(LogChangeSchema, "change", {
      id: uuidOf(id, "change.id"),
      actorId: actors.get(Number(actorNumber))?.id,
      seq,
      hlc,
      label,
      undoes: undoes === null ? null : uuidOf(undoes, "change.undoes"),
      ops: [],
    });
    change.ops = opsByChange.get(Number(n)) ?? [];
    if (known.has(change.id)) damaged(`change ${index + 1} is there twice`);
    known.add(change.id);
    const expectedSeq = (lastSeq.get(change.actorId) ?? 0) + 1;
    if (change.seq !== expectedSeq) damaged(`change ${index + 1} of its author is out of sequence`);
    lastSeq.set(change.actorId, change.seq);
    return change;
  });
  for (const n of opsByChange.keys())
    if (n < 1 || n > changes.length) damaged(`ops of a missing change ${n}`);
  return changes;
}

function readOps(db: SqlDatabase): Map<number, LogOp[]> {
  const opsByChange = new Map<number, LogOp[]>();
  const entityTexts = new Map<string, string>();
  for (const [changeNumber, index, entity, rowId, field, value] of select(
    db,
    "SELECT change_n, i, entity, row_id, field, value FROM op ORDER BY change_n, i",
  )) {
    if (typeof changeNumber !== "number") damaged("an op names no change");
    const n = changeNumber;
    const ops = opsByChange.get(n) ?? [];
    opsByChange.set(n, ops);
    if (index !== ops.length) damaged(`op ${ops.length} of change ${n} is missing`);
    if (
      typeof entity !== "string" ||
      typeof rowId !== "string" ||
      !(field === null || typeof field === "string")
    )
      damaged(`op ${index} of change ${n} names no row`);
    const json = parseJson(value, n);
    const cells = field === null ? json : { [field]: json };
    const op = { entity: oneOf(entityTexts, entity), rowId, cells, predecessors: [] };
    if (isPlainOp(op)) ops.push(op);
    else {
      refuseDepth(json, n);
      ops.push(parse(LogOp, `op ${index} of change ${n}`, op));
    }
  }
  for (const [changeNumber, index, predecessorNumber, predecessorIndex] of select(
    db,
    "SELECT change_n, i, pred_change_n, pred_i FROM op_pred ORDER BY change_n, i, pred_change_n, pred_i",
  )) {
    const op = opsByChange.get(Number(changeNumber))?.[Number(index)];
    const [n, i] = [Number(predecessorNumber), Number(predecessorIndex)];
    const predecessor = opsByChange.get(n)?.[i];
    const isEarlier = n < Number(changeNumber) || (n === Number(changeNumber) && i < Number(index));
    if (op === undefined || predecessor === undefined || !isEarlier)
      damaged("an op names a missing predecessor");
    if (predecessor.entity !== op.entity || predecessor.rowId !== op.rowId)
      damaged("an op names a predecessor of another row");
    op.predecessors.push([n, i]);
  }
  return opsByChange;
}

/** The same text, as one object for all ops that say it. */
function oneOf(texts: Map<string, string>, text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function readMerges(db: SqlDatabase, people: ReadonlyMap<number, LogPerson>): MergeRecord[] {
  const rows = select(
    db,
    "SELECT merged_at, person_n, other_file, added_changes, conflicts FROM merge_log ORDER BY n LIMIT 100000",
  );
  return rows.map(([mergedAtMs, personNumber, otherFile, addedChanges, conflicts]) =>
    parse(MergeRecord, "merge_log", {
      mergedAtMs,
      personId: personNumber === null ? null : people.get(Number(personNumber))?.id,
      otherFile,
      addedChanges,
      conflicts,
    }),
  );
}

const select = (db: SqlDatabase, sql: string): SqlValue[][] => db.exec(sql)[0]?.values ?? [];

function damaged(detail: string): never {
  throw new Refusal({ type: "damaged", detail });
}

function parse<T>(schema: z.ZodType<T>, where: string, candidate: unknown): T {
  const parsed = schema.safeParse(candidate);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const cell = issue?.path.join(".") ?? "";
  return damaged(cell === "" ? `${where} does not fit` : `${where}: ${cell} does not fit`);
}

function uuidOf(value: SqlValue | undefined, where: string): string {
  if (!(value instanceof Uint8Array) || value.length !== 16) damaged(`${where} is not an id`);
  return bytesToUuid(value);
}

function parseJson(value: SqlValue | undefined, changeNumber: number): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return damaged(`a value in change ${changeNumber} is not JSON`);
  }
}

function refuseDepth(json: unknown, changeNumber: number): void {
  if (isTooDeep(json))
    throw new Refusal({
      type: "refused-content",
      detail: `a value nested without end in change ${changeNumber}`,
    });
}
