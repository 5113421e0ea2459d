import type { CellClassParams, ColDef, EditableCallbackParams, ITooltipParams } from "ag-grid-community";
import type { TFunction } from "i18next";
import { err, ok } from "../../../core/result";
import { editableInUnit } from "../../ui/format-money";
import { ParsedCellEditor, type ParsedCellEditorParams } from "../../ui/grid/parsed-cell-editor";
import type { MoneyUnit } from "../../ui/money-unit";
import { shownStatus } from "../scenarios/shown-status";
import { BudgetAmountCell } from "./budget-amount-cell";
import { yearColumnId } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import { BudgetNameCell, canToggle } from "./budget-name-cell";
import type { BudgetEntry } from "./budget-rows";
import { isTypeable, nameColumn, nameOf, readBudgetCell } from "./budget-sheet";
import { BudgetStatusCell } from "./budget-status-cell";
import { describeBudgetCell } from "./describe-budget-cell";
import { readAmount } from "./read-budget-cell";

type Column = ColDef<BudgetEntry>;

const STATUS_WIDTH = 128;
const NARROWEST_NAME = 232;
const WIDEST_NAME = 460;
/** Whole sums with a minus and a sign before them; in thousands they have three digits more. */
const NARROWEST_MONEY: Readonly<Record<MoneyUnit, number>> = {
  thousand: 104,
  million: 80,
  hundredMillion: 80,
};
const WIDEST_MONEY = 128;
/** Sums over all years have a digit more, and their ceilings stand in words below. */
const MORE_FOR_TOTAL = 16;

export interface BudgetColumnWidths {
  readonly name: number;
  readonly money: number;
}

/** Shares the width of the grid: names first, then the columns of money, each within what reads well. */
export function fitBudgetColumns(gridWidth: number, years: number, unit: MoneyUnit): BudgetColumnWidths {
  const moneyColumns = years + 3;
  const narrowest = NARROWEST_MONEY[unit];
  const room = gridWidth - STATUS_WIDTH - MORE_FOR_TOTAL;
  const name = clamp(room - moneyColumns * narrowest, NARROWEST_NAME, WIDEST_NAME);
  const money = clamp(Math.floor((room - name) / moneyColumns), narrowest, WIDEST_MONEY);
  return { name: Math.max(name, room - moneyColumns * money), money };
}

const clamp = (value: number, minimum: number, maximum: number) =>
  Math.min(maximum, Math.max(minimum, value));

export function makeBudgetColumns(
  t: TFunction,
  years: readonly number[],
  widths: BudgetColumnWidths,
): Column[] {
  const money = (columnId: string) => moneyColumn(columnId, t, widths.money);
  return [
    {
      colId: "name",
      headerName: t("budget.column.name"),
      pinned: "left",
      width: widths.name,
      valueGetter: ({ data, context }) => (data === undefined ? "" : nameOf(data, context)),
      cellRenderer: BudgetNameCell,
      tooltipValueGetter: ({ value }: ITooltipParams) => value,
      suppressKeyboardEvent: ({ event, data }) =>
        data !== undefined && canToggle(data) && (event.key === "Enter" || event.key === " "),
    },
    {
      colId: "status",
      headerName: t("budget.column.status"),
      headerTooltip: t("budget.statusHint"),
      width: STATUS_WIDTH,
      valueGetter: ({ data }) =>
        data?.kind === "task" && data.scenario !== undefined ? shownStatus(data.scenario) : undefined,
      cellRenderer: BudgetStatusCell,
      tooltipValueGetter: ({ data, context }: ITooltipParams<BudgetEntry, unknown, BudgetContext>) =>
        data?.kind === "task" ? context.describeStatus(data.task.id) : undefined,
    },
    money("total"),
    money("before"),
    ...years.map((year) => money(yearColumnId(year))),
    money("after"),
  ];
}

function moneyColumn(columnId: string, t: TFunction, width: number): Column {
  const isEditable = ({
    data,
    context,
  }:
    | EditableCallbackParams<BudgetEntry, unknown, BudgetContext>
    | CellClassParams<BudgetEntry, unknown, BudgetContext>) =>
    data !== undefined && isTypeable(data, columnId, context);
  const hintKey = `budget.columnHint.${columnId}`;
  return {
    colId: columnId,
    headerName: nameColumn(columnId, { t }),
    ...(columnId.startsWith("year-") ? {} : { headerTooltip: t(hintKey) }),
    headerClass: "right",
    width: columnId === "total" ? width + MORE_FOR_TOTAL : width,
    valueGetter: ({ data, context }) =>
      data === undefined ? undefined : readAmount(data, columnId, context.years),
    cellRenderer: BudgetAmountCell,
    editable: isEditable,
    cellClass: (params) => ["right", columnId === "total" ? "total" : "", isEditable(params) ? "typed" : ""],
    tooltipValueGetter: ({ data, context }: ITooltipParams<BudgetEntry, unknown, BudgetContext>) =>
      data === undefined || context === undefined ? undefined : describeBudgetCell(data, columnId, context),
    cellEditor: ParsedCellEditor,
    cellEditorParams: {
      align: "right",
      toText: ({ data, context }) => {
        const won = readAmount(data, columnId, context.years);
        return won === null || won === undefined ? "" : editableInUnit(won, context.unit);
      },
      // The text itself is the value of the request: it is read again when it is applied.
      check: (text, { data, context }) => {
        const reading = readBudgetCell(data, columnId, text, context);
        return reading.type === "refused" ? err(reading) : ok(text);
      },
      label: ({ data, context }) => `${nameColumn(columnId, context)} ${nameOf(data, context)}`,
    } satisfies ParsedCellEditorParams,
  };
}
