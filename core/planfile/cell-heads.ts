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

export class CellHeads {
  /** Heads by row, then field. The inner records have no prototype: a field may be called "constructor". */
  readonly #rows = new Map<string, Record<string, OpRef | readonly OpRef[]>>();
  readonly #creations = new Map<string, OpRef>();

  /** Heads of a cell; empty when nobody has ever set it. */
  of(entity: string, rowId: string, field: string): readonly OpRef[] {
    const heads = this.#rows.get(rowKey(entity, rowId))?.[field];
    if (heads === undefined) return [];
    return typeof heads === "number" ? [heads] : heads;
  }

  /** The fields of a row that somebody has set. */
  fieldsOf(entity: string, rowId: string): readonly string[] {
    return Object.keys(this.#rows.get(rowKey(entity, rowId)) ?? {});
  }

  /** The first op that named the row; undefined while the row does not exist. */
  creationOf(entity: string, rowId: string): OpRef | undefined {
    return this.#creations.get(rowKey(entity, rowId));
  }

  /** Records that an op names a row, so that the first one is known as its creation. */
  noteRow(entity: string, rowId: string, op: OpRef): void {
    const key = rowKey(entity, rowId);
    if (!this.#creations.has(key)) this.#creations.set(key, op);
  }

  /** Records an op on a cell; returns the cell's heads after it. */
  replace(
    entity: string,
    rowId: string,
    field: string,
    op: OpRef,
    predecessors: readonly OpRef[],
  ): readonly OpRef[] {
    const key = rowKey(entity, rowId);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = Object.create(null) as Record<string, OpRef | readonly OpRef[]>;
      this.#rows.set(key, row);
    }
    const standing = this.of(entity, rowId, field).filter((ref) => !predecessors.includes(ref));
    row[field] = standing.length === 0 ? op : [...standing, op];
    return standing.length === 0 ? [op] : [...standing, op];
  }
}
