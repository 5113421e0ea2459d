/** What a list of rows has become. Between two threads every row costs time, so those that the other side holds are not sent. */
export interface RowChanges<R> {
  /** The rows in their order; null where these are the same as before. */
  readonly ids: readonly string[] | null;
  /** Rows that are new or other than before. */
  readonly changed: readonly R[];
}

/** One end: tells what changed since the last time. Rows are immutable objects, so a row is known by identity. */
export class RowSender<R extends { readonly id: string }> {
  #sent: readonly R[] = [];

  next(rows: readonly R[]): RowChanges<R> {
    const known = new Set(this.#sent);
    const isSameOrder =
      rows.length === this.#sent.length && rows.every(({ id }, index) => id === this.#sent[index]?.id);
    this.#sent = rows;
    return {
      ids: isSameOrder ? null : rows.map(({ id }) => id),
      changed: rows.filter((row) => !known.has(row)),
    };
  }
}

/** The other end: puts the list together again. A row that did not change is the same object as before. */
export class RowReceiver<R extends { readonly id: string }> {
  #rows = new Map<string, R>();

  /** Changes must come in the order in which they were made. */
  merge({ ids, changed }: RowChanges<R>): readonly R[] {
    const latest = new Map(changed.map((row) => [row.id, row]));
    const rows = [...(ids ?? this.#rows.keys())].map((id) => {
      const row = latest.get(id) ?? this.#rows.get(id);
      if (row === undefined) throw new Error(`RowReceiver.merge: row ${id} was never sent`);
      return row;
    });
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    return rows;
  }
}
