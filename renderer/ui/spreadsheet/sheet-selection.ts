import type { GridApi } from "ag-grid-community";
import {
  boundsOf,
  type CellPosition,
  type CellRange,
  isSingleCell,
  moveCorner,
  type RangeBounds,
  singleCell,
  stepWithin,
  wholeSheet,
} from "./cell-range";
import { describeSelectedCells, paintSelectedCells, type SelectedCells } from "./selected-cells";
import {
  type GridCell,
  locate,
  pinnedOfSection,
  type SheetSection,
  type SheetView,
  sectionOfPinned,
  viewSection,
} from "./sheet-view";
import type { SheetKey } from "./spreadsheet-keys";

interface Selection {
  readonly section: SheetSection;
  readonly range: CellRange;
  /** The cell with the focus; it walks through the block on Enter and Tab. */
  readonly active: CellPosition;
  /** Which rows the block held when it was selected: another order or filter ends the selection. */
  readonly rowIds: string;
}

/** Where the selected block lies. */
export interface SelectedPlace {
  readonly section: SheetSection;
  readonly bounds: RangeBounds;
}

/** Which cells of a grid are selected, as the mouse, the keyboard and the grid's focus change it. */
export class SheetSelection<Row> {
  readonly #api: GridApi<Row>;
  readonly #root: Element;
  readonly #hasCells: (row: Row) => boolean;
  readonly #onChange: () => void;
  #current: Selection | null = null;
  #selected: SelectedCells | null = null;

  constructor(api: GridApi<Row>, root: Element, hasCells: (row: Row) => boolean, onChange: () => void) {
    this.#api = api;
    this.#root = root;
    this.#hasCells = hasCells;
    this.#onChange = onChange;
  }

  get bounds(): RangeBounds | null {
    return this.#current === null ? null : boundsOf(this.#current.range);
  }

  get place(): SelectedPlace | null {
    return this.#current === null
      ? null
      : { section: this.#current.section, bounds: boundsOf(this.#current.range) };
  }

  get selectedCells(): SelectedCells | null {
    return this.#selected;
  }

  /** The sheet that the selection lies in, or that of another section, as it is shown now. */
  view(section = this.#current?.section ?? "body"): SheetView<Row> {
    return viewSection(this.#api, section, this.#hasCells);
  }

  /** Follows the grid's own focus: a cell outside the block ends it, one inside becomes the active cell. */
  followFocus(): void {
    const focused = this.#api.getFocusedCell();
    if (focused === null) return;
    const section = sectionOfPinned(focused.rowPinned);
    const view = viewSection(this.#api, section, this.#hasCells);
    const cell = { section, gridIndex: focused.rowIndex, columnId: focused.column.getColId() };
    const position = locate(view, cell);
    if (position === undefined) {
      this.clear();
      return;
    }
    const { active } = this.#current ?? {};
    const isSame = active?.row === position.row && active.column === position.column;
    if (isSame && this.#current?.section === section) return;
    this.#set(view, singleCell(position), position);
  }

  /** A click with Shift, or the mouse over another cell while its button is down. */
  extendTo(cell: GridCell): void {
    const current = this.#current;
    if (current === null || current.section !== cell.section) return;
    const view = this.view();
    const corner = locate(view, cell);
    if (corner === undefined) return;
    const { range } = current;
    if (range.corner.row === corner.row && range.corner.column === corner.column) return;
    this.#set(view, { anchor: range.anchor, corner }, current.active);
  }

  /** A click on the active cell of a block: the grid's focus does not move, and the block ends all the same. */
  collapseTo(cell: GridCell): void {
    const current = this.#current;
    if (current === null || current.section !== cell.section || isSingleCell(boundsOf(current.range))) return;
    const view = this.view();
    const { row, column } = locate(view, cell) ?? {};
    const { active } = current;
    if (row === active.row && column === active.column) this.#set(view, singleCell(active), active);
  }

  select(bounds: RangeBounds): void {
    if (this.#current === null) return;
    const anchor = { row: bounds.top, column: bounds.left };
    const corner = { row: bounds.bottom, column: bounds.right };
    this.#set(this.view(), { anchor, corner }, this.#current.active);
  }

  /** Moves the selection by a key; false when the key means nothing to it. */
  move(key: SheetKey): boolean {
    const current = this.#current;
    if (current === null) return false;
    const view = this.view();
    const bounds = boundsOf(current.range);
    const isBlock = bounds.top !== bounds.bottom || bounds.left !== bounds.right;
    switch (key.type) {
      case "extend": {
        const range = moveCorner(current.range, key.key, view.size, key.toEdge);
        this.#set(view, range, current.active);
        this.#show(view, range.corner);
        return true;
      }
      case "select-all":
        this.#set(view, wholeSheet(view.size), current.active);
        return true;
      case "collapse":
        if (isBlock) this.#set(view, singleCell(current.active), current.active);
        return isBlock;
      case "step": {
        if (!isBlock) return false;
        const active = stepWithin(bounds, current.active, key.key, key.isBackwards);
        this.#set(view, current.range, active);
        this.#show(view, active);
        this.#api.setFocusedCell(
          view.gridIndex(active.row),
          view.columnIds[active.column] ?? "",
          pinnedOfSection(view.section),
        );
        return true;
      }
      default:
        return false;
    }
  }

  /** After rows say something else in the same places: a block may come to another sum. */
  tellAgain(): void {
    if (this.#selected !== null) this.#onChange();
  }

  /** After the rows changed: the block stays while it holds the same rows. */
  refresh(): void {
    const current = this.#current;
    if (current === null) return;
    const view = this.view();
    if (rowIdsOf(view, boundsOf(current.range)) === current.rowIds)
      this.#set(view, current.range, current.active);
    else this.clear();
  }

  clear(): void {
    if (this.#current === null) return;
    this.#current = null;
    this.#mark(null);
    this.#onChange();
  }

  #set(view: SheetView<Row>, range: CellRange, active: CellPosition): void {
    const bounds = boundsOf(range);
    this.#current = { section: view.section, range, active, rowIds: rowIdsOf(view, bounds) };
    this.#mark(describeSelectedCells(view, bounds));
    this.#onChange();
  }

  /** Looking through all cells takes longer than most edits: while only one cell is selected there is nothing to do. */
  #mark(selected: SelectedCells | null): void {
    const isUnmarked = this.#selected === null && selected === null;
    this.#selected = selected;
    if (!isUnmarked) paintSelectedCells(this.#root, selected);
  }

  #show(view: SheetView<Row>, position: CellPosition): void {
    if (view.section === "body") this.#api.ensureIndexVisible(view.gridIndex(position.row));
    this.#api.ensureColumnVisible(view.columnIds[position.column] ?? "");
  }
}

function rowIdsOf<Row>(view: SheetView<Row>, { top, bottom }: RangeBounds): string {
  const ids: string[] = [];
  for (let row = top; row <= bottom; row += 1) ids.push(view.rowId(row));
  return ids.join("\n");
}
