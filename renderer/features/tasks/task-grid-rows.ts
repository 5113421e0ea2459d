import type { TaskGridLine, TaskGridRow, TaskGridView } from "../../engine/plan-api";
import { sumByYear, type WonByYear } from "./sum-by-year";

/** Subtotal of an area, above its tasks. */
export interface AreaGridRow {
  readonly kind: "area";
  readonly id: string;
  readonly areaIndex: number;
  readonly title: string;
  readonly taskCount: number;
  readonly totalWonByYear: WonByYear;
}

export interface TaskRow {
  readonly kind: "task";
  readonly id: string;
  readonly areaIndex: number;
  readonly task: TaskGridRow;
  readonly isExpanded: boolean;
}

/** One (source, channel) of an expanded task. */
export interface LineRow {
  readonly kind: "line";
  readonly id: string;
  readonly areaIndex: number;
  readonly task: TaskGridRow;
  readonly line: TaskGridLine;
}

/** The end of an expanded task: where a budget line is added. */
export interface AddLineRow {
  readonly kind: "add-line";
  readonly id: string;
  readonly areaIndex: number;
  readonly task: TaskGridRow;
  /** The year that an amount was typed into while there was no line for it; the form is open then. */
  readonly askedYear: number | null;
}

/** Ceiling and headroom of a source, pinned to the bottom. */
export interface SourceRow {
  readonly kind: "source";
  readonly id: string;
  readonly title: string;
  readonly byYear: Readonly<Record<string, SourceYear>>;
}

export interface SourceYear {
  /** Null where the source has no ceiling. */
  readonly ceilingWon: number | null;
  readonly tasksWon: number;
  readonly committeesWon: number;
  readonly residentsWon: number;
  /** What the plan itself leaves, where these figures are a scenario's; else null. */
  readonly baseHeadroomWon: number | null;
}

export type TaskGridEntry = AreaGridRow | TaskRow | LineRow | AddLineRow | SourceRow;

interface RowChoice {
  readonly expandedTaskIds: ReadonlySet<string>;
  /** Shows only tasks whose code, title or area holds this text; all of them when it is empty. */
  readonly filterText: string;
  readonly withoutAreaTitle: string;
  /** The task and year that a budget line is asked for. */
  readonly asked?: AskedLine | null;
}

/** Where an amount was typed that no budget line could take. */
export interface AskedLine {
  readonly taskId: string;
  readonly year: number;
}

/** The rows of the grid: areas in the order of the plan, each with its tasks, each with its lines when expanded. */
export function listTaskGridRows(view: TaskGridView, choice: RowChoice): TaskGridEntry[] {
  const wanted = choice.filterText.trim().toLocaleLowerCase();
  const shown =
    wanted === ""
      ? view.rows
      : view.rows.filter((task) =>
          `${task.code} ${task.title} ${task.areaTitle}`.toLocaleLowerCase().includes(wanted),
        );
  const areas = [
    ...view.areas.map(({ id, title }) => ({ id, title })),
    { id: "", title: choice.withoutAreaTitle },
  ];
  const shownByArea = groupByArea(shown, new Set(view.areas.map((area) => area.id)));
  const rows: TaskGridEntry[] = [];
  for (const [areaIndex, area] of areas.entries()) {
    const tasks = shownByArea.get(area.id) ?? [];
    if (tasks.length === 0 && (area.id === "" || wanted !== "")) continue;
    rows.push({
      kind: "area",
      id: `area:${area.id}`,
      areaIndex,
      title: area.title,
      taskCount: tasks.length,
      totalWonByYear: sumByYear(
        `area ${area.id}`,
        tasks.map((task) => task.totalWonByYear),
      ),
    });
    for (const task of tasks) addTaskRows(rows, task, areaIndex, choice);
  }
  return rows;
}

