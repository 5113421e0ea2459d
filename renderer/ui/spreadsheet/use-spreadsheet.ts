import {
  type CellClassRules,
  ColumnApiModule,
  EventApiModule,
  type GridApi,
  ModuleRegistry,
} from "ag-grid-community";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../announce";
import { RequestedEdits } from "../grid/requested-edits";
import { attachSheetEvents } from "./attach-sheet-events";
import { isSameBounds, type RangeBounds } from "./cell-range";
import { layOutClear, layOutFillDown, layOutPaste, type TargetCell } from "./lay-out-block";
import { putOnClipboard } from "./put-on-clipboard";
import { rangeClasses } from "./selected-cells";
import type { Sheet } from "./sheet";
import { type ClipboardBlock, copyBlock, copyTable } from "./sheet-clipboard";
import { type SelectedPlace, SheetSelection } from "./sheet-selection";
import { type SheetView, sectionOfPinned, viewSection } from "./sheet-view";
import { sumAddends } from "./sum-addends";
import { parseTsv } from "./tsv";
import { type CommitBlock, type SheetNotice, writeBlock } from "./write-block";
import "./spreadsheet.css";

ModuleRegistry.registerModules([ColumnApiModule, EventApiModule]);

interface SpreadsheetOptions<Row> {
  readonly sheet: Sheet<Row>;
  readonly isReadOnly: boolean;
  readonly commit: CommitBlock;
  /** What to show under the toolbar after a block was written or refused; null takes the last one away. */
  readonly onNotice: (notice: SheetNotice | null) => void;
}

/** What a selection holds, for the line under the grid. */
export interface SelectionSummary {
  readonly rows: number;
  readonly columns: number;
  /** The sum in words of the grid's unit; null where nothing can be added. */
  readonly sum: string | null;
}

/** What a grid is connected with; the same object for as long as the screen is shown. */
export interface SpreadsheetConnection<Row> {
  /** The element around the grid. */
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly onGridReady: (event: { readonly api: GridApi<Row> }) => void;
  /** For `defaultColDef`: cells that are drawn later know whether they are selected. */
  readonly cellClassRules: CellClassRules<Row>;
  /** What is typed into single cells. */
  readonly requests: RequestedEdits<Row>;
  /** For rows that were put in the places of others without the grid telling of it: what is selected may hold another sum. */
  readonly onRowsChanged: () => void;
}

export interface Spreadsheet<Row> {
  readonly connection: SpreadsheetConnection<Row>;
  /** Null while no more than one cell is selected. */
  readonly summary: SelectionSummary | null;
  /** Puts the whole table with its headings on the clipboard. */
  readonly copyAll: () => void;
}

/**
 * Gives a grid the habits of a spreadsheet: blocks selected by mouse and
 * keyboard, copied, cut, pasted, filled down and cleared, each as one step.
 */
