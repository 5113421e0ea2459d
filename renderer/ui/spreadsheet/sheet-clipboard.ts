import type { RangeBounds } from "./cell-range";
import { formatHtmlTable, type TableCell } from "./html-table";
import type { Sheet } from "./sheet";
import type { SheetView } from "./sheet-view";
import { formatTsv } from "./tsv";

/** A block of cells in the two forms that other programs take. */
export interface ClipboardBlock {
  readonly text: string;
  readonly html: string;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Copies a block: exact numbers as tab-separated text, and a table with grouped numbers for word processors. */
export function copyBlock<Row>(
  view: SheetView<Row>,
  sheet: Sheet<Row>,
  { top, bottom, left, right }: RangeBounds,
): ClipboardBlock {
  const rows: CopiedCell[][] = [];
  const columnIds = view.columnIds.slice(left, right + 1);
  for (let index = top; index <= bottom; index += 1) {
    const row = view.row(index);
    if (row !== undefined) rows.push(columnIds.map((columnId) => readCell(sheet, row, columnId)));
  }
  return toClipboardBlock(rows);
}

/** The whole table with its headings: the pinned rows first, as they stand on screen. */
export function copyTable<Row>(sections: readonly SheetView<Row>[], sheet: Sheet<Row>): ClipboardBlock {
  const columnIds = sections[0]?.columnIds ?? [];
  const rows = sections.flatMap((view) =>
    Array.from({ length: view.size.rows }, (_, index) => view.row(index))
      .filter((row) => row !== undefined)
      .map((row) => columnIds.map((columnId) => readCell(sheet, row, columnId))),
  );
  return toClipboardBlock(
    rows,
    columnIds.map((columnId) => sheet.nameColumn(columnId)),
  );
}

interface CopiedCell extends TableCell {
  /** Amounts get thousands separators; years and codes stay as they are. */
  readonly isAmount: boolean;
}

function toClipboardBlock(
  rows: readonly (readonly CopiedCell[])[],
  headings: readonly string[] = [],
): ClipboardBlock {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const grouped = rows.map((row) =>
    row.map((cell) => (cell.isAmount ? { ...cell, text: groupDigits(cell.text) } : cell)),
  );
  return {
    text: formatTsv(headings.length === 0 ? texts : [headings, ...texts]),
    html: formatHtmlTable(grouped, headings),
  };
}

function readCell<Row>(sheet: Sheet<Row>, row: Row, columnId: string): CopiedCell {
  const text = sheet.copy(row, columnId);
  const isNumber = NUMBER.test(text);
  return { text, isNumber, isAmount: isNumber && sheet.addend(row, columnId) !== null };
}

/** `1234.5` → `1,234.5`. */
function groupDigits(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
