export type CsvCell = string | number | null;

/** Marks the file as UTF-8 for spreadsheets, which else misread Korean. */
const BYTE_ORDER_MARK = "\u{feff}";

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark, lines end in CRLF).
 * Numbers are written in full with a point. Text that a spreadsheet would run
 * as a formula (it begins with = + - @, a tab or a line break) gets an
 * apostrophe in front: plans come from anybody. Null is an empty cell.
 */
export const writeCsv = (rows: readonly (readonly CsvCell[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");

function writeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
