import { DELAYED, DROPPED, fundedAmountWon, PARTIAL, type WaterfallResult } from "../budget/waterfall";
import type { CompiledPlan } from "./compiled-plan";
import { type Evaluation, taskFundedRatio } from "./evaluation";
import type { TaskReason } from "./outcome";
import { type PackedTasks, TASK_FIGURES, TASK_STATUSES } from "./packed-outcome";

/** What became of each task, in the order of the plan; `fundedWon` sums the funded lines by `source · years + year`. */
export function describeTasks(evaluation: Evaluation): {
  readonly packedTasks: PackedTasks;
  readonly fundedWon: Float64Array;
} {
  const { plan, funding, taskPlannedWon } = evaluation;
  const taskCount = plan.tasks.length;
  const fundedWon = new Float64Array(evaluation.plannedWon.length);
  const width = TASK_FIGURES.length + plan.years.length;
  const figures = new Float64Array(taskCount * width);
  const reasons = new Map<number, TaskReason>();
  for (let task = 0; task < taskCount; task += 1) {
    const at = task * width;
    const isDropped = funding.status[task] === DROPPED;
    const plannedWon = taskPlannedWon[task] ?? 0;
    const taskFundedWon = funding.fundedWon[task] ?? 0;
    // In the order of TASK_FIGURES.
    figures[at] = funding.delayYears[task] ?? 0;
    figures[at + 1] = taskFundedRatio(plannedWon, taskFundedWon, isDropped);
    figures[at + 2] = plannedWon;
    figures[at + 3] = taskFundedWon;
    figures[at + 4] = isDropped
      ? 0
      : spreadFunding(evaluation, task, { wonByYear: figures, at: at + TASK_FIGURES.length }, fundedWon);
    const reason = reasonOf(plan, funding, task);
    if (reason !== null) reasons.set(task, reason);
  }
  const packedTasks: PackedTasks = {
    taskIds: listTaskIds(plan),
    status: Uint8Array.from(funding.status.subarray(0, taskCount), (status) => STATUS_INDEX[status] ?? 0),
    figures,
    reasons,
  };
  return { packedTasks, fundedWon };
}

/** From the waterfall's numbers to places in TASK_STATUSES. */
const STATUS_INDEX: Readonly<Record<number, number>> = {
  [PARTIAL]: TASK_STATUSES.indexOf("partial"),
  [DELAYED]: TASK_STATUSES.indexOf("delayed"),
  [DROPPED]: TASK_STATUSES.indexOf("dropped"),
};

const taskIds = new WeakMap<CompiledPlan["tasks"], readonly string[]>();

/** The same list for as long as the tasks are. */
function listTaskIds({ tasks }: CompiledPlan): readonly string[] {
  const known = taskIds.get(tasks);
  if (known !== undefined) return known;
  const ids = tasks.map(({ id }) => id);
  taskIds.set(tasks, ids);
  return ids;
}

/** Adds a task's funded lines to the years, of which the first is at `at`, and the years and sources, they fall in; returns what falls after the horizon. */
function spreadFunding(
  evaluation: Evaluation,
  task: number,
  { wonByYear, at: firstYear }: { readonly wonByYear: Float64Array; readonly at: number },
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
      wonByYear[firstYear + year] = (wonByYear[firstYear + year] ?? 0) + won;
      totalsWon[at] = (totalsWon[at] ?? 0) + won;
    }
    return 0;
  }
  const yearCount = evaluation.plan.years.length;
  const rise = prices.riseByDelay[delayYears] ?? 1;
  let afterHorizonWon = 0;
  for (let line = money.first[task] ?? 0; line < end; line += 1) {
    const at = cell[line] ?? 0;
    const planned = yearOfCell[at] ?? 0;
    const won = fundedAmountWon(amountWon[line] ?? 0, (prices.levelByYear[planned] ?? 1) * rise, ratio);
    const year = planned + delayYears;
    if (year >= yearCount) {
      afterHorizonWon += won;
      continue;
    }
    wonByYear[firstYear + year] = (wonByYear[firstYear + year] ?? 0) + won;
    totalsWon[at + delayYears] = (totalsWon[at + delayYears] ?? 0) + won;
  }
  return afterHorizonWon;
}

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
