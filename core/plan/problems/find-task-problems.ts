import { groupCostLines, sumCostLines } from "../cost-lines";
import { findDependencyCycles } from "../find-dependency-cycles";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/** What contradicts itself among tasks: circles of dependencies, starts before a predecessor, money in other years. */
export const findTaskProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...describeCycles(tables),
  ...findEarlyStarts(tables),
  ...findMisplacedAmounts(tables),
  ...findDifferingAmounts(tables),
];

function findCycles(tables: PlanTables): readonly (readonly string[])[] {
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of tables.all("taskDependency")) {
    if (tables.find("task", taskId) === undefined || tables.find("task", predecessorId) === undefined)
      continue;
    predecessorIds.set(taskId, [...(predecessorIds.get(taskId) ?? []), predecessorId]);
  }
  return findDependencyCycles(predecessorIds);
}

const describeCycles = (tables: PlanTables): PlanProblem[] =>
  findCycles(tables).map((taskIds) => ({
    type: "dependency-cycle",
    taskIds,
    codes: taskIds.map((taskId) => tables.find("task", taskId)?.code || taskId).sort(),
    at: { entity: "task", rowId: taskIds[0] ?? "", field: null },
  }));

/** Dependencies within a circle do not count, so they contradict no start. */
function findEarlyStarts(tables: PlanTables): PlanProblem[] {
  const circleOf = new Map(
    findCycles(tables).flatMap((taskIds, index) => taskIds.map((taskId) => [taskId, index] as const)),
  );
  return tables.all("taskDependency").flatMap(({ taskId, predecessorId }): PlanProblem[] => {
    const [task, predecessor] = [tables.find("task", taskId), tables.find("task", predecessorId)];
    if (task === undefined || predecessor === undefined || task.startYear >= predecessor.startYear) return [];
    const circle = circleOf.get(taskId);
    if (circle !== undefined && circle === circleOf.get(predecessorId)) return [];
    return [
      {
        type: "starts-before-predecessor",
        taskId,
        startYear: task.startYear,
        predecessorId,
        predecessorStartYear: predecessor.startYear,
        at: { entity: "task", rowId: taskId, field: "startYear" },
      },
    ];
  });
}

/**
 * Amounts of the plan's years in which their task does not run. What was invested
 * before the plan and what comes after it has columns of its own in the budget.
 */
function findMisplacedAmounts(tables: PlanTables): PlanProblem[] {
  const [plan] = tables.all("plan");
  if (plan === undefined) return [];
  const { firstYear, lastYear } = plan;
  const problems: PlanProblem[] = [];
  let task = tables.find("task", "");
  for (const { id, taskId, year, likelyWon } of tables.all("budgetLine")) {
    // Lines of a task mostly follow one another.
    if (task?.id !== taskId) task = tables.find("task", taskId);
    if (task === undefined || likelyWon === 0) continue;
    const { startYear, endYear } = task;
    if (year < firstYear || year > lastYear || (year >= startYear && year <= endYear)) continue;
    problems.push({
      type: "amount-outside-task",
      taskId,
      year,
      amountWon: likelyWon,
      startYear,
      endYear,
      at: { entity: "budgetLine", rowId: id, field: "likelyWon" },
    });
  }
  return problems;
}

/** Amounts that say something else than the cost lines that they are built up from. */
const findDifferingAmounts = (tables: PlanTables): PlanProblem[] =>
  [...groupCostLines(tables.all("costLine"))].flatMap(([budgetLineId, lines]): PlanProblem[] => {
    const amount = tables.find("budgetLine", budgetLineId);
    const costLinesWon = sumCostLines(lines);
    if (amount === undefined || amount.likelyWon === costLinesWon) return [];
    return [
      {
        type: "amount-differs-from-cost-lines",
        taskId: amount.taskId,
        year: amount.year,
        amountWon: amount.likelyWon,
        costLinesWon,
        at: { entity: "budgetLine", rowId: budgetLineId, field: "likelyWon" },
      },
    ];
  });
