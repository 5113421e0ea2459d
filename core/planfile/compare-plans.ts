import type { CellValue, EntityName, Row } from "../plan/entities";
import { entities, entityNames, fieldEntries, findField, isEntityName, naturalKeyOf } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { keyCellsOf, naturalRowId } from "../plan/row-id";
import { nameRow } from "./name-row";

/** A cell that differs; null where the row is not there. */
export interface CellDifference {
  readonly field: string;
  readonly from: CellValue | null;
  readonly to: CellValue | null;
}

/** A row that two plans, or two versions of one, do not share or hold with different values. */
export interface RowDifference {
  readonly kind: "added" | "deleted" | "changed";
  readonly entity: EntityName;
  /** In the plan that has the row; for a changed row in the first. */
  readonly rowId: string;
  /** The row in the second plan, where that knows it under another id. */
  readonly otherRowId: string;
  /** Title or code for people. */
  readonly name: string;
  readonly cells: readonly CellDifference[];
}

/**
 * Two plans, or two versions of one, cell by cell: what has to be done to `before`
 * to make it `after`. Rows are the same if their ids are; between different
 * plans (`matchesByCode`) rows whose ids are unknown to the other side are
 * matched by their code, or by title where the kind of row has no code, as long as each side has it once;
 * amounts and other rows that are named by what they are about follow.
 * Deleted rows count as absent. O(cells).
 */
export function comparePlans(
  before: PlanTables,
  after: PlanTables,
  matchesByCode = false,
): readonly RowDifference[] {
  const twins = matchesByCode ? matchRows(before, after) : new Map<string, string>();
  const idInBefore: FindTwin = (entity, rowId) => translateId(entity, rowId, twins);
  return entityNames.flatMap((entity) => compareEntity(entity, before, after, idInBefore));
}

type FindTwin = (entity: string, rowId: string) => string;

function compareEntity(
  entity: EntityName,
  before: PlanTables,
  after: PlanTables,
  idInBefore: FindTwin,
): RowDifference[] {
  const differences: RowDifference[] = [];
  const inAfter = new Map<string, Row<EntityName>>();
  for (const row of after.ordered(entity)) inAfter.set(idInBefore(entity, row.id), row);
  for (const row of before.ordered(entity)) {
    const other = inAfter.get(row.id);
    if (other === undefined) differences.push(describeRow("deleted", entity, row, before));
    else if (other !== row) {
      const cells = compareCells(entity, row, other, idInBefore);
      const name = nameRow(after, { entity, rowId: other.id, cells: {} });
      if (cells.length > 0)
        differences.push({ kind: "changed", entity, rowId: row.id, otherRowId: other.id, name, cells });
    }
  }
  for (const [rowId, row] of inAfter)
    if (before.find(entity, rowId) === undefined) differences.push(describeRow("added", entity, row, after));
  return differences;
}

function describeRow(
  kind: "added" | "deleted",
  entity: EntityName,
  row: Row<EntityName>,
  tables: PlanTables,
): RowDifference {
  const keys = naturalKeyOf(entity) ?? [];
  const cells = fieldEntries(entity)
    .filter(([field]) => !keys.includes(field))
    .map(([field]) => {
      const value = readCell(row, field);
      return kind === "added" ? { field, from: null, to: value } : { field, from: value, to: null };
    });
  const name = nameRow(tables, { entity, rowId: row.id, cells: {} });
  return { kind, entity, rowId: row.id, otherRowId: row.id, name, cells };
}

function compareCells(
  entity: EntityName,
  row: Row<EntityName>,
  other: Row<EntityName>,
  idInBefore: FindTwin,
): CellDifference[] {
  const keys = naturalKeyOf(entity) ?? [];
  const differences: CellDifference[] = [];
  for (const [field, { target }] of fieldEntries(entity)) {
    const [from, to] = [readCell(row, field), readCell(other, field)];
    if (from === to || keys.includes(field)) continue;
    if (target === undefined || typeof to !== "string" || idInBefore(target, to) !== from)
      differences.push({ field, from, to });
  }
  return differences;
}

const readCell = (row: Row<EntityName>, field: string): CellValue =>
  (row as unknown as Readonly<Record<string, CellValue>>)[field] ?? "";

/** The id that a row of the second plan has, or would have, in the first. */
function translateId(entity: string, rowId: string, twins: ReadonlyMap<string, string>): string {
  if (!isEntityName(entity) || twins.size === 0) return rowId;
  if (naturalKeyOf(entity) === undefined) return twins.get(`${entity}\n${rowId}`) ?? rowId;
  const key = keyCellsOf(entity, rowId);
  if (key === undefined) return rowId;
  const about = entity === "evidence" ? String(key.entity) : undefined;
  const parts = Object.entries(key).map(([field, value]) => {
    const target = field === "rowId" ? about : findField(entity, field)?.target;
    return target === undefined ? value : translateId(target, String(value), twins);
  });
  return naturalRowId(...parts);
}

/** For rows of the second plan whose id the first does not know: the row there with the same code or title. */
function matchRows(before: PlanTables, after: PlanTables): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  for (const entity of entityNames) {
    const naming = ["code", "title"].find((field) => findField(entity, field) !== undefined);
    if (naming === undefined || naturalKeyOf(entity) !== undefined) continue;
    const { owner } = entities[entity] as { readonly owner?: string };
    const nameInBefore = (row: Row<EntityName>, isInAfter: boolean) => {
      const name = String(readCell(row, naming)).trim();
      if (name === "" || owner === undefined) return name;
      // What is a part of another row has its name there only.
      const target = findField(entity, owner)?.target ?? "";
      const ownerId = String(readCell(row, owner));
      return `${isInAfter ? translateId(target, ownerId, twins) : ownerId}\n${name}`;
    };
    const unknownToAfter = groupByName(
      before.all(entity).filter(({ id }) => after.find(entity, id) === undefined),
      (row) => nameInBefore(row, false),
    );
    const unknownToBefore = groupByName(
      after.all(entity).filter(({ id }) => before.find(entity, id) === undefined),
      (row) => nameInBefore(row, true),
    );
    for (const [name, ids] of unknownToBefore) {
      const [twin, ...others] = unknownToAfter.get(name) ?? [];
      const [rowId] = ids;
      if (twin !== undefined && rowId !== undefined && others.length === 0 && ids.length === 1)
        twins.set(`${entity}\n${rowId}`, twin);
    }
  }
  return twins;
}

function groupByName(
  rows: readonly Row<EntityName>[],
  nameOf: (row: Row<EntityName>) => string,
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== "") ids.set(name, [...(ids.get(name) ?? []), row.id]);
  }
  return ids;
}
