import type { LinearColumn, LinearModel, LinearRow } from "./linear-model";
import type { PortfolioConstraint, PortfolioProblem } from "./portfolio-problem";

/** A problem as a linear model, and what its rows and columns mean. */
export interface PortfolioModel {
  readonly model: LinearModel;
  /** The condition of each row; null for rows that only say what the variables are. */
  readonly constraints: readonly (PortfolioConstraint | null)[];
  /** Rows are divided by this, so that solver tolerances mean the same in all of them. */
  readonly scales: readonly number[];
  /** Column of a task's choice, and of the part of it that is done (the same column where there are no parts). */
  readonly columnOf: (task: number, choice: number) => { readonly chosen: number; readonly part: number };
}

/**
 * One yes/no variable a choice; where parts are allowed also how much of it is
 * done. A task is carried out once at most. A successor starts with its
 * predecessor's delay or more: by every delay, at most as many successors as
 * predecessors.
 */
export function modelPortfolio(problem: PortfolioProblem): PortfolioModel {
  const columns: LinearColumn[] = [];
  const chosenColumns: number[][] = [];
  const partColumns: number[][] = [];
  for (const task of problem.tasks) {
    const add = (objective: number, isWhole: boolean) =>
      columns.push({ objective, lower: 0, upper: 1, isWhole }) - 1;
    chosenColumns.push(task.choices.map(({ value }) => add(task.allowsPart ? 0 : value, true)));
    partColumns.push(task.allowsPart ? task.choices.map(({ value }) => add(value, false)) : []);
  }
  const columnOf = (task: number, choice: number) => {
    const chosen = chosenColumns[task]?.[choice];
    if (chosen === undefined) throw new RangeError(`modelPortfolio: no choice ${choice} of task ${task}`);
    return { chosen, part: partColumns[task]?.[choice] ?? chosen };
  };
  const rows: LinearRow[] = [];
  const constraints: (PortfolioConstraint | null)[] = [];
  const scales: number[] = [];
  const add = (row: LinearRow, constraint: PortfolioConstraint | null) => {
    const scale = constraint === null ? 1 : scaleOf(row);
    rows.push({
      lower: row.lower / scale,
      upper: row.upper / scale,
      terms: row.terms.map(([column, coefficient]) => [column, coefficient / scale]),
    });
    constraints.push(constraint);
    scales.push(scale);
  };
  addTaskRows(problem, columnOf, add);
  addLimitRows(problem, columnOf, add);
  addDependencyRows(problem, columnOf, add);
  addRuleRows(problem, columnOf, add);
  return { model: { columns, rows }, constraints, scales, columnOf };
}

type ColumnOf = PortfolioModel["columnOf"];
type AddRow = (row: LinearRow, constraint: PortfolioConstraint | null) => void;

const scaleOf = ({ upper, terms }: LinearRow): number => {
  const largest = Math.max(0, ...terms.map(([, coefficient]) => Math.abs(coefficient)));
  const bound = Number.isFinite(upper) ? Math.abs(upper) : 0;
  return Math.max(largest, bound) || 1;
};

const atMost = (upper: number, terms: LinearRow["terms"]): LinearRow => ({
  lower: Number.NEGATIVE_INFINITY,
  upper,
  terms,
});

function addTaskRows(problem: PortfolioProblem, columnOf: ColumnOf, add: AddRow): void {
  for (const [index, task] of problem.tasks.entries()) {
    const chosen = task.choices.map((_, choice) => [columnOf(index, choice).chosen, 1] as const);
    add(atMost(1, chosen), null);
    if (task.isRequired)
      add(
        { lower: 1, upper: Number.POSITIVE_INFINITY, terms: chosen },
        { type: "required", taskId: task.id },
      );
    if (!task.allowsPart) continue;
    for (const choice of task.choices.keys()) {
      const column = columnOf(index, choice);
      add(
        atMost(0, [
          [column.part, 1],
          [column.chosen, -1],
        ]),
        null,
      );
      add(
        atMost(0, [
          [column.chosen, problem.minimumPartRatio],
          [column.part, -1],
        ]),
        null,
      );
    }
  }
}

