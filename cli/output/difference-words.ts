import type { RowDifference } from "../../core/planfile/compare-plans";
import { formatCell, nameField } from "./change-words";

/** A row that differs, as lines: what happened to it, and each changed cell. */
export function describeRowDifference({ kind, entity, name, cells }: RowDifference, row: string): string[] {
  const title = name === "" || row.endsWith(name) ? "" : `  ${name}`;
  switch (kind) {
    case "added":
      return [`+ ${row}${title}`];
    case "deleted":
      return [`- ${row}${title}`];
    case "changed":
      return [
        `~ ${row}${title}`,
        ...cells.map(
          ({ field, from, to }) =>
            `    ${nameField(field)}: ${formatCell(entity, field, from)} → ${formatCell(entity, field, to)}`,
        ),
      ];
  }
}
