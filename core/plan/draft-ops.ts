import type { Result } from "../result";
import { err, ok } from "../result";
import type { RowCommand, RowEdit } from "./command";
import { editAmountsOfCostLines } from "./cost-lines";
import { draftDelays } from "./draft-delays";
import { draftMove } from "./draft-move";
import type { EditError } from "./edit-error";
import type { CellValue, EntityName, Row } from "./entities";
import { entityNames, fieldEntries, findField, fixedFieldsOf, naturalKeyOf } from "./entities";
import { clearMarksOfCited, dropStaleEvidence, findEvidenceAbout } from "./evidence-ops";
import { findNewCircle } from "./find-new-circle";
import type { PlanTables } from "./plan-tables";
import { initialRow } from "./plan-tables";
import { keyCellsOf } from "./row-id";
import { findBrokenRules } from "./row-rules";

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
 * A source that is cited for an amount takes that mark away too.
 * An amount follows its cost lines when those change, in the same change too.
 * Tasks that would wait for each other in a circle are refused.
 *
 * Errors: see EditError; nothing is changed by this function in any case.
 */
export function draftOps(tables: PlanTables, command: RowCommand): Result<readonly DraftOp[], EditError> {
  const drafted = draftCommand(tables, command);
  if (!drafted.ok) return drafted;
  const circle = findNewCircle(tables, drafted.value);
  return circle === undefined ? drafted : err(circle);
}

function draftCommand(tables: PlanTables, command: RowCommand): Result<readonly DraftOp[], EditError> {
  if (command.type === "delete-rows") return draftDeletions(tables, command.rows);
  if (command.type === "replace-rows") return draftReplacement(tables, command.deleted, command.rows, true);
  if (command.type === "move-row") return draftMove(tables, command);
  if (command.type === "delay-tasks") return draftDelays(tables, command.tasks);
  const deleted = command.type === "set-cells" ? (command.deleted ?? []) : [];
  const edits = command.type === "set-cells" ? command.edits : command.rows;
  if (deleted.length > 0) return draftReplacement(tables, deleted, edits, false);
  const isAdding = command.type !== "set-cells";
  const drafted = draftEdits(tables, [
    ...edits.map((edit) => ({ edit, isAdding })),
    ...(command.type === "start-plan" ? [] : editAmountsOfCostLines(tables, edits)).map((edit) => ({
      edit,
      isAdding: false,
    })),
  ]);
  if (!drafted.ok) return drafted;
  if (drafted.value.length === 0) return err({ type: "nothing-changed" });
  return command.type === "start-plan"
    ? drafted
    : ok([
        ...drafted.value,
        ...dropStaleEvidence(tables, drafted.value),
        ...clearMarksOfCited(tables, drafted.value),
      ]);
}

/** One op an edit. An edit that adds must not meet a row; several edits of a row build on each other. */
function draftEdits(
  tables: PlanTables,
  edits: readonly { readonly edit: RowEdit; readonly isAdding: boolean }[],
): Result<readonly DraftOp[], EditError> {
  const ops: DraftOp[] = [];
  const touched = new Map<string, { entity: EntityName; row: Row<EntityName> }>();
  for (const { edit, isAdding } of edits) {
    const known = tables.findEvenDeleted(edit.entity, edit.rowId);
    const key = `${edit.entity}\n${edit.rowId}`;
    const standing = touched.get(key)?.row ?? known;
    const isRevived = tables.isDeleted(edit.entity, edit.rowId);
    const isAddedAgain = isAdding && isRevived && naturalKeyOf(edit.entity) !== undefined;
    if (isAdding && ((known !== undefined && !isAddedAgain) || touched.has(key)))
      return err({ type: "row-exists", entity: edit.entity, rowId: edit.rowId });
    if (!isAdding && standing === undefined && !canCreate(edit))
      return err({ type: "unknown-row", entity: edit.entity, rowId: edit.rowId });
    for (const [field, value] of Object.entries(edit.cells)) {
      const problem = checkCell(edit, field, value, isAdding);
      if (problem !== undefined) return err(problem);
    }
    const before = (isAddedAgain ? undefined : standing) ?? initialRow(edit.entity, edit.rowId);
    const typed = isAdding ? edit.cells : claimAmount(edit, before);
    const row = { ...before, ...typed } as Row<EntityName>;
    const cells = isAddedAgain ? openCells(edit.entity, row) : typed;
    const changedCells = Object.fromEntries(
      Object.entries(cells).filter(
        ([field, value]) => standing === undefined || (standing as Record<string, unknown>)[field] !== value,
      ),
    );
    touched.set(key, { entity: edit.entity, row });
    if (Object.keys(changedCells).length === 0 && known !== undefined && !isRevived) continue;
    const op = { entity: edit.entity, rowId: edit.rowId, cells: changedCells };
    ops.push(isRevived ? { ...op, isDeleted: false } : op);
  }
  for (const { entity, row } of touched.values()) {
    const problem = findNewlyBroken(tables, entity, row);
    if (problem !== undefined) return err(problem);
  }
  return ok(ops);
}

/** A rule that a merge broke must not stand in the way of editing other cells of the row. */
function findNewlyBroken(
  tables: PlanTables,
  entity: EntityName,
  row: Row<EntityName>,
): EditError | undefined {
  const broken = findBrokenRules(entity, row);
  if (broken.length === 0) return undefined;
  const before = tables.find(entity, row.id);
  const known = new Set(before === undefined ? [] : findBrokenRules(entity, before).map(nameRule));
  return broken.find((error) => !known.has(nameRule(error)));
}

