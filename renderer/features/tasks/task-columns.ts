import type {
  CellClassParams,
  ColDef,
  EditableCallbackParams,
  ITooltipParams,
  SortComparatorFn,
  ValueGetterParams,
} from "ag-grid-community";
import type { TFunction } from "i18next";
import type { Language } from "../../i18n/language";
import { editableInUnit } from "../../ui/format-money";
import {
  type CellCheck,
  ParsedCellEditor,
  type ParsedCellEditorParams,
} from "../../ui/grid/parsed-cell-editor";
import type { MoneyUnit } from "../../ui/money-unit";
import { AmountCell, amountCellValue } from "./amount-cell";
import { AmountTooltipPopup } from "./amount-tooltip-popup";
import { AreaCell, areaCellValue } from "./area-cell";
import { compareGridRows } from "./compare-grid-rows";
import { readAmount, readTotal } from "./read-won";
import { checkAmount, checkScore, checkText, checkTitle, checkYear } from "./task-cell-checks";
import type { TaskGridContext } from "./task-grid-context";
import { areaIdOf, findDirectLine, type TaskGridEntry } from "./task-grid-rows";

type Column = ColDef<TaskGridEntry>;

interface ColumnChoice {
  readonly t: TFunction;
  readonly language: Language;
  readonly years: readonly number[];
  readonly unit: MoneyUnit;
  readonly isReadOnly: boolean;
  readonly titleWidth: number;
  /** Room that the title leaves over, for each column of money; below zero what they give up for it. */
  readonly spareWidth: number;
}

export const yearColumnId = (year: number) => `year-${year}`;

/** The year that a column shows, or undefined for the other columns. */
export const yearOfColumn = (columnId: string): number | undefined =>
  columnId.startsWith("year-") ? Number(columnId.slice(5)) : undefined;

const AREA_WIDTH = 62;
const CODE_WIDTH = 54;
const SCORE_WIDTH = 72;
const FACT_WIDTH = 57;
/** Whole sums of areas have room; in thousands they have three digits more. */
const YEAR_WIDTH: Record<MoneyUnit, number> = { thousand: 104, million: 84, hundredMillion: 84 };
const TOTAL_WIDTH: Record<MoneyUnit, number> = { thousand: 103, million: 90, hundredMillion: 90 };

/** Width of everything but the title; the title takes what is left. */
export const widthBesideTitle = (years: number, unit: MoneyUnit) =>
  AREA_WIDTH + CODE_WIDTH + SCORE_WIDTH + 3 * FACT_WIDTH + years * YEAR_WIDTH[unit] + TOTAL_WIDTH[unit];

export function makeTaskColumns(choice: ColumnChoice): Column[] {
  const { t, isReadOnly } = choice;
  const field = (
    id: "code" | "title" | "priorityScore" | "startYear" | "endYear",
    align: "left" | "right",
    check: Check,
    column: Column,
  ): Column => ({
    colId: id,
    headerName: t(`tasks.column.${id}`),
    headerTooltip: t(`tasks.column.${id}`),
    valueGetter: ({ data }) => (data?.kind === "task" ? data.task[id] : undefined),
    comparator: sortBy((row) => (row.kind === "task" || row.kind === "line" ? row.task[id] : "")),
    editable: ({ data }) => !isReadOnly && data?.kind === "task",
    ...editWith(align, check, (data) => (data.kind === "task" ? String(data.task[id]) : "")),
    ...(align === "right" ? { cellClass: "right", headerClass: "right" } : {}),
    ...column,
  });
  return [
    {
      colId: "area",
      headerName: t("tasks.column.area"),
      pinned: "left",
      width: AREA_WIDTH,
      sortable: false,
      valueGetter: ({ data }) => (data === undefined ? undefined : areaCellValue(data)),
      cellRenderer: AreaCell,
      editable: ({ data }) => !isReadOnly && data !== undefined && areaIdOf(data) !== null,
      ...editWith("left", checkTitle, (data) => (data.kind === "area" ? data.title : "")),
      colSpan: ({ data }) => (data?.kind === "area" || data?.kind === "source" ? 3 : 1),
      suppressKeyboardEvent: ({ event, data }) =>
        data?.kind === "task" && (event.key === "Enter" || event.key === " "),
    },
    field("code", "left", checkText, { pinned: "left", width: CODE_WIDTH }),
    field("title", "left", checkTitle, {
      pinned: "left",
      width: choice.titleWidth,
      valueGetter: ({ data }) => readTitle(data),
      tooltipValueGetter: ({ value }: ITooltipParams) => value,
      cellClass: ({ data }: CellClassParams<TaskGridEntry>) => (data?.kind === "line" ? "line-title" : ""),
    }),
    field("priorityScore", "right", checkScore, { width: SCORE_WIDTH }),
    field("startYear", "right", checkYear, { width: FACT_WIDTH }),
    field("endYear", "right", checkYear, { width: FACT_WIDTH }),
    {
      colId: "isLegallyRequired",
      headerName: t("tasks.column.isLegallyRequired"),
      headerTooltip: t("tasks.column.isLegallyRequiredHint"),
      width: FACT_WIDTH,
      cellDataType: false,
      valueGetter: ({ data }) => (data?.kind === "task" ? data.task.isLegallyRequired : undefined),
      comparator: sortBy((row) => ("task" in row && row.task.isLegallyRequired ? 0 : 1)),
      cellRendererSelector: ({ data }) =>
        data?.kind === "task" ? { component: "agCheckboxCellRenderer" } : undefined,
      cellClass: "centred",
      headerClass: "centred",
      cellEditor: "agCheckboxCellEditor",
      editable: ({ data }) => !isReadOnly && data?.kind === "task",
    },
    ...choice.years.map((year) => makeYearColumn(choice, year)),
    {
      colId: "total",
      headerName: t("tasks.column.total"),
      headerClass: "right",
      width: TOTAL_WIDTH[choice.unit] + choice.spareWidth,
      cellClass: "right total",
      valueGetter: readAmountCell(null),
      comparator: sortBy((row) => readTotal(row) ?? -1),
      cellRenderer: AmountCell,
      cellRendererParams: { year: null },
    },
  ];
}

