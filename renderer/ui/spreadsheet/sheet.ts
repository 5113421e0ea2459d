import type { RowEdit } from "../../../core/plan/command";
import type { EntityName } from "../../../core/plan/entities";

export interface RowName {
  readonly entity: EntityName;
  readonly rowId: string;
}

/** What a text means in a cell. */
export type CellReading =
  | { readonly type: "set"; readonly edits: readonly RowEdit[] }
  /** The cell is empty afterwards because the rows behind it are gone. */
  | { readonly type: "clear"; readonly rows: readonly RowName[] }
  /** The cell says so already. */
  | { readonly type: "unchanged" }
  /** Nothing can be typed here: passed over, and counted. */
  | { readonly type: "locked" }
  | { readonly type: "refused"; readonly reason: string };

/** The rows and columns whose cells are added up. */
export interface SummedCells<Row> {
  readonly rows: readonly Row[];
  readonly columnIds: readonly string[];
}

/** What a grid tells about its cells, so that blocks of them can be copied, pasted, filled and cleared. */
export interface Sheet<Row> {
  /** What copying gives: numbers exact and without grouping, so that they come back as they were. */
  copy(row: Row, columnId: string): string;
  /** What the cell adds to the sum of a selection; null for texts, years and the like. */
  addend(row: Row, columnId: string): number | null;
  /** Which of the selected rows and columns are added up; all of them unless some sum others. */
  withoutSubtotals?(rows: readonly Row[], columnIds: readonly string[]): SummedCells<Row>;
  /** A sum of addends in words of the grid's unit. */
  formatSum(sum: number): string;
  /** Reads a text as if it were typed; never changes anything. */
  read(row: Row, columnId: string, text: string): CellReading;
  /** What people call the row and the column, for messages. */
  nameRow(row: Row): string;
  nameColumn(columnId: string): string;
  /** False for rows that span the whole width: they are no part of the sheet. */
  hasCells?(row: Row): boolean;
}
