/** A cell by its place among the rows and columns that are shown, both counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A selected block: where it was begun (the active cell) and the corner that moves. */
export interface CellRange {
  readonly anchor: CellPosition;
  readonly corner: CellPosition;
}

/** Inclusive. */
export interface RangeBounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

export const singleCell = (position: CellPosition): CellRange => ({ anchor: position, corner: position });

export const boundsOf = ({ anchor, corner }: CellRange): RangeBounds => ({
  top: Math.min(anchor.row, corner.row),
  bottom: Math.max(anchor.row, corner.row),
  left: Math.min(anchor.column, corner.column),
  right: Math.max(anchor.column, corner.column),
});

export const isSameBounds = (a: RangeBounds, b: RangeBounds): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

export const isInBounds = ({ top, bottom, left, right }: RangeBounds, { row, column }: CellPosition) =>
  row >= top && row <= bottom && column >= left && column <= right;

export const isSingleCell = ({ top, bottom, left, right }: RangeBounds): boolean =>
  top === bottom && left === right;

export const wholeSheet = ({ rows, columns }: SheetSize): CellRange => ({
  anchor: { row: 0, column: 0 },
  corner: { row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) },
});

export type ArrowKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

export const isArrowKey = (key: string): key is ArrowKey =>
  key === "ArrowUp" || key === "ArrowDown" || key === "ArrowLeft" || key === "ArrowRight";

/** Moves the corner by one cell, or with `toEdge` to the end of the row or column. */
export function moveCorner(range: CellRange, key: ArrowKey, size: SheetSize, toEdge = false): CellRange {
  const { row, column } = range.corner;
  const step = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
  const isVertical = key === "ArrowUp" || key === "ArrowDown";
  const last = (isVertical ? size.rows : size.columns) - 1;
  const from = isVertical ? row : column;
  const to = clamp(toEdge ? (step < 0 ? 0 : last) : from + step, last);
  return { anchor: range.anchor, corner: isVertical ? { row: to, column } : { row, column: to } };
}

/**
 * The next cell inside a selected block, as Enter (down the columns) and Tab
 * (along the rows) go through it; from the last cell back to the first.
 */
export function stepWithin(
  { top, bottom, left, right }: RangeBounds,
  from: CellPosition,
  key: "Enter" | "Tab",
  isBackwards: boolean,
): CellPosition {
  const [height, width] = [bottom - top + 1, right - left + 1];
  const [row, column] = [from.row - top, from.column - left];
  const index = key === "Enter" ? column * height + row : row * width + column;
  const count = height * width;
  const next = (index + (isBackwards ? count - 1 : 1)) % count;
  return key === "Enter"
    ? { row: top + (next % height), column: left + Math.floor(next / height) }
    : { row: top + Math.floor(next / width), column: left + (next % width) };
}

const clamp = (value: number, last: number) => Math.min(Math.max(value, 0), Math.max(last, 0));