/** Tasks by their area; those of no area, or of one that is gone, under "". */
function groupByArea(
  tasks: readonly TaskGridRow[],
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly TaskGridRow[]> {
  const groups = new Map<string, TaskGridRow[]>();
  for (const task of tasks) {
    const areaId = known.has(task.areaId) ? task.areaId : "";
    const group = groups.get(areaId);
    if (group === undefined) groups.set(areaId, [task]);
    else group.push(task);
  }
  return groups;
}

/** The area that a heading stands for; null for other rows, the total and tasks without an area. */
export function areaIdOf(row: TaskGridEntry): string | null {
  const areaId = row.kind === "area" && row.id.startsWith("area:") ? row.id.slice("area:".length) : "";
  return areaId === "" ? null : areaId;
}

/** The sum of all tasks, pinned above the sources. */
export const makeTotalRow = (view: TaskGridView, title: string): AreaGridRow => ({
  kind: "area",
  id: "total",
  areaIndex: 0,
  title,
  taskCount: view.rows.length,
  totalWonByYear: sumByYear(
    "all tasks",
    view.rows.map((task) => task.totalWonByYear),
  ),
});

/** Thousands of tasks stay as they are when one is edited; so do their rows. */
const taskRows = new WeakMap<TaskGridRow, TaskRow>();

function makeTaskRow(task: TaskGridRow, areaIndex: number, isExpanded: boolean): TaskRow {
  const known = taskRows.get(task);
  if (known?.areaIndex === areaIndex && known.isExpanded === isExpanded) return known;
  const row: TaskRow = { kind: "task", id: `task:${task.id}`, areaIndex, task, isExpanded };
  taskRows.set(task, row);
  return row;
}

function addTaskRows(
  rows: TaskGridEntry[],
  task: TaskGridRow,
  areaIndex: number,
  { expandedTaskIds, asked }: RowChoice,
): void {
  const isExpanded = expandedTaskIds.has(task.id);
  rows.push(makeTaskRow(task, areaIndex, isExpanded));
  if (!isExpanded) return;
  for (const line of task.lines)
    rows.push({ kind: "line", id: lineRowId(task, line), areaIndex, task, line });
  const askedYear = asked?.taskId === task.id ? asked.year : null;
  rows.push(makeAddLineRow(task, areaIndex, askedYear));
}

/** Nothing of a task's amounts is in its last row, whose form takes long to draw. */
const addLineRows = new Map<string, AddLineRow>();

function makeAddLineRow(task: TaskGridRow, areaIndex: number, askedYear: number | null): AddLineRow {
  const known = addLineRows.get(task.id);
  const isSame =
    known?.areaIndex === areaIndex &&
    known.askedYear === askedYear &&
    known.task.position === task.position &&
    known.task.startYear === task.startYear &&
    known.task.lines.length === task.lines.length &&
    known.task.lines.every((line, index) => areSameLine(line, task.lines[index]));
  if (isSame) return known;
  const row: AddLineRow = { kind: "add-line", id: `add-line:${task.id}`, areaIndex, task, askedYear };
  addLineRows.set(task.id, row);
  return row;
}

const areSameLine = (a: TaskGridLine, b: TaskGridLine | undefined): boolean =>
  a.sourceId === b?.sourceId && a.channelId === b.channelId;

const lineRowId = (task: TaskGridRow, line: TaskGridLine) =>
  `line:${task.id}/${line.sourceId}/${line.channelId}`;

export const sumOf = (wonByYear: WonByYear): number =>
  Object.values(wonByYear).reduce((sum, won) => sum + won, 0);

/**
 * The line that an amount typed into a task's year cell goes to: its only line
 * in that year, or its only line at all. Undefined where there is a choice to
 * make (several lines) or nothing to write to (none).
 */
export function findDirectLine(task: TaskGridRow, year: number): TaskGridLine | undefined {
  const inYear = task.lines.filter((line) => line.amounts[year] !== undefined);
  if (inYear.length === 1) return inYear[0];
  return inYear.length === 0 && task.lines.length === 1 ? task.lines[0] : undefined;
}