function addLimitRows(problem: PortfolioProblem, columnOf: ColumnOf, add: AddRow): void {
  const terms: (readonly [number, number])[][] = problem.limits.map(() => []);
  for (const [index, task] of problem.tasks.entries())
    for (const [choice, { uses }] of task.choices.entries())
      for (const [limit, amount] of uses) terms[limit]?.push([columnOf(index, choice).part, amount]);
  for (const [index, { kind, id, year, available }] of problem.limits.entries())
    add(
      atMost(available, terms[index] ?? []),
      kind === "money" ? { type: "money", sourceId: id, year } : { type: "resource", resourceId: id, year },
    );
}

function addDependencyRows(problem: PortfolioProblem, columnOf: ColumnOf, add: AddRow): void {
  for (const { task, predecessor } of problem.dependencies) {
    const [after, before] = [problem.tasks[task], problem.tasks[predecessor]];
    if (after === undefined || before === undefined) continue;
    const delays = [...new Set(after.choices.map(({ delayYears }) => delayYears))];
    for (const delay of delays) {
      const upTo = (of: number, choices: typeof after.choices, sign: number) =>
        choices.flatMap(({ delayYears }, choice) =>
          delayYears <= delay ? [[columnOf(of, choice).chosen, sign] as const] : [],
        );
      add(atMost(0, [...upTo(task, after.choices, 1), ...upTo(predecessor, before.choices, -1)]), {
        type: "dependency",
        taskId: after.id,
        predecessorId: before.id,
      });
    }
  }
  for (const [task, { choices }] of problem.tasks.entries())
    for (const [choice, { isOnlyInherited, delayYears }] of choices.entries()) {
      if (!isOnlyInherited) continue;
      const asLong = problem.dependencies.flatMap(({ task: successor, predecessor }) =>
        successor !== task
          ? []
          : (problem.tasks[predecessor]?.choices ?? []).flatMap((before, index) =>
              before.delayYears === delayYears ? [[columnOf(predecessor, index).chosen, -1] as const] : [],
            ),
      );
      add(atMost(0, [[columnOf(task, choice).chosen, 1], ...asLong]), null);
    }
}

function addRuleRows(problem: PortfolioProblem, columnOf: ColumnOf, add: AddRow): void {
  const { tasks } = problem;
  const allOf = (task: number) =>
    (tasks[task]?.choices ?? []).map((_, choice) => [columnOf(task, choice).chosen, 1] as const);
  for (const [task, other] of problem.exclusions)
    add(atMost(1, [...allOf(task), ...allOf(other)]), {
      type: "exclusion",
      taskId: tasks[task]?.id ?? "",
      otherId: tasks[other]?.id ?? "",
    });
  const startYears = new Set(tasks.flatMap(({ choices }) => choices.map(({ startYear }) => startYear)));
  if (problem.maximumStartsPerYear !== null)
    for (const year of [...startYears].sort((a, b) => a - b)) {
      const starting = tasks.flatMap(({ choices }, task) =>
        choices.flatMap(({ startYear }, choice) =>
          startYear === year ? [[columnOf(task, choice).chosen, 1] as const] : [],
        ),
      );
      add(atMost(problem.maximumStartsPerYear, starting), { type: "starts", year });
    }
  for (const { areaId, shareRatio } of problem.minimumShares) {
    const terms = tasks.flatMap((task, index) =>
      task.choices.map(({ costWon }, choice) => {
        const inArea = task.areaId === areaId ? 1 : 0;
        return [columnOf(index, choice).part, costWon * (shareRatio - inArea)] as const;
      }),
    );
    add(atMost(0, terms), { type: "share", areaId });
  }
}
