import type { Result } from "../result";
import { err, ok } from "../result";
import type { Command, RowEdit } from "./command";
import type { EditError } from "./edit-error";
import type { EntityName, Row } from "./entities";
import { findField, naturalKeyOf } from "./entities";
import type { PlanTables } from "./plan-tables";
import { initialRow } from "./plan-tables";
import { keyCellsOf } from "./row-id";
import { checkRowRules } from "./row-rules";

/** Cells that one op sets. `isDeleted` is the row's tombstone. */
export interface DraftOp {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly cells: Readonly<Record<string, string | number | boolean>>;
  readonly isDeleted?: boolean;
}

/**
 * Turns a command into ops against the current rows, checking every value and
 * every rule of a row first. Cells that already hold the value are left out.
 *
 * Errors: see EditError; nothing is changed by this function in any case.
 */
export function draftOps(tables: PlanTables, command: Command): Result<readonly DraftOp[], EditError> {
  if (command.type === "delete-rows") return draftDeletions(tables, command.rows);
  const edits = command.type === "set-cells" ? command.edits : command.rows;
  const isAdding = command.type !== "set-cells";
  const ops: DraftOp[] = [];
  const touched = new Map<string, { entity: EntityName; row: Row<EntityName> }>();
  for (const edit of edits) {
    const known = tables.findEvenDeleted(edit.entity, edit.rowId);
    const key = `${edit.entity}\n${edit.rowId}`;
    if (isAdding && (known !== undefined || touched.has(key)))
      return err({ type: "row-exists", entity: edit.entity, rowId: edit.rowId });
    if (!isAdding && known === undefined && !canCreate(edit))
      return err({ type: "unknown-row", entity: edit.entity, rowId: edit.rowId });
    for (const [field, value] of Object.entries(edit.cells)) {
      const problem = checkCell(edit, field, value);
      if (problem !== undefined) return err(problem);
    }
    const before = touched.get(key)?.row ?? known ?? initialRow(edit.entity, edit.rowId);
    const isRevived = tables.isDeleted(edit.entity, edit.rowId);
    const changedCells = Object.fromEntries(
      Object.entries(edit.cells).filter(
        ([field, value]) => known === undefined || (before as Record<string, unknown>)[field] !== value,
      ),
    );
    touched.set(key, { entity: edit.entity, row: { ...before, ...edit.cells } as Row<EntityName> });
    if (Object.keys(changedCells).length === 0 && known !== undefined && !isRevived) continue;
    const op = { entity: edit.entity, rowId: edit.rowId, cells: changedCells };
    ops.push(isRevived ? { ...op, isDeleted: false } : op);
  }
  for (const { entity, row } of touched.values()) {
    const problem = checkRowRules(entity, row);
    if (problem !== undefined) return err(problem);
  }
  return ops.length === 0 ? err({ type: "nothing-changed" }) : ok(ops);
}

const canCreate = (edit: RowEdit) =>
  naturalKeyOf(edit.entity) !== undefined && keyCellsOf(edit.entity, edit.rowId) !== undefined;

function draftDeletions(
  tables: PlanTables,
  rows: readonly { entity: EntityName; rowId: string }[],
): Result<readonly DraftOp[], EditError> {
  const ops: DraftOp[] = [];
  for (const { entity, rowId } of rows) {
    if (tables.find(entity, rowId) === undefined) return err({ type: "unknown-row", entity, rowId });
    ops.push({ entity, rowId, cells: {}, isDeleted: true });
  }
  return ok(ops);
}

function checkCell(edit: RowEdit, fieldName: string, value: unknown): EditError | undefined {
  const at = { entity: edit.entity, rowId: edit.rowId, field: fieldName };
  const field = findField(edit.entity, fieldName);
  if (field === undefined) return { type: "unknown-field", ...at };
  if (naturalKeyOf(edit.entity)?.includes(fieldName)) return { type: "key-field", ...at };
  if (field.schema.safeParse(value).success) return undefined;
  if (field.choices !== undefined)
    return { type: "not-a-choice", ...at, choices: field.choices, input: String(value) };
  if (field.minimum === undefined || field.maximum === undefined) return { type: "wrong-kind", ...at };
  if (typeof value !== "number" || !Number.isFinite(value))
    return { type: "not-a-number", ...at, input: String(value) };
  if (value < field.minimum || value > field.maximum)
    return { type: "out-of-range", ...at, minimum: field.minimum, maximum: field.maximum, value };
  return { type: "not-a-number", ...at, input: String(value) };
}
