import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GetRowIdParams,
  GridApi,
  RowClassParams,
  RowHeightParams,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { editableInUnit } from "../../ui/format-money";
import { gridLocale } from "../../ui/grid/grid-locale";
import { registerGridModules } from "../../ui/grid/grid-modules";
import { sheetGridOptions } from "../../ui/grid/sheet-grid-options";
import { useGridWidth } from "../../ui/grid/use-grid-width";
import { findPinnedTopRow, useRowsInPlace } from "../../ui/grid/use-rows-in-place";
import type { SpreadsheetConnection } from "../../ui/spreadsheet/use-spreadsheet";
import { getStyleNonce } from "../../ui/theme/style-nonce";
import { useLatestCallback } from "../../ui/use-latest-callback";
import { fitBudgetColumns, makeBudgetColumns } from "./budget-columns";
import type { BudgetContext } from "./budget-context";
import "./budget-grid.css";
import { canToggle } from "./budget-name-cell";
import type { BudgetEntry } from "./budget-rows";
import type { RevealedCell } from "./budget-selection";
import { readAmount } from "./read-budget-cell";

registerGridModules();

const ROW_HEIGHT = 30;
const SOURCE_ROW_HEIGHT = 38;
const SCROLLBAR_AND_BORDERS = 18;

interface BudgetGridProps {
  readonly rows: readonly BudgetEntry[];
  /** Sources and the total, at the top whatever the scroll position. */
  readonly headRows: readonly BudgetEntry[];
  readonly context: BudgetContext;
  readonly spreadsheet: SpreadsheetConnection<BudgetEntry>;
  readonly onType: (row: BudgetEntry, columnId: string, text: string) => Promise<unknown> | undefined;
  readonly onFocusCell: (row: BudgetEntry, columnId: string) => void;
  /** A cell to scroll to and focus, as asked for by the list of problems. */
  readonly revealed: RevealedCell | null;
  readonly onRevealed: () => void;
}

/**
 * The budget as a tree of rows. Edits are requests: a cell shows a new amount
 * only after the plan took it. Drawn again only for other rows, so handlers
 * have to stay the same objects.
 */
export const BudgetGrid = memo(function BudgetGrid({
  rows,
  headRows,
  context,
  spreadsheet,
  onType,
  onFocusCell,
  revealed,
  onRevealed,
}: BudgetGridProps) {
  const { t } = useTranslation();
  const { language, years, unit } = context;
  const apiRef = useRef<GridApi<BudgetEntry> | null>(null);
  const width = useGridWidth(spreadsheet.rootRef);
  const [isReady, setReady] = useState(false);
  const columns = useMemo(
    () => makeBudgetColumns(t, years, fitBudgetColumns(width - SCROLLBAR_AND_BORDERS, years.length, unit)),
    [t, years, width, unit],
  );
  const localeText = useMemo(() => gridLocale(t), [t]);
  const gridRows = useRowsInPlace({ apiRef, rows, gridKey: language, onChanged: spreadsheet.onRowsChanged });
  const gridHeadRows = useRowsInPlace({
    apiRef,
    rows: headRows,
    gridKey: language,
    findNode: findPinnedTopRow,
    onChanged: spreadsheet.onRowsChanged,
  });
  const onEdit = useLatestCallback((row: BudgetEntry, columnId: string, value: unknown) => {
    const won = readAmount(row, columnId, years);
    // Opening a cell and leaving it is no edit.
    const before = won === null || won === undefined ? "" : editableInUnit(won, unit);
    return typeof value === "string" && value !== before ? onType(row, columnId, value) : undefined;
  });
  const defaultColumn = useMemo(
    () => ({
      sortable: false,
      resizable: true,
      suppressHeaderMenuButton: true,
      // Amounts may keep their value while their marks change.
      equals: () => false,
      cellClassRules: spreadsheet.cellClassRules,
      valueSetter: spreadsheet.requests.setterFor(onEdit),
    }),
    [spreadsheet.cellClassRules, spreadsheet.requests, onEdit],
  );
  // Cells read unit, estimate and language from the context, whose change the grid does not see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cells depend on it
  useEffect(() => apiRef.current?.refreshCells({ force: true }), [context]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row comes with the rows
  useEffect(() => {
    const api = apiRef.current;
    if (api === null || revealed === null || !isReady) return;
    if (focusRow(api, revealed)) onRevealed();
  }, [rows, headRows, revealed, isReady]);

  const onKeyDown = ({ data, event, column }: CellKeyDownEvent<BudgetEntry>) => {
    if (!(event instanceof KeyboardEvent) || data === undefined || event.target instanceof HTMLInputElement)
      return;
    const isToggleKey = event.key === "Enter" || event.key === " ";
    if (column.getColId() !== "name" || !canToggle(data) || !isToggleKey) return;
    event.preventDefault();
    context.toggle(data.id);
  };

  return (
    <div ref={spreadsheet.rootRef} className="budget-grid">
      {width > 0 && (
        <AgGridReact<BudgetEntry>
          // A new language needs new words in the grid's own parts, which it reads once.
          key={language}
          {...sheetGridOptions}
          styleNonce={getStyleNonce()}
          rowData={gridRows as BudgetEntry[]}
          columnDefs={columns}
          defaultColDef={defaultColumn}
          pinnedTopRowData={gridHeadRows as BudgetEntry[]}
          context={context}
          localeText={localeText}
          getRowId={getRowId}
          getRowClass={getRowClass}
          getRowHeight={getRowHeight}
          // Rows that open are read out where they stand.
          ensureDomOrder
          onGridReady={(event) => {
            apiRef.current = event.api;
            spreadsheet.onGridReady(event);
          }}
          onFirstDataRendered={() => setReady(true)}
          onCellKeyDown={(event: CellKeyDownEvent<BudgetEntry> | FullWidthCellKeyDownEvent<BudgetEntry>) => {
            if ("column" in event) onKeyDown(event);
          }}
          onCellFocused={({ api, rowIndex, rowPinned, column }: CellFocusedEvent<BudgetEntry>) => {
            if (rowIndex === null) return;
            const node = rowPinned ? api.getPinnedTopRow(rowIndex) : api.getDisplayedRowAtIndex(rowIndex);
            const columnId = typeof column === "string" ? column : (column?.getColId() ?? "");
            if (node?.data !== undefined) onFocusCell(node.data, columnId);
          }}
        />
      )}
    </div>
  );
});

/** Scrolls to a cell and puts the focus on it; false while its row is not there. */
function focusRow(api: GridApi<BudgetEntry>, { rowId, columnId }: RevealedCell): boolean {
  const pinnedIndex = Array.from({ length: api.getPinnedTopRowCount() }, (_, index) => index).find(
    (index) => api.getPinnedTopRow(index)?.data?.id === rowId,
  );
  const rowIndex = pinnedIndex ?? api.getRowNode(rowId)?.rowIndex;
  if (rowIndex === null || rowIndex === undefined) return false;
  if (pinnedIndex === undefined) api.ensureIndexVisible(rowIndex, "middle");
  api.ensureColumnVisible(columnId);
  api.setFocusedCell(rowIndex, columnId, pinnedIndex === undefined ? null : "top");
  return true;
}

const getRowId = ({ data }: GetRowIdParams<BudgetEntry>) => data.id;

const getRowClass = ({ data }: RowClassParams<BudgetEntry>) => data && `budget-row-${data.kind}`;

const getRowHeight = ({ data }: RowHeightParams<BudgetEntry>) =>
  data?.kind === "source" || data?.kind === "measure" ? SOURCE_ROW_HEIGHT : ROW_HEIGHT;
