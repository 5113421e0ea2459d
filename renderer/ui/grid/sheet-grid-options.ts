import type { GridOptions } from "ag-grid-community";
import { gridTheme } from "../theme/grid-theme";

/** What every grid that is typed in has in common: its look, and the keys of a spreadsheet. */
export const sheetGridOptions = {
  theme: gridTheme,
  invalidEditValueMode: "block",
  stopEditingWhenCellsLoseFocus: true,
  enterNavigatesVertically: true,
  enterNavigatesVerticallyAfterEdit: true,
  suppressDragLeaveHidesColumns: true,
  suppressMovableColumns: true,
  tooltipShowDelay: 400,
  animateRows: false,
  suppressNoRowsOverlay: true,
} as const satisfies GridOptions;
