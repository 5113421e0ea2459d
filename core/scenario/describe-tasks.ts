import { DELAYED, DROPPED, fundedAmountWon, PARTIAL, type WaterfallResult } from "../budget/waterfall";
import type { CompiledPlan } from "./compiled-plan";
import { type Evaluation, taskFundedRatio } from "./evaluation";
import type { TaskOutcome, TaskReason, TaskStatus } from "./outcome";

/** What became of each task, in the order of the plan; `fundedWon` sums the funded lines by `source · years + year`. */
export function describeTasks(evaluation: Evaluation): {
  readonly tasks: readonly TaskOutcome[];
  readonly fundedWon: Float64Array;
} {
  const fundedWon = new Float64Array(evaluation.plannedWon.length);
  const room = new Float64Array(evaluation.plan.years.length);
  const tasks = evaluation.plan.tasks.map(({ id }, task) =>
    describeTask(evaluation, id, task, fundedWon, room),
  );
  return { tasks, fundedWon };
}

function describeTask(
  evaluation: Evaluation,
  taskId: string,
  task: number,
  totalsWon: Float64Array,
  wonByYear: Float64Array,
): TaskOutcome {
  const { plan, funding } = evaluation;
  const plannedWon = evaluation.taskPlannedWon[task] ?? 0;
  const fundedWon = funding.fundedWon[task] ?? 0;
  const isDropped = funding.status[task] === DROPPED;
  wonByYear.fill(0);
  const afterHorizonWon = isDropped ? 0 : spreadFunding(evaluation, task, wonByYear, totalsWon);
  return {
    taskId,
    status: statusOf(funding.status[task]),
    delayYears: funding.delayYears[task] ?? 0,
    fundedRatio: taskFundedRatio(plannedWon, fundedWon, isDropped),
    plannedWon,
    fundedWon,
    afterHorizonWon,
    reason: reasonOf(plan, funding, task),
    fundedWonByYear: copyToList(wonByYear),
  };
}

/** `Array.from` takes ten times as long for so few numbers, and there is one list a task. */
function copyToList(values: Float64Array): number[] {
  const list = new Array<number>(values.length);
  for (let index = 0; index < values.length; index += 1) list[index] = values[index] ?? 0;
  return list;
}

/** Adds a task's funded lines to the years, and the years and sources, they fall in; returns what falls after the horizon. */
function spreadFunding(
  evaluation: Evaluation,
  task: number,
  wonByYear: Float64Array,
  totalsWon: Float64Array,
): number {
  const { lines, funding, prices } = evaluation;
  const { money, amountWon, onTimeWon } = lines;
  const { cell, yearOfCell } = money;
  const delayYears = funding.delayYears[task] ?? 0;
  const ratio = funding.fundedRatio[task] ?? 0;
  const end = money.first[task + 1] ?? 0;
  if (delayYears === 0 && ratio === 1) {
    for (let line = money.first[task] ?? 0; line < end; line += 1) {
      const at = cell[line] ?? 0;
      const year = yearOfCell[at] ?? 0;
      const won = onTimeWon[line] ?? 0;
      wonByYear[year] = (wonByYear[year] ?? 0) + won;
      totalsWon[at] = (totalsWon[at] ?? 0) + won;
    }
    return 0;
  }
  const rise = prices.riseByDelay[delayYears] ?? 1;
  let afterHorizonWon = 0;
  for (let line = money.first[task] ?? 0; line < end; line += 1) {
    const at = cell[line] ?? 0;
    const planned = yearOfCell[at] ?? 0;
    const won = fundedAmountWon(amountWon[line] ?? 0, (prices.levelByYear[planned] ?? 1) * rise, ratio);
    const year = planned + delayYears;
    if (year >= wonByYear.length) {
      afterHorizonWon += won;
      continue;
    }
    wonByYear[year] = (wonByYear[year] ?? 0) + won;
    totalsWon[at + delayYears] = (totalsWon[at + delayYears] ?? 0) + won;
  }
  return afterHorizonWon;
}

const statusOf = (status: number | undefined): TaskStatus =>
  status === DROPPED ? "dropped" : status === DELAYED ? "delayed" : status === PARTIAL ? "partial" : "funded";

/** A shortage of the task's own comes before a predecessor that held it up. */
function reasonOf(plan: CompiledPlan, funding: WaterfallResult, task: number): TaskReason | null {
  const year = elementAt(plan.years, funding.shortYear[task]);
  const source = elementAt(plan.sources, funding.shortSource[task]);
  if (source !== undefined && year !== undefined)
    return { type: "ceiling", sourceId: source.id, year, shortWon: funding.shortWon[task] ?? 0 };
  const resource = elementAt(plan.resources, funding.shortResource[task]);
  if (resource !== undefined && year !== undefined)
    return { type: "resource", resourceId: resource.id, year, shortAmount: funding.shortAmount[task] ?? 0 };
  const blockedBy = elementAt(plan.tasks, funding.blockedBy[task]);
  return blockedBy === undefined ? null : { type: "predecessor", taskId: blockedBy.id };
}

/** The element with this index, none for −1; reading a list at −1 would be slow. */
const elementAt = <T>(list: readonly T[], index = -1): T | undefined => (index < 0 ? undefined : list[index]);
