import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import { putChildren } from "./put-children";
import type { GridRow, RowColumn } from "./row-column";
import type { GridEntry, RowGridContext } from "./row-grid-columns";

type Params<R extends GridRow> = ICellRendererParams<GridEntry<R>, unknown, RowGridContext> & {
  readonly rowColumn: RowColumn<R>;
};

/** A cell: the base in grey where it differs, ◇ where the figure is illustrative, ▲ where something is wrong. */
export class RowCell<R extends GridRow> implements ICellRendererComp<GridEntry<R>> {
  readonly #root = document.createElement("span");

  init(params: Params<R>): void {
    this.#root.className = "row-cell";
    this.#paint(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params<R>): boolean {
    this.#paint(params);
    return true;
  }

  #paint({ data, rowColumn, context }: Params<R>): void {
    if (data?.kind === "total") putChildren(this.#root, [data.total.texts[rowColumn.id] ?? ""]);
    else putChildren(this.#root, data === undefined ? [] : paintRow(data.row, rowColumn, context));
  }
}

function paintRow<R extends GridRow>(
  row: R,
  column: RowColumn<R>,
  context: RowGridContext,
): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  if (column.isProblem?.(row)) parts.push(glyph("problem", "▲", context.problem));
  if (column.isIllustrative?.(row)) parts.push(glyph("illustrative", "◇", context.illustrative));
  const baseText = column.baseText?.(row) ?? null;
  if (baseText === null) return [...parts, column.text(row)];
  return [
    ...parts,
    element("span", "cell-base", `${baseText} → `),
    element("span", "cell-changed", column.text(row)),
  ];
}

function glyph(className: string, sign: string, meaning: string): HTMLElement {
  const mark = element("span", className);
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
