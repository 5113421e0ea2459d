/** A cell on its way to a word processor. */
export interface TableCell {
  readonly text: string;
  readonly isNumber: boolean;
}

/**
 * The table that word processors and spreadsheets take from the clipboard:
 * borders and right-aligned numbers stand in the markup itself, since nothing
 * else comes along. Texts are escaped: what people typed never becomes markup.
 */
export function formatHtmlTable(
  rows: readonly (readonly TableCell[])[],
  headings: readonly string[] = [],
): string {
  const head =
    headings.length === 0
      ? ""
      : `<thead><tr>${headings.map((text) => `<th style="${CELL}">${escapeHtml(text)}</th>`).join("")}</tr></thead>`;
  const body = rows.map((row) => `<tr>${row.map(formatCell).join("")}</tr>`).join("");
  return `<meta charset="utf-8"><table style="border-collapse:collapse">${head}<tbody>${body}</tbody></table>`;
}

const CELL = "border:1px solid #999;padding:2px 6px";

const formatCell = ({ text, isNumber }: TableCell): string =>
  `<td style="${CELL}${isNumber ? ";text-align:right" : ""}">${escapeHtml(text).replace(/\r?\n/g, "<br>")}</td>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
