/** Money in won by year; a year without any is not in it. */
export type WonByYear = Readonly<Record<string, number>>;

interface YearsInARow {
  readonly firstYear: number;
  /** NaN where there is no money. */
  readonly won: Float64Array;
}

/** Taking objects apart is what adding them up takes longest for, and all but one are the same as at the last edit. */
const known = new WeakMap<WonByYear, YearsInARow>();

/** The sum of each year in which any of them has money. */
export function sumByYear(totals: readonly WonByYear[]): WonByYear {
  const rows = totals.map(layOut).filter(({ won }) => won.length > 0);
  if (rows.length === 0) return {};
  const firstYear = rows.reduce((first, row) => Math.min(first, row.firstYear), Number.POSITIVE_INFINITY);
  const endYear = rows.reduce((end, row) => Math.max(end, row.firstYear + row.won.length), 0);
  const sum = new Float64Array(endYear - firstYear).fill(Number.NaN);
  for (const row of rows) {
    const offset = row.firstYear - firstYear;
    for (let index = 0; index < row.won.length; index += 1) {
      const won = row.won[index] ?? Number.NaN;
      if (Number.isNaN(won)) continue;
      const before = sum[offset + index] ?? Number.NaN;
      sum[offset + index] = Number.isNaN(before) ? won : before + won;
    }
  }
  const entries = Array.from(sum, (won, index) => [firstYear + index, won] as const);
  return Object.fromEntries(entries.filter(([, won]) => !Number.isNaN(won)));
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