function makeYearColumn({ unit, isReadOnly, spareWidth }: ColumnChoice, year: number): Column {
  const isEditable = ({ data }: EditableCallbackParams<TaskGridEntry> | CellClassParams<TaskGridEntry>) =>
    !isReadOnly && data !== undefined && canType(data, year);
  return {
    colId: yearColumnId(year),
    headerName: String(year),
    headerClass: "right",
    width: YEAR_WIDTH[unit] + spareWidth,
    valueGetter: readAmountCell(year),
    comparator: sortBy((row) => readAmount(row, year) ?? -1),
    editable: isEditable,
    cellClass: (params) => (isEditable(params) || params.data?.kind !== "task" ? "right" : "right locked"),
    cellRenderer: AmountCell,
    cellRendererParams: { year },
    tooltipValueGetter: ({ data }: ITooltipParams<TaskGridEntry>) =>
      data === undefined || data.kind === "area" ? undefined : year,
    tooltipComponent: AmountTooltipPopup,
    ...editWith("right", checkAmount, (data, context) => {
      const won = readAmount(data, year);
      return won === null || won === undefined ? "" : editableInUnit(won, context.unit);
    }),
  };
}

/** Whether an amount can be typed into this cell without asking which line is meant. */
export const canType = (row: TaskGridEntry, year: number): boolean =>
  row.kind === "line" || (row.kind === "task" && findDirectLine(row.task, year) !== undefined);

type Check = (text: string, params: Parameters<typeof checkAmount>[1]) => CellCheck;

const editWith = (
  align: "left" | "right",
  check: Check,
  toText: (row: TaskGridEntry, context: TaskGridContext) => string,
) => ({
  cellEditor: ParsedCellEditor,
  cellEditorParams: {
    align,
    check,
    toText: ({ data, context }) => toText(data, context),
    label: ({ data, colDef }) =>
      `${colDef.headerName ?? ""} ${(data.kind === "area" ? data.title : readTitle(data)) ?? ""}`,
  } satisfies ParsedCellEditorParams,
});

const sortBy =
  (readValue: (row: TaskGridEntry) => string | number): SortComparatorFn<TaskGridEntry> =>
  (_a, _b, nodeA, nodeB, isDescending) =>
    nodeA.data === undefined || nodeB.data === undefined
      ? 0
      : compareGridRows(nodeA.data, nodeB.data, isDescending, readValue);

const readAmountCell =
  (year: number | null) =>
  ({ data }: ValueGetterParams<TaskGridEntry>) =>
    data === undefined ? undefined : amountCellValue(data, year);

function readTitle(row: TaskGridEntry | undefined): string | undefined {
  if (row?.kind === "task") return row.task.title;
  return row?.kind === "line" ? `${row.line.sourceTitle} · ${row.line.channelTitle}` : undefined;
}
