/** A row, and the one that stands in its place since. */
export interface ReplacedRow<R> {
  readonly before: R;
  readonly row: R;
}

/** Who has to catch up with more than this does better to read all rows again. */
const MOST_REPLACED = 1_000;

/** What was put in the place of what, for readers that keep sums of rows and look at what changed only. */
export class RowChanges<R> {
  /** Rows came or went, or the list grew too long, so many changes ago that nothing is known of the time before. */
  #start = 0;
  #replaced: ReplacedRow<R>[] = [];

  /** Where a reader stands that has seen all rows as they are now. */
  get mark(): number {
    return this.#start + this.#replaced.length;
  }

  noteReplaced(before: R, row: R): void {
    this.#replaced.push({ before, row });
    if (this.#replaced.length > MOST_REPLACED) this.noteOther();
  }

  /** A row came or went. */
  noteOther(): void {
    this.#start = this.mark + 1;
    this.#replaced = [];
  }

  /** What was replaced since, in that order; null when all rows have to be read again. */
  since(mark: number): readonly ReplacedRow<R>[] | null {
    return mark < this.#start || mark > this.mark ? null : this.#replaced.slice(mark - this.#start);
  }
}
