import { orderForFunding } from "../budget/funding-order";
import type { WaterfallPlan } from "../budget/waterfall";
import { updatePackedMoney } from "../budget/waterfall-plan";
import type { Row } from "../plan/entities";
import { findDependencyCycles } from "../plan/find-dependency-cycles";
import type { PlanTables } from "../plan/plan-tables";

/**
 * What the waterfall funds: amounts and needs by place (task, source or resource,
 * year), the order of the tasks and what they wait for. What an edit leaves as it
 * was is kept from the last compilation of the same tables. The amounts of the
 * compilation to be `reused` become those of the new one.
 */
export function compileWaterfall(
  tables: PlanTables,
  tasks: readonly Row<"task">[],
  sources: readonly Row<"source">[],
  resources: readonly Row<"resource">[],
  years: readonly number[],
  reused: WaterfallPlan | null,
): WaterfallPlan {
  const firstYear = years[0] ?? 0;
  const { indexOfTask, startIndex, maxDelayYears, allowsPartial } = keep(
    tables,
    "tasks",
    [tasks, firstYear, years.length],
    () => ({
      indexOfTask: new Map(tasks.map((task, index) => [task.id, index])),
      startIndex: Int32Array.from(tasks, (task) =>
        Math.min(Math.max(task.startYear - firstYear, 0), years.length - 1),
      ),
      maxDelayYears: Int32Array.from(tasks, (task) => task.maxDelayYears),
      allowsPartial: Uint8Array.from(tasks, (task) => Number(task.allowsPartialFunding)),
    }),
  );
  const indexOfSource = new Map(sources.map((source, index) => [source.id, index]));
  const placeOf = (line: Row<"budgetLine">): number => {
    const [task, source] = [indexOfTask.get(line.taskId), indexOfSource.get(line.sourceId)];
    const year = line.year - firstYear;
    if (task === undefined || source === undefined || year < 0 || year >= years.length) return -1;
    return (task * sources.length + source) * years.length + year;
  };
  const amountWon = sumLines(tables, [tasks, sources, firstYear, years.length], placeOf, reused);
  const indexOfResource = new Map(resources.map((resource, index) => [resource.id, index]));
  const needs = tables.all("resourceNeed");
  const needAmount = keep(tables, "needs", [needs, tasks, resources, firstYear, years.length], () => {
    const amounts = new Float64Array(tasks.length * resources.length * years.length);
    for (const need of needs) {
      const [task, resource] = [indexOfTask.get(need.taskId), indexOfResource.get(need.resourceId)];
      const year = need.year - firstYear;
      if (task === undefined || resource === undefined || year < 0 || year >= years.length) continue;
      amounts[(task * resources.length + resource) * years.length + year] = need.amount;
    }
    return amounts;
  });
  const { predecessors, order } = keep(tables, "order", [tables.all("taskDependency"), tasks], () => {
    const found = compileDependencies(tables, tasks, indexOfTask);
    return {
      predecessors: found,
      order: orderForFunding(tasks.map((task, index) => ({ ...task, predecessors: found[index] ?? [] }))),
    };
  });
  return {
    resourceCount: resources.length,
    needAmount,
    taskCount: tasks.length,
    sourceCount: sources.length,
    yearCount: years.length,
    amountWon,
    order,
    startIndex,
    maxDelayYears,
    allowsPartial,
    predecessors,
  };
}

const kept = new WeakMap<
  PlanTables,
  Map<string, { readonly frame: readonly unknown[]; readonly value: unknown }>
>();

/** What was made from the same lists and numbers at the last compilation, else made anew. A name stands for one type. */
function keep<T>(tables: PlanTables, name: string, frame: readonly unknown[], make: () => T): T {
  const ofTables = kept.get(tables) ?? new Map();
  kept.set(tables, ofTables);
  const known = ofTables.get(name);
  if (known?.frame.every((part: unknown, index: number) => part === frame[index])) return known.value as T;
  const value = make();
  ofTables.set(name, { frame, value });
  return value;
}

interface SummedLines {
  /** What the places of lines follow from. */
  readonly frame: readonly unknown[];
  /** Which changes of the lines are in the sums. */
  readonly mark: number;
  readonly amountWon: Float64Array;
}

const summedLines = new WeakMap<PlanTables, SummedLines>();

/**
 * The likely amounts of all lines by place. Of a hundred thousand lines an edit
 * changes one: where the frame is as it was, only what changed is added and
 * taken away. Whole won add up to the same sum in any order (up to 2^53).
 */
function sumLines(
  tables: PlanTables,
  frame: readonly [readonly Row<"task">[], readonly Row<"source">[], number, number],
  placeOf: (line: Row<"budgetLine">) => number,
  reused: WaterfallPlan | null,
): Float64Array {
  const known = summedLines.get(tables);
  const isSameFrame = known?.frame.every((part, at) => part === frame[at]) ?? false;
  const { mark, replaced } = tables.replacedSince("budgetLine", isSameFrame ? (known?.mark ?? -1) : -1);
  const [tasks, sources, , yearCount] = frame;
  const size = sources.length * yearCount;
  const isKnown = known !== undefined && replaced !== null;
  const amountWon = !isKnown
    ? new Float64Array(tasks.length * size)
    : replaced.length === 0 || reused?.amountWon === known.amountWon
      ? known.amountWon
      : known.amountWon.slice();
  /** Returns the place where the line's money is; −1 for a line that does not count. */
  const add = (line: Row<"budgetLine">, sign: 1 | -1): number => {
    const at = placeOf(line);
    if (at >= 0) amountWon[at] = (amountWon[at] ?? 0) + sign * line.likelyWon;
    return at;
  };
  if (isKnown) {
    const places = replaced.flatMap(({ before, row }) => [add(before, -1), add(row, 1)]);
    updatePackedMoney(
      amountWon,
      places.filter((at) => at >= 0),
      size,
    );
  } else for (const line of tables.all("budgetLine")) add(line, 1);
  summedLines.set(tables, { frame, mark, amountWon });
  return amountWon;
}

/** The predecessors of each task by code, so that the order in which tasks are listed changes nothing. */
function compileDependencies(
  tables: PlanTables,
  tasks: readonly Row<"task">[],
  indexOfTask: ReadonlyMap<string, number>,
): readonly number[][] {
  const rows = tables
    .all("taskDependency")
    .filter((row) => indexOfTask.has(row.taskId) && indexOfTask.has(row.predecessorId));
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of rows)
    predecessorIds.set(taskId, [...(predecessorIds.get(taskId) ?? []), predecessorId]);
  const circleOf = new Map<string, number>();
  for (const [index, circle] of findDependencyCycles(predecessorIds).entries())
    for (const taskId of circle) circleOf.set(taskId, index);
  const predecessors: number[][] = Array.from(indexOfTask, () => []);
  for (const { taskId, predecessorId } of rows) {
    const [task, predecessor] = [indexOfTask.get(taskId), indexOfTask.get(predecessorId)];
    const isInCircle = circleOf.has(taskId) && circleOf.get(taskId) === circleOf.get(predecessorId);
    if (task !== undefined && predecessor !== undefined && !isInCircle) predecessors[task]?.push(predecessor);
  }
  return predecessors.map((indices) => indices.sort((a, b) => compareByCode(tasks[a], tasks[b])));
}

function compareByCode(a: Row<"task"> | undefined, b: Row<"task"> | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
