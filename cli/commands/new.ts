import { Option } from "commander";
import { findNearestName } from "../../core/plan/nearest-name";
import { buildTemplate } from "../../core/plan/templates/build-template";
import {
  isTemplateName,
  type TemplateLanguage,
  type TemplateName,
  templateNames,
} from "../../core/plan/templates/template-name";
import { PlanDocument } from "../../core/planfile/plan-document";
import { CliFailure, suggest } from "../failures/cli-failure";
import { createFile } from "../files/write-file";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { beginEditing } from "../plan/begin-editing";
import { exportPlan } from "../plan/export-plan";
import { planFacts } from "../plan/plan-facts";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface NewOptions {
  readonly template: string;
  readonly output: string;
  readonly language: TemplateLanguage;
  readonly author?: string;
  readonly force: boolean;
}

export const addNewCommand: AddCommand = (program, system, run) =>
  program
    .command("new")
    .description("make a plan from a template")
    .requiredOption("-t, --template <ID>", `one of ${templateNames.join(", ")}`)
    .requiredOption("-o, --output <FILE>", "file to make, usually named .civplan")
    .addOption(
      new Option("--language <LANGUAGE>", "language of the plan's texts")
        .choices(["en", "ko"])
        .default(system.language),
    )
    .option("--author <NAME>", "who makes it, for the history (default: you)")
    .option("--force", "replace a file that is there already", false)
    .addHelpText(
      "after",
      "\nExample:\n  civplan new --template seoul-civil-democracy -o plan.civplan --language ko",
    )
    .action((options: NewOptions) => run(() => makePlan(system, options)));

async function makePlan(system: CliSystem, options: NewOptions): Promise<CommandReport> {
  const template = readTemplateName(options.template);
  const openDatabase = await system.loadSqlite();
  const document = PlanDocument.create(openDatabase(), {
    planId: system.mintId(),
    createdAtMs: system.nowMs(),
    appVersion: system.appVersion,
  });
  await beginEditing(system, document, options.author);
  const rows = buildTemplate(template, {
    language: options.language,
    firstYear: new Date(system.nowMs()).getFullYear() + 1,
    mintId: () => system.mintId(),
  });
  const started = document.execute(
    { type: "start-plan", template, rows },
    { changeId: system.mintId(), nowMs: system.nowMs() },
  );
  if (!started.ok) throw new Error(`makePlan: template ${template}: ${JSON.stringify(started.error)}`);
  await createFile(options.output, exportPlan(document, openDatabase), options.force);
  const { planId, title, years, tasks, committees } = planFacts(document);
  return {
    json: {
      planId,
      file: options.output,
      title,
      template,
      language: options.language,
      years,
      tasks,
      committees,
    },
    text: `Made ${options.output}: ${title}, ${years[0]} to ${years.at(-1)}, ${formatCount(tasks, "task")}, ${formatCount(committees, "committee")}.`,
  };
}

function readTemplateName(name: string): TemplateName {
  if (isTemplateName(name)) return name;
  const nearest = findNearestName(name, templateNames);
  throw new CliFailure(2, {
    type: "unknown-template",
    message: `There is no template "${name}".${suggest(nearest)} Known: ${templateNames.join(", ")}.`,
    name,
    nearest,
    known: templateNames,
  });
}
