/**
 * The values of tasks that are not zero, packed one after another: by task, then
 * row (source or resource), then year. What walks over a plan again and again
 * meets no empty cells.
 */
export interface PackedLines {
  /** The lines of task t are `first[t]` up to, but not including, `first[t + 1]`. */
  readonly first: Int32Array;
  /** `row · years + year` of the line. */
  readonly cell: Int32Array;
  /** The value of each line. */
  readonly values: Float64Array;
  /** The year of each cell `row · years + year`, as an index. */
  readonly yearOfCell: Int32Array;
}

/** Packs values indexed `(task · rows + row) · years + year`. */
export function packLines(
  values: Float64Array,
  taskCount: number,
  rowCount: number,
  yearCount: number,
): PackedLines {
  const size = rowCount * yearCount;
  const count = countLines(values);
  const lines: PackedLines = {
    first: new Int32Array(taskCount + 1),
    cell: new Int32Array(count),
    values: new Float64Array(count),
    yearOfCell: new Int32Array(size),
  };
  for (let cell = 0; cell < size; cell += 1) lines.yearOfCell[cell] = cell % yearCount;
  let line = 0;
  for (let task = 0; task < taskCount; task += 1) {
    const start = task * size;
    for (let cell = 0; cell < size; cell += 1) {
      const value = values[start + cell] ?? 0;
      if (value === 0) continue;
      lines.cell[line] = cell;
      lines.values[line] = value;
      line += 1;
    }
    lines.first[task + 1] = line;
  }
  return lines;
}

/**
 * Brings packed lines up to values that changed at some places; false where a
 * value became zero, or is no longer zero, so that all have to be packed again.
 */
export function updateLines(lines: PackedLines, values: Float64Array, places: readonly number[]): boolean {
  const size = lines.yearOfCell.length;
  for (const at of places) {
    const task = Math.floor(at / size);
    const start = lines.first[task] ?? 0;
    const offset = lines.cell.subarray(start, lines.first[task + 1] ?? start).indexOf(at % size);
    const value = values[at] ?? 0;
    if (offset < 0 ? value !== 0 : value === 0) return false;
    if (offset >= 0) lines.values[start + offset] = value;
  }
  return true;
}

function countLines(values: Float64Array): number {
  let count = 0;
  for (let at = 0; at < values.length; at += 1) if (values[at] !== 0) count += 1;
  return count;
}

/** Where each line stands in the values that were packed, `(task · rows + row) · years + year`. */
export function findPlaces({ first, cell, yearOfCell }: PackedLines): Int32Array {
  const places = new Int32Array(cell.length);
  for (let task = 0; task < first.length - 1; task += 1) {
    const end = first[task + 1] ?? 0;
    for (let line = first[task] ?? 0; line < end; line += 1)
      places[line] = task * yearOfCell.length + (cell[line] ?? 0);
  }
  return places;
}
