import type { Cells, CellValue, EntityName, Row } from "./entities";
import { entityNames, fieldEntries, findField } from "./entities";
import { type ReplacedRow, RowChanges } from "./row-changes";
import { keyCellsOf } from "./row-id";
import { RowList } from "./row-list";

/** A cell whose stored value does not fit its field; the field's initial value stands in. */
export interface MisfitCell {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly field: string;
}

/**
 * The current rows of a plan, by entity and id. Rows are immutable objects that
 * are replaced; deleted rows are kept aside so that they can come back.
 */
export class PlanTables {
  readonly #rows = new Map<EntityName, Map<string, Row<EntityName>>>();
  readonly #deleted = new Map<EntityName, Map<string, Row<EntityName>>>();
  readonly #misfits = new Map<string, MisfitCell>();
  /** Lists made for readers. They follow rows that are replaced; when rows come, go or move they are made anew. */
  readonly #all = new Map<EntityName, RowList<Row<EntityName>>>();
  readonly #ordered = new Map<EntityName, RowList<Row<EntityName>>>();

  readonly #changes = new Map<EntityName, RowChanges<Row<EntityName>>>();

  constructor() {
    for (const entity of entityNames) {
      this.#rows.set(entity, new Map());
      this.#deleted.set(entity, new Map());
      this.#changes.set(entity, new RowChanges());
    }
  }

  /** The row with this id, unless it is missing or deleted. */
  find<E extends EntityName>(entity: E, rowId: string): Row<E> | undefined {
    return this.#rows.get(entity)?.get(rowId) as Row<E> | undefined;
  }

  /** The row with this id, deleted or not. */
  findEvenDeleted<E extends EntityName>(entity: E, rowId: string): Row<E> | undefined {
    return this.find(entity, rowId) ?? (this.#deleted.get(entity)?.get(rowId) as Row<E> | undefined);
  }

  isDeleted(entity: EntityName, rowId: string): boolean {
    return this.#deleted.get(entity)?.has(rowId) ?? false;
  }

  /** All rows that are not deleted, in the order in which they were created. The same list until one of them changes. */
  all<E extends EntityName>(entity: E): readonly Row<E>[] {
    let list = this.#all.get(entity);
    if (list === undefined) {
      list = new RowList([...(this.#rows.get(entity)?.values() ?? [])]);
      this.#all.set(entity, list);
    }
    return list.read() as unknown as readonly Row<E>[];
  }

  /** All rows in the order of their `position`, then id; for entities that people can sort. The same list until one of them changes. */
  ordered<E extends EntityName>(entity: E): readonly Row<E>[] {
    let list = this.#ordered.get(entity);
    if (list === undefined) {
      list = new RowList(this.#sort(entity) as unknown as readonly Row<EntityName>[]);
      this.#ordered.set(entity, list);
    }
    return list.read() as unknown as readonly Row<E>[];
  }

  #sort<E extends EntityName>(entity: E): readonly Row<E>[] {
    return [...this.all(entity)].sort((a, b) => {
      const [first, second] = [positionOf(a), positionOf(b)];
      if (first !== second) return first < second ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    });
  }

  /**
   * What was put in the place of what since a reader saw all rows of an entity,
   * with the mark to ask with next time; null for `replaced` when the reader has
   * to read them all again. A reader that has seen none asks with −1.
   */
  replacedSince<E extends EntityName>(
    entity: E,
    mark: number,
  ): { readonly mark: number; readonly replaced: readonly ReplacedRow<Row<E>>[] | null } {
    const changes = this.#changes.get(entity);
    if (changes === undefined) throw new Error(`PlanTables: no entity ${entity}`);
    const replaced = changes.since(mark) as unknown as readonly ReplacedRow<Row<E>>[] | null;
    return { mark: changes.mark, replaced };
  }

  get misfitCells(): readonly MisfitCell[] {
    return [...this.#misfits.values()];
  }

  /**
   * Sets cells of a row, creating it with initial values where it does not
   * exist. Values that do not fit their field are replaced by its initial value
   * and listed in `misfitCells`; unknown fields are passed over.
   */
  setCells(entity: EntityName, rowId: string, cells: Readonly<Record<string, unknown>>): Row<EntityName> {
    const home = this.#homeOf(entity, rowId);
    const current = home.get(rowId);
    const next: Record<string, unknown> = current === undefined ? initialRow(entity, rowId) : { ...current };
    for (const fieldName of Object.keys(cells)) {
      const field = findField(entity, fieldName);
      if (field === undefined) continue;
      const value = cells[fieldName];
      const fits = field.accepts(value);
      if (fits && this.#misfits.size === 0) {
        next[fieldName] = value;
        continue;
      }
      const misfitKey = `${entity}\n${rowId}\n${fieldName}`;
      if (fits) {
        next[fieldName] = value;
        this.#misfits.delete(misfitKey);
      } else {
        next[fieldName] = field.initial;
        this.#misfits.set(misfitKey, { entity, rowId, field: fieldName });
      }
    }
    const row = next as Row<EntityName>;
    home.set(rowId, row);
    if (home !== this.#rows.get(entity)) return row;
    if (current === undefined) this.#forgetLists(entity);
    else this.#noteReplaced(entity, current, row);
    return row;
  }

  #noteReplaced(entity: EntityName, before: Row<EntityName>, row: Row<EntityName>): void {
    this.#changes.get(entity)?.noteReplaced(before, row);
    this.#all.get(entity)?.replace(before, row);
    if (positionOf(before) === positionOf(row)) this.#ordered.get(entity)?.replace(before, row);
    else this.#ordered.delete(entity);
  }

  /** Where a row is kept: among the deleted ones, or among those that are there or are to be made. */
  #homeOf(entity: EntityName, rowId: string): Map<string, Row<EntityName>> {
    const deleted = this.#deleted.get(entity);
    const home = deleted?.has(rowId) ? deleted : this.#rows.get(entity);
    if (home === undefined) throw new Error(`PlanTables: no entity ${entity}`);
    return home;
  }

  setDeleted(entity: EntityName, rowId: string, isDeleted: boolean): void {
    const [from, to] = isDeleted ? [this.#rows, this.#deleted] : [this.#deleted, this.#rows];
    const row = from.get(entity)?.get(rowId);
    if (row === undefined) return;
    from.get(entity)?.delete(rowId);
    to.get(entity)?.set(rowId, row);
    this.#forgetLists(entity);
  }

  #forgetLists(entity: EntityName): void {
    this.#all.delete(entity);
    this.#ordered.delete(entity);
    this.#changes.get(entity)?.noteOther();
  }
}

/** Where people put the row; empty for entities that are not sorted. */
const positionOf = (row: object): string => String((row as { readonly position?: unknown }).position ?? "");

/** Copying a whole row and setting its id is several times quicker than putting one together. */
const initialRows = Object.fromEntries(
  entityNames.map((entity) => [
    entity,
    { id: "", ...Object.fromEntries(fieldEntries(entity).map(([name, field]) => [name, field.initial])) },
  ]),
);

/** A row whose cells hold their initial values, with the key cells that its id stands for. */
export function initialRow<E extends EntityName>(entity: E, rowId: string): Row<E> {
  const row = { ...initialRows[entity], id: rowId };
  return Object.assign(row, keyCellsOf(entity, rowId)) as unknown as Row<E>;
}

/** Cells of a new row, checked by the compiler. */
export const cellsOf = <E extends EntityName>(_entity: E, cells: Partial<Cells<E>>) =>
  cells as Readonly<Record<string, CellValue>>;
