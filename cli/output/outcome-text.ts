import { indicatorDefinitions, type Outcome } from "../../core/scenario/outcome";
import type { PlanNames } from "../plan/plan-names";
import {
  formatCount,
  formatDifference,
  formatIndicator,
  formatNumber,
  formatRatio,
  formatWon,
} from "./format-values";
import { indicatorLabels } from "./indicator-labels";
import { describeLimits, describeReason, describeStatus } from "./outcome-words";
import { formatSection, formatTable, joinSections } from "./text-table";

/** An outcome for people, beside the plan itself when it is not the plan's own (`base` is null then). */
export const outcomeText = (outcome: Outcome, base: Outcome | null, names: PlanNames): string =>
  joinSections(
    describeLimits(outcome, names),
    formatSection("Key figures", listIndicators(outcome, base)),
    formatSection("Tasks", listTasks(outcome, base, names)),
    formatSection("Committees", listCommittees(outcome, names)),
    formatSection("Money by year", listMoney(outcome, names)),
    formatSection("Capacity by year", listCapacity(outcome, names)),
    formatSection("What residents decide on", listResidents(outcome)),
  );

function listIndicators(outcome: Outcome, base: Outcome | null): string {
  const rows = indicatorDefinitions.map(({ key, unit }) => {
    const value = outcome.indicators[key];
    const shown = formatIndicator(value, unit);
    if (base === null) return [indicatorLabels[key], shown];
    const planned = base.indicators[key];
    return [
      indicatorLabels[key],
      formatIndicator(planned, unit),
      shown,
      formatDifference(value, planned, unit),
    ];
  });
  const right = (title: string) => ({ title, align: "right" as const });
  const figures = base === null ? [right("Value")] : [right("Plan"), right("Scenario"), right("Difference")];
  return formatTable([{ title: "Figure" }, ...figures], rows);
}

function listTasks(outcome: Outcome, base: Outcome | null, names: PlanNames): string {
  const rows = outcome.tasks.map((task, index) => {
    const planned = base?.tasks[index];
    const statuses =
      planned === undefined ? [describeStatus(task)] : [describeStatus(planned), describeStatus(task)];
    return [
      names.code("task", task.taskId),
      names.title("task", task.taskId),
      ...statuses,
      formatWon(task.fundedWon),
      describeReason(task, names),
    ];
  });
  const statuses = base === null ? [{ title: "Status" }] : [{ title: "Plan" }, { title: "Scenario" }];
  const columns = [
    { title: "Code" },
    { title: "Title" },
    ...statuses,
    { title: "Funded", align: "right" as const },
    { title: "Why" },
  ];
  return formatTable(columns, rows);
}

const listCommittees = (outcome: Outcome, names: PlanNames): string =>
  formatTable(
    [
      { title: "Code" },
      { title: "Members" },
      { title: "Quorum", align: "right" },
      { title: "Cost a year", align: "right" },
      { title: "Quorate", align: "right" },
      { title: "Officials decide", align: "right" },
    ],
    outcome.committees.map((committee) => [
      names.code("committee", committee.committeeId),
      `${formatCount(committee.citizens, "citizen")} + ${formatCount(committee.officials, "official")}`,
      String(committee.quorum),
      formatWon(committee.costWonPerYear),
      formatRatio(committee.quorumRatio),
      formatRatio(committee.officialsPivotalRatio),
    ]),
  );

/** Sources that have a ceiling or spend something. */
function listMoney(outcome: Outcome, names: PlanNames): string {
  const amounts = ["Ceiling", "Committees", "Residents", "Tasks", "Left"] as const;
  const rows = outcome.byYear.flatMap(({ year, sources }) =>
    sources
      .filter((source) => source.hasCeiling || source.plannedWon > 0 || source.committeesWon > 0)
      .map((source) => [
        String(year),
        names.title("source", source.sourceId),
        source.hasCeiling ? formatWon(source.ceilingWon) : "none",
        formatWon(source.committeesWon),
        formatWon(source.residentsWon),
        formatWon(source.tasksWon),
        source.hasCeiling ? formatWon(source.headroomWon) : "–",
      ]),
  );
  const columns = amounts.map((title) => ({ title, align: "right" as const }));
  return formatTable([{ title: "Year" }, { title: "Source" }, ...columns], rows);
}

/** Resources that have a capacity or are needed. */
function listCapacity(outcome: Outcome, names: PlanNames): string {
  const rows = outcome.resources.flatMap(({ year, resources }) =>
    resources
      .filter((resource) => resource.hasCapacity || resource.plannedAmount > 0)
      .map((resource) => [
        String(year),
        names.title("resource", resource.resourceId),
        resource.hasCapacity ? formatNumber(resource.capacity) : "none",
        formatNumber(resource.committeesAmount),
        formatNumber(resource.tasksAmount),
        formatNumber(resource.residentsAmount),
      ]),
  );
  const amounts = ["Capacity", "Committees", "Tasks", "Residents' projects"];
  const columns = amounts.map((title) => ({ title, align: "right" as const }));
  return formatTable([{ title: "Year" }, { title: "Resource" }, ...columns], rows);
}

function listResidents({ years, residents }: Outcome): string {
  const rows = residents.flatMap((resident, index) =>
    resident.decidedWon === 0 && resident.carriedInWon === 0
      ? []
      : [
          [
            String(years[index]),
            formatWon(resident.decidedWon),
            formatWon(resident.executedWon),
            formatWon(resident.unspentWon),
            formatNumber(Math.round(resident.projects * 100) / 100),
            resident.limit,
          ],
        ],
  );
  const amounts = ["Decided", "Carried out", "Unspent", "Projects"];
  const columns = amounts.map((title) => ({ title, align: "right" as const }));
  return formatTable([{ title: "Year" }, ...columns, { title: "Limit" }], rows);
}
