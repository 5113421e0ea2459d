import { isBeginning, parseChangeLabel } from "./change-label";
import type { LogChange } from "./plan-log";

/**
 * One person's undo and redo, derived from the log, so that both survive saving
 * and reopening. Starting a plan from a template cannot be undone.
 */
export class UndoStacks {
  /** Changes whose inverse would be an undo, oldest first; a redo counts as the change that it brought back. */
  readonly #undo: LogChange[] = [];
  /** Undo changes whose inverse would be a redo. */
  readonly #redo: LogChange[] = [];

  get nextUndo(): LogChange | null {
    return this.#undo.at(-1) ?? null;
  }

  get nextRedo(): LogChange | null {
    return this.#redo.at(-1) ?? null;
  }

  /** Takes notice of the person's next change. */
  note(change: LogChange): void {
    // A person who only said their name has done nothing that could be undone.
    if (change.ops.length === 0) return;
    const undone = this.#undo.at(-1);
    const redone = this.#redo.at(-1);
    if (change.undoes !== null && change.undoes === undone?.id) {
      this.#undo.pop();
      this.#redo.push(change);
    } else if (change.undoes !== null && change.undoes === redone?.id) {
      this.#redo.pop();
      this.#undo.push(change);
    } else if (!isBeginning(parseChangeLabel(change.label))) {
      this.#undo.push(change);
      this.#redo.length = 0;
    }
  }
}
