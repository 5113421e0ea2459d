import {
  type BindingLimit,
  type CommitteeOutcome,
  indicatorDefinitions,
  type Outcome,
  type TaskReason,
} from "../../core/scenario/outcome";
import type { PlanNames } from "../plan/plan-names";

/** An outcome with codes instead of row ids. */
export function outcomeJson(outcome: Outcome, names: PlanNames) {
  const { years, units, firstShortage } = outcome;
  const byYear = (values: readonly number[]) => values.map((value, index) => ({ year: years[index], value }));
  return {
    levers: outcome.levers,
    indicators: Object.fromEntries(
      indicatorDefinitions.map(({ key, unit, better, model }) => [
        key,
        { value: outcome.indicators[key], unit, better, model },
      ]),
    ),
    byYear: years.map((year, index) => yearJson(outcome, names, year, index)),
    tasks: outcome.tasks.map(({ taskId, reason, fundedWonByYear, ...task }) => ({
      code: names.code("task", taskId),
      title: names.title("task", taskId),
      ...task,
      reason: reason === null ? null : reasonJson(reason, names),
      fundedWonByYear: byYear(fundedWonByYear),
    })),
    committees: outcome.committees.map((committee) => committeeJson(committee, names, byYear)),
    units: units.units.map(({ unitId, perHeadWon, allocatedWonByYear }) => ({
      code: names.code("unit", unitId),
      title: names.title("unit", unitId),
      perHeadWon,
      allocatedWonByYear: byYear(allocatedWonByYear),
    })),
    equity: units.equity,
    notices: units.notices,
    bindingLimit: limitJson(outcome.bindingLimit, names),
    bindingLimits: outcome.bindingLimits.map((limit) => limitJson(limit, names)),
    firstShortage:
      firstShortage === null
        ? null
        : {
            year: firstShortage.year,
            source: names.code("source", firstShortage.sourceId),
            shortWon: firstShortage.shortWon,
          },
  };
}

const yearJson = (outcome: Outcome, names: PlanNames, year: number, index: number) => ({
  year,
  sources: (outcome.byYear[index]?.sources ?? []).map(
    ({ sourceId, hasCeiling, ceilingWon, headroomWon, ...amounts }) => ({
      source: names.code("source", sourceId),
      ceilingWon: hasCeiling ? ceilingWon : null,
      ...amounts,
      headroomWon: hasCeiling ? headroomWon : null,
    }),
  ),
  resources: (outcome.resources[index]?.resources ?? []).map(
    ({ resourceId, hasCapacity, capacity, ...amounts }) => ({
      resource: names.code("resource", resourceId),
      capacity: hasCapacity ? capacity : null,
      ...amounts,
    }),
  ),
  residents: outcome.residents[index] ?? null,
});

const committeeJson = (
  { committeeId, seatsByYear, costWonByYear, groups, ...committee }: CommitteeOutcome,
  names: PlanNames,
  byYear: (values: readonly number[]) => unknown,
) => ({
  code: names.code("committee", committeeId),
  title: names.title("committee", committeeId),
  ...committee,
  seatsByYear: byYear(seatsByYear),
  costWonByYear: byYear(costWonByYear),
  groups: groups.map(({ groupId, ...group }) => ({
    code: names.code("residentGroup", groupId),
    title: names.title("residentGroup", groupId),
    ...group,
  })),
});

function reasonJson(reason: TaskReason, names: PlanNames) {
  switch (reason.type) {
    case "ceiling": {
      const { type, sourceId, year, shortWon } = reason;
      return { type, source: names.code("source", sourceId), year, shortWon };
    }
    case "resource": {
      const { type, resourceId, year, shortAmount } = reason;
      return { type, resource: names.code("resource", resourceId), year, shortAmount };
    }
    case "predecessor":
      return { type: reason.type, task: names.code("task", reason.taskId) };
  }
}

/** A limit with its kind, and the codes of what it names. */
function limitJson(limit: BindingLimit, names: PlanNames): Readonly<Record<string, unknown>> {
  switch (limit.type) {
    case "money": {
      const { sourceId, taskId, ...rest } = limit;
      return { ...rest, source: names.code("source", sourceId), task: names.code("task", taskId) };
    }
    case "resource": {
      const { resourceId, taskId, ...rest } = limit;
      return { ...rest, resource: names.code("resource", resourceId), task: names.code("task", taskId) };
    }
    case "law":
      return {
        type: limit.type,
        committee: names.code("committee", limit.committeeId),
        year: limit.year,
      };
    default:
      return { ...limit };
  }
}
