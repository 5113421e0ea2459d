import { isPlainOp, isTooDeep } from "./check-op";
import { CURRENT_FORMAT, MAX_OPS, MAX_PREDECESSORS, MAX_VALUE_BYTES } from "./file-format";
import { readFileHeader } from "./file-header";
import { writtenCells } from "./log-writer";
import type { OpenError } from "./open-error";
import { LogActor, LogChange, LogOp, LogPerson, MergeRecord, type PlanLog } from "./plan-log";
import type { OpenDatabase, SqlDatabase, SqlValue } from "./sql-database";
import { secureDatabase } from "./untrusted-database";
import { bytesToUuid } from "./uuid-bytes";

/** How many ops are compared as one text; more cost memory and save no time. */
const OPS_AT_ONCE = 500;
/** Neither occurs in JSON, nor in what people type. */
const [BETWEEN_CELLS, BETWEEN_OPS] = ["\u001f", "\u001e"];
const OP_TEXT = ["entity", "row_id", "ifnull('='||field,'-')", "value"].join(`||'${BETWEEN_CELLS}'||`);

/**
 * Opens the bytes of a plan the way a file from anybody is opened and compares them
 * with the log that they were made from: every row of every table of the log, in
 * order, without a second log in memory. What the log itself could not be read back
 * as (a text longer than the gate takes) counts as a difference too.
 *
 * @returns what differs, in English for the log; null when the bytes hold the log
 */
