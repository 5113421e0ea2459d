export interface Column {
  readonly title: string;
  /** Figures stand at the right. */
  readonly align?: "left" | "right";
}

const GAP = "  ";

/** A table of aligned columns, one line a row, indented by two; empty text for no rows. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [columns.map((column) => column.title), ...rows].map((row) => row.map(toOneLine));
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => measureWidth(line[index] ?? ""))));
  const formatLine = (line: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(line[index] ?? "", widths[index] ?? 0, align ?? "left"))
      .join(GAP)
      .trimEnd();
  return lines.map((line) => `${GAP}${formatLine(line)}`).join("\n");
}

/** Pairs of a name and a value, one a line. */
export function formatFacts(facts: readonly (readonly [string, string])[]): string {
  const width = Math.max(...facts.map(([name]) => measureWidth(name)));
  return facts.map(([name, value]) => `${pad(name, width, "left")}${GAP}${toOneLine(value)}`).join("\n");
}

/** A heading over a table; nothing at all where the table is empty. */
export const formatSection = (heading: string, table: string): string =>
  table === "" ? "" : `${heading}\n${table}`;

/** Parts of a report with an empty line between them. */
export const joinSections = (...sections: readonly string[]): string =>
  sections.filter((section) => section !== "").join("\n\n");

const toOneLine = (text: string) => text.replaceAll(/\s*[\r\n\t]+\s*/g, " ");

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - measureWidth(text)));
  return align === "right" ? space + text : text + space;
}

/** Korean, Chinese and Japanese letters and full-width signs take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mark}/u;

/** Columns that a text takes in a terminal. */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
