import { findPlanCriticalPath, type PlanCriticalPath } from "../../core/plan/plan-critical-path";
import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { PlanDocument } from "../../core/planfile/plan-document";
import { compilePlan } from "../../core/scenario/compile-plan";
import type { Lever } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { readPlanUncertainty } from "../../core/scenario/uncertainty/plan-uncertainty";
import { formatCount, formatLeverValue } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { formatFacts, formatSection, formatTable, joinSections } from "../output/text-table";
import { uncertaintyText } from "../output/uncertainty-text";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import { planFacts, planRowOf } from "../plan/plan-facts";
import type { AddCommand } from "../run-cli";

interface InfoOptions {
  readonly levers: boolean;
}

export const addInfoCommand: AddCommand = (program, system, run) =>
  program
    .command("info")
    .description("say what is in a plan")
    .argument("<FILE>", "plan file")
    .option("--levers", "list the levers with their current value, unit and range", false)
    .addHelpText("after", "\nExample:\n  civplan info plan.civplan --levers")
    .action((file: string, options: InfoOptions) =>
      run(async () => describePlan(await openPlan(system, file), options)),
    );

function describePlan(plan: OpenedPlan, options: InfoOptions): CommandReport {
  const { document, format, isNewerFormat } = plan;
  const { tables } = document;
  const facts = planFacts(document);
  const path = findPlanCriticalPath(
    tables.ordered("task"),
    tables.all("taskDependency"),
    facts.years.at(-1) ?? Number.POSITIVE_INFINITY,
  );
  const codeOf = (id: string) => tables.find("task", id)?.code || id;
  const lastChange = describeLastChange(document);
  const uncertainty = readPlanUncertainty(tables);
  const levers = options.levers ? listLevers(compilePlan(tables, document.revision)) : null;
  return {
    json: {
      ...facts,
      format,
      isNewerFormat,
      createdAt: new Date(document.identity.createdAtMs).toISOString(),
      lastChange,
      taskCodes: tables.ordered("task").map(({ code }) => code),
      sourceCodes: tables.ordered("source").map(({ code }) => code),
      committeeCodes: tables.ordered("committee").map(({ code }) => code),
      scenarioTitles: tables.ordered("scenario").map(({ title }) => title),
      criticalPath:
        path === null
          ? null
          : {
              endYear: path.endYear,
              chain: path.chain.map(codeOf),
              tasks: path.tasks.map(({ taskId, slackYears, isCritical, movedIds }) => ({
                code: codeOf(taskId),
                slackYears,
                isCritical,
                moves: movedIds.map(codeOf),
              })),
            },
      uncertainty: uncertainty.spec,
      ...(uncertainty.broken.length === 0 ? {} : { brokenUncertainty: uncertainty.broken }),
      ...(levers === null ? {} : { levers }),
    },
    text: joinSections(
      facts.title,
      formatFacts([
        ["Years", `${facts.years[0] ?? "–"} to ${facts.years.at(-1) ?? "–"}`],
        ["Tasks", `${facts.tasks} in ${facts.areas} areas`],
        [
          "Changes",
          `${facts.changes} by ${document.people.map(({ displayName }) => displayName || "?").join(", ")}`,
        ],
        ["Last change", lastChange === null ? "–" : `${lastChange.at} by ${lastChange.by || "?"}`],
        ["Plan id", facts.planId],
        ["Format", `${format}${isNewerFormat ? " (newer than this version)" : ""}`],
      ]),
      formatSection("Tasks", listTasks(document, path, codeOf)),
      path === null ? "" : describePath(path, codeOf),
      formatSection("Committees", listCommittees(document)),
      formatSection(
        "Scenarios",
        formatTable(
          [{ title: "Name" }, { title: "Notes" }],
          tables.ordered("scenario").map(({ title, notes }) => [title, notes]),
        ),
      ),
      formatSection("What is uncertain", uncertaintyText(planRowOf(tables))),
      formatSection("Levers", levers === null ? "" : listLeverTable(levers)),
    ),
  };
}

function describeLastChange(document: PlanDocument): { at: string; by: string } | null {
  const change = document.changes.at(-1);
  if (change === undefined) return null;
  const at = new Date(hybridTimeToMs(change.hlc)).toISOString();
  return { at, by: document.personOf(change)?.displayName ?? "" };
}

function listTasks(
  { tables }: PlanDocument,
  path: PlanCriticalPath | null,
  codeOf: (id: string) => string,
): string {
  const slackOf = new Map(path?.tasks.map((slack) => [slack.taskId, slack]));
  return formatTable(
    [
      { title: "Code" },
      { title: "Title" },
      { title: "Priority", align: "right" },
      { title: "Years" },
      { title: "Slack", align: "right" },
      { title: "A delay moves" },
    ],
    tables.ordered("task").map(({ id, code, title, priorityScore, startYear, endYear }) => {
      const slack = slackOf.get(id);
      return [
        code,
        title,
        String(priorityScore),
        startYear === endYear ? String(startYear) : `${startYear}–${endYear}`,
        slack === undefined ? "–" : formatCount(slack.slackYears, "year"),
        slack?.movedIds.map(codeOf).join(", ") ?? "",
      ];
    }),
  );
}

/** Which tasks must not start late. A delay is passed on in full, as the funding order does. */
function describePath({ endYear, tasks, chain }: PlanCriticalPath, codeOf: (id: string) => string): string {
  const critical = tasks.filter(({ isCritical }) => isCritical).length;
  const longest = chain.length > 1 ? ` Longest chain: ${chain.map(codeOf).join(" → ")}.` : "";
  return `The plan ends in ${endYear}; ${critical} of ${formatCount(tasks.length, "task")} would delay that.${longest}`;
}

const listCommittees = ({ tables }: PlanDocument) =>
  formatTable(
    [
      { title: "Code" },
      { title: "Title" },
      { title: "Seats", align: "right" },
      { title: "of them officials", align: "right" },
    ],
    tables
      .ordered("committee")
      .map(({ code, title, seats, officials }) => [code, title, String(seats), String(officials)]),
  );

const listLeverTable = (levers: readonly Lever[]) =>
  formatTable(
    [{ title: "Lever" }, { title: "Now", align: "right" }, { title: "Unit" }, { title: "Range" }],
    levers.map((lever) => [
      lever.path,
      formatLeverValue(lever.planValue, lever.unit),
      lever.unit,
      formatRange(lever),
    ]),
  );

function formatRange({ kind, unit, minimum, maximum, choices }: Lever): string {
  if (kind === "flag") return "true or false";
  if (choices !== undefined) return choices.join(", ");
  if (minimum === undefined || maximum === undefined) return "";
  return `${formatLeverValue(minimum, unit)} to ${formatLeverValue(maximum, unit)}`;
}
