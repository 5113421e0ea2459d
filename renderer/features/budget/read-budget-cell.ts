import type { Row } from "../../../core/plan/entities";
import { budgetLineId } from "../../../core/plan/row-id";
import { isIllustrative as isMarked } from "../../session/evidence";
import { type MoneyColumn, readMoneyColumn } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import { type BudgetEntry, type LineRow, readSourceFigure, sumSourceFigure } from "./budget-rows";

/** The amount that a cell shows, in whole won; null where it is empty, undefined where it holds no money. */
export function readAmount(
  row: BudgetEntry,
  columnId: string,
  years: readonly number[],
): number | null | undefined {
  const column = readMoneyColumn(columnId);
  if (column === undefined) return undefined;
  if (row.kind === "source" || row.kind === "measure") {
    if (column.type === "total") return sumSourceFigure(row, "scenario");
    return column.type === "year"
      ? readSourceFigure(row, row.cells[years.indexOf(column.year)]?.scenario)
      : undefined;
  }
  const { sums } = row;
  switch (column.type) {
    case "total":
      return sums.totalWon;
    case "before":
      return blankZero(row, column, years, sums.beforeWon);
    case "after":
      return blankZero(row, column, years, sums.afterWon);
    case "year":
      return blankZero(row, column, years, sums.byYearWon[years.indexOf(column.year)] ?? 0);
  }
}

/** Sums of nothing are left blank; a line's own 0 is a figure that somebody typed. */
function blankZero(
  row: BudgetEntry,
  column: MoneyColumn,
  years: readonly number[],
  won: number,
): number | null {
  if (won !== 0) return won;
  const hasFigure =
    row.kind === "line" && [...row.line.cells.keys()].some((year) => isInColumn(column, year, years));
  return hasFigure ? won : null;
}

/** Whether a fiscal year's money stands in a column. */
function isInColumn(column: MoneyColumn, year: number, years: readonly number[]): boolean {
  switch (column.type) {
    case "total":
      return true;
    case "year":
      return year === column.year;
    case "before":
      return year < (years[0] ?? 0);
    case "after":
      return year > (years.at(-1) ?? 0);
  }
}

/** Where an amount typed into a line's cell goes. */
export interface LineTarget {
  readonly rowId: string;
  /** The plan's row as it is; undefined where typing makes one. */
  readonly cell: Row<"budgetLine"> | undefined;
}

/**
 * The budget line behind a cell. Money before and after the plan's years goes to
 * the year next to them, unless it stands elsewhere already; where it is spread
 * over several years, undefined: there is a choice to make.
 */
export function findLineTarget(
  { line }: LineRow,
  columnId: string,
  years: readonly number[],
): LineTarget | undefined {
  const column = readMoneyColumn(columnId);
  if (column === undefined || column.type === "total") return undefined;
  const [firstYear = 0] = years;
  const lastYear = years.at(-1) ?? 0;
  const fiscalYear = () => {
    if (column.type === "year") return column.year;
    const found = [...line.cells.keys()].filter((year) => isInColumn(column, year, years));
    if (found.length > 1) return undefined;
    return found[0] ?? (column.type === "before" ? firstYear - 1 : lastYear + 1);
  };
  const year = fiscalYear();
  if (year === undefined) return undefined;
  const cell = line.cells.get(year);
  return { rowId: cell?.id ?? budgetLineId(line.taskId, year, line.sourceId, line.channelId), cell };
}

/** Whether the amount is one that no published figure stands behind. */
export function isIllustrative(
  row: BudgetEntry,
  columnId: string,
  { years, evidence }: BudgetContext,
): boolean {
  if (row.kind === "line") return findLineTarget(row, columnId, years)?.cell?.isIllustrative ?? false;
  const column = readMoneyColumn(columnId);
  if (column?.type !== "year") return false;
  if (row.kind === "task")
    return row.lines.some((line) => line.cells.get(column.year)?.isIllustrative ?? false);
  if (row.kind !== "measure" || row.measure !== "ceiling") return false;
  const own = row.cells[years.indexOf(column.year)]?.ownCeiling;
  return own !== undefined && isMarked(evidence, "ceiling", own.id, "ceilingWon");
}
