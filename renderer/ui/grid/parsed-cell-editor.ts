import type { ICellEditorComp, ICellEditorParams } from "ag-grid-community";
import type { Result } from "../../../core/result";
import { announce } from "../announce";
import "./parsed-cell-editor.css";

export type CellCheck = Result<string | number, { readonly type: "refused"; readonly reason: string }>;

export interface ParsedCellEditorParams {
  /** What the editor starts from. */
  readonly toText: (params: ICellEditorParams) => string;
  /** Reads what was typed: the value of the cell, or why it is refused, in words. */
  readonly check: (text: string, params: ICellEditorParams) => CellCheck;
  readonly label: (params: ICellEditorParams) => string;
  readonly align: "left" | "right";
}

/**
 * A text box in a cell. What does not fit is refused with the reason, shown at
 * the cell and read out; the cell keeps its value until the text is right or
 * Escape is pressed. Text is text: nothing typed or pasted is read as HTML.
 */
export class ParsedCellEditor implements ICellEditorComp {
  readonly #input = document.createElement("input");
  #params: (ICellEditorParams & ParsedCellEditorParams) | null = null;
  readonly #bubble = document.createElement("div");
  #announced = "";
  #opened = "";

  init(params: ICellEditorParams & ParsedCellEditorParams): void {
    this.#params = params;
    const input = this.#input;
    input.type = "text";
    input.className = "parsed-cell-editor";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.style.textAlign = params.align;
    input.setAttribute("aria-label", params.label(params));
    this.#opened = params.toText(params);
    const typed = params.eventKey !== null && params.eventKey.length === 1 ? params.eventKey : null;
    const isClearing = params.eventKey === "Backspace" || params.eventKey === "Delete";
    input.value = typed ?? (isClearing ? "" : this.#opened);
    input.addEventListener("input", () => params.validate());
  }

  getGui(): HTMLElement {
    return this.#input;
  }

  afterGuiAttached(): void {
    const { eventKey, cellStartedEdit } = this.#params ?? {};
    if (cellStartedEdit === false) return;
    this.#input.focus();
    const keepsTyping = eventKey !== null && eventKey !== undefined && eventKey.length === 1;
    if (keepsTyping) this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
    else this.#input.select();
  }

  focusIn(): void {
    this.#input.focus();
  }

  /** Null for what is refused. */
  getValue(): string | number | null {
    const checked = this.#check();
    return checked?.ok ? checked.value : null;
  }

  /** What was typed, for the row and column that it was typed into; null for what is refused, or says what the cell says. */
  readChange(): { readonly row: unknown; readonly columnId: string; readonly value: string | number } | null {
    const value = this.#input.value === this.#opened ? null : this.getValue();
    if (value === null || this.#params === null) return null;
    return { row: this.#params.data, columnId: this.#params.column.getColId(), value };
  }

  getValidationErrors(): string[] | null {
    const checked = this.#check();
    const reason = checked !== undefined && !checked.ok ? checked.error.reason : "";
    this.#input.setAttribute("aria-invalid", String(reason !== ""));
    if (reason !== "" && reason !== this.#announced) announce(reason);
    this.#announced = reason;
    this.#showReason(reason);
    return reason === "" ? null : [reason];
  }

  getValidationElement(): HTMLElement {
    return this.#input;
  }

  destroy(): void {
    this.#bubble.remove();
  }

  /** The grid clips what leaves a cell, so the reason floats over the page. */
  #showReason(reason: string): void {
    this.#bubble.textContent = reason;
    if (reason === "") {
      this.#bubble.remove();
      return;
    }
    this.#bubble.className = "cell-refusal";
    // Read out by the announcement already.
    this.#bubble.setAttribute("aria-hidden", "true");
    document.body.append(this.#bubble);
    const cell = this.#input.getBoundingClientRect();
    const bubble = this.#bubble.getBoundingClientRect();
    const below = cell.bottom + 5;
    const top = below + bubble.height > window.innerHeight ? cell.top - bubble.height - 5 : below;
    const left = Math.max(8, Math.min(cell.right - bubble.width, window.innerWidth - bubble.width - 8));
    this.#bubble.style.top = `${top}px`;
    this.#bubble.style.left = `${left}px`;
  }

  #check(): CellCheck | undefined {
    return this.#params === null ? undefined : this.#params.check(this.#input.value, this.#params);
  }
}
