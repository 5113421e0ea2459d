import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

type Params = ICellRendererParams<TaskGridEntry, unknown, TaskGridContext>;

/** The first cell of a row: the area's name, the source's name, or a task's toggle for its budget lines. */
export class AreaCell implements ICellRendererComp<TaskGridEntry> {
  readonly #root = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "area-cell";
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
    switch (data?.kind) {
      case "area": {
        const count = document.createElement("span");
        count.className = "area-count";
        count.textContent = context.t("tasks.count", { count: data.taskCount });
        this.#root.replaceChildren(data.title, count);
        return;
      }
      case "source":
        this.#root.replaceChildren(context.t("tasks.headroomOf", { source: data.title }));
        return;
      case "task":
        // The heading above names the area; read out, each row does.
        this.#root.replaceChildren(makeToggle(data, context), hidden(data.task.areaTitle));
        return;
      default:
        this.#root.replaceChildren();
    }
  }
}

/** The value of the cell for the grid, which draws a cell again when its value is another one: all that the cell shows of its row. */
export function areaCellValue(row: TaskGridEntry): string {
  switch (row.kind) {
    case "area":
      return `${row.title} ${row.taskCount}`;
    case "task":
      return [row.task.areaTitle, row.task.code, row.task.title, row.isExpanded].join(" ");
    case "source":
      return row.title;
    default:
      return row.task.areaTitle;
  }
}

function makeToggle(
  row: Extract<TaskGridEntry, { kind: "task" }>,
  { t, toggleTask }: TaskGridContext,
): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = -1;
  button.className = "row-toggle";
  button.append(makeChevron());
  button.setAttribute("aria-expanded", String(row.isExpanded));
  button.setAttribute("aria-label", t("tasks.toggleLines", { task: `${row.task.code} ${row.task.title}` }));
  // The focus stays with the cell, which outlives the button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => toggleTask(row.task.id));
  return button;
}

function hidden(text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "visually-hidden";
  element.textContent = text;
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function makeChevron(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M9 6l6 6l-6 6");
  svg.append(path);
  return svg;
}
