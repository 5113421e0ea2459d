import type { PlanProblem } from "../../core/plan/plan-problem";
import type { PlanTables } from "../../core/plan/plan-tables";
import { describeRowRule } from "../failures/edit-failure";
import { nameRow } from "../plan/name-row";
import { namePlanRows } from "../plan/plan-names";
import { formatRatio, formatWon } from "./format-values";
import { formatResourceAmount } from "./resource-amount";

/** A problem as one sentence: what is wrong, and what happens to it meanwhile. */
export function describeProblem(tables: PlanTables, problem: PlanProblem): string {
  const names = namePlanRows(tables);
  const { entity, rowId, field } = problem.at;
  const row = nameRow(tables, entity, rowId);
  const task = (taskId: string) => names.code("task", taskId);
  switch (problem.type) {
    case "misfit-cell":
      return `${row}: the stored ${field} does not fit and is passed over.`;
    case "broken-rule":
      return `${row}: ${describeRowRule(problem.error)}.`;
    case "dangling-reference":
      return `${row}: its ${problem.target} does not exist any more.`;
    case "duplicate-code":
      return `The code ${problem.code} is used by more than one ${entity}.`;
    case "dependency-cycle":
      return `These tasks wait for each other in a circle: ${problem.codes.join(", ")}.`;
    case "starts-before-predecessor":
      return `Task ${task(problem.taskId)} starts in ${problem.startYear}, before ${task(problem.predecessorId)}, on which it depends, starts in ${problem.predecessorStartYear}.`;
    case "amount-differs-from-cost-lines":
      return `Task ${task(problem.taskId)}: ${formatWon(problem.amountWon)} in ${problem.year}, but its cost lines come to ${formatWon(problem.costLinesWon)}.`;
    case "amount-outside-task":
      return `Task ${task(problem.taskId)}: ${formatWon(problem.amountWon)} in ${problem.year}, but it runs from ${problem.startYear} to ${problem.endYear}.`;
    case "horizon-too-long":
      return `The plan covers ${problem.years} years; only the first ${problem.maximumYears} are evaluated.`;
    case "unknown-grade":
      return `The evaluation of ${problem.year} has the grade ${problem.gradeCode}, which the plan does not have; it sets no ceiling.`;
    case "weights-not-one":
      return `The weights of the formula add up to ${formatRatio(problem.sumRatio)}; they are scaled to 100 %.`;
    case "unit-without-people":
      return `${row} has no people.`;
    case "committee-without-seats":
      return `${row} has no seats.`;
    case "committee-without-source":
      return `${row}: no source pays for it, so that its cost is in no ceiling.`;
    case "size-without-ordinance":
      return `${row}: no ordinance is named for ${problem.seats} seats from ${problem.year}.`;
    case "size-before-ordinance":
      return `${row}: the size comes before its ordinance is in force (${problem.inForceFromYear}).`;
    case "reserved-above-seats":
      return `${row}: ${problem.reservedSeats} seats are reserved, but citizens have ${problem.citizenSeats}.`;
    case "scenario-circle":
      return `These scenarios build on each other in a circle: ${problem.titles.join(", ")}.`;
    case "lever-without-target":
      return `Scenario ${tables.find("scenario", problem.scenarioId)?.title ?? problem.scenarioId}: the plan has nothing to apply ${problem.path} to; it is passed over.`;
    case "floors-above-pool":
      return `${problem.year}: the floors of all units (${formatWon(problem.floorsWon)}) are above the pool (${formatWon(problem.poolWon)}); they are scaled down.`;
    case "ceiling-exceeded":
      return `The ceiling of ${names.title("source", problem.sourceId)} in ${problem.year} is exceeded by ${formatWon(problem.overWon)}.`;
    case "capacity-exceeded":
      return `The capacity of ${names.title("resource", problem.resourceId)} in ${problem.year} is exceeded by ${formatResourceAmount(problem.overAmount, names.resourceKind(problem.resourceId))}.`;
  }
}
