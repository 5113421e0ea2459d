/** A block of cells as text, row by row; rows may differ in length. */
export type TextBlock = readonly (readonly string[])[];

/**
 * Reads what spreadsheets put on the clipboard: cells separated by tabs, rows by
 * line ends. A cell that begins with a quote runs to the quote that closes it,
 * so it may hold tabs, line ends and doubled quotes; a quote that is never
 * closed is an ordinary character. One line end after the last row belongs to
 * that row. Nothing is read as HTML.
 */
export function parseTsv(text: string): TextBlock {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
    // The line end after the last row opens no further one.
    if (at >= text.length) break;
  }
  return rows;
}

interface ReadCell {
  readonly text: string;
  /** Where the separator after the cell stands. */
  readonly end: number;
}

const SEPARATOR = /[\t\r\n]/g;

function readCell(text: string, start: number): ReadCell {
  return (text[start] === '"' ? readQuoted(text, start) : undefined) ?? readPlain(text, start);
}

function readPlain(text: string, start: number): ReadCell {
  SEPARATOR.lastIndex = start;
  const end = SEPARATOR.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

/** Undefined when the quote at `start` opens no quoted cell. */
function readQuoted(text: string, start: number): ReadCell | undefined {
  let cell = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    cell += text.slice(from, quote);
    const next = text[quote + 1];
    if (next === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    const isClosed = next === undefined || next === "\t" || next === "\n" || next === "\r";
    return isClosed ? { text: cell, end: quote + 1 } : undefined;
  }
}

/** Cells as spreadsheets read them; quoted only where a tab, a line end or a leading quote asks for it. */
export const formatTsv = (block: TextBlock): string =>
  block.map((row) => row.map(quoteCell).join("\t")).join("\n");

const quoteCell = (text: string) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
