import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { PlanDocument } from "../../core/planfile/plan-document";
import { compilePlan } from "../../core/scenario/compile-plan";
import type { Lever } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { formatLeverValue } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { formatFacts, formatSection, formatTable, joinSections } from "../output/text-table";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import { planFacts } from "../plan/plan-facts";
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
  const lastChange = describeLastChange(document);
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
      formatSection("Tasks", listTasks(document)),
      formatSection("Committees", listCommittees(document)),
      formatSection(
        "Scenarios",
        formatTable(
          [{ title: "Name" }, { title: "Notes" }],
          tables.ordered("scenario").map(({ title, notes }) => [title, notes]),
        ),
      ),
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

const listTasks = ({ tables }: PlanDocument) =>
  formatTable(
    [{ title: "Code" }, { title: "Title" }, { title: "Priority", align: "right" }, { title: "Years" }],
    tables
      .ordered("task")
      .map(({ code, title, priorityScore, startYear, endYear }) => [
        code,
        title,
        String(priorityScore),
        startYear === endYear ? String(startYear) : `${startYear}–${endYear}`,
      ]),
  );

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
