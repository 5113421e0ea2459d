/** Fewer rows than this are looked for one by one. */
const FEW = 8;

/**
 * A list of rows for readers: the same object until a row changes. Where rows
 * are only replaced, the next list is a copy with those in their places; of a
 * hundred thousand rows an edit changes one.
 */
export class RowList<R> {
  #rows: readonly R[];
  /** Rows that are to come into the list, each with the one that it has in its place. */
  readonly #replaced = new Map<R, R>();

  constructor(rows: readonly R[]) {
    this.#rows = rows;
  }

  /** Puts a row in the place of another, which is in the list or was put there. */
  replace(before: R, row: R): void {
    const listed = this.#replaced.get(before) ?? before;
    this.#replaced.delete(before);
    this.#replaced.set(row, listed);
  }

  read(): readonly R[] {
    if (this.#replaced.size > 0) {
      this.#rows = this.#replaced.size < FEW ? this.#replaceFew() : this.#replaceMany();
      this.#replaced.clear();
    }
    return this.#rows;
  }

  #replaceFew(): readonly R[] {
    const rows = this.#rows.slice();
    for (const [row, listed] of this.#replaced) {
      const place = rows.indexOf(listed);
      if (place >= 0) rows[place] = row;
    }
    return rows;
  }

  #replaceMany(): readonly R[] {
    const next = new Map([...this.#replaced].map(([row, listed]) => [listed, row]));
    return this.#rows.map((row) => next.get(row) ?? row);
  }
}
