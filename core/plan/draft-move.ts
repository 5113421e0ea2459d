import type { Result } from "../result";
import { err, ok } from "../result";
import type { DraftOp } from "./draft-ops";
import type { EditError } from "./edit-error";
import { type EntityName, entities, entityNames, fieldEntries, naturalKeyOf } from "./entities";
import type { PlanTables } from "./plan-tables";
import { evidenceId, keyCellsOf } from "./row-id";

/** A row that is named by what it is about, and what it is to be about instead. */
export interface RowMove {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly toRowId: string;
}

/**
 * The ops that give a row another natural key: the row is deleted and its cells
 * stand under the new name. Evidence, comments and the rows that are a part of
 * it go along. Errors: `unknown-row` where there is no such row or the new name
 * is none of its kind, `row-exists` where another row has it.
 */
export function draftMove(
  tables: PlanTables,
  { entity, rowId, toRowId }: RowMove,
): Result<readonly DraftOp[], EditError> {
  const row = tables.find(entity, rowId) as Readonly<Record<string, string | number | boolean>> | undefined;
  const keys = naturalKeyOf(entity);
  if (row === undefined) return err({ type: "unknown-row", entity, rowId });
  if (rowId === toRowId) return err({ type: "nothing-changed" });
  if (keys === undefined || keyCellsOf(entity, toRowId) === undefined)
    return err({ type: "unknown-row", entity, rowId: toRowId });
  if (tables.find(entity, toRowId) !== undefined) return err({ type: "row-exists", entity, rowId: toRowId });
  const cells = Object.fromEntries(
    fieldEntries(entity)
      .filter(([name]) => !keys.includes(name))
      .map(([name]) => [name, row[name] ?? ""]),
  );
  return ok([
    makeRow(tables, entity, toRowId, cells),
    { entity, rowId, cells: {}, isDeleted: true },
    ...moveEvidence(tables, { entity, rowId, toRowId }),
    ...moveComments(tables, { entity, rowId, toRowId }),
    ...moveParts(tables, { entity, rowId, toRowId }),
  ]);
}

function makeRow(tables: PlanTables, entity: EntityName, rowId: string, cells: DraftOp["cells"]): DraftOp {
  const op = { entity, rowId, cells };
  return tables.isDeleted(entity, rowId) ? { ...op, isDeleted: false } : op;
}

const moveEvidence = (tables: PlanTables, { entity, rowId, toRowId }: RowMove): DraftOp[] =>
  tables
    .all("evidence")
    .filter((row) => row.entity === entity && row.rowId === rowId)
    .flatMap(({ id, field, kind, note, url }): DraftOp[] => [
      makeRow(tables, "evidence", evidenceId(entity, field, toRowId), { kind, note, url }),
      { entity: "evidence", rowId: id, cells: {}, isDeleted: true },
    ]);

const moveComments = (tables: PlanTables, { entity, rowId, toRowId }: RowMove): DraftOp[] =>
  tables
    .all("comment")
    .filter((row) => row.entity === entity && row.rowId === rowId)
    .map(({ id }) => ({ entity: "comment", rowId: id, cells: { rowId: toRowId } }));

/** Rows that have this one as their owner, such as an amount's cost lines. */
const moveParts = (tables: PlanTables, { entity, rowId, toRowId }: RowMove): DraftOp[] =>
  entityNames.flatMap((part): DraftOp[] => {
    const { owner } = entities[part] as { readonly owner?: string };
    const target = fieldEntries(part).find(([name]) => name === owner)?.[1].target;
    if (owner === undefined || target !== entity) return [];
    return tables
      .all(part)
      .filter((row) => (row as Readonly<Record<string, unknown>>)[owner] === rowId)
      .map(({ id }) => ({ entity: part, rowId: id, cells: { [owner]: toRowId } }));
  });
