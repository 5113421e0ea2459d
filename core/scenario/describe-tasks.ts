import { DELAYED, DROPPED, fundedAmountWon, PARTIAL, type WaterfallResult } from "../budget/waterfall";
import type { CompiledPlan } from "./compiled-plan";
import type { Evaluation } from "./evaluation";
import type { TaskOutcome, TaskReason, TaskStatus } from "./outcome";

/** What became of each task, in the order of the plan; `fundedWon` sums the funded lines by source and year. */
export function describeTasks(evaluation: Evaluation): {
  readonly tasks: readonly TaskOutcome[];
  readonly fundedWon: Float64Array;
} {
  const { sourceCount, yearCount } = evaluation.plan.waterfall;
  const fundedWon = new Float64Array(sourceCount * yearCount);
  const tasks = evaluation.plan.tasks.map((_, index) => describeTask(evaluation, index, fundedWon));
  return { tasks, fundedWon };
}

function describeTask(
  { plan, funding, priceLevel }: Evaluation,
  task: number,
  totalsWon: Float64Array,
): TaskOutcome {
  const { sourceCount, yearCount, amountWon } = plan.waterfall;
  const delayYears = funding.delayYears[task] ?? 0;
  const ratio = funding.fundedRatio[task] ?? 0;
  const isDropped = funding.status[task] === DROPPED;
  const rise = (1 + plan.inflationRatio) ** delayYears;
  const fundedWonByYear = new Array<number>(yearCount).fill(0);
  let plannedWon = 0;
  let fundedWon = 0;
  let afterHorizonWon = 0;
  for (let source = 0; source < sourceCount; source += 1) {
    const first = (task * sourceCount + source) * yearCount;
    for (let year = 0; year < yearCount; year += 1) {
      const amount = amountWon[first + year] ?? 0;
      if (amount === 0) continue;
      const level = priceLevel[year] ?? 1;
      plannedWon += fundedAmountWon(amount, level, 1);
      if (isDropped) continue;
      const lineWon = fundedAmountWon(amount, level * rise, ratio);
      const fundedYear = year + delayYears;
      if (fundedYear >= yearCount) {
        afterHorizonWon += lineWon;
        continue;
      }
      const at = source * yearCount + fundedYear;
      fundedWon += lineWon;
      fundedWonByYear[fundedYear] = (fundedWonByYear[fundedYear] ?? 0) + lineWon;
      totalsWon[at] = (totalsWon[at] ?? 0) + lineWon;
    }
  }
  return {
    taskId: plan.tasks[task]?.id ?? "",
    status: statusOf(funding.status[task]),
    delayYears,
    fundedRatio: plannedWon === 0 ? (isDropped ? 0 : 1) : Math.min(1, fundedWon / plannedWon),
    plannedWon,
    fundedWon,
    afterHorizonWon,
    reason: reasonOf(plan, funding, task),
    fundedWonByYear,
  };
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
