import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { BudgetContext } from "./budget-context";
import type { BudgetEntry } from "./budget-rows";
import { nameOf } from "./budget-sheet";

type Params = ICellRendererParams<BudgetEntry, unknown, BudgetContext>;

/** Whether a row can be opened and closed. */
export const canToggle = (row: BudgetEntry): boolean =>
  row.kind === "area" || row.kind === "source" || (row.kind === "task" && row.lines.length > 0);

/** The first cell of a row: its name at its level, with a toggle where there is something below it. */
export class BudgetNameCell implements ICellRendererComp<BudgetEntry> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.#paint(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.#paint(params);
    return true;
  }

  #paint({ data, context }: Params): void {
    if (data === undefined) {
      this.#root.replaceChildren();
      return;
    }
    this.#root.className = `budget-name level-${data.kind}`;
    const parts: (HTMLElement | string)[] = canToggle(data) ? [makeToggle(data, context)] : [];
    const name = document.createElement("span");
    name.className = "budget-name-text";
    name.textContent = nameOf(data, context);
    parts.push(name);
    if (data.kind === "area") {
      const count = document.createElement("span");
      count.className = "budget-count";
      count.textContent = context.t("tasks.count", { count: data.taskCount });
      parts.push(count);
    }
    this.#root.replaceChildren(...parts);
  }
}

function makeToggle(row: BudgetEntry, context: BudgetContext): HTMLElement {
  const isExpanded = "isExpanded" in row && row.isExpanded;
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "row-toggle";
  button.textContent = isExpanded ? "▾" : "▸";
  button.setAttribute("aria-expanded", String(isExpanded));
  button.setAttribute("aria-label", context.t("budget.toggle", { name: nameOf(row, context) }));
  // The focus stays with the cell, which outlives the button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => context.toggle(row.id));
  return button;
}
