import type { ProjectionDifference } from "../gate/find-projection-differences";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { findProblems, type PlanProblem } from "../plan/find-problems";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import type { AddCommand } from "../run-cli";

export const addVerifyCommand: AddCommand = (program, system, run) =>
  program
    .command("verify")
    .description("check a plan file: its integrity, its tables against its log, its rules")
    .argument("<FILE>", "plan file")
    .addHelpText(
      "after",
      "\nExits with 1 when the file is sound but something in the plan needs a person.\n\nExample:\n  civplan verify plan.civplan --json",
    )
    .action((file: string) =>
      run(async () => verifyPlan(await openPlan(system, file, { comparesProjection: true }))),
    );

function verifyPlan({ file, document, projectionDifferences, isNewerFormat }: OpenedPlan): CommandReport {
  const problems = [
    ...projectionDifferences.map(describeDifference),
    ...findProblems(document.tables, document.revision),
  ];
  const ok = problems.length === 0;
  const changes = formatCount(document.revision, "change");
  const summary = isNewerFormat
    ? `${file} is sound as far as this version can tell: ${changes}.`
    : `${file} is sound: ${changes}; its tables say what its log says.`;
  return {
    json: { ok, file, planId: document.identity.planId, changes: document.revision, isNewerFormat, problems },
    text: ok
      ? `${summary} No rule is broken.`
      : `${file}: ${formatCount(problems.length, "problem")}\n${problems.map(({ message }) => `  ${message}`).join("\n")}`,
    exitCode: ok ? 0 : 1,
  };
}

/** Civplan itself reads the log only; a table that says something else misleads people with other tools. */
function describeDifference({ table, rowId, kind }: ProjectionDifference): PlanProblem {
  const details = {
    missing: `row ${rowId} is missing`,
    extra: `row ${rowId} is not in the log`,
    "other-values": `row ${rowId} has other values than the log`,
    "unreadable-table": "it cannot be read",
  };
  return { type: "table-differs-from-log", message: `Table ${table}: ${details[kind]}.`, rowId };
}
