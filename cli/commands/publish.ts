import { PlanDocument } from "../../core/planfile/plan-document";
import { publishCopy } from "../../core/planfile/publish-copy";
import { createFile } from "../files/write-file";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { exportPlan } from "../plan/export-plan";
import { openPlan, refuseNewerFormat } from "../plan/open-plan";
import { planFacts } from "../plan/plan-facts";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface PublishOptions {
  readonly output: string;
  readonly author?: string;
  readonly force: boolean;
}

export const addPublishCommand: AddCommand = (program, system, run) =>
  program
    .command("publish")
    .description("write a clean copy of a plan: no history, no people, no comments, a plan of its own")
    .argument("<FILE>", "plan file")
    .requiredOption("-o, --output <OUT>", "file to write")
    .option("--author <NAME>", "who publishes, as the copy shall say (default: nobody)")
    .option("--force", "replace OUT if it exists", false)
    .addHelpText(
      "after",
      "\nThe copy cannot be merged with the plan, only compared. Conflicts are written as the plan shows them.\n\nExample:\n  civplan publish plan.civplan -o plan-public.civplan",
    )
    .action((file: string, options: PublishOptions) => run(() => publishPlan(system, file, options)));

async function publishPlan(system: CliSystem, file: string, options: PublishOptions): Promise<CommandReport> {
  const plan = await openPlan(system, file);
  refuseNewerFormat(plan);
  const log = publishCopy(plan.document.tables, {
    planId: system.mintId(),
    personId: system.mintId(),
    actorId: system.mintId(),
    changeId: system.mintId(),
    nowMs: system.nowMs(),
    appVersion: system.appVersion,
    displayName: options.author?.trim() ?? "",
  });
  const copy = PlanDocument.fromLog(plan.openDatabase(), log);
  await createFile(options.output, exportPlan(copy, plan.openDatabase), options.force);
  const rows = log.changes[0]?.ops.length ?? 0;
  const conflicts = plan.document.conflicts.length;
  return {
    json: { file: options.output, rows, openConflicts: conflicts, ...planFacts(copy) },
    text: `Wrote ${options.output}: ${formatCount(rows, "row")}, without history, people and comments.${
      conflicts === 0
        ? ""
        : ` ${formatCount(conflicts, "conflict")} of ${file} is not settled; the copy has what is shown.`
    }`,
    exitCode: conflicts === 0 ? 0 : 1,
  };
}
