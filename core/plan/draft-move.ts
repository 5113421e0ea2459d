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
export function draftMove(tables: PlanTables, move: RowMove): Result<readonly DraftOp[], EditError> {
  const { entity, rowId, toRowId } = move;
  if (tables.find(entity, rowId) === undefined) return err({ type: "unknown-row", entity, rowId });
  return rowId === toRowId ? err({ type: "nothing-changed" }) : draftMoves(tables, [move]);
}

/**
 * The same for several rows at once, which may take each other's names: a year's
 * amount moves to the next, whose own moves on. Errors: as `draftMove`.
 */
export function draftMoves(
  tables: PlanTables,
  moves: readonly RowMove[],
): Result<readonly DraftOp[], EditError> {
  const left = new Set(moves.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  const taken = new Set<string>();
  const made: DraftOp[] = [];
  for (const { entity, rowId, toRowId } of moves) {
    const row = tables.find(entity, rowId) as Readonly<Record<string, string | number | boolean>> | undefined;
    const keys = naturalKeyOf(entity);
    if (row === undefined) return err({ type: "unknown-row", entity, rowId });
    if (keys === undefined || keyCellsOf(entity, toRowId) === undefined)
      return err({ type: "unknown-row", entity, rowId: toRowId });
    const to = `${entity}\n${toRowId}`;
    if (taken.has(to) || (tables.find(entity, toRowId) !== undefined && !left.has(to)))
      return err({ type: "row-exists", entity, rowId: toRowId });
    taken.add(to);
    const cells = Object.fromEntries(
      fieldEntries(entity)
        .filter(([name]) => !keys.includes(name))
        .map(([name]) => [name, row[name] ?? ""]),
    );
    const op = makeRow(tables, entity, toRowId, leaveOutSame(tables, entity, toRowId, cells));
    if (op.isDeleted === false || Object.keys(op.cells).length > 0 || !left.has(to)) made.push(op);
  }
  const gone = moves.filter(({ entity, rowId }) => !taken.has(`${entity}\n${rowId}`));
  return ok([
    ...made,
    ...gone.map(({ entity, rowId }): DraftOp => ({ entity, rowId, cells: {}, isDeleted: true })),
    ...moveEvidence(tables, moves),
    ...moves.flatMap((move) => [...moveComments(tables, move), ...moveParts(tables, move)]),
  ]);
}

/** Of a row that stands under the new name, and is moved on itself, only the cells that differ. */
function leaveOutSame(
  tables: PlanTables,
  entity: EntityName,
  rowId: string,
  cells: DraftOp["cells"],
): DraftOp["cells"] {
  const standing = tables.find(entity, rowId) as Readonly<Record<string, unknown>> | undefined;
  if (standing === undefined) return cells;
  return Object.fromEntries(Object.entries(cells).filter(([name, value]) => standing[name] !== value));
}

function makeRow(tables: PlanTables, entity: EntityName, rowId: string, cells: DraftOp["cells"]): DraftOp {
  const op = { entity, rowId, cells };
  return tables.isDeleted(entity, rowId) ? { ...op, isDeleted: false } : op;
}

function moveEvidence(tables: PlanTables, moves: readonly RowMove[]): DraftOp[] {
  const targets = new Map(moves.map(({ entity, rowId, toRowId }) => [`${entity}\n${rowId}`, toRowId]));
  const moved = tables.all("evidence").flatMap((row) => {
    const toRowId = targets.get(`${row.entity}\n${row.rowId}`);
    return toRowId === undefined
      ? []
      : [{ row, newId: evidenceId(row.entity as EntityName, row.field, toRowId) }];
  });
  const taken = new Set(moved.map(({ newId }) => newId));
  return [
    ...moved.map(({ row: { kind, note, url }, newId }) =>
      makeRow(tables, "evidence", newId, { kind, note, url }),
    ),
    ...moved
      .filter(({ row }) => !taken.has(row.id))
      .map(({ row }): DraftOp => ({ entity: "evidence", rowId: row.id, cells: {}, isDeleted: true })),
  ];
}

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
