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

const rowKey = (entity: string, rowId: string) => `${entity}\n${rowId}`;

/** The heads of one row's cells. */
class RowHeads {
  /** The first op that named the row. */
  readonly creation: OpRef;
  readonly #heads: Record<string, OpRef | readonly OpRef[]> = {};

  constructor(creation: OpRef) {
    this.creation = creation;
  }

  get fields(): readonly string[] {
    return Object.keys(this.#heads);
  }

  /** Heads of a cell; empty when nobody has ever set it. */
  of(field: string): readonly OpRef[] {
    // A field of a foreign file may be called "constructor".
    const heads = Object.hasOwn(this.#heads, field) ? this.#heads[field] : undefined;
    if (heads === undefined) return [];
    return typeof heads === "number" ? [heads] : heads;
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

  /** Heads of a cell; empty when nobody has ever set it. */
  of(entity: string, rowId: string, field: string): readonly OpRef[] {
    return this.#rows.get(rowKey(entity, rowId))?.of(field) ?? [];
  }

  /** The fields of a row that somebody has set. */
  fieldsOf(entity: string, rowId: string): readonly string[] {
    return this.#rows.get(rowKey(entity, rowId))?.fields ?? [];
  }

  /** The first op that named the row; undefined while the row does not exist. */
  creationOf(entity: string, rowId: string): OpRef | undefined {
    return this.#rows.get(rowKey(entity, rowId))?.creation;
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
