import type { ResidentYear } from "./evaluate-residents";
import type { Evaluation } from "./evaluation";
import type { BindingLimit } from "./outcome";
import { type PackedTasks, TASK_STATUSES } from "./packed-outcome";

/**
 * Everything that binds, in this order: the shortage that the first task in
 * line met; what keeps residents' projects below what the money would pay for,
 * in the last year in which it does; ordinances that are not yet in force. Tasks
 * that only wait for a predecessor do not name a limit.
 */
export function findBindingLimits(
  evaluation: Evaluation,
  tasks: PackedTasks,
  residents: readonly ResidentYear[],
): readonly BindingLimit[] {
  return [
    ...findTaskLimit(evaluation, tasks),
    ...findResidentLimit(evaluation, residents),
    ...findLegalLimits(evaluation),
  ];
}

const FUNDED = TASK_STATUSES.indexOf("funded");

function findTaskLimit({ plan }: Evaluation, { status, reasons, taskIds }: PackedTasks): BindingLimit[] {
  let waitingTasks = 0;
  for (let task = 0; task < status.length; task += 1) if (status[task] !== FUNDED) waitingTasks += 1;
  for (const task of plan.waterfall.order) {
    const taskId = taskIds[task];
    if (taskId === undefined || status[task] === FUNDED) continue;
    const reason = reasons.get(task);
    if (reason?.type === "ceiling") {
      const { sourceId, year, shortWon } = reason;
      return [{ type: "money", sourceId, year, shortWon, taskId, waitingTasks }];
    }
    if (reason?.type === "resource") {
      const { resourceId, year, shortAmount } = reason;
      return [{ type: "resource", resourceId, year, shortAmount, taskId, waitingTasks }];
    }
  }
  return [];
}

function findResidentLimit({ plan }: Evaluation, residents: readonly ResidentYear[]): BindingLimit[] {
  const index = residents.findLastIndex(({ limit }) => limit !== "none" && limit !== "money");
  const year = plan.years[index];
  const outcome = residents[index];
  if (year === undefined || outcome === undefined) return [];
  const { limit, projects, projectsByMoney, unspentWon } = outcome;
  if (limit === "none" || limit === "money") return [];
  return [{ type: "residents", limit, year, projects, projectsByMoney, unspentWon }];
}

function findLegalLimits({ plan, levers }: Evaluation): BindingLimit[] {
  return plan.committees.flatMap((committee): BindingLimit[] => {
    const last = committee.sizes.at(-1);
    const isWaiting = last !== undefined && last.yearIndex > 0;
    if (isWaiting) return [{ type: "law", committeeId: committee.id, year: plan.years[last.yearIndex] ?? 0 }];
    const effective = levers[`committee.${committee.code}.effective`];
    const isAfterHorizon = typeof effective === "number" && effective > (plan.years.at(-1) ?? 0);
    return isAfterHorizon ? [{ type: "law", committeeId: committee.id, year: effective }] : [];
  });
}