export function useSpreadsheet<Row>(options: SpreadsheetOptions<Row>): Spreadsheet<Row> {
  const { t } = useTranslation();
  const rootRef = useRef<HTMLDivElement | null>(null);
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const [requests] = useState(() => new RequestedEdits<Row>());
  const [summary, setSummary] = useState<SelectionSummary | null>(null);
  const selectionRef = useRef<SheetSelection<Row> | null>(null);
  // Listeners live as long as the grid; what they work with is the newest.
  const latest = useRef({ ...options, t });
  latest.current = { ...options, t };
  /** One block at a time, in the order in which they were asked for: the next reads rows that hold the one before. */
  const lastWrite = useRef<Promise<void>>(Promise.resolve());

  const write = useCallback((lay: (view: SheetView<Row>, bounds: RangeBounds) => LaidOut): void => {
    // Where the block goes is settled now; the selection may move on while an earlier block is written.
    const asked = selectionRef.current?.place ?? null;
    if (asked === null) return;
    const { section, bounds } = asked;
    const run = async (): Promise<void> => {
      const selection = selectionRef.current;
      const { sheet, commit, onNotice, isReadOnly, t: say } = latest.current;
      if (selection === null) return;
      if (isReadOnly) return onNotice({ tone: "problem", text: say("error.readOnly") });
      const view = selection.view(section);
      const { cells, cutOff, target, done } = lay(view, bounds);
      if (cells.length === 0) return;
      const outcome = await writeBlock({ view, sheet, cells, cutOff, commit, t: say });
      onNotice(outcome.notice);
      if (!outcome.isDone) return;
      if (isSamePlace(selection.place, asked)) selection.select(target);
      // A notice is read out by itself.
      if (outcome.notice === null) announce(done(cells.length));
    };
    // A write that threw is reported where it was thrown; the next is not its victim.
    lastWrite.current = lastWrite.current.then(run, run);
  }, []);

  useEffect(() => {
    const root = rootRef.current;
    if (api === null || root === null) return;
    const hasCells = (row: Row) => latest.current.sheet.hasCells?.(row) ?? true;
    const selection = new SheetSelection(api, root, hasCells, () =>
      setSummary(summarise(selection, latest.current)),
    );
    selectionRef.current = selection;
    const say = latest.current.t;
    const copySelected = (): ClipboardBlock | null =>
      selection.bounds === null ? null : copyBlock(selection.view(), latest.current.sheet, selection.bounds);
    const clear = () =>
      write((_, bounds) => ({
        cells: layOutClear(bounds),
        cutOff: 0,
        target: bounds,
        done: (count) => say("spreadsheet.cleared", { count }),
      }));
    const detach = attachSheetEvents({
      api,
      root,
      selection,
      requests,
      copy: () => {
        const block = copySelected();
        if (block !== null) announce(say("spreadsheet.copied", { count: countCells(selection.bounds) }));
        return block;
      },
      cut: () => {
        const block = copySelected();
        if (block !== null) clear();
        return block;
      },
      paste: (text) =>
        write((view, bounds) => {
          const { cells, cutOff, bounds: target } = layOutPaste(parseTsv(text), bounds, view.size);
          return { cells, cutOff, target, done: (count) => say("spreadsheet.pasted", { count }) };
        }),
      clear,
      fillDown: () =>
        write((view, bounds) => {
          const readText = ({ row, column }: { readonly row: number; readonly column: number }) => {
            const data = view.row(row);
            return data === undefined ? "" : latest.current.sheet.copy(data, view.columnIds[column] ?? "");
          };
          const cells = layOutFillDown(bounds, readText);
          return { cells, cutOff: 0, target: bounds, done: (count) => say("spreadsheet.filled", { count }) };
        }),
    });
    return () => {
      detach();
      selectionRef.current = null;
      setSummary(null);
    };
  }, [api, write, requests]);

  const cellClassRules = useMemo<CellClassRules<Row>>(
    () =>
      Object.fromEntries(
        Object.entries(rangeClasses).map(([name, rule]) => [
          name,
          ({ node, column }) =>
            rule(selectionRef.current?.selectedCells ?? null, {
              section: sectionOfPinned(node.rowPinned),
              gridIndex: node.rowIndex ?? -1,
              columnId: column.getColId(),
            }),
        ]),
      ) as CellClassRules<Row>,
    [],
  );

  const copyAll = useCallback(() => {
    if (api === null) return;
    const { sheet } = latest.current;
    const sections = (["top", "body", "bottom"] as const).map((section) =>
      viewSection(api, section, (row) => sheet.hasCells?.(row) ?? true),
    );
    const block = copyTable(sections, sheet);
    putOnClipboard(block);
    const count = sections.reduce((sum, { size }) => sum + size.rows, 0);
    latest.current.onNotice({ tone: "info", text: latest.current.t("spreadsheet.copiedTable", { count }) });
  }, [api]);

  const connection = useMemo<SpreadsheetConnection<Row>>(
    () => ({
      rootRef,
      onGridReady: ({ api: ready }) => setApi(ready),
      cellClassRules,
      requests,
      onRowsChanged: () => selectionRef.current?.tellAgain(),
    }),
    [cellClassRules, requests],
  );
  return {
    connection,
    // The unit of the sum may have changed since the selection was made.
    // biome-ignore lint/correctness/useExhaustiveDependencies: the language and unit live in the sheet
    summary: useMemo(
      () => (selectionRef.current === null ? summary : summarise(selectionRef.current, latest.current)),
      [summary, options.sheet, t],
    ),
    copyAll,
  };
}

interface LaidOut {
  readonly cells: readonly TargetCell[];
  readonly cutOff: number;
  readonly target: RangeBounds;
  readonly done: (count: number) => string;
}

function summarise<Row>(
  selection: SheetSelection<Row>,
  { sheet }: { readonly sheet: Sheet<Row> },
): SelectionSummary | null {
  const { bounds } = selection;
  if (bounds === null || countCells(bounds) < 2) return null;
  const view = selection.view();
  const sum = sumAddends(addendsOf(view, sheet, bounds));
  return {
    rows: bounds.bottom - bounds.top + 1,
    columns: bounds.right - bounds.left + 1,
    sum: sum === null ? null : sheet.formatSum(sum),
  };
}

function* addendsOf<Row>(view: SheetView<Row>, sheet: Sheet<Row>, { top, bottom, left, right }: RangeBounds) {
  const indexes = Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset);
  const selectedRows = indexes.map((index) => view.row(index)).filter((row) => row !== undefined);
  const selectedColumns = view.columnIds.slice(left, right + 1);
  const { rows, columnIds } = sheet.withoutSubtotals?.(selectedRows, selectedColumns) ?? {
    rows: selectedRows,
    columnIds: selectedColumns,
  };
  for (const row of rows) for (const columnId of columnIds) yield sheet.addend(row, columnId);
}

const isSamePlace = (place: SelectedPlace | null, asked: SelectedPlace): boolean =>
  place !== null && place.section === asked.section && isSameBounds(place.bounds, asked.bounds);

const countCells = (bounds: RangeBounds | null): number =>
  bounds === null ? 0 : (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1);
