import { findField, isEntityName, naturalKeyOf } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { keyCellsOf } from "../plan/row-id";
import type { NewOp } from "./name-predecessors";

/** A name is said in a line; the whole text is in the row. */
const LONGEST_NAME = 300;

/**
 * A row's name for people, also when it is deleted: its title, else its code; for
 * rows that a key names, what the key names ("T01 · 2027 · City"); notes are called
 * by what they are about; else the id.
 */
export function nameRow(tables: PlanTables, { entity, rowId, cells }: NewOp): string {
  const name = nameOfKey(tables, entity, rowId) ?? nameOfComment(tables, { entity, rowId, cells });
  return shorten(name ?? nameOwn(tables, { entity, rowId, cells }) ?? rowId);
}

/** The first 300 characters of a text. */
export const shorten = (text: string): string =>
  text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;

function nameOwn(tables: PlanTables, { entity, rowId, cells }: NewOp): string | undefined {
  const known = isEntityName(entity) ? tables.findEvenDeleted(entity, rowId) : undefined;
  const { title, code } = { ...known, ...cells } as Readonly<Record<string, unknown>>;
  return [title, code].find((name): name is string => typeof name === "string" && name !== "");
}

function nameOfKey(tables: PlanTables, entity: string, rowId: string): string | undefined {
  if (!isEntityName(entity) || naturalKeyOf(entity) === undefined) return undefined;
  const keys = keyCellsOf(entity, rowId);
  if (keys === undefined) return undefined;
  if (entity === "evidence")
    return nameRow(tables, { entity: String(keys.entity), rowId: String(keys.rowId), cells: {} });
  const parts = Object.entries(keys).map(([field, value]) => {
    const target = findField(entity, field)?.target;
    return target === undefined ? String(value) : nameInShort(tables, target, String(value));
  });
  return parts.join(" · ");
}

/** As a part of another row's name a task is known by its code. */
function nameInShort(tables: PlanTables, entity: string, rowId: string): string {
  const code = entity === "task" ? tables.findEvenDeleted("task", rowId)?.code : undefined;
  return code || nameRow(tables, { entity, rowId, cells: {} });
}

function nameOfComment(tables: PlanTables, { entity, rowId, cells }: NewOp): string | undefined {
  if (entity !== "comment") return undefined;
  const comment = { ...tables.findEvenDeleted("comment", rowId), ...cells };
  const about = { entity: String(comment.entity ?? ""), rowId: String(comment.rowId ?? ""), cells: {} };
  return about.rowId === "" || about.entity === "comment" ? undefined : nameRow(tables, about);
}
