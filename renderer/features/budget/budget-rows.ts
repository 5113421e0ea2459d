import type {
  AreaSummary,
  BudgetSummary,
  BudgetSums,
  LineSummary,
  TaskSummary,
} from "../../../core/budget/summarise-budget";
import type { Row } from "../../../core/plan/entities";
import { plannedHeadroomWon } from "../../../core/scenario/headroom";
import type { Outcome, SourceYearOutcome, TaskOutcome } from "../../../core/scenario/outcome";

/** What stands behind a source's headroom; each becomes a row when the source is opened. */
export const sourceMeasures = ["ceiling", "tasks", "committees", "residents"] as const;
export type SourceMeasure = (typeof sourceMeasures)[number];

/** A source in one year, under the active scenario and as the plan is. */
export interface SourceCell {
  readonly scenario: SourceYearOutcome | undefined;
  readonly base: SourceYearOutcome | undefined;
  /** The plan's own ceiling; undefined where it sets none. */
  readonly ownCeiling: Row<"ceiling"> | undefined;
}

interface SourceRowBase {
  readonly id: string;
  readonly source: Row<"source">;
  /** One entry a year of the plan. */
  readonly cells: readonly SourceCell[];
}

export interface SourceRow extends SourceRowBase {
  readonly kind: "source";
  readonly isExpanded: boolean;
}

export interface MeasureRow extends SourceRowBase {
  readonly kind: "measure";
  readonly measure: SourceMeasure;
}

interface SumRow {
  readonly id: string;
  readonly title: string;
  readonly sums: BudgetSums;
}

export interface TotalRow extends SumRow {
  readonly kind: "total";
}

export interface AreaRow extends SumRow {
  readonly kind: "area";
  readonly taskCount: number;
  readonly isExpanded: boolean;
}

export interface TaskRow extends SumRow {
  readonly kind: "task";
  readonly task: Row<"task">;
  readonly lines: readonly LineSummary[];
  readonly isExpanded: boolean;
  readonly scenario: TaskOutcome | undefined;
  readonly base: TaskOutcome | undefined;
}

export interface LineRow extends SumRow {
  readonly kind: "line";
  readonly task: Row<"task">;
  readonly line: LineSummary;
}

export type BudgetEntry = SourceRow | MeasureRow | TotalRow | AreaRow | TaskRow | LineRow;

/** Rows that are closed; everything else shows what is below it. */
export type ClosedRows = ReadonlySet<string>;

interface TreeChoice {
  readonly summary: BudgetSummary;
  readonly closed: ClosedRows;
  readonly filterText: string;
  readonly withoutAreaTitle: string;
  readonly nameLine: (line: LineSummary) => string;
  readonly base: Outcome | undefined;
  readonly scenario: Outcome | undefined;
}

export const areaRowId = (areaId: string) => `area:${areaId}`;
export const taskRowId = (taskId: string) => `task:${taskId}`;
export const lineRowId = ({ taskId, sourceId, channelId }: LineSummary) =>
  `line:${taskId}/${sourceId}/${channelId}`;
export const measureRowId = (headRowId: string, measure: SourceMeasure) => `${headRowId}:${measure}`;
export const sourceRowId = (sourceId: string) => `source:${sourceId}`;

/** Areas with their tasks with their lines, as far as they are open; a filter shows matching tasks only. */
export function listBudgetRows(choice: TreeChoice, memo = new BudgetRowMemo()): BudgetEntry[] {
  const { summary, closed, scenario, base } = choice;
  const wanted = choice.filterText.trim().toLocaleLowerCase();
  const outcomeOf = indexTasks(scenario);
  const baseOf = base === scenario ? outcomeOf : indexTasks(base);
  return summary.areas.flatMap((summaryOfArea): BudgetEntry[] => {
    const { area, tasks } = summaryOfArea;
    const id = areaRowId(area?.id ?? "");
    const title = area?.title ?? choice.withoutAreaTitle;
    const shown = tasks.filter(({ task }) => matches(task, title, wanted));
    if (wanted !== "" && shown.length === 0) return [];
    const isExpanded = wanted !== "" || !closed.has(id);
    const head = memo.area(summaryOfArea, title, isExpanded);
    return isExpanded
      ? [head, ...shown.flatMap((task) => memo.task(task, choice, outcomeOf, baseOf))]
      : [head];
  });
}

const matches = (task: Row<"task">, areaTitle: string, wanted: string) =>
  wanted === "" || `${task.code} ${task.title} ${areaTitle}`.toLocaleLowerCase().includes(wanted);

const indexTasks = (outcome: Outcome | undefined) =>
  new Map(outcome?.tasks.map((task) => [task.taskId, task]));

interface KeptTask {
  readonly summary: TaskSummary;
  readonly isExpanded: boolean;
  readonly scenario: TaskOutcome | undefined;
  readonly base: TaskOutcome | undefined;
  readonly nameLine: TreeChoice["nameLine"];
  readonly rows: readonly BudgetEntry[];
}

/** The rows of the last reading: those that say the same are the same objects, so that the grid has nothing to do for them. */
export class BudgetRowMemo {
  readonly #areas = new Map<string, { readonly summary: AreaSummary; readonly row: AreaRow }>();
  readonly #tasks = new Map<string, KeptTask>();

