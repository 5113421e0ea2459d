import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { formatInUnit } from "../../ui/format-money";
import { headroomOf, sumSourceYears } from "./source-rows";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

type Params = ICellRendererParams<TaskGridEntry, number | null, TaskGridContext> & {
  /** Null in the column of totals. */
  readonly year: number | null;
};

/** An amount of a year: the number, ◇ where it is illustrative, ▲ where a ceiling is exceeded. */
export class AmountCell implements ICellRendererComp<TaskGridEntry> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "amount-cell";
    this.#paint(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.#paint(params);
    return true;
  }

  #paint({ data, value, year, context }: Params): void {
    if (data?.kind === "source") {
      this.#root.replaceChildren(
        ...paintHeadroom(year === null ? sumSourceYears(data) : data.byYear[year], context),
      );
      return;
    }
    if (value === null || value === undefined) {
      this.#root.replaceChildren();
      return;
    }
    const figure = element("span", "", formatInUnit(value, context.unit, context.language));
    const isMarked = data !== undefined && year !== null && isIllustrative(data, year);
    this.#root.replaceChildren(...(isMarked ? [illustrativeMark(context), figure] : [figure]));
  }
}

function paintHeadroom(
  entry: Parameters<typeof headroomOf>[0] | undefined,
  { t, language, unit }: TaskGridContext,
): HTMLElement[] {
  const headroomWon = entry === undefined ? null : headroomOf(entry);
  if (entry === undefined || headroomWon === null || entry.ceilingWon === null)
    return [element("span", "amount-none", "–")];
  const isExceeded = headroomWon < 0;
  const head = element("span", isExceeded ? "headroom exceeded" : "headroom");
  if (isExceeded) head.append(element("span", "", "▲ "), hidden(`${t("tasks.exceeded")} `));
  head.append(formatInUnit(headroomWon, unit, language).replace("-", "−"));
  const { ceilingWon, baseHeadroomWon } = entry;
  const below =
    baseHeadroomWon === null || baseHeadroomWon === headroomWon
      ? t("tasks.ofCeiling", { amount: formatInUnit(ceilingWon, unit, language) })
      : t("figure.base", { value: formatInUnit(baseHeadroomWon, unit, language).replace("-", "−") });
  return [head, element("span", "ceiling", below)];
}

export function isIllustrative(row: TaskGridEntry, year: number): boolean {
  if (row.kind === "line") return row.line.amounts[year]?.isIllustrative ?? false;
  if (row.kind === "task") return row.task.lines.some((line) => line.amounts[year]?.isIllustrative);
  return false;
}

function illustrativeMark({ t }: TaskGridContext): HTMLElement {
  const mark = element("span", "illustrative");
  const glyph = element("span", "", "◇");
  glyph.setAttribute("aria-hidden", "true");
  mark.append(glyph, hidden(`${t("figure.illustrative")} `));
  return mark;
}

const hidden = (text: string) => element("span", "visually-hidden", text);

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
