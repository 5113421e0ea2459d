import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { TaskOutcome } from "../../../core/scenario/outcome";
import { putChildren } from "../../ui/grid/put-children";
import { type ShownStatus, shownStatus } from "../scenarios/shown-status";
import type { BudgetContext } from "./budget-context";
import type { BudgetEntry, TaskRow } from "./budget-rows";
import { statusOf } from "./budget-sheet";

type Params = ICellRendererParams<BudgetEntry, unknown, BudgetContext>;

const glyphs: Readonly<Record<ShownStatus, string>> = {
  noAmounts: "–",
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
    putChildren(this.#root, data?.kind === "task" ? listParts(data, context) : []);
  }
}

function listParts({ base, scenario }: TaskRow, context: BudgetContext): HTMLElement[] {
  if (scenario === undefined) return [];
  if (base === undefined || shownStatus(base) === shownStatus(scenario)) return [chip(scenario, context)];
  const ghost = document.createElement("span");
  ghost.className = "ghost";
  ghost.textContent = glyphs[shownStatus(base)];
  ghost.title = context.t("figure.base", { value: statusOf(base, context) });
  return [chip(scenario, context), ghost];
}

function chip(outcome: TaskOutcome, context: BudgetContext): HTMLElement {
  const status = shownStatus(outcome);
  const made = document.createElement("span");
  made.className = `status-chip status-${status}`;
  const late = status === "delayed" ? ` ${context.t("budget.late", { count: outcome.delayYears })}` : "";
  made.textContent = `${glyphs[status]} ${statusOf(outcome, context)}${late}`;
  return made;
}