  area(summary: AreaSummary, title: string, isExpanded: boolean): AreaRow {
    const id = areaRowId(summary.area?.id ?? "");
    const known = this.#areas.get(id);
    const isSame =
      known !== undefined &&
      known.row.title === title &&
      known.row.isExpanded === isExpanded &&
      known.row.taskCount === summary.tasks.length &&
      isSameSums(known.summary.sums, summary.sums);
    if (isSame) return known.row;
    const { sums, tasks } = summary;
    const row: AreaRow = { kind: "area", id, title, sums, taskCount: tasks.length, isExpanded };
    this.#areas.set(id, { summary, row });
    return row;
  }

  task(
    summary: TaskSummary,
    { closed, nameLine }: TreeChoice,
    outcomeOf: ReadonlyMap<string, TaskOutcome>,
    baseOf: ReadonlyMap<string, TaskOutcome>,
  ): readonly BudgetEntry[] {
    const { task, lines } = summary;
    const scenario = outcomeOf.get(task.id);
    const base = outcomeOf === baseOf ? scenario : baseOf.get(task.id);
    const isExpanded = lines.length > 0 && (closed.size === 0 || !closed.has(taskRowId(task.id)));
    const known = this.#tasks.get(task.id);
    const isSame =
      known !== undefined &&
      known.summary === summary &&
      known.isExpanded === isExpanded &&
      known.nameLine === nameLine &&
      known.scenario === scenario &&
      known.base === base;
    if (isSame) return known.rows;
    const rows = listTask(summary, { isExpanded, scenario, base, nameLine });
    this.#tasks.set(task.id, { summary, isExpanded, scenario, base, nameLine, rows });
    return rows;
  }
}

const isSameSums = (a: BudgetSums, b: BudgetSums): boolean =>
  a === b ||
  (a.beforeWon === b.beforeWon &&
    a.afterWon === b.afterWon &&
    a.byYearWon.length === b.byYearWon.length &&
    a.byYearWon.every((won, index) => won === b.byYearWon[index]));

function listTask(
  { task, lines, sums }: TaskSummary,
  { isExpanded, scenario, base, nameLine }: Omit<KeptTask, "summary" | "rows">,
): readonly BudgetEntry[] {
  const row: TaskRow = {
    kind: "task",
    id: taskRowId(task.id),
    title: `${task.code} ${task.title}`.trim(),
    task,
    lines,
    sums,
    isExpanded,
    scenario,
    base,
  };
  if (!isExpanded) return [row];
  return [
    row,
    ...lines.map(
      (line): LineRow => ({
        kind: "line",
        id: lineRowId(line),
        title: nameLine(line),
        task,
        line,
        sums: line.sums,
      }),
    ),
  ];
}

interface HeadChoice {
  readonly sources: readonly Row<"source">[];
  readonly ceilings: readonly Row<"ceiling">[];
  readonly summary: BudgetSummary;
  readonly opened: ReadonlySet<string>;
  readonly totalTitle: string;
  readonly base: Outcome | undefined;
  readonly scenario: Outcome | undefined;
}

/** The rows that stay on top: each source's headroom, what it is made of when opened, and the sum of all tasks. */
export function listHeadRows(choice: HeadChoice): BudgetEntry[] {
  const { sources, summary, opened, base, scenario } = choice;
  const ceilings = new Map(choice.ceilings.map((row) => [`${row.sourceId}\n${row.year}`, row]));
  const heads = sources.flatMap((source): BudgetEntry[] => {
    const id = sourceRowId(source.id);
    const cells = summary.years.map(
      (year): SourceCell => ({
        scenario: findSource(scenario, source.id, year),
        base: findSource(base, source.id, year),
        ownCeiling: ceilings.get(`${source.id}\n${year}`),
      }),
    );
    const isExpanded = opened.has(id);
    const head: SourceRow = { kind: "source", id, source, cells, isExpanded };
    if (!isExpanded) return [head];
    return [
      head,
      ...sourceMeasures.map(
        (measure): MeasureRow => ({ kind: "measure", id: measureRowId(id, measure), source, cells, measure }),
      ),
    ];
  });
  return [...heads, { kind: "total", id: "total", title: choice.totalTitle, sums: summary.sums }];
}

const findSource = (outcome: Outcome | undefined, sourceId: string, year: number) =>
  outcome?.byYear.find((entry) => entry.year === year)?.sources.find((entry) => entry.sourceId === sourceId);

/** What a head row shows of a source in a year; null where there is no ceiling. */
export function readSourceFigure(
  row: SourceRow | MeasureRow,
  source: SourceYearOutcome | undefined,
): number | null {
  if (source === undefined) return null;
  if (row.kind === "source") return plannedHeadroomWon(source);
  switch (row.measure) {
    case "ceiling":
      return source.hasCeiling ? source.ceilingWon : null;
    case "tasks":
      return source.plannedWon;
    case "committees":
      return source.committeesWon;
    case "residents":
      return source.displacedWon;
  }
}

/** A figure over all years of the plan; null when a year lacks it. */
export function sumSourceFigure(row: SourceRow | MeasureRow, of: "scenario" | "base"): number | null {
  const figures = row.cells.map((cell) => readSourceFigure(row, cell[of]));
  return figures.reduce<number | null>((sum, won) => (sum === null || won === null ? null : sum + won), 0);
}
