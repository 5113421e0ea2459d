import { estimateField } from "../../../core/budget/summarise-budget";
import { scaleEstimates } from "../../../core/plan/amount-edit";
import type { Row } from "../../../core/plan/entities";
import { ceilingId } from "../../../core/plan/row-id";
import type { TaskOutcome } from "../../../core/scenario/outcome";
import { describeParseError } from "../../ui/describe-parse-error";
import { editableInUnit, formatExactMoney, formatInUnit } from "../../ui/format-money";
import { parseAmount } from "../../ui/parse-amount";
import type { CellReading, Sheet } from "../../ui/spreadsheet/sheet";
import { shownStatus } from "../scenarios/shown-status";
import { readMoneyColumn } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import type { BudgetEntry, LineRow, MeasureRow } from "./budget-rows";
import { findLineTarget, readAmount } from "./read-budget-cell";
import { withoutSubtotals } from "./without-subtotals";

const LOCKED: CellReading = { type: "locked" };
const UNCHANGED: CellReading = { type: "unchanged" };

/** The budget's cells as a sheet: what copying gives and what typing or pasting would do. */
export function makeBudgetSheet(context: BudgetContext): Sheet<BudgetEntry> {
  const { t, language, unit, years } = context;
  return {
    copy: (row, columnId) => {
      if (columnId === "name") return nameOf(row, context);
      if (columnId === "status") return row.kind === "task" ? statusOf(row.scenario, context) : "";
      const won = readAmount(row, columnId, years);
      return won === null || won === undefined ? "" : editableInUnit(won, unit);
    },
    addend: (row, columnId) => readAmount(row, columnId, years) ?? null,
    withoutSubtotals,
    formatSum: (sum) => t(`moneyIn.${unit}`, { amount: formatInUnit(sum, unit, language) }),
    read: (row, columnId, text) => readBudgetCell(row, columnId, text, context),
    nameRow: (row) => (row.kind === "line" ? `${row.task.code} · ${row.title}` : nameOf(row, context)),
    nameColumn: (columnId) => nameColumn(columnId, context),
  };
}

/** What typing this text into a cell would change. */
export function readBudgetCell(
  row: BudgetEntry,
  columnId: string,
  text: string,
  context: BudgetContext,
): CellReading {
  if (row.kind === "line") return readLine(row, columnId, text, context);
  if (row.kind === "measure" && row.measure === "ceiling") return readCeiling(row, columnId, text, context);
  return LOCKED;
}

export function nameColumn(columnId: string, { t }: Pick<BudgetContext, "t">): string {
  const column = readMoneyColumn(columnId);
  return column?.type === "year" ? String(column.year) : t(`budget.column.${columnId}`);
}

export function nameOf(row: BudgetEntry, { t }: Pick<BudgetContext, "t">): string {
  switch (row.kind) {
    case "source":
      return t("budget.headroomOf", { source: row.source.title });
    case "measure":
      return t(`budget.measure.${row.measure}`);
    default:
      return row.title;
  }
}

export const statusOf = (outcome: TaskOutcome | undefined, { t }: Pick<BudgetContext, "t">): string =>
  outcome === undefined ? "" : t(`status.${shownStatus(outcome)}`);

/** Whether something can be typed here. */
export const isTypeable = (row: BudgetEntry, columnId: string, context: BudgetContext): boolean =>
  !context.isReadOnly && readBudgetCell(row, columnId, "1", context).type !== "locked";

/** Whole won, or why not; an emptied cell and the dash of budget tables are null. */
type ReadAmount = { readonly won: number | null } | { readonly reason: string };

function parse(text: string, { t, unit }: BudgetContext): ReadAmount {
  if (/^\s*[-–—]?\s*$/.test(text)) return { won: null };
  const parsed = parseAmount(text, unit);
  return parsed.ok ? { won: parsed.value } : { reason: describeParseError(t, parsed.error) };
}

function readLine(row: LineRow, columnId: string, text: string, context: BudgetContext): CellReading {
  const target = findLineTarget(row, columnId, context.years);
  if (target === undefined) return LOCKED;
  const amount = parse(text, context);
  if ("reason" in amount) return { type: "refused", reason: amount.reason };
  const { cell, rowId } = target;
  if (cell === undefined && amount.won === null) return UNCHANGED;
  const won = amount.won ?? 0;
  const field = estimateField[context.estimate];
  if (cell !== undefined && cell[field] === won) return UNCHANGED;
  if (context.estimate === "likely" || cell === undefined)
    return {
      type: "set",
      edits: [{ entity: "budgetLine", rowId, cells: scaleEstimates(cell, won) }],
    };
  const reason = checkBound(cell, won, context);
  if (reason !== null) return { type: "refused", reason };
  return {
    type: "set",
    edits: [{ entity: "budgetLine", rowId, cells: { [field]: won } }],
  };
}

/** The low and the high estimate stand on their side of the likely one. */
function checkBound(
  cell: Row<"budgetLine">,
  won: number,
  { t, estimate, language }: BudgetContext,
): string | null {
  const likely = formatExactMoney(cell.likelyWon, language);
  if (estimate === "low" && won > cell.likelyWon) return t("budget.lowAboveLikely", { likely });
  if (estimate === "high" && won < cell.likelyWon) return t("budget.highBelowLikely", { likely });
  return null;
}

function readCeiling(row: MeasureRow, columnId: string, text: string, context: BudgetContext): CellReading {
  const column = readMoneyColumn(columnId);
  if (column?.type !== "year") return LOCKED;
  const cell = row.cells[context.years.indexOf(column.year)];
  if (cell === undefined || isSetElsewhere(row, columnId, context)) return LOCKED;
  const amount = parse(text, context);
  if ("reason" in amount) return { type: "refused", reason: amount.reason };
  const { ownCeiling } = cell;
  if (amount.won === null)
    return ownCeiling === undefined
      ? UNCHANGED
      : { type: "clear", rows: [{ entity: "ceiling", rowId: ownCeiling.id }] };
  if (ownCeiling?.ceilingWon === amount.won) return UNCHANGED;
  const rowId = ceilingId(row.source.id, column.year);
  return { type: "set", edits: [{ entity: "ceiling", rowId, cells: { ceilingWon: amount.won } }] };
}

/** A grade or the active scenario sets this ceiling, so that the plan's own would not show. */
export function isSetElsewhere(
  row: MeasureRow,
  columnId: string,
  { years, isPending }: Pick<BudgetContext, "years" | "isPending">,
): boolean {
  const column = readMoneyColumn(columnId);
  // Figures of an earlier revision say nothing about the plan's own ceiling now.
  if (isPending() || row.measure !== "ceiling" || column?.type !== "year") return false;
  const cell = row.cells[years.indexOf(column.year)];
  const shown = cell?.scenario?.hasCeiling ? cell.scenario.ceilingWon : undefined;
  return cell?.scenario !== undefined && shown !== cell.ownCeiling?.ceilingWon;
}
