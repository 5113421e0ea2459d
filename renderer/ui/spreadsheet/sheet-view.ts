import type { GridApi, IRowNode } from "ag-grid-community";
import type { CellPosition, SheetSize } from "./cell-range";

/** The part of a grid that a selection lies in: rows pinned to the top or bottom, or the rows between. */
export type SheetSection = "top" | "body" | "bottom";

/** The cells of one section as a sheet: what is shown, in the order in which it is shown. */
export interface SheetView<Row> {
  readonly section: SheetSection;
  readonly size: SheetSize;
  readonly columnIds: readonly string[];
  row(index: number): Row | undefined;
  rowId(index: number): string;
  /** Place in the grid of the row at a place in the sheet, and the other way round; −1 for none. */
  gridIndex(index: number): number;
  sheetIndex(gridIndex: number): number;
}

/** Reads what the grid shows now, without the rows that have no cells. */
export function viewSection<Row>(
  api: GridApi<Row>,
  section: SheetSection,
  hasCells: (row: Row) => boolean,
): SheetView<Row> {
  const nodes = listNodes(api, section, hasCells);
  const columnIds = api.getAllDisplayedColumns().map((column) => column.getColId());
  return {
    section,
    size: { rows: nodes.length, columns: columnIds.length },
    columnIds,
    row: (index) => nodes[index]?.data,
    rowId: (index) => nodes[index]?.id ?? "",
    gridIndex: (index) => nodes[index]?.rowIndex ?? -1,
    sheetIndex: (gridIndex) => findNode(nodes, gridIndex),
  };
}

function listNodes<Row>(
  api: GridApi<Row>,
  section: SheetSection,
  hasCells: (row: Row) => boolean,
): IRowNode<Row>[] {
  const [count, nodeAt] =
    section === "top"
      ? [api.getPinnedTopRowCount(), (index: number) => api.getPinnedTopRow(index)]
      : section === "bottom"
        ? [api.getPinnedBottomRowCount(), (index: number) => api.getPinnedBottomRow(index)]
        : [api.getDisplayedRowCount(), (index: number) => api.getDisplayedRowAtIndex(index)];
  const nodes: IRowNode<Row>[] = [];
  for (let index = 0; index < count; index += 1) {
    const node = nodeAt(index);
    if (node?.data !== undefined && hasCells(node.data)) nodes.push(node);
  }
  return nodes;
}

/** The place of the node with this index in the grid, which rises from node to node; −1 for none. */
function findNode<Row>(nodes: readonly IRowNode<Row>[], gridIndex: number): number {
  let [low, high] = [0, nodes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = nodes[middle]?.rowIndex ?? -1;
    if (at === gridIndex) return middle;
    if (at < gridIndex) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export const sectionOfPinned = (rowPinned: string | null | undefined): SheetSection =>
  rowPinned === "top" || rowPinned === "bottom" ? rowPinned : "body";

export const pinnedOfSection = (section: SheetSection): "top" | "bottom" | null =>
  section === "body" ? null : section;

/** A cell by its place in the grid, as its element tells it. */
export interface GridCell {
  readonly section: SheetSection;
  readonly gridIndex: number;
  readonly columnId: string;
}

/** The cell that an element of the grid belongs to. */
export function findGridCell(target: EventTarget | null): GridCell | undefined {
  if (!(target instanceof Element)) return undefined;
  const columnId = target.closest(".ag-cell")?.getAttribute("col-id");
  const rowIndex = target.closest(".ag-row")?.getAttribute("row-index");
  if (columnId === null || columnId === undefined || rowIndex === null || rowIndex === undefined)
    return undefined;
  const [, pin, digits] = /^(?:([tb])-)?(\d+)$/.exec(rowIndex) ?? [];
  if (digits === undefined) return undefined;
  return {
    section: pin === "t" ? "top" : pin === "b" ? "bottom" : "body",
    gridIndex: Number(digits),
    columnId,
  };
}

/** The place of a cell in the sheet of its section. */
export function locate<Row>(view: SheetView<Row>, cell: GridCell): CellPosition | undefined {
  const position = { row: view.sheetIndex(cell.gridIndex), column: view.columnIds.indexOf(cell.columnId) };
  return cell.section !== view.section || position.row < 0 || position.column < 0 ? undefined : position;
}