export function findWrittenDifference(
  bytes: Uint8Array,
  log: PlanLog,
  openDatabase: OpenDatabase,
): string | null {
  const header = readFileHeader(bytes);
  if (!header.ok) return describe(header.error);
  let db: SqlDatabase | null = null;
  try {
    db = openDatabase(bytes);
    const refusal = secureDatabase(db);
    if (refusal !== null) return describe(refusal);
    return (
      findWrongCount(db, log) ??
      findOtherHead(db, log) ??
      findOtherChange(db, log) ??
      findOtherOp(db, log) ??
      findOtherPredecessor(db, log)
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}

const describe = (error: OpenError): string => ("detail" in error ? error.detail : error.type);

function findWrongCount(db: SqlDatabase, { people, actors, changes, merges }: PlanLog): string | null {
  const [ops, predecessors] = countOps(changes);
  if (ops > MAX_OPS || predecessors > MAX_PREDECESSORS) return "more ops than a plan may have";
  const expected = {
    meta: 1,
    person: people.length,
    actor: actors.length,
    change: changes.length,
    op: ops,
    op_pred: predecessors,
    merge_log: merges.length,
  };
  for (const [table, count] of Object.entries(expected)) {
    const written = db.exec(`SELECT count(*) FROM ${table}`)[0]?.values[0]?.[0];
    if (written !== count) return `${table} has ${written} of ${count} rows`;
  }
  return null;
}

function countOps(changes: readonly LogChange[]): readonly [ops: number, predecessors: number] {
  let [ops, predecessors] = [0, 0];
  for (const change of changes) {
    ops += change.ops.length;
    for (const op of change.ops) predecessors += op.predecessors.length;
  }
  return [ops, predecessors];
}

/** Identity, people, actors and earlier merges. */
function findOtherHead(db: SqlDatabase, log: PlanLog): string | null {
  const { planId, createdAtMs, appVersion, people, actors, merges } = log;
  const places = new Map(people.map(({ id }, index) => [id, index + 1]));
  const rows: readonly [string, string, (index: number) => readonly unknown[] | null][] = [
    [
      "meta",
      "SELECT plan_id, format, created_at, app_version FROM meta",
      (index) => (index === 0 ? [planId, CURRENT_FORMAT, createdAtMs, appVersion] : null),
    ],
    [
      "person",
      "SELECT n, id, display_name FROM person ORDER BY n",
      (index) => {
        const person = LogPerson.safeParse(people[index]).data;
        return person === undefined ? null : [index + 1, person.id, person.displayName];
      },
    ],
    [
      "actor",
      "SELECT n, id, person_n, created_at FROM actor ORDER BY n",
      (index) => {
        const actor = LogActor.safeParse(actors[index]).data;
        return actor === undefined
          ? null
          : [index + 1, actor.id, places.get(actor.personId), actor.createdAtMs];
      },
    ],
    [
      "merge_log",
      "SELECT n, merged_at, person_n, other_file, added_changes, conflicts FROM merge_log ORDER BY n",
      (index) => {
        const merge = MergeRecord.safeParse(merges[index]).data;
        if (merge === undefined) return null;
        const { mergedAtMs, personId, otherFile, addedChanges, conflicts } = merge;
        const personNumber = personId === null ? null : places.get(personId);
        return [index + 1, mergedAtMs, personNumber, otherFile, addedChanges, conflicts];
      },
    ],
  ];
  for (const [table, sql, expectRow] of rows) {
    const other = findOtherRow(db, sql, expectRow);
    if (other !== null) return `row ${other} of ${table} differs`;
  }
  return null;
}

function findOtherChange(db: SqlDatabase, { actors, changes }: PlanLog): string | null {
  const places = new Map(actors.map(({ id }, index) => [id, index + 1]));
  const sql = "SELECT n, id, actor_n, seq, hlc, label, undoes FROM change ORDER BY n";
  const other = findOtherRow(db, sql, (index) => {
    const change = ChangeHead.safeParse(changes[index]).data;
    if (change === undefined) return null;
    const { id, actorId, seq, hlc, label, undoes } = change;
    return [index + 1, id, places.get(actorId), seq, hlc, label, undoes];
  });
  return other === null ? null : `change ${other} of ${changes.length} differs`;
}

const ChangeHead = LogChange.omit({ ops: true });

/** The ops of each change, some hundreds at a time as one text that SQLite puts together. */
function findOtherOp(db: SqlDatabase, { changes }: PlanLog): string | null {
  const mistyped = db.exec(
    "SELECT change_n FROM op WHERE typeof(entity)<>'text' OR typeof(row_id)<>'text' OR typeof(value)<>'text' LIMIT 1",
  );
  if (mistyped.length > 0) return "an op has a value of another type";
  // Without sorting: the table is kept in the order of its key, (change_n, i), and read along it.
  const written = db.prepare(
    `SELECT group_concat(${OP_TEXT}, '${BETWEEN_OPS}') FROM op WHERE change_n=? AND i>=? AND i<?`,
  );
  try {
    for (const [index, { ops }] of changes.entries()) {
      for (let start = 0; start < ops.length; start += OPS_AT_ONCE) {
        const expected = ops.slice(start, start + OPS_AT_ONCE);
        written.bind([index + 1, start, start + OPS_AT_ONCE]);
        written.step();
        const isSame = isSameText(written.get()[0], textOfAll(expected));
        if (!isSame || !expected.every(isReadable)) return `an op of change ${index + 1} differs`;
      }
    }
    return null;
  } finally {
    written.free();
  }
}

/** What SQLite makes of ops that are written as they should be. */
function textOfAll(ops: readonly LogOp[]): string {
  let text = "";
  for (const op of ops) {
    const { field, value } = writtenCells(op);
    const fieldText = field === null ? "-" : `=${field}`;
    if (text !== "") text += BETWEEN_OPS;
    text += op.entity + BETWEEN_CELLS + op.rowId + BETWEEN_CELLS + fieldText + BETWEEN_CELLS + value;
  }
  return text;
}

/** Whether the gate would take the op back. */
function isReadable(op: LogOp): boolean {
  const { entity, rowId, cells } = op;
  const isPlain = isPlainOp({ entity, rowId, cells });
  return (isPlain || (!isTooDeep(cells) && LogOp.safeParse(op).success)) && fitsInCell(op);
}

/** Whether the JSON keeps to the limit of bytes; only texts can be long enough to have it written for that. */
function fitsInCell(op: LogOp): boolean {
  let characters = 0;
  for (const value of Object.values(op.cells))
    characters +=
      typeof value === "string"
        ? value.length
        : typeof value === "object" && value !== null
          ? SURELY_SHORT
          : 0;
  return characters < SURELY_SHORT || MAX_BYTES_OF_UNIT * writtenCells(op).value.length <= MAX_VALUE_BYTES;
}

const MAX_BYTES_OF_UNIT = 3;
const SURELY_SHORT = 1_000_000;

function findOtherPredecessor(db: SqlDatabase, { changes }: PlanLog): string | null {
  const rows = listPredecessors(changes);
  const sql =
    "SELECT change_n, i, pred_change_n, pred_i FROM op_pred ORDER BY change_n, i, pred_change_n, pred_i";
  const other = findOtherRow(db, sql, () => rows.next().value ?? null);
  return other === null ? null : `predecessor ${other} differs`;
}

function* listPredecessors(changes: readonly LogChange[]): Generator<readonly number[], undefined> {
  for (const [index, { ops }] of changes.entries())
    for (const [i, { predecessors }] of ops.entries())
      for (const [n, m] of [...predecessors].sort(([a, b], [c, d]) => a - c || b - d))
        yield [index + 1, i, n, m];
  return undefined;
}

/** The number of the first row that is not as expected; null when all are. */
function findOtherRow(
  db: SqlDatabase,
  sql: string,
  expectRow: (index: number) => readonly unknown[] | null,
): number | null {
  const written = db.prepare(sql);
  try {
    for (let index = 0; written.step(); index += 1) {
      const expected = expectRow(index);
      if (expected === null) return index + 1;
      const row = written.get();
      if (row.some((value, column) => !isSameValue(value, expected[column]))) return index + 1;
    }
    return null;
  } finally {
    written.free();
  }
}

function isSameValue(written: SqlValue, expected: unknown): boolean {
  if (written instanceof Uint8Array) return written.length === 16 && bytesToUuid(written) === expected;
  return typeof expected === "string" ? isSameText(written, expected) : written === expected;
}

/** Half of a character, as is left of an emoji that was cut in two, cannot be written; that must not keep a plan from being saved. */
function isSameText(written: SqlValue | undefined, expected: string): boolean {
  if (written === expected) return true;
  return typeof written === "string" && withoutHalves(written) === withoutHalves(expected);
}

const withoutHalves = (text: string): string => text.replaceAll(/[\ud800-\udfff\ufffd]/g, "");
