import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { TaskOutcome } from "../../../core/scenario/outcome";
import type { BudgetContext } from "./budget-context";
import type { BudgetEntry, TaskRow } from "./budget-rows";
import { statusOf } from "./budget-sheet";

type Params = ICellRendererParams<BudgetEntry, unknown, BudgetContext>;

const glyphs: Readonly<Record<TaskOutcome["status"], string>> = {
  funded: "●",
  partial: "◐",
  delayed: "▸",
  dropped: "×",
};

/** What the active scenario makes of a task, in a word and a sign; the base in grey where it differs. */
export class BudgetStatusCell implements ICellRendererComp<BudgetEntry> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "budget-status";
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
    this.#root.replaceChildren(...(data?.kind === "task" ? listParts(data, context) : []));
  }
}

function listParts({ base, scenario }: TaskRow, context: BudgetContext): HTMLElement[] {
  if (scenario === undefined) return [];
  if (base === undefined || base.status === scenario.status) return [chip(scenario, context)];
  const ghost = document.createElement("span");
  ghost.className = "ghost";
  ghost.textContent = glyphs[base.status];
  ghost.title = context.t("figure.base", { value: statusOf(base.status, context) });
  return [chip(scenario, context), ghost];
}

function chip({ status, delayYears }: TaskOutcome, context: BudgetContext): HTMLElement {
  const made = document.createElement("span");
  made.className = `status-chip status-${status}`;
  const late = status === "delayed" ? ` ${context.t("budget.late", { count: delayYears })}` : "";
  made.textContent = `${glyphs[status]} ${statusOf(status, context)}${late}`;
  return made;
}