/** Which of its cells one would begin with makes no rule another. */
const nameRule = (error: EditError) => JSON.stringify({ ...error, field: undefined });

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

/** Rows that come, or cells that are set, while others go; amounts follow the cost lines that are left. */
function draftReplacement(
  tables: PlanTables,
  deleted: readonly RowName[],
  rows: readonly RowEdit[],
  isAdding: boolean,
): Result<readonly DraftOp[], EditError> {
  const gone = nameDeletions(tables, deleted);
  if (!gone.ok) return gone;
  const isGone = ({ entity, rowId }: RowName) => gone.value.has(`${entity}\n${rowId}`);
  const lost = rows.find(isGone);
  if (lost !== undefined) return err({ type: "unknown-row", entity: lost.entity, rowId: lost.rowId });
  const lineIds = [...gone.value.values()]
    .filter(({ entity }) => entity === "costLine")
    .map(({ rowId }) => rowId);
  const drafted = draftEdits(tables, [
    ...rows.map((edit) => ({ edit, isAdding: isAdding && naturalKeyOf(edit.entity) === undefined })),
    ...editAmountsOfCostLines(tables, rows, new Set(lineIds))
      .filter((edit) => !isGone(edit))
      .map((edit) => ({ edit, isAdding: false })),
  ]);
  if (!drafted.ok) return drafted;
  const others = [...dropStaleEvidence(tables, drafted.value), ...clearMarksOfCited(tables, drafted.value)];
  return ok([...gone.value.values(), ...drafted.value, ...others.filter((op) => !isGone(op))]);
}

function draftDeletions(tables: PlanTables, rows: readonly RowName[]): Result<readonly DraftOp[], EditError> {
  const named = nameDeletions(tables, rows);
  if (!named.ok) return named;
  const ops = named.value;
  const lineIds = [...ops.values()].filter(({ entity }) => entity === "costLine").map(({ rowId }) => rowId);
  const amounts = draftEdits(
    tables,
    editAmountsOfCostLines(tables, [], new Set(lineIds))
      .filter(({ entity, rowId }) => !ops.has(`${entity}\n${rowId}`))
      .map((edit) => ({ edit, isAdding: false })),
  );
  if (!amounts.ok) return amounts;
  const stale = dropStaleEvidence(tables, amounts.value);
  return ok([...ops.values(), ...amounts.value, ...stale.filter((op) => !ops.has(`evidence\n${op.rowId}`))]);
}

/** The deletions of rows and of what says something about them, by entity and row. */
function nameDeletions(
  tables: PlanTables,
  rows: readonly RowName[],
): Result<ReadonlyMap<string, DraftOp>, EditError> {
  const ops = new Map<string, DraftOp>();
  const note = (entity: EntityName, rowId: string) =>
    ops.set(`${entity}\n${rowId}`, { entity, rowId, cells: {}, isDeleted: true });
  for (const { entity, rowId } of rows) {
    if (tables.find(entity, rowId) === undefined) return err({ type: "unknown-row", entity, rowId });
    note(entity, rowId);
  }
  for (const { entity, rowId } of findRowsAbout(tables, rows)) note(entity, rowId);
  for (const { entity, rowId } of findEvidenceAbout(tables, [...ops.values()])) note(entity, rowId);
  return ok(ops);
}

interface RowName {
  readonly entity: EntityName;
  readonly rowId: string;
}

/** Rows that say something about one of these, such as a task's amounts and their cost lines: without it they say nothing. */
function findRowsAbout(tables: PlanTables, rows: readonly RowName[]): readonly RowName[] {
  const found: RowName[] = [];
  for (let next = rows; next.length > 0; ) {
    next = findRowsNaming(tables, next);
    found.push(...next);
  }
  return found;
}

/** What rows are about leads from part to whole and never back, so that following it ends. */
function findRowsNaming(tables: PlanTables, rows: readonly RowName[]): readonly RowName[] {
  const named = new Set(rows.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  const kinds = new Set(rows.map(({ entity }) => entity));
  return entityNames.flatMap((entity) => {
    const links = fixedFieldsOf(entity).flatMap((field) => {
      const target = findField(entity, field)?.target;
      return target !== undefined && kinds.has(target as EntityName) ? [{ field, target }] : [];
    });
    if (links.length === 0) return [];
    return tables
      .all(entity)
      .filter((row) =>
        links.some(({ field, target }) =>
          named.has(`${target}\n${String((row as Record<string, unknown>)[field])}`),
        ),
      )
      .map(({ id }) => ({ entity, rowId: id }));
  });
}

function checkCell(
  edit: RowEdit,
  fieldName: string,
  value: unknown,
  isAdding: boolean,
): EditError | undefined {
  const at = { entity: edit.entity, rowId: edit.rowId, field: fieldName };
  const field = findField(edit.entity, fieldName);
  if (field === undefined) return { type: "unknown-field", ...at };
  const fixed = isAdding ? (naturalKeyOf(edit.entity) ?? []) : fixedFieldsOf(edit.entity);
  if (fixed.includes(fieldName)) return { type: "key-field", ...at };
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
