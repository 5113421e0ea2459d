import type {
  CellEditRequestEvent,
  CellFocusedEvent,
  GetRowIdParams,
  GridApi,
  RowClassParams,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RowEdit } from "../../../core/plan/command";
import { useLanguage } from "../../i18n/use-language";
import { gridTheme } from "../theme/grid-theme";
import { getStyleNonce } from "../theme/style-nonce";
import { gridLocale } from "./grid-locale";
import { registerGridModules } from "./grid-modules";
import type { GridRow, RowColumn, TotalRow } from "./row-column";
import "./row-grid.css";
import { type GridEntry, makeColumns, type RowGridContext } from "./row-grid-columns";

registerGridModules();

const SCROLLBAR_AND_BORDERS = 18;

interface RowGridProps<R extends GridRow> {
  readonly rows: readonly R[];
  readonly columns: readonly RowColumn<R>[];
  readonly totals?: readonly TotalRow[];
  readonly isReadOnly: boolean;
  readonly chosenId?: string | null;
  readonly onChoose?: (rowId: string) => void;
  readonly onEdit: (edit: RowEdit) => void;
}

/** A plain spreadsheet of rows. Edits are requests: a cell shows a new value only after the plan took it. */
export function RowGrid<R extends GridRow>({
  rows,
  columns,
  totals = NO_TOTALS,
  isReadOnly,
  chosenId = null,
  onChoose,
  onEdit,
}: RowGridProps<R>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const apiRef = useRef<GridApi<GridEntry<R>> | null>(null);
  const [width, setWidth] = useState(0);
  const fixedWidth = columns.reduce((sum, column) => sum + (column.isWide ? 0 : column.width), 0);
  const wideWidth = width - fixedWidth - SCROLLBAR_AND_BORDERS;
  const columnDefs = useMemo(
    () => makeColumns(columns, isReadOnly, wideWidth),
    [columns, isReadOnly, wideWidth],
  );
  const entries = useMemo(() => rows.map((row): GridEntry<R> => ({ kind: "row", id: row.id, row })), [rows]);
  const totalEntries = useMemo(
    () => totals.map((total): GridEntry<R> => ({ kind: "total", id: total.id, total })),
    [totals],
  );
  const context = useMemo<RowGridContext>(
    () => ({ illustrative: t("figure.illustrative"), problem: t("figure.problem"), chosenId }),
    [t, chosenId],
  );
  // Which row is chosen stands in the context, whose change the grid does not see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows depend on it
  useEffect(() => apiRef.current?.redrawRows(), [chosenId]);

  return (
    <AgGridReact<GridEntry<R>>
      // A new language needs new words in the grid's own parts, which it reads once.
      key={language}
      className="row-grid"
      theme={gridTheme}
      styleNonce={getStyleNonce()}
      rowData={entries}
      columnDefs={columnDefs}
      defaultColDef={defaultColumn}
      pinnedBottomRowData={totalEntries}
      context={context}
      localeText={gridLocale(t)}
      getRowId={({ data }: GetRowIdParams<GridEntry<R>>) => data.id}
      getRowClass={({ data, context: words }: RowClassParams<GridEntry<R>, RowGridContext>) =>
        data?.kind === "total" ? "row-sum" : data?.id === words.chosenId ? "row-chosen" : undefined
      }
      readOnlyEdit
      invalidEditValueMode="block"
      stopEditingWhenCellsLoseFocus
      enterNavigatesVerticallyAfterEdit
      suppressDragLeaveHidesColumns
      suppressMovableColumns
      tooltipShowDelay={400}
      animateRows={false}
      suppressNoRowsOverlay
      onGridReady={({ api }) => {
        apiRef.current = api;
      }}
      onGridSizeChanged={({ clientWidth }) => setWidth(clientWidth)}
      onCellEditRequest={({ data, column, newValue }: CellEditRequestEvent<GridEntry<R>>) => {
        const edit = columns.find(({ id }) => id === column.getColId())?.edit;
        if (edit === undefined || data.kind !== "row" || typeof newValue !== "string") return;
        const read = edit.read(data.row, newValue);
        if (read.ok) onEdit(read.value);
      }}
      onCellFocused={({ api, rowIndex, rowPinned }: CellFocusedEvent<GridEntry<R>>) => {
        const entry = rowIndex === null || rowPinned ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
        if (entry?.kind === "row") onChoose?.(entry.id);
      }}
    />
  );
}

const NO_TOTALS: readonly TotalRow[] = [];

const defaultColumn = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  // Figures may keep their value while their marks change.
  equals: () => false,
};
