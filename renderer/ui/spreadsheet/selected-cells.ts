import type { RangeBounds } from "./cell-range";
import { findGridCell, type GridCell, type SheetSection, type SheetView } from "./sheet-view";

/** A selection in the grid's own terms, so that each cell can say whether it is inside. */
export interface SelectedCells {
  readonly section: SheetSection;
  readonly gridIndexes: ReadonlySet<number>;
  readonly columnIds: ReadonlySet<string>;
  readonly firstGridIndex: number;
  readonly lastGridIndex: number;
  readonly firstColumnId: string;
  readonly lastColumnId: string;
}

/** A block of cells, or null when only one cell is selected: that one has the grid's own focus ring. */
export function describeSelectedCells<Row>(view: SheetView<Row>, bounds: RangeBounds): SelectedCells | null {
  const { top, bottom, left, right } = bounds;
  if (top === bottom && left === right) return null;
  const gridIndexes = new Set<number>();
  for (let row = top; row <= bottom; row += 1) gridIndexes.add(view.gridIndex(row));
  return {
    section: view.section,
    gridIndexes,
    columnIds: new Set(view.columnIds.slice(left, right + 1)),
    firstGridIndex: view.gridIndex(top),
    lastGridIndex: view.gridIndex(bottom),
    firstColumnId: view.columnIds[left] ?? "",
    lastColumnId: view.columnIds[right] ?? "",
  };
}

/** The classes of a selection: the tint, and an edge where the block ends. */
export const rangeClasses = {
  "cell-range": isSelected,
  "cell-range-top": (selected, cell) =>
    isSelected(selected, cell) && cell.gridIndex === selected?.firstGridIndex,
  "cell-range-bottom": (selected, cell) =>
    isSelected(selected, cell) && cell.gridIndex === selected?.lastGridIndex,
  "cell-range-left": (selected, cell) =>
    isSelected(selected, cell) && cell.columnId === selected?.firstColumnId,
  "cell-range-right": (selected, cell) =>
    isSelected(selected, cell) && cell.columnId === selected?.lastColumnId,
} satisfies Record<string, (selected: SelectedCells | null, cell: GridCell) => boolean>;

function isSelected(selected: SelectedCells | null, cell: GridCell): boolean {
  return (
    selected !== null &&
    selected.section === cell.section &&
    selected.gridIndexes.has(cell.gridIndex) &&
    selected.columnIds.has(cell.columnId)
  );
}

/** Shows a selection on the cells that are drawn; cells drawn later ask the same rules themselves. */
export function paintSelectedCells(root: Element, selected: SelectedCells | null): void {
  for (const element of root.querySelectorAll(".ag-cell")) {
    const cell = findGridCell(element);
    if (cell === undefined) continue;
    for (const [name, rule] of Object.entries(rangeClasses))
      element.classList.toggle(name, rule(selected, cell));
    if (isSelected(selected, cell)) element.setAttribute("aria-selected", "true");
    else element.removeAttribute("aria-selected");
  }
}
