/**
 * A list of rows for readers: the same object until a row changes. Where rows
 * are only replaced, the next list is a copy with those in their places; of a
 * hundred thousand rows an edit changes one.
 */
export class RowList<R extends { readonly id: string }> {
  #rows: readonly R[];
  #placeOfId: Map<string, number> | null = null;
  readonly #replaced = new Map<number, R>();

  constructor(rows: readonly R[]) {
    this.#rows = rows;
  }

  /** Puts a row in the place of the one with its id; false where there is none. */
  replace(row: R): boolean {
    this.#placeOfId ??= new Map(this.#rows.map(({ id }, place) => [id, place]));
    const place = this.#placeOfId.get(row.id);
    if (place === undefined) return false;
    this.#replaced.set(place, row);
    return true;
  }

  read(): readonly R[] {
    if (this.#replaced.size === 0) return this.#rows;
    const rows = this.#rows.slice();
    for (const [place, row] of this.#replaced) rows[place] = row;
    this.#replaced.clear();
    this.#rows = rows;
    return rows;
  }
}
