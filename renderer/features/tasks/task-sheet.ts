import { budgetLineId } from "../../../core/plan/row-id";
import { checkFigure, fieldOf } from "../../ui/check-figure";
import { describeParseError } from "../../ui/describe-parse-error";
import { editableInUnit, formatInUnit } from "../../ui/format-money";
import { parseAmount } from "../../ui/parse-amount";
import type { CellReading, Sheet, SummedCells } from "../../ui/spreadsheet/sheet";
import { readWon } from "./read-won";
import { headroomOf, sumSourceYears } from "./source-rows";
import { yearOfColumn } from "./task-columns";
import { isTaskField, type TaskField } from "./task-commands";
import type { TaskGridContext } from "./task-grid-context";
import {
  type AreaGridRow,
  areaIdOf,
  findDirectLine,
  type TaskGridEntry,
  type TaskRow,
} from "./task-grid-rows";

const LOCKED: CellReading = { type: "locked" };
const UNCHANGED: CellReading = { type: "unchanged" };

/** The cells of the tasks as a sheet: what copying gives and what typing or pasting would do. */
export function makeTaskSheet(context: TaskGridContext): Sheet<TaskGridEntry> {
  const { t, language, unit } = context;
  return {
    copy: (row, columnId) => {
      const won = amountOf(row, columnId);
      if (won !== undefined) return won === null ? "" : editableInUnit(won, unit);
      if (columnId === "area") return "task" in row ? row.task.areaTitle : row.title;
      if (row.kind === "line") return columnId === "title" ? nameLine(row) : "";
      if (row.kind !== "task" || !isTaskField(columnId)) return "";
      const value = row.task[columnId];
      return typeof value === "boolean" ? t(value ? "common.yes" : "common.no") : String(value);
    },
    addend: (row, columnId) => (row.kind === "source" ? null : (amountOf(row, columnId) ?? null)),
    withoutSubtotals,
    formatSum: (sum) => t(`moneyIn.${unit}`, { amount: formatInUnit(sum, unit, language) }),
    read: (row, columnId, text) => {
      const year = yearOfColumn(columnId);
      if (year !== undefined) return readTypedAmount(row, year, text, context);
      if (row.kind === "area" && columnId === "area") return readAreaTitle(row, text, context);
      return row.kind === "task" && isTaskField(columnId) ? readTask(row, columnId, text, context) : LOCKED;
    },
    nameRow: (row) => {
      if (row.kind === "line") return `${row.task.code} · ${nameLine(row)}`;
      return "task" in row ? `${row.task.code} ${row.task.title}`.trim() : row.title;
    },
    nameColumn: (columnId) => {
      const year = yearOfColumn(columnId);
      return year === undefined ? t(`tasks.column.${columnId}`) : String(year);
    },
    hasCells: (row) => row.kind !== "add-line",
  };
}

const nameLine = ({ line }: Extract<TaskGridEntry, { kind: "line" }>) =>
  `${line.sourceTitle} · ${line.channelTitle}`;

/** The amount that a cell shows; null where it is empty, undefined where it holds no money. */
function amountOf(row: TaskGridEntry, columnId: string): number | null | undefined {
  const year = yearOfColumn(columnId);
  if (columnId !== "total" && year === undefined) return undefined;
  if (row.kind === "source") {
    const entry = year === undefined ? sumSourceYears(row) : row.byYear[year];
    return entry === undefined ? null : headroomOf(entry);
  }
  return readWon(row, year ?? null) ?? null;
}

/** A likely amount; low and high follow it when the block is written. */
function readTypedAmount(
  row: TaskGridEntry,
  year: number,
  text: string,
  { t, unit }: TaskGridContext,
): CellReading {
  const line =
    row.kind === "line" ? row.line : row.kind === "task" ? findDirectLine(row.task, year) : undefined;
  if (line === undefined || !("task" in row)) return LOCKED;
  const before = line.amounts[year];
  const isEmpty = /^\s*[-–—]?\s*$/.test(text);
  if (isEmpty && before === undefined) return UNCHANGED;
  const parsed = parseAmount(isEmpty ? "0" : text, unit);
  if (!parsed.ok) return { type: "refused", reason: describeParseError(t, parsed.error) };
  if (before?.likelyWon === parsed.value && !before.isIllustrative) return UNCHANGED;
  const rowId = budgetLineId(row.task.id, year, line.sourceId, line.channelId);
  return { type: "set", edits: [{ entity: "budgetLine", rowId, cells: { likelyWon: parsed.value } }] };
}

function readTask(row: TaskRow, field: TaskField, text: string, context: TaskGridContext): CellReading {
  const value = readTaskValue(field, text, context);
  if (typeof value === "object") return { type: "refused", reason: value.reason };
  if (value === row.task[field]) return UNCHANGED;
  return { type: "set", edits: [{ entity: "task", rowId: row.task.id, cells: { [field]: value } }] };
}

function readAreaTitle(row: AreaGridRow, text: string, { t }: TaskGridContext): CellReading {
  const areaId = areaIdOf(row);
  const title = text.trim();
  if (areaId === null) return LOCKED;
  if (title === "") return { type: "refused", reason: t("refused.emptyName") };
  if (title === row.title) return UNCHANGED;
  return { type: "set", edits: [{ entity: "area", rowId: areaId, cells: { title } }] };
}

const YES = ["yes", "true", "1", "y", "o", "○", "●", "✓", "예", "법정"];
const NO = ["no", "false", "0", "n", "x", "×", "-", "", "아니요", "아니오"];

function readTaskValue(
  field: TaskField,
  text: string,
  { t }: TaskGridContext,
): string | number | boolean | { readonly reason: string } {
  if (field === "isLegallyRequired") {
    const word = text.normalize("NFKC").trim().toLowerCase();
    if (YES.includes(word)) return true;
    return NO.includes(word) ? false : { reason: t("spreadsheet.notYesOrNo") };
  }
  if (field === "title" && text.trim() === "") return { reason: t("refused.emptyName") };
  const checked = checkFigure(fieldOf("task", field), text, t, "thousand");
  return checked.ok ? checked.value : { reason: checked.error.reason };
}

/** What of a selection is added up, so that nothing counts twice: no sums of what is selected too. */
function withoutSubtotals(
  rows: readonly TaskGridEntry[],
  columnIds: readonly string[],
): SummedCells<TaskGridEntry> {
  const tasks = new Set(rows.flatMap((row) => (row.kind === "task" ? [row.task.id] : [])));
  const hasYears = columnIds.some((columnId) => yearOfColumn(columnId) !== undefined);
  return {
    rows: rows.filter((row, index) => {
      if (row.kind === "line") return !tasks.has(row.task.id);
      return row.kind !== "area" || rows[index + 1]?.kind !== "task";
    }),
    columnIds: hasYears ? columnIds.filter((columnId) => columnId !== "total") : columnIds,
  };
}
