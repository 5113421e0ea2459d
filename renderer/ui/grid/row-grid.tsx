import type { CellFocusedEvent, GetRowIdParams, GridApi, RowClassParams } from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RowEdit } from "../../../core/plan/command";
import { err, ok } from "../../../core/result";
import { useLanguage } from "../../i18n/use-language";
import { formatNumber } from "../number-format";
import { SelectionStatus } from "../spreadsheet/selection-status";
import type { RowName } from "../spreadsheet/sheet";
import { useSpreadsheet } from "../spreadsheet/use-spreadsheet";
import type { CommitBlock, SheetNotice } from "../spreadsheet/write-block";
import { getStyleNonce } from "../theme/style-nonce";
import { useLatestCallback } from "../use-latest-callback";
import { gridLocale } from "./grid-locale";
import { registerGridModules } from "./grid-modules";
import type { GridRow, RowColumn, TotalRow } from "./row-column";
import { sheetGridOptions } from "./sheet-grid-options";
import "./row-grid.css";
import { type GridEntry, makeColumns, type RowGridContext } from "./row-grid-columns";
import { makeRowSheet } from "./row-sheet";
import { useGridWidth } from "./use-grid-width";

registerGridModules();

const SCROLLBAR_AND_BORDERS = 18;

interface RowGridProps<R extends GridRow> {
  readonly rows: readonly R[];
  readonly columns: readonly RowColumn<R>[];
  readonly totals?: readonly TotalRow[];
  readonly isReadOnly: boolean;
  readonly chosenId?: string | null;
  readonly onChoose?: (rowId: string) => void;
  readonly onFocusCell?: (rowId: string, columnId: string) => void;
  /** A cell to scroll to and focus, as asked for by the list of problems. */
  readonly revealed?: { readonly rowId: string; readonly columnId: string } | null;
  readonly onRevealed?: () => void;
  /** Writes cells as one step of undo: the reason in words when the plan refuses. */
  readonly onEdit: (edits: readonly RowEdit[]) => Promise<string | null>;
  /** Deletes what stands behind emptied cells; needed where a column can be emptied. */
  readonly onClear?: (rows: readonly RowName[]) => Promise<string | null>;
}

/** A plain spreadsheet of rows. Edits are requests: a cell shows a new value only after the plan took it. */
export function RowGrid<R extends GridRow>({
  rows,
  columns,
  totals = NO_TOTALS,
  isReadOnly,
  chosenId = null,
  onChoose,
  onFocusCell,
  revealed = null,
  onRevealed,
  onEdit,
  onClear,
}: RowGridProps<R>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const apiRef = useRef<GridApi<GridEntry<R>> | null>(null);
  // The chosen row is told by its data: redrawing rows would end the typing in one of their cells.
  const entries = useMemo(
    () => rows.map((row): GridEntry<R> => ({ kind: "row", id: row.id, row, isChosen: row.id === chosenId })),
    [rows, chosenId],
  );
  const totalEntries = useMemo(
    () => totals.map((total): GridEntry<R> => ({ kind: "total", id: total.id, total })),
    [totals],
  );
  const context = useMemo<RowGridContext>(
    () => ({ illustrative: t("figure.illustrative"), problem: t("figure.problem") }),
    [t],
  );
  const sheet = useMemo(
    () => makeRowSheet(columns, (sum) => formatNumber(sum, language, 3)),
    [columns, language],
  );
  const [notice, setNotice] = useState<SheetNotice | null>(null);
  const commit: CommitBlock = async ({ edits, cleared }) => {
    const reason = cleared.length > 0 ? await onClear?.(cleared) : await onEdit(edits);
    const isDone = reason === null || reason === undefined;
    return isDone ? ok(null) : err({ type: "plan-refused", text: reason, rowId: null });
  };
  const { connection, summary } = useSpreadsheet({ sheet, isReadOnly, commit, onNotice: setNotice });
  const width = useGridWidth(connection.rootRef);
  const fixedWidth = columns.reduce((sum, column) => sum + (column.isWide ? 0 : column.width), 0);
  const wideWidth = width - fixedWidth - SCROLLBAR_AND_BORDERS;
  const columnDefs = useMemo(
    () => makeColumns(columns, isReadOnly, wideWidth),
    [columns, isReadOnly, wideWidth],
  );
  const requested = useLatestCallback((entry: GridEntry<R>, columnId: string, value: unknown) => {
    if (typeof value !== "string") return undefined;
    const reading = sheet.read(entry, columnId, value);
    if (reading.type === "set") return onEdit(reading.edits);
    return reading.type === "clear" ? onClear?.(reading.rows) : undefined;
  });
  const defaultColumn = useMemo(
    () => ({
      ...commonColumn,
      cellClassRules: connection.cellClassRules,
      valueSetter: connection.requests.setterFor(requested),
    }),
    [connection.cellClassRules, connection.requests, requested],
  );
  const [isReady, setReady] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row comes with the rows
  useEffect(() => {
    const api = apiRef.current;
    const rowIndex = revealed === null ? undefined : api?.getRowNode(revealed.rowId)?.rowIndex;
    if (api === null || revealed === null || rowIndex === null || rowIndex === undefined) return;
    api.ensureIndexVisible(rowIndex, "middle");
    api.ensureColumnVisible(revealed.columnId);
    api.setFocusedCell(rowIndex, revealed.columnId);
    onRevealed?.();
  }, [entries, revealed, isReady]);

  return (
    <div className="row-grid-frame">
      <div ref={connection.rootRef} className="row-grid">
        {width > 0 && (
          <AgGridReact<GridEntry<R>>
            // A new language needs new words in the grid's own parts, which it reads once.
            key={language}
            {...sheetGridOptions}
            styleNonce={getStyleNonce()}
            rowData={entries}
            columnDefs={columnDefs}
            defaultColDef={defaultColumn}
            pinnedBottomRowData={totalEntries}
            context={context}
            localeText={gridLocale(t)}
            getRowId={({ data }: GetRowIdParams<GridEntry<R>>) => data.id}
            rowClassRules={rowClassRules}
            onGridReady={(event) => {
              apiRef.current = event.api;
              connection.onGridReady(event);
            }}
            onFirstDataRendered={() => setReady(true)}
            onCellFocused={({ api, rowIndex, rowPinned, column }: CellFocusedEvent<GridEntry<R>>) => {
              const entry =
                rowIndex === null || rowPinned ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
              if (entry?.kind !== "row") return;
              onChoose?.(entry.id);
              onFocusCell?.(entry.id, typeof column === "string" ? column : (column?.getColId() ?? ""));
            }}
          />
        )}
      </div>
      {notice === null ? (
        <SelectionStatus summary={summary} />
      ) : (
        <p
          className="row-grid-notice"
          data-tone={notice.tone}
          role={notice.tone === "problem" ? "alert" : "status"}
        >
          {notice.text}
        </p>
      )}
    </div>
  );
}

const NO_TOTALS: readonly TotalRow[] = [];

const commonColumn = {
  sortable: true,
  resizable: true,
  suppressHeaderMenuButton: true,
  // Figures may keep their value while their marks change.
  equals: () => false,
};

const rowClassRules = {
  "row-sum": ({ data }: RowClassParams) => data?.kind === "total",
  "row-chosen": ({ data }: RowClassParams) => data?.kind === "row" && data.isChosen,
};
