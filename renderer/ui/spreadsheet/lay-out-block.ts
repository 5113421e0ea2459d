import type { CellPosition, RangeBounds, SheetSize } from "./cell-range";
import type { TextBlock } from "./tsv";

/** One cell that is to be written, and the text for it. */
export interface TargetCell extends CellPosition {
  readonly text: string;
}

export interface LaidOutBlock {
  readonly cells: readonly TargetCell[];
  /** The block that is selected afterwards. */
  readonly bounds: RangeBounds;
  /** Cells of the block that lie beyond the sheet. */
  readonly cutOff: number;
}

/**
 * Where a pasted block goes, as in Excel: one value fills the whole selection; a
 * selection that is a multiple of the block is tiled with it; else the block
 * keeps its size from the selection's top left. What lies beyond the sheet is
 * cut off and counted.
 */
export function layOutPaste(block: TextBlock, selection: RangeBounds, size: SheetSize): LaidOutBlock {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) return { cells: [], bounds: selection, cutOff: 0 };
  const selectedHeight = selection.bottom - selection.top + 1;
  const selectedWidth = selection.right - selection.left + 1;
  const isTiled = selectedHeight % height === 0 && selectedWidth % width === 0;
  const targetHeight = isTiled ? selectedHeight : height;
  const targetWidth = isTiled ? selectedWidth : width;
  const bottom = Math.min(selection.top + targetHeight, size.rows) - 1;
  const right = Math.min(selection.left + targetWidth, size.columns) - 1;
  const cells: TargetCell[] = [];
  for (let row = selection.top; row <= bottom; row += 1)
    for (let column = selection.left; column <= right; column += 1) {
      // A row that is shorter than the others says nothing about the cells that it lacks.
      const text = block[(row - selection.top) % height]?.[(column - selection.left) % width];
      if (text !== undefined) cells.push({ row, column, text });
    }
  const shownCells = (bottom - selection.top + 1) * (right - selection.left + 1);
  return {
    cells,
    bounds: { top: selection.top, bottom, left: selection.left, right },
    cutOff: targetHeight * targetWidth - shownCells,
  };
}

/** Copies the first row of a selection into the rows below; a single row gets what stands above it. */
export function layOutFillDown(
  { top, bottom, left, right }: RangeBounds,
  readText: (position: CellPosition) => string,
): readonly TargetCell[] {
  const from = top === bottom ? top - 1 : top;
  if (from < 0) return [];
  const cells: TargetCell[] = [];
  for (let column = left; column <= right; column += 1) {
    const text = readText({ row: from, column });
    for (let row = from + 1; row <= bottom; row += 1) cells.push({ row, column, text });
  }
  return cells;
}

/** Empties every cell of a selection. */
export function layOutClear({ top, bottom, left, right }: RangeBounds): readonly TargetCell[] {
  const cells: TargetCell[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column, text: "" });
  return cells;
}
