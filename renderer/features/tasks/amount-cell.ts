import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { formatInUnit } from "../../ui/format-money";
import { readWon } from "./read-won";
import { headroomOf, sumSourceYears } from "./source-rows";
import type { TaskGridContext } from "./task-grid-context";
import { findDirectLine, type SourceYear, type TaskGridEntry } from "./task-grid-rows";

type Params = ICellRendererParams<TaskGridEntry, string, TaskGridContext> & {
  /** Null in the column of totals. */
  readonly year: number | null;
};

/**
 * An amount of a year: the number, ◇ where it is illustrative, ▲ where a
 * ceiling is exceeded. The grid asks for many cells after every edit; those
 * that read as before keep their elements, so that nothing is laid out anew.
 */
export class AmountCell implements ICellRendererComp<TaskGridEntry> {
  readonly #root = document.createElement("span");
  #shown = "";

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

  #paint({ data, year, context }: Params): void {
    if (data?.kind === "source") {
      const entry = year === null ? sumSourceYears(data) : data.byYear[year];
      this.#show(readHeadroom(entry, context), (read) => showHeadroom(read, context));
      return;
    }
    const won = data === undefined ? null : readWon(data, year);
    const amount =
      won === null || won === undefined
        ? null
        : {
            text: formatInUnit(won, context.unit, context.language),
            isMarked: data !== undefined && year !== null && isIllustrative(data, year),
          };
    this.#show(amount, (read) => showAmount(read, context));
  }

  #show<R extends object>(read: R | null, makeElements: (read: R) => HTMLElement[]): void {
    const shown = read === null ? "" : Object.values(read).join("\n");
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#root.classList.toggle("long", shown.indexOf("\n") > LONGEST_THAT_FITS);
    this.#root.replaceChildren(...(read === null ? [] : makeElements(read)));
  }
}

/**
 * The value of an amount's cell for the grid, which draws a cell again when its
 * value is another one: all that the cell shows of its row.
 *
 * @param year null in the column of totals
 */
export function amountCellValue(row: TaskGridEntry, year: number | null): string {
  if (row.kind === "source") {
    const entry = year === null ? sumSourceYears(row) : row.byYear[year];
    return entry === undefined ? "" : [headroomOf(entry), entry.ceilingWon, entry.baseHeadroomWon].join("/");
  }
  const isMarked = year !== null && isIllustrative(row, year);
  const isLocked = year !== null && row.kind === "task" && findDirectLine(row.task, year) === undefined;
  return `${readWon(row, year) ?? ""}${isMarked ? " illustrative" : ""}${isLocked ? " locked" : ""}`;
}

/** Characters of a number that have room in the narrowest column, over the space before them. */
const LONGEST_THAT_FITS = 9;

interface AmountText {
  readonly text: string;
  readonly isMarked: boolean;
}

function showAmount({ text, isMarked }: AmountText, context: TaskGridContext): HTMLElement[] {
  const figure = element("span", "", text);
  return isMarked ? [illustrativeMark(context), figure] : [figure];
}

interface HeadroomText {
  readonly left: string;
  readonly isExceeded: boolean;
  /** The ceiling, or under a scenario what the plan itself leaves; empty without a ceiling. */
  readonly below: string;
}

function readHeadroom(entry: SourceYear | undefined, { t, language, unit }: TaskGridContext): HeadroomText {
  const headroomWon = entry === undefined ? null : headroomOf(entry);
  if (entry === undefined || headroomWon === null || entry.ceilingWon === null)
    return { left: "–", isExceeded: false, below: "" };
  const write = (won: number) => formatInUnit(won, unit, language);
  const { ceilingWon, baseHeadroomWon } = entry;
  return {
    left: write(headroomWon),
    isExceeded: headroomWon < 0,
    below:
      baseHeadroomWon === null || baseHeadroomWon === headroomWon
        ? t("tasks.ofCeiling", { amount: formatInUnit(ceilingWon, unit, language) })
        : t("figure.base", { value: write(baseHeadroomWon) }),
  };
}

function showHeadroom({ left, isExceeded, below }: HeadroomText, { t }: TaskGridContext): HTMLElement[] {
  if (below === "") return [element("span", "amount-none", left)];
  const head = element("span", isExceeded ? "headroom exceeded" : "headroom");
  if (isExceeded) head.append(element("span", "", "▲ "), hidden(`${t("tasks.exceeded")} `));
  head.append(left);
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
