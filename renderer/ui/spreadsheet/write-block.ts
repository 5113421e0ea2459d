import type { TFunction } from "i18next";
import type { Result } from "../../../core/result";
import { type BlockEdits, collectEdits } from "./collect-edits";
import type { TargetCell } from "./lay-out-block";
import type { Sheet } from "./sheet";
import type { SheetView } from "./sheet-view";

/** Why the plan refused a block, and, where it is about one row, which. */
export interface CommitRefusal {
  readonly type: "plan-refused";
  readonly text: string;
  readonly rowId: string | null;
}

/** Hands a block to the plan as one command. */
export type CommitBlock = (block: BlockEdits) => Promise<Result<unknown, CommitRefusal>>;

export interface SheetNotice {
  readonly tone: "info" | "problem";
  readonly text: string;
}

export interface WriteOutcome {
  readonly isDone: boolean;
  /** What people should know; null when all went as expected. */
  readonly notice: SheetNotice | null;
}

interface BlockWriting<Row> {
  readonly view: SheetView<Row>;
  readonly sheet: Sheet<Row>;
  readonly cells: readonly TargetCell[];
  readonly cutOff: number;
  readonly commit: CommitBlock;
  readonly t: TFunction;
}

/**
 * Writes a block of texts as one step of undo, or not at all: the first cell
 * that cannot take its text is named with row, column and reason. Cells that
 * cannot be typed into are passed over and counted, like those beyond the grid.
 */
export async function writeBlock<Row>({
  view,
  sheet,
  cells,
  cutOff,
  commit,
  t,
}: BlockWriting<Row>): Promise<WriteOutcome> {
  const refuse = (text: string): WriteOutcome => ({ isDone: false, notice: { tone: "problem", text } });
  const refuseCell = (cell: TargetCell, reason: string): WriteOutcome => {
    const row = view.row(cell.row);
    return refuse(
      t("spreadsheet.refused", {
        row: row === undefined ? String(cell.row + 1) : sheet.nameRow(row),
        column: sheet.nameColumn(view.columnIds[cell.column] ?? ""),
        reason,
      }),
    );
  };
  const read = ({ row, column, text }: TargetCell) => {
    const data = view.row(row);
    return data === undefined
      ? ({ type: "locked" } as const)
      : sheet.read(data, view.columnIds[column] ?? "", text);
  };
  const collected = collectEdits(cells, read);
  if (!collected.ok) {
    const { cell, reason, type } = collected.error;
    return refuseCell(cell, type === "clear-and-set" ? t("spreadsheet.clearAndSet") : reason);
  }
  const { written, skipped } = collected.value;
  if (written === 0) {
    if (skipped > 0 && skipped === cells.length) return refuse(t("spreadsheet.allLocked"));
    return { isDone: true, notice: null };
  }
  const committed = await commit(collected.value);
  if (committed.ok) return { isDone: true, notice: describeLeftOut(t, written, skipped, cutOff) };
  const { rowId, text } = committed.error;
  const refused = rowId === null ? undefined : cells.find((cell) => writesTo(read(cell), rowId));
  return refused === undefined ? refuse(text) : refuseCell(refused, text);
}

function writesTo(reading: ReturnType<Sheet<unknown>["read"]>, rowId: string): boolean {
  if (reading.type === "set") return reading.edits.some((edit) => edit.rowId === rowId);
  return reading.type === "clear" && reading.rows.some((row) => row.rowId === rowId);
}

function describeLeftOut(t: TFunction, written: number, skipped: number, cutOff: number): SheetNotice | null {
  if (skipped === 0 && cutOff === 0) return null;
  const parts = [t("spreadsheet.written", { count: written })];
  if (skipped > 0) parts.push(t("spreadsheet.skipped", { count: skipped }));
  if (cutOff > 0) parts.push(t("spreadsheet.cutOff", { count: cutOff }));
  return { tone: "info", text: parts.join(" ") };
}
