import type { BindingLimit, Outcome, TaskOutcome } from "../../core/scenario/outcome";
import type { PlanNames } from "../plan/plan-names";
import { formatCount, formatNumber, formatWon } from "./format-values";
import { formatResourceAmount } from "./resource-amount";

/** `funded`, `delayed by 1 year`, `partly funded (63 %)`, `dropped`. */
export function describeStatus({ status, delayYears, fundedRatio }: TaskOutcome): string {
  switch (status) {
    case "funded":
    case "dropped":
      return status;
    case "partial":
      return `partly funded (${Math.floor(fundedRatio * 100)} %)`;
    case "delayed":
      return `delayed by ${formatCount(delayYears, "year")}`;
  }
}

/** Why a task is not funded as planned; empty when it is. */
export function describeReason({ reason }: TaskOutcome, names: PlanNames): string {
  switch (reason?.type) {
    case undefined:
      return "";
    case "ceiling":
      return `${names.title("source", reason.sourceId)} ${reason.year}: ${formatWon(reason.shortWon)} short`;
    case "resource":
      return `${names.title("resource", reason.resourceId)} ${reason.year}: ${formatResourceAmount(reason.shortAmount, names.resourceKind(reason.resourceId))} short`;
    case "predecessor":
      return `waits for ${names.code("task", reason.taskId)}`;
  }
}

/** Everything that stops more from being done, one sentence each; the first is the binding limit. */
export function describeLimits({ bindingLimits, tasks }: Outcome, names: PlanNames): string {
  const [first, ...others] = bindingLimits;
  if (first === undefined)
    return tasks.length === 0
      ? "No limit binds: the plan has no tasks."
      : "No limit binds: every task is funded as planned.";
  return [
    `Binding limit: ${describeLimit(first, names)}`,
    ...others.map((limit) => `Also binding: ${describeLimit(limit, names)}`),
  ].join("\n");
}

function describeLimit(limit: BindingLimit, names: PlanNames): string {
  const taskOf = (taskId: string) => `${names.code("task", taskId)} ${names.title("task", taskId)}`;
  const waiting = (count: number) => `${formatCount(count, "task is", "tasks are")} delayed, cut or dropped`;
  switch (limit.type) {
    case "none":
      return "none.";
    case "money":
      return `money of ${names.title("source", limit.sourceId)} in ${limit.year}. ${taskOf(limit.taskId)} lacks ${formatWon(limit.shortWon)}; ${waiting(limit.waitingTasks)}.`;
    case "resource":
      return `${names.title("resource", limit.resourceId)} in ${limit.year}. ${taskOf(limit.taskId)} lacks ${formatResourceAmount(limit.shortAmount, names.resourceKind(limit.resourceId))}; ${waiting(limit.waitingTasks)}.`;
    case "residents":
      return `${RESIDENT_LIMITS[limit.limit]} for residents' projects in ${limit.year}. ${formatNumber(limit.projects)} are carried out where the money would pay for ${formatNumber(limit.projectsByMoney)}; ${formatWon(limit.unspentWon)} is left unspent.`;
    case "law":
      return `the law. ${names.title("committee", limit.committeeId)} keeps its size until its ordinance is in force in ${limit.year}.`;
  }
}

const RESIDENT_LIMITS = {
  staff: "staff of the secretariat",
  deliberation: "time for deliberation",
  absorption: "what units can absorb",
} as const;
