import type { Result } from "../result";
import { err, ok } from "../result";
import type { Command, RowEdit } from "./command";
import type { EditError } from "./edit-error";
import type { CellValue, EntityName, Row } from "./entities";
import { entityNames, fieldEntries, findField, naturalKeyOf } from "./entities";
import { dropStaleEvidence, findEvidenceAbout } from "./evidence-ops";
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
 * every rule of a row first. Cells that already hold the value are left out. With
 * a deleted row go the rows that its id names (a task's amounts, links and needs)
 * and what is noted about where its figures come from. A figure that is set over
 * is the person's own: its source, or its mark as illustrative, goes in the same change.
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
    const isRevived = tables.isDeleted(edit.entity, edit.rowId);
    const isAddedAgain = isAdding && isRevived && naturalKeyOf(edit.entity) !== undefined;
    if (isAdding && ((known !== undefined && !isAddedAgain) || touched.has(key)))
      return err({ type: "row-exists", entity: edit.entity, rowId: edit.rowId });
    if (!isAdding && known === undefined && !canCreate(edit))
      return err({ type: "unknown-row", entity: edit.entity, rowId: edit.rowId });
    for (const [field, value] of Object.entries(edit.cells)) {
      const problem = checkCell(edit, field, value);
      if (problem !== undefined) return err(problem);
    }
    const standing = touched.get(key)?.row ?? known;
    const before = (isAddedAgain ? undefined : standing) ?? initialRow(edit.entity, edit.rowId);
    const typed = isAdding ? edit.cells : claimAmount(edit, before);
    const row = { ...before, ...typed } as Row<EntityName>;
    const cells = isAddedAgain ? openCells(edit.entity, row) : typed;
    const changedCells = Object.fromEntries(
      Object.entries(cells).filter(
        ([field, value]) => known === undefined || (standing as Record<string, unknown>)[field] !== value,
      ),
    );
    touched.set(key, { entity: edit.entity, row });
    if (Object.keys(changedCells).length === 0 && known !== undefined && !isRevived) continue;
    const op = { entity: edit.entity, rowId: edit.rowId, cells: changedCells };
    ops.push(isRevived ? { ...op, isDeleted: false } : op);
  }
  for (const { entity, row } of touched.values()) {
    const problem = checkRowRules(entity, row);
    if (problem !== undefined) return err(problem);
  }
  if (ops.length === 0) return err({ type: "nothing-changed" });
  return ok(isAdding ? ops : [...ops, ...dropStaleEvidence(tables, ops)]);
}

const estimates = ["lowWon", "likelyWon", "highWon"];

/** The cells of an edit; an amount of which an estimate changes is nobody's example any more. */
function claimAmount({ entity, cells }: RowEdit, before: Row<EntityName>): RowEdit["cells"] {
  if (entity !== "budgetLine" || "isIllustrative" in cells) return cells;
  const isChanged = estimates.some(
    (field) => field in cells && cells[field] !== (before as Record<string, unknown>)[field],
  );
  return isChanged ? { ...cells, isIllustrative: false } : cells;
}

/** All cells of a row but those of its key: a row that is added again starts anew. */
const openCells = (entity: EntityName, row: Row<EntityName>): RowEdit["cells"] =>
  Object.fromEntries(
    fieldEntries(entity)
      .filter(([name]) => !naturalKeyOf(entity)?.includes(name))
      .map(([name]) => [name, (row as Record<string, CellValue>)[name] ?? ""]),
  );

const canCreate = (edit: RowEdit) =>
  naturalKeyOf(edit.entity) !== undefined && keyCellsOf(edit.entity, edit.rowId) !== undefined;

function draftDeletions(
  tables: PlanTables,
  rows: readonly { entity: EntityName; rowId: string }[],
): Result<readonly DraftOp[], EditError> {
  const ops = new Map<string, DraftOp>();
  const note = (entity: EntityName, rowId: string) =>
    ops.set(`${entity}\n${rowId}`, { entity, rowId, cells: {}, isDeleted: true });
  for (const { entity, rowId } of rows) {
    if (tables.find(entity, rowId) === undefined) return err({ type: "unknown-row", entity, rowId });
    note(entity, rowId);
  }
  for (const { entity, rowId } of findRowsAbout(tables, rows)) note(entity, rowId);
  for (const { entity, rowId } of findEvidenceAbout(tables, [...ops.values()])) note(entity, rowId);
  return ok([...ops.values()]);
}

/** Rows that are named by one of these, such as a task's amounts: without it they say nothing. */
function findRowsAbout(
  tables: PlanTables,
  rows: readonly { entity: EntityName; rowId: string }[],
): readonly { entity: EntityName; rowId: string }[] {
  const named = new Set(rows.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return entityNames.flatMap((entity) => {
    const keys = (naturalKeyOf(entity) ?? []).flatMap((field) => {
      const target = findField(entity, field)?.target;
      return target === undefined ? [] : [{ field, target }];
    });
    if (!keys.some(({ target }) => rows.some((row) => row.entity === target))) return [];
    return tables
      .all(entity)
      .filter((row) =>
        keys.some(({ field, target }) =>
          named.has(`${target}\n${String((row as Record<string, unknown>)[field])}`),
        ),
      )
      .map(({ id }) => ({ entity, rowId: id }));
  });
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
