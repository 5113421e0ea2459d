import type { RowEdit } from "../../../core/plan/command";
import type { Result } from "../../../core/result";
import type { RowName } from "../spreadsheet/sheet";

/** The least that a row of a grid has. */
export interface GridRow {
  readonly id: string;
}

export type CellRefusal = { readonly type: "refused"; readonly reason: string };

/** One column of a plain grid of rows: what its cells show, sort by and take. */
export interface RowColumn<R extends GridRow> {
  readonly id: string;
  /** With the unit. */
  readonly title: string;
  readonly hint?: string | undefined;
  readonly width: number;
  /** Takes the width that is left. */
  readonly isWide?: boolean;
  readonly isPinned?: boolean;
  readonly align: "left" | "right";
  /** What the column is sorted by; null sorts last. */
  readonly value: (row: R) => string | number | null;
  readonly text: (row: R) => string;
  /** The base, where a scenario has another value. */
  readonly baseText?: (row: R) => string | null;
  readonly isIllustrative?: (row: R) => boolean;
  /** Tooltip. */
  readonly note?: (row: R) => string | undefined;
  /** Whether something is wrong with the cell; the note says what. */
  readonly isProblem?: (row: R) => boolean;
  /** Whether the figures of selected cells can be added up. */
  readonly isSummed?: boolean;
  /** Absent where nothing can be typed. */
  readonly edit?: RowCellEdit<R> | undefined;
}

export interface RowCellEdit<R extends GridRow> {
  /** What an editor starts from. */
  readonly toText: (row: R) => string;
  /** What typing this text would change. */
  readonly read: (row: R, text: string) => Result<RowEdit, CellRefusal>;
  /** Rows of the plan that are deleted when the cell is emptied; absent where an empty text is read like any other. */
  readonly clear?: (row: R) => readonly RowName[];
}

/** A line under the rows, such as their sum; texts by column. */
export interface TotalRow {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}
