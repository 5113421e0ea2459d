import type { Sheet } from "../spreadsheet/sheet";
import type { GridRow, RowColumn } from "./row-column";
import type { GridEntry } from "./row-grid-columns";

/** The cells of a plain grid as a sheet, from what its columns show and take. */
export function makeRowSheet<R extends GridRow>(
  columns: readonly RowColumn<R>[],
  formatSum: (sum: number) => string,
): Sheet<GridEntry<R>> {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const named = columns.find(({ isWide }) => isWide) ?? columns[0];
  const copy = (entry: GridEntry<R>, columnId: string): string => {
    const column = byId.get(columnId);
    if (column === undefined) return "";
    if (entry.kind === "total") return withoutGrouping(entry.total.texts[columnId] ?? "");
    return column.edit?.toText(entry.row) ?? withoutGrouping(column.text(entry.row));
  };
  return {
    copy,
    addend: (entry, columnId) => {
      if (entry.kind === "total" || byId.get(columnId)?.isSummed !== true) return null;
      const text = copy(entry, columnId);
      return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
    },
    formatSum,
    read: (entry, columnId, text) => {
      const edit = byId.get(columnId)?.edit;
      if (entry.kind === "total" || edit === undefined) return { type: "locked" };
      const { row } = entry;
      if (text === edit.toText(row)) return { type: "unchanged" };
      if (text.trim() === "" && edit.clear !== undefined) {
        const rows = edit.clear(row);
        return rows.length === 0 ? { type: "unchanged" } : { type: "clear", rows };
      }
      const read = edit.read(row, text);
      return read.ok ? { type: "set", edits: [read.value] } : read.error;
    },
    nameRow: (entry) =>
      entry.kind === "total" ? entry.id : named === undefined ? "" : named.text(entry.row),
    nameColumn: (columnId) => byId.get(columnId)?.title ?? "",
  };
}

/** `1,234.5` → `1234.5`; anything that is no grouped number stays as it is. */
const withoutGrouping = (text: string): string =>
  /^[-−]?\d{1,3}(,\d{3})*(\.\d+)?$/.test(text) ? text.replaceAll(",", "").replace("−", "-") : text;
