import { sumOf, type TaskGridEntry } from "./task-grid-rows";

/** The money of a row in a year, or in all of them where `year` is null. Null where there is none, undefined where there can be none. */
export const readWon = (row: TaskGridEntry, year: number | null): number | null | undefined =>
  year === null ? readTotal(row) : readAmount(row, year);

export function readAmount(row: TaskGridEntry | undefined, year: number): number | null | undefined {
  switch (row?.kind) {
    case "area":
      return row.totalWonByYear[year] ?? null;
    case "task":
      return row.task.totalWonByYear[year] ?? null;
    case "line":
      return row.line.amounts[year]?.likelyWon ?? null;
    case "source":
      return row.byYear[year]?.ceilingWon ?? null;
    default:
      return undefined;
  }
}

export function readTotal(row: TaskGridEntry | undefined): number | undefined {
  switch (row?.kind) {
    case "area":
      return sumOf(row.totalWonByYear);
    case "task":
      return sumOf(row.task.totalWonByYear);
    case "line":
      return Object.values(row.line.amounts).reduce((sum, amount) => sum + amount.likelyWon, 0);
    default:
      return undefined;
  }
}
