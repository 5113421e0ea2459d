import { findDependencyCycles } from "../find-dependency-cycles";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/** What contradicts itself among tasks: circles of dependencies, starts before a predecessor, money in other years. */
export const findTaskProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...findCycles(tables),
  ...findEarlyStarts(tables),
  ...findMisplacedAmounts(tables),
];

function findCycles(tables: PlanTables): PlanProblem[] {
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of tables.all("taskDependency")) {
    if (tables.find("task", taskId) === undefined || tables.find("task", predecessorId) === undefined)
      continue;
    predecessorIds.set(taskId, [...(predecessorIds.get(taskId) ?? []), predecessorId]);
  }
  return findDependencyCycles(predecessorIds).map((taskIds) => ({
    type: "dependency-cycle",
    taskIds,
    codes: taskIds.map((taskId) => tables.find("task", taskId)?.code || taskId).sort(),
    at: { entity: "task", rowId: taskIds[0] ?? "", field: null },
  }));
}

function findEarlyStarts(tables: PlanTables): PlanProblem[] {
  return tables.all("taskDependency").flatMap(({ taskId, predecessorId }): PlanProblem[] => {
    const [task, predecessor] = [tables.find("task", taskId), tables.find("task", predecessorId)];
    if (task === undefined || predecessor === undefined || task.startYear >= predecessor.startYear) return [];
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

/** Amounts that count nowhere (outside the plan's years), or in years in which their task does not run. */
function findMisplacedAmounts(tables: PlanTables): PlanProblem[] {
  const [plan] = tables.all("plan");
  if (plan === undefined) return [];
  const { firstYear, lastYear } = plan;
  return tables.all("budgetLine").flatMap(({ id, taskId, year, likelyWon }): PlanProblem[] => {
    const task = tables.find("task", taskId);
    if (task === undefined || likelyWon === 0) return [];
    const common = {
      taskId,
      year,
      amountWon: likelyWon,
      at: { entity: "budgetLine", rowId: id, field: "likelyWon" },
    } as const;
    if (year < firstYear || year > lastYear)
      return [{ type: "amount-outside-horizon", firstYear, lastYear, ...common }];
    const { startYear, endYear } = task;
    return year < startYear || year > endYear
      ? [{ type: "amount-outside-task", startYear, endYear, ...common }]
      : [];
  });
}
