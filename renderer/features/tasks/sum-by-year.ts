/** Money in won by year; a year without any is not in it. */
export type WonByYear = Readonly<Record<string, number>>;

interface YearsInARow {
  readonly firstYear: number;
  /** NaN where there is no money. */
  readonly won: Float64Array;
}

/** Taking objects apart is what adding them up takes longest for, and all but one are the same as at the last edit. */
const known = new WeakMap<WonByYear, YearsInARow>();

/** A sum that was made before, and what it was made of. */
interface KnownSum {
  readonly totals: readonly WonByYear[];
  readonly firstYear: number;
  readonly won: Float64Array;
  /** How many have money in the year. */
  readonly parts: Int32Array;
}

/** The last sum of each name. */
const knownSums = new Map<string, KnownSum>();

/**
 * The sum of each year in which any of them has money.
 *
 * @param name of what is summed: after an edit only what is not as it was at the last sum of that name is added and taken away
 */
export function sumByYear(name: string, totals: readonly WonByYear[]): WonByYear {
  const before = knownSums.get(name);
  const sum = (before !== undefined && follow(before, totals)) || sumAll(totals);
  knownSums.set(name, sum);
  const wonByYear: Record<string, number> = {};
  for (const [index, won] of sum.won.entries())
    if ((sum.parts[index] ?? 0) > 0) wonByYear[sum.firstYear + index] = won;
  return wonByYear;
}

/** The sum that follows from one before; null where the years have changed or it is of other tasks. */
function follow(before: KnownSum, totals: readonly WonByYear[]): KnownSum | null {
  if (before.totals.length !== totals.length) return null;
  const sum = { ...before, totals, won: before.won.slice(), parts: before.parts.slice() };
  for (const [index, total] of totals.entries()) {
    const known = before.totals[index];
    if (total === known) continue;
    if (known !== undefined) addRow(sum, layOut(known), -1);
    if (!addRow(sum, layOut(total), 1)) return null;
  }
  return sum;
}

function sumAll(totals: readonly WonByYear[]): KnownSum {
  const rows = totals.map(layOut).filter(({ won }) => won.length > 0);
  const firstYear = rows.reduce((first, row) => Math.min(first, row.firstYear), Number.POSITIVE_INFINITY);
  const endYear = rows.reduce((end, row) => Math.max(end, row.firstYear + row.won.length), 0);
  const length = rows.length === 0 ? 0 : endYear - firstYear;
  const sum = { totals, firstYear, won: new Float64Array(length), parts: new Int32Array(length) };
  for (const row of rows) addRow(sum, row, 1);
  return sum;
}

/** Whole won: what is taken away leaves no trace. False where the row has years that the sum has not. */
function addRow({ firstYear, won, parts }: KnownSum, row: YearsInARow, sign: 1 | -1): boolean {
  const offset = row.firstYear - firstYear;
  if (row.won.length > 0 && (offset < 0 || offset + row.won.length > won.length)) return false;
  for (let index = 0; index < row.won.length; index += 1) {
    const part = row.won[index] ?? Number.NaN;
    if (Number.isNaN(part)) continue;
    won[offset + index] = (won[offset + index] ?? 0) + sign * part;
    parts[offset + index] = (parts[offset + index] ?? 0) + sign;
  }
  return true;
}

function layOut(total: WonByYear): YearsInARow {
  const before = known.get(total);
  if (before !== undefined) return before;
  const years = Object.keys(total).map(Number);
  const firstYear = Math.min(...years);
  const won = new Float64Array(years.length === 0 ? 0 : Math.max(...years) - firstYear + 1).fill(Number.NaN);
  for (const year of years) won[year - firstYear] = total[year] ?? Number.NaN;
  const row = { firstYear, won };
  known.set(total, row);
  return row;
}
