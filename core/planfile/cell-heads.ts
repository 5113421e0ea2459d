import { type CellJson, DELETED_CELL } from "./plan-log";

/**
 * For each cell of the plan the ops that nobody has replaced yet: its heads.
 * One head is the normal state; several with different values are a conflict.
 *
 * An op's place (change number, index) is packed into one integer, so that
 * 100,000 rows with their heads stay small.
 */
export type OpRef = number;

const OPS_PER_CHANGE = 2 ** 20;

export const packOpRef = (changeNumber: number, index: number): OpRef =>
  changeNumber * OPS_PER_CHANGE + index;

export const unpackOpRef = (ref: OpRef): readonly [changeNumber: number, index: number] => [
  Math.floor(ref / OPS_PER_CHANGE),
  ref % OPS_PER_CHANGE,
];

/** A cell by the names of its entity, row and field. */
export interface CellName {
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
}

export const cellKey = ({ entity, rowId, field }: CellName): string => `${entity}\n${rowId}\n${field}`;

const NO_OPS: readonly OpRef[] = [];

/** The heads of one row's cells; those that still are as the row was created take no place of their own. */
export class RowHeads {
  /** The first op that named the row. */
  readonly creation: OpRef;
  readonly #created: Readonly<Record<string, CellJson>>;
  #later: Map<string, readonly OpRef[]> | null = null;
  /** Ops that named the row without setting a cell: they say no more than that the row is there. */
  #bare = NO_OPS;

  /** @param created the cells of the op that creates the row */
  constructor(creation: OpRef, created: Readonly<Record<string, CellJson>>) {
    this.creation = creation;
    this.#created = created;
  }

  get fields(): readonly string[] {
    const created = Object.keys(this.#created);
    return this.#later === null ? created : [...new Set([...created, ...this.#later.keys()])];
  }

  /** Whether anybody has ever deleted the row or brought it back. */
  get hasTombstones(): boolean {
    return this.#later?.has(DELETED_CELL) === true || Object.hasOwn(this.#created, DELETED_CELL);
  }

  /** Heads of a cell; empty when nobody has ever set it. */
  of(field: string): readonly OpRef[] {
    const later = this.#later?.get(field);
    if (later !== undefined) return later;
    // A field of a foreign file may be called "constructor".
    return Object.hasOwn(this.#created, field) ? [this.creation] : NO_OPS;
  }

  /** The heads of all cells, each op once: what somebody who sees the row has seen. */
  all(): readonly OpRef[] {
    return [...new Set([...this.#bare, ...this.fields.flatMap((field) => this.of(field))])];
  }

  noteBare(op: OpRef): void {
    this.#bare = [...this.#bare, op];
  }

  /** Records an op on a cell; true when it is now the only head. */
  replace(field: string, op: OpRef, predecessors: readonly OpRef[]): boolean {
    const standing = this.of(field).filter((ref) => !predecessors.includes(ref));
    this.#later ??= new Map();
    this.#later.set(field, standing.length === 0 ? [op] : [...standing, op]);
    return standing.length === 0;
  }
}

export class CellHeads {
  readonly #rowsOf = new Map<string, Map<string, RowHeads>>();

  /** The heads of a row's cells; undefined while nobody has named the row. */
  row(entity: string, rowId: string): RowHeads | undefined {
    return this.#rowsOf.get(entity)?.get(rowId);
  }

  /** Every row that anybody has ever named: entity by entity, both in the order of the log. */
  *rows(): IterableIterator<{ readonly entity: string; readonly rowId: string; readonly heads: RowHeads }> {
    for (const [entity, rows] of this.#rowsOf)
      for (const [rowId, heads] of rows) yield { entity, rowId, heads };
  }

  /** Heads of a cell; empty when nobody has ever set it. */
  of(entity: string, rowId: string, field: string): readonly OpRef[] {
    return this.row(entity, rowId)?.of(field) ?? [];
  }

  /** The fields of a row that somebody has set. */
  fieldsOf(entity: string, rowId: string): readonly string[] {
    return this.row(entity, rowId)?.fields ?? [];
  }

  /** The first op that named the row; undefined while the row does not exist. */
  creationOf(entity: string, rowId: string): OpRef | undefined {
    return this.row(entity, rowId)?.creation;
  }

  /** Takes up a row that nobody has named so far. */
  create(
    entity: string,
    rowId: string,
    creation: OpRef,
    cells: Readonly<Record<string, CellJson>>,
  ): RowHeads {
    const row = new RowHeads(creation, cells);
    const rows = this.#rowsOf.get(entity);
    if (rows === undefined) this.#rowsOf.set(entity, new Map([[rowId, row]]));
    else rows.set(rowId, row);
    return row;
  }
}
