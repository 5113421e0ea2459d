import type { GridApi, ValueSetterParams } from "ag-grid-community";
import { HeldStep } from "../held-step";
import { ParsedCellEditor } from "./parsed-cell-editor";

/** How long an editor stays open for an answer; then the cell says what the plan says until it comes. */
const HELD_MS = 50;

/** Asks the plan for what was typed into a cell; the answer when there was something to ask. */
export type RequestEdit<Row> = (row: Row, columnId: string, value: unknown) => Promise<unknown> | undefined;

/**
 * What is typed into the cells of a grid, as requests: a cell shows a new value
 * only after the plan took it. A key that ends the typing asks at once and
 * leaves the editor with the answer (`HeldStep`); all other ways of leaving go
 * through the grid, which calls the column's `valueSetter`.
 */
export class RequestedEdits<Row> {
  readonly #leaving = new HeldStep(HELD_MS);
  #request: RequestEdit<Row> | null = null;
  /** The editor that is being left with what it holds asked for already. */
  #isAsked = false;

  /**
   * A `valueSetter` that changes nothing in the grid and hands what was typed to
   * `request`. It is called while the key is handled; the grid's own event for
   * requested edits comes by a timer, often a frame later.
   */
  setterFor(request: RequestEdit<Row>): (params: ValueSetterParams<Row>) => boolean {
    this.#request = request;
    return ({ data, column, newValue }) => {
      if (!this.#isAsked) void request(data, column.getColId(), newValue);
      return false;
    };
  }

  /** Whether an editor is held open, or just being left after that. */
  get isLeaving(): boolean {
    return this.#isAsked || this.#leaving.isHeld;
  }

  /**
   * Asks for what the open editor holds and calls `leave` when the answer is
   * there; false when there is nothing to ask, or what was typed is refused.
   */
  leaveWithAnswer(api: GridApi<Row>, leave: () => void): boolean {
    const editor = api.getCellEditorInstances().find((open) => open instanceof ParsedCellEditor);
    const change = editor?.readChange() ?? null;
    if (change === null) return false;
    const answer = this.#request?.(change.row as Row, change.columnId, change.value);
    if (answer === undefined) return false;
    this.#leaving.hold(answer, () => {
      if (api.isDestroyed()) return;
      this.#isAsked = true;
      try {
        leave();
      } finally {
        this.#isAsked = false;
      }
    });
    return true;
  }
}
