/**
 * Tables of the change log. FROZEN: every version of the program, old and new,
 * reads exactly these. Later formats may say more inside `op`, never change a table.
 *
 * - `person.id`, `actor.id`, `change.id`: UUIDs as 16 bytes; `n` stands for them inside the file.
 * - `change.hlc`: hybrid logical clock (hybrid-clock.ts); `label`, `op.value`: JSON.
 * - `op.field` is NULL when `op.value` is an object that holds several cells of the row.
 * - `op_pred` names, for each op, the ops of the same cells that its author had seen.
 */
export const LOG_SCHEMA = `
CREATE TABLE meta(plan_id BLOB NOT NULL, format INTEGER NOT NULL, created_at INTEGER NOT NULL, app_version TEXT NOT NULL);
CREATE TABLE person(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, display_name TEXT NOT NULL);
CREATE TABLE actor(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, person_n INTEGER NOT NULL, created_at INTEGER NOT NULL);
CREATE TABLE change(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, actor_n INTEGER NOT NULL, seq INTEGER NOT NULL, hlc TEXT NOT NULL, label TEXT NOT NULL, undoes BLOB, UNIQUE(actor_n, seq));
CREATE TABLE op(change_n INTEGER NOT NULL, i INTEGER NOT NULL, entity TEXT NOT NULL, row_id TEXT NOT NULL, field TEXT, value TEXT NOT NULL, PRIMARY KEY(change_n, i)) WITHOUT ROWID;
CREATE TABLE op_pred(change_n INTEGER NOT NULL, i INTEGER NOT NULL, pred_change_n INTEGER NOT NULL, pred_i INTEGER NOT NULL, PRIMARY KEY(change_n, i, pred_change_n, pred_i)) WITHOUT ROWID;
CREATE TABLE merge_log(n INTEGER PRIMARY KEY, merged_at INTEGER NOT NULL, person_n INTEGER, other_file TEXT NOT NULL, added_changes INTEGER NOT NULL, conflicts INTEGER NOT NULL);
`;

/** The log's tables and their columns, as an untrusted file must have them. */
export const LOG_TABLES: Readonly<Record<string, readonly string[]>> = {
  meta: ["plan_id", "format", "created_at", "app_version"],
  person: ["n", "id", "display_name"],
  actor: ["n", "id", "person_n", "created_at"],
  change: ["n", "id", "actor_n", "seq", "hlc", "label", "undoes"],
  op: ["change_n", "i", "entity", "row_id", "field", "value"],
  op_pred: ["change_n", "i", "pred_change_n", "pred_i"],
  merge_log: ["n", "merged_at", "person_n", "other_file", "added_changes", "conflicts"],
};
