import type { ArrowKey } from "./cell-range";
import { isArrowKey } from "./cell-range";

/** What a key press asks of a selection of cells. */
export type SheetKey =
  | { readonly type: "extend"; readonly key: ArrowKey; readonly toEdge: boolean }
  | { readonly type: "step"; readonly key: "Enter" | "Tab"; readonly isBackwards: boolean }
  | { readonly type: "select-all" | "fill-down" | "clear" | "collapse" };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Reads a key press on a cell that is not being edited; null for keys that are the grid's or nobody's. */
export function readSheetKey(press: KeyPress): SheetKey | null {
  const { key, shiftKey, altKey } = press;
  const isCommand = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (isArrowKey(key)) return shiftKey ? { type: "extend", key, toEdge: isCommand } : null;
  if (isCommand) {
    if (shiftKey) return null;
    const letter = key.toLowerCase();
    return letter === "a" ? { type: "select-all" } : letter === "d" ? { type: "fill-down" } : null;
  }
  switch (key) {
    case "Enter":
    case "Tab":
      return { type: "step", key, isBackwards: shiftKey };
    case "Delete":
    case "Backspace":
      return { type: "clear" };
    case "Escape":
      return { type: "collapse" };
    default:
      return null;
  }
}
