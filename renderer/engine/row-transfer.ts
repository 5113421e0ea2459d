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
    const sent = this.#sent;
    this.#sent = rows;
    if (rows === sent) return { ids: null, changed: [] };
    const replaced = findReplaced(sent, rows);
    if (replaced !== null) return { ids: null, changed: replaced };
    const known = new Set(sent);
    return { ids: rows.map(({ id }) => id), changed: rows.filter((row) => !known.has(row)) };
  }
}

/** Rows in the places of others with the same id; null where rows came, went or moved. */
function findReplaced<R extends { readonly id: string }>(
  sent: readonly R[],
  rows: readonly R[],
): readonly R[] | null {
  if (sent.length !== rows.length) return null;
  const replaced: R[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const [before, row] = [sent[index], rows[index]];
    if (row === before || row === undefined) continue;
    if (row.id !== before?.id) return null;
    replaced.push(row);
  }
  return replaced;
}

/** The other end: puts the list together again. A row that did not change is the same object as before. */
export class RowReceiver<R extends { readonly id: string }> {
  #rows: readonly R[] = [];
  #placeOfId = new Map<string, number>();

  /** Changes must come in the order in which they were made. */
  merge({ ids, changed }: RowChanges<R>): readonly R[] {
    if (ids !== null) this.#rows = this.#list(ids, changed);
    else if (changed.length > 0) this.#rows = this.#replace(changed);
    return this.#rows;
  }

  #list(ids: readonly string[], changed: readonly R[]): readonly R[] {
    const latest = new Map(changed.map((row) => [row.id, row]));
    const rows = ids.map((id) => latest.get(id) ?? this.#rows[this.#placeOf(id)]);
    this.#placeOfId = new Map(ids.map((id, place) => [id, place]));
    return rows.map((row, place) => {
      if (row === undefined) throw new Error(`RowReceiver.merge: row ${ids[place]} was never sent`);
      return row;
    });
  }

  #replace(changed: readonly R[]): readonly R[] {
    const rows = this.#rows.slice();
    for (const row of changed) {
      const place = this.#placeOf(row.id);
      if (place < 0) throw new Error(`RowReceiver.merge: row ${row.id} has no place`);
      rows[place] = row;
    }
    return rows;
  }

  #placeOf = (id: string): number => this.#placeOfId.get(id) ?? -1;
}
