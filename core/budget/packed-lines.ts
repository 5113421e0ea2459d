/**
 * The values of tasks that are not zero, packed one after another: by task, then
 * row (source or resource), then year. What walks over a plan again and again
 * meets no empty cells.
 */
export interface PackedLines {
  /** The lines of task t are `first[t]` up to, but not including, `first[t + 1]`. */
  readonly first: Int32Array;
  /** Where the line stands in the values that were packed, `(task · rows + row) · years + year`. */
  readonly at: Int32Array;
  /** `row · years + year` of the line. */
  readonly cell: Int32Array;
  readonly year: Int32Array;
}

/** Packs values indexed `(task · rows + row) · years + year`. */
export function packLines(
  values: Float64Array,
  taskCount: number,
  rowCount: number,
  yearCount: number,
): PackedLines {
  const size = rowCount * yearCount;
  let count = 0;
  for (const value of values) if (value !== 0) count += 1;
  const lines: PackedLines = {
    first: new Int32Array(taskCount + 1),
    at: new Int32Array(count),
    cell: new Int32Array(count),
    year: new Int32Array(count),
  };
  let line = 0;
  for (let task = 0; task < taskCount; task += 1) {
    for (let cell = 0; cell < size; cell += 1) {
      const at = task * size + cell;
      if ((values[at] ?? 0) === 0) continue;
      lines.at[line] = at;
      lines.cell[line] = cell;
      lines.year[line] = cell % yearCount;
      line += 1;
    }
    lines.first[task + 1] = line;
  }
  return lines;
}

/** The values of packed lines, in their order. */
export const pickLines = (values: Float64Array, lines: PackedLines): Float64Array =>
  Float64Array.from(lines.at, (at) => values[at] ?? 0);
