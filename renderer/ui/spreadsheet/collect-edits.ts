import type { RowEdit } from "../../../core/plan/command";
import type { Result } from "../../../core/result";
import { err, ok } from "../../../core/result";
import type { TargetCell } from "./lay-out-block";
import type { CellReading, RowName } from "./sheet";

export interface BlockEdits {
  /** One edit a row of the plan, however many of its cells are written. */
  readonly edits: readonly RowEdit[];
  readonly cleared: readonly RowName[];
  readonly written: number;
  readonly skipped: number;
}

/** The first cell of a block that cannot take its text; nothing of the block may be written then. */
export interface BlockRefusal {
  readonly type: "cell-refused" | "clear-and-set";
  readonly cell: TargetCell;
  readonly reason: string;
}

/** Reads a whole block before anything is written: either every cell fits, or the first that does not is named. */
export function collectEdits(
  cells: readonly TargetCell[],
  read: (cell: TargetCell) => CellReading,
): Result<BlockEdits, BlockRefusal> {
  const editByRow = new Map<string, RowEdit>();
  const cleared = new Map<string, RowName>();
  let written = 0;
  let skipped = 0;
  let firstCleared: TargetCell | undefined;
  for (const cell of cells) {
    const reading = read(cell);
    switch (reading.type) {
      case "refused":
        return err({ type: "cell-refused", cell, reason: reading.reason });
      case "locked":
        skipped += 1;
        break;
      case "unchanged":
        break;
      case "clear":
        written += 1;
        firstCleared ??= cell;
        for (const row of reading.rows) cleared.set(keyOf(row), row);
        break;
      case "set":
        written += 1;
        for (const edit of reading.edits) {
          const known = editByRow.get(keyOf(edit));
          editByRow.set(keyOf(edit), known === undefined ? edit : mergeEdits(known, edit));
        }
    }
  }
  // Setting and deleting are two commands, and a block is one step of undo.
  if (firstCleared !== undefined && editByRow.size > 0)
    return err({ type: "clear-and-set", cell: firstCleared, reason: "" });
  return ok({ edits: [...editByRow.values()], cleared: [...cleared.values()], written, skipped });
}

const keyOf = ({ entity, rowId }: RowName) => `${entity}\n${rowId}`;

const mergeEdits = (first: RowEdit, second: RowEdit): RowEdit => ({
  ...first,
  cells: { ...first.cells, ...second.cells },
});
