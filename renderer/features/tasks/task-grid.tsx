import type {
  CellDoubleClickedEvent,
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GetRowIdParams,
  GridApi,
  IsFullWidthRowParams,
  RowClassParams,
  RowHeightParams,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskGridRow } from "../../engine/plan-api";
import { gridLocale } from "../../ui/grid/grid-locale";
import { registerGridModules } from "../../ui/grid/grid-modules";
import type { RequestEdit } from "../../ui/grid/requested-edits";
import { sheetGridOptions } from "../../ui/grid/sheet-grid-options";
import { useGridWidth } from "../../ui/grid/use-grid-width";
import { findPinnedBottomRow, useRowsInPlace } from "../../ui/grid/use-rows-in-place";
import type { SpreadsheetConnection } from "../../ui/spreadsheet/use-spreadsheet";
import { getStyleNonce } from "../../ui/theme/style-nonce";
import { AddLineRow } from "./add-line-row";
import "./task-grid.css";
import { canType, makeTaskColumns, widthBesideTitle, yearOfColumn } from "./task-columns";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";
import { findRevealedRow, type RevealedCell } from "./task-selection";

registerGridModules();

const ROW_HEIGHT = 30;
/** Rows drawn outside the view: each costs the first painting its cells. */
const ROW_BUFFER = 2;
const PINNED_ROW_HEIGHT = 36;
const SCROLLBAR_AND_BORDERS = 18;
const NARROWEST_TITLE = 230;
const WIDEST_TITLE = 620;
const WIDEST_SPARE = 60;
/** How far a column of money gives way before the grid scrolls sideways. */
const NARROWEST_SPARE = -12;

interface TaskGridProps {
  readonly rows: readonly TaskGridEntry[];
  /** Totals and ceilings, at the bottom whatever the scroll position. */
  readonly pinnedRows: readonly TaskGridEntry[];
  readonly years: readonly number[];
  readonly context: TaskGridContext;
  readonly onEdit: RequestEdit<TaskGridEntry>;
  readonly spreadsheet: SpreadsheetConnection<TaskGridEntry>;
  /** The task that the focused row belongs to. */
  readonly onFocusTask: (taskId: string | null) => void;
  readonly onFocusCell: (row: TaskGridEntry, columnId: string) => void;
  /** A cell to scroll to and focus, as asked for by the list of problems. */
  readonly revealed: RevealedCell | null;
  readonly onRevealed: () => void;
  /** A row that was just added: its title is opened for typing as soon as it is there. */
  readonly rowToName: { readonly id: string; readonly columnId: string } | null;
  readonly onNaming: () => void;
  /** Someone types an amount where no single budget line can take it. */
  readonly onAskForLine: (task: TaskGridRow, year: number) => void;
}

/**
 * The spreadsheet of tasks. Edits are requests: a cell shows a new value only
 * after the plan took it. Drawn again only for other rows, so handlers have to
 * stay the same objects.
 */
