import type { ITooltipComp, ITooltipParams } from "ag-grid-community";
import { describeAmount } from "./amount-tooltip";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

/**
 * The tooltip of an amount's cell, whose tooltip value is the year. Its words are
 * found when it is shown: the grid asks for the value of every cell that it
 * draws, and hundreds of them take as long as the drawing.
 */
export class AmountTooltipPopup implements ITooltipComp {
  readonly #root = document.createElement("div");

  init({ data, value, context }: ITooltipParams<TaskGridEntry, number, TaskGridContext>): void {
    this.#root.className = "ag-tooltip";
    if (data !== undefined && typeof value === "number")
      this.#root.textContent = describeAmount(data, value, context) ?? "";
  }

  getGui(): HTMLElement {
    return this.#root;
  }
}
