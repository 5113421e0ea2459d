import type { CellClassParams, ColDef, EditableCallbackParams, ITooltipParams } from "ag-grid-community";
import { err, ok } from "../../../core/result";
import { ParsedCellEditor, type ParsedCellEditorParams } from "./parsed-cell-editor";
import { RowCell } from "./row-cell";
import type { GridRow, RowCellEdit, RowColumn, TotalRow } from "./row-column";

export type GridEntry<R extends GridRow> =
  | { readonly kind: "row"; readonly id: string; readonly row: R; readonly isChosen: boolean }
  | { readonly kind: "total"; readonly id: string; readonly total: TotalRow };

/** Words for marks. */
export interface RowGridContext {
  readonly illustrative: string;
  readonly problem: string;
}

type Column<R extends GridRow> = ColDef<GridEntry<R>>;
type Columns<R extends GridRow> = readonly RowColumn<R>[];

export const makeColumns = <R extends GridRow>(
  columns: Columns<R>,
  isReadOnly: boolean,
  wideWidth: number,
): Column<R>[] => columns.map((column) => makeColumn(column, isReadOnly, wideWidth));

function makeColumn<R extends GridRow>(
  column: RowColumn<R>,
  isReadOnly: boolean,
  wideWidth: number,
): Column<R> {
  const { align, edit } = column;
  const isEditable = ({ data }: EditableCallbackParams<GridEntry<R>> | CellClassParams<GridEntry<R>>) =>
    edit !== undefined && !isReadOnly && data?.kind === "row";
  return {
    colId: column.id,
    headerName: column.title,
    headerTooltip: column.hint ?? column.title,
    headerClass: align,
    width: column.isWide ? Math.max(column.width, wideWidth) : column.width,
    ...(column.isPinned ? { pinned: "left" as const } : {}),
    valueGetter: ({ data }) => (data?.kind === "row" ? column.value(data.row) : undefined),
    comparator: (a, b) => compare(a, b),
    cellRenderer: RowCell<R>,
    cellRendererParams: { rowColumn: column },
    cellClass: (params) => [align, isEditable(params) ? "typed" : "computed"],
    tooltipValueGetter: ({ data }: ITooltipParams<GridEntry<R>>) =>
      data?.kind === "row" ? column.note?.(data.row) : undefined,
    ...(edit === undefined ? {} : { editable: isEditable, ...editWith(column.title, align, edit) }),
  };
}

const editWith = <R extends GridRow>(title: string, align: "left" | "right", edit: RowCellEdit<R>) => ({
  cellEditor: ParsedCellEditor,
  cellEditorParams: {
    align,
    toText: ({ data }) => edit.toText(data.row),
    // The text itself is the value of the request: the column reads it again when it is applied.
    check: (text, { data }) => {
      if (text.trim() === "" && edit.clear !== undefined) return ok(text);
      const read = edit.read(data.row, text);
      return read.ok ? ok(text) : err(read.error);
    },
    label: () => title,
  } satisfies ParsedCellEditorParams,
});

/** Numbers by size, texts as people sort them, nothing last. */
function compare(a: unknown, b: unknown): number {
  if (a === null || b === null || a === undefined || b === undefined)
    return Number(a === null || a === undefined) - Number(b === null || b === undefined);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
