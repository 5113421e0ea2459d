import { DELETED_CELL } from "./plan-log";

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

const rowKey = (entity: string, rowId: string) => `${entity}\n${rowId}`;

/** The heads of one row's cells. */
export class RowHeads {
  /** The first op that named the row. */
  readonly creation: OpRef;
  readonly #heads: Record<string, OpRef | readonly OpRef[]> = {};
  /** Ops that named the row without setting a cell: they say no more than that the row is there. */
  #bare: readonly OpRef[] = [];

  constructor(creation: OpRef) {
    this.creation = creation;
  }

  get fields(): readonly string[] {
    return Object.keys(this.#heads);
  }

  /** Whether anybody has ever deleted the row or brought it back. */
  get hasTombstones(): boolean {
    return Object.hasOwn(this.#heads, DELETED_CELL);
  }

  /** Heads of a cell; empty when nobody has ever set it. */
  of(field: string): readonly OpRef[] {
    // A field of a foreign file may be called "constructor".
    const heads = Object.hasOwn(this.#heads, field) ? this.#heads[field] : undefined;
    if (heads === undefined) return [];
    return typeof heads === "number" ? [heads] : heads;
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
    this.#heads[field] = standing.length === 0 ? op : [...standing, op];
    return standing.length === 0;
  }
}

export class CellHeads {
  readonly #rows = new Map<string, RowHeads>();

  /** The heads of a row's cells; undefined while nobody has named the row. */
  row(entity: string, rowId: string): RowHeads | undefined {
    return this.#rows.get(rowKey(entity, rowId));
  }

  /** Every row that anybody has ever named, in the order of the log. */
  *rows(): IterableIterator<{ readonly entity: string; readonly rowId: string; readonly heads: RowHeads }> {
    for (const [key, heads] of this.#rows) {
      const split = key.indexOf("\n");
      yield { entity: key.slice(0, split), rowId: key.slice(split + 1), heads };
    }
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

  /** The heads of a row that an op names; the first op to name it is its creation. */
  noteRow(entity: string, rowId: string, op: OpRef): RowHeads {
    const key = rowKey(entity, rowId);
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = new RowHeads(op);
    this.#rows.set(key, row);
    return row;
  }
}