export const TaskGrid = memo(function TaskGrid({
  rows,
  pinnedRows,
  years,
  context,
  onEdit,
  spreadsheet,
  onFocusTask,
  onFocusCell,
  revealed,
  onRevealed,
  rowToName,
  onNaming,
  onAskForLine,
}: TaskGridProps) {
  const { t } = useTranslation();
  const apiRef = useRef<GridApi<TaskGridEntry> | null>(null);
  const width = useGridWidth(spreadsheet.rootRef);
  const [isReady, setReady] = useState(false);
  const { language, unit, isReadOnly } = context;
  const room = width - widthBesideTitle(years.length, unit) - SCROLLBAR_AND_BORDERS;
  const titleWidth = clamp(room, NARROWEST_TITLE, WIDEST_TITLE);
  const spareWidth = clamp(
    Math.floor((room - titleWidth) / (years.length + 1)),
    NARROWEST_SPARE,
    WIDEST_SPARE,
  );
  const columns = useMemo(
    () => makeTaskColumns({ t, language, years, unit, isReadOnly, titleWidth, spareWidth }),
    [t, language, years, unit, isReadOnly, titleWidth, spareWidth],
  );
  const localeText = useMemo(() => gridLocale(t), [t]);
  const gridRows = useRowsInPlace({
    apiRef,
    rows,
    gridKey: language,
    onChanged: spreadsheet.onRowsChanged,
  });
  const gridPinnedRows = useRowsInPlace({
    apiRef,
    rows: pinnedRows,
    gridKey: language,
    findNode: findPinnedBottomRow,
    onChanged: spreadsheet.onRowsChanged,
  });
  const defaultColumn = useMemo(
    () => ({
      ...commonColumn,
      cellClassRules: spreadsheet.cellClassRules,
      valueSetter: spreadsheet.requests.setterFor(onEdit),
    }),
    [spreadsheet.cellClassRules, spreadsheet.requests, onEdit],
  );
  // Cells read unit and language from the context, whose change the grid does not see.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cells depend on it
  useEffect(() => apiRef.current?.refreshCells({ force: true }), [context]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row comes with the rows
  useEffect(() => {
    const api = apiRef.current;
    const rowIndex = rowToName === null ? undefined : api?.getRowNode(rowToName.id)?.rowIndex;
    if (api === null || rowToName === null || rowIndex === null || rowIndex === undefined) return;
    api.ensureIndexVisible(rowIndex);
    api.setFocusedCell(rowIndex, rowToName.columnId);
    api.startEditingCell({ rowIndex, colKey: rowToName.columnId });
    onNaming();
  }, [rows, rowToName]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row comes with the rows
  useEffect(() => {
    const api = apiRef.current;
    const rowId = revealed === null ? undefined : findRevealedRow(rows, revealed);
    const rowIndex = rowId === undefined ? undefined : api?.getRowNode(rowId)?.rowIndex;
    if (api === null || revealed === null || rowIndex === null || rowIndex === undefined) return;
    api.ensureIndexVisible(rowIndex, "middle");
    api.ensureColumnVisible(revealed.columnId);
    api.setFocusedCell(rowIndex, revealed.columnId);
    onRevealed();
  }, [rows, revealed, isReady]);

  /** Amounts belong to budget lines: where there is not exactly one, its place is shown instead of nothing. */
  const askForLine = (row: TaskGridEntry | undefined, columnId: string) => {
    const year = yearOfColumn(columnId);
    if (isReadOnly || row?.kind !== "task" || year === undefined || canType(row, year)) return;
    onAskForLine(row.task, year);
  };

  const onKeyDown = ({ data, event, column }: CellKeyDownEvent<TaskGridEntry>) => {
    if (!(event instanceof KeyboardEvent) || data === undefined || event.target instanceof HTMLInputElement)
      return;
    if (
      column.getColId() === "area" &&
      data.kind === "task" &&
      (event.key === "Enter" || event.key === " ")
    ) {
      event.preventDefault();
      context.toggleTask(data.task.id);
    }
    const isTyping = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey;
    if (isTyping || event.key === "F2" || event.key === "Enter") askForLine(data, column.getColId());
  };

  return (
    <div ref={spreadsheet.rootRef} className="task-grid">
      {width > 0 && (
        <AgGridReact<TaskGridEntry>
          // A new language needs new words in the grid's own parts, which it reads once.
          key={language}
          {...sheetGridOptions}
          styleNonce={getStyleNonce()}
          rowData={gridRows as TaskGridEntry[]}
          columnDefs={columns}
          defaultColDef={defaultColumn}
          pinnedBottomRowData={gridPinnedRows as TaskGridEntry[]}
          context={context}
          localeText={localeText}
          getRowId={getRowId}
          getRowClass={getRowClass}
          getRowHeight={getRowHeight}
          isFullWidthRow={isFullWidthRow}
          fullWidthCellRenderer={AddLineRow}
          // Rows that open would else push the last column under the scrollbar.
          alwaysShowVerticalScroll
          rowBuffer={ROW_BUFFER}
          onGridReady={(event) => {
            apiRef.current = event.api;
            spreadsheet.onGridReady(event);
          }}
          onFirstDataRendered={() => setReady(true)}
          onCellKeyDown={(
            event: CellKeyDownEvent<TaskGridEntry> | FullWidthCellKeyDownEvent<TaskGridEntry>,
          ) => {
            if ("column" in event) onKeyDown(event);
            else pressButtonOfRow(event);
          }}
          onCellDoubleClicked={({ data, column }: CellDoubleClickedEvent<TaskGridEntry>) =>
            askForLine(data, column.getColId())
          }
          onCellFocused={({ api, rowIndex, rowPinned, column }: CellFocusedEvent<TaskGridEntry>) => {
            if (rowIndex === null) return;
            const columnId = typeof column === "string" ? column : (column?.getColId() ?? "");
            const row = rowPinned
              ? api.getPinnedBottomRow(rowIndex)?.data
              : api.getDisplayedRowAtIndex(rowIndex)?.data;
            if (row === undefined) return;
            onFocusCell(row, columnId);
            if (!rowPinned) onFocusTask("task" in row ? row.task.id : null);
          }}
        />
      )}
    </div>
  );
});

/** The row that adds a budget line answers the keyboard as its button does. */
function pressButtonOfRow({ event }: FullWidthCellKeyDownEvent<TaskGridEntry>): void {
  if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.classList.contains("ag-row")) return;
  event.preventDefault();
  target.querySelector("button")?.click();
}

const commonColumn = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
};

const getRowId = ({ data }: GetRowIdParams<TaskGridEntry>) => data.id;

const getRowClass = ({ data }: RowClassParams<TaskGridEntry>) => data && `row-${data.kind}`;

const getRowHeight = ({ data }: RowHeightParams<TaskGridEntry>) =>
  data?.kind === "source" ? PINNED_ROW_HEIGHT : ROW_HEIGHT;

const isFullWidthRow = ({ rowNode }: IsFullWidthRowParams<TaskGridEntry>) =>
  rowNode.data?.kind === "add-line";

const clamp = (value: number, minimum: number, maximum: number) =>
  Math.min(maximum, Math.max(minimum, value));
