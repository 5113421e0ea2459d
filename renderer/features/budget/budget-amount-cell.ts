import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { formatInUnit } from "../../ui/format-money";
import { putChildren } from "../../ui/grid/put-children";
import { readMoneyColumn } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import {
  type BudgetEntry,
  type MeasureRow,
  readSourceFigure,
  type SourceRow,
  sumSourceFigure,
} from "./budget-rows";
import { isIllustrative } from "./read-budget-cell";

type Params = ICellRendererParams<BudgetEntry, number | null | undefined, BudgetContext>;

/** An amount: ◇ where it is illustrative, ▲ where a ceiling is exceeded, the base in grey where the scenario differs. */
export class BudgetAmountCell implements ICellRendererComp<BudgetEntry> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "budget-amount";
    this.#paint(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.#paint(params);
    return true;
  }

  #paint({ data, value, column, context }: Params): void {
    const columnId = column?.getColId() ?? "";
    putChildren(this.#root, data === undefined ? [] : paint(data, columnId, value, context));
  }
}

function paint(
  row: BudgetEntry,
  columnId: string,
  won: number | null | undefined,
  context: BudgetContext,
): (HTMLElement | string)[] {
  if (won === undefined) return [];
  if (row.kind === "source" || row.kind === "measure") return paintSource(row, columnId, won, context);
  if (won === null) return [];
  const mark = isIllustrative(row, columnId, context) ? [illustrativeMark(context)] : [];
  return [...mark, show(won, context)];
}

function paintSource(
  row: SourceRow | MeasureRow,
  columnId: string,
  won: number | null,
  context: BudgetContext,
): (HTMLElement | string)[] {
  if (won === null) return [element("span", "amount-none", "–")];
  const isExceeded = row.kind === "source" && won < 0;
  const mark = isIllustrative(row, columnId, context) ? [illustrativeMark(context)] : [];
  const figure = element("span", isExceeded ? "headroom exceeded" : "headroom");
  if (isExceeded) figure.append(glyph("▲ ", context.t("budget.exceeded")));
  figure.append(...mark, show(won, context));
  const below = describeBelow(row, columnId, won, context);
  return below === null ? [figure] : [figure, below];
}

/** Under the figure: the base where the scenario has another one, else what a headroom is left of. */
function describeBelow(
  row: SourceRow | MeasureRow,
  columnId: string,
  won: number,
  context: BudgetContext,
): HTMLElement | null {
  const { t, years } = context;
  const column = readMoneyColumn(columnId);
  const cell = column?.type === "year" ? row.cells[years.indexOf(column.year)] : undefined;
  const baseWon = column?.type === "year" ? readSourceFigure(row, cell?.base) : sumSourceFigure(row, "base");
  if (baseWon !== null && baseWon !== won)
    return element("span", "below ghost", t("figure.base", { value: show(baseWon, context) }));
  if (row.kind !== "source") return null;
  const ceilingRow = { ...row, kind: "measure", measure: "ceiling" } as const;
  const ceilingWon =
    column?.type === "year"
      ? readSourceFigure(ceilingRow, cell?.scenario)
      : sumSourceFigure(ceilingRow, "scenario");
  return ceilingWon === null
    ? null
    : element("span", "below", t("budget.of", { amount: show(ceilingWon, context) }));
}

const show = (won: number, { unit, language }: BudgetContext) => formatInUnit(won, unit, language);

const illustrativeMark = ({ t }: BudgetContext): HTMLElement => {
  const mark = glyph("◇", t("figure.illustrative"));
  mark.className = "illustrative";
  return mark;
};

/** A sign for the eye and a word for the ear. */
function glyph(sign: string, meaning: string): HTMLElement {
  const mark = element("span", "");
  const shown = element("span", "", sign);
  shown.setAttribute("aria-hidden", "true");
  mark.append(shown, element("span", "visually-hidden", `${meaning} `));
  return mark;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
