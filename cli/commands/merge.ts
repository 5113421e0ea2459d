import { Option } from "commander";
import { isEntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { chooseSide } from "../../core/planfile/choose-side";
import type { CellConflict } from "../../core/planfile/find-conflicts";
import { recordMerge } from "../../core/planfile/merge-logs";
import { mergePlans } from "../../core/planfile/merge-plans";
import { PlanDocument } from "../../core/planfile/plan-document";
import { findAuthor } from "../author/author-settings";
import { failToMerge } from "../failures/merge-failure";
import { createFile } from "../files/write-file";
import { formatCell, nameField } from "../output/change-words";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { beginEditing } from "../plan/begin-editing";
import { exportPlan } from "../plan/export-plan";
import { findProblems } from "../plan/find-problems";
import { nameRow } from "../plan/name-row";
import { openPlan, refuseNewerFormat } from "../plan/open-plan";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface MergeOptions {
  readonly output: string;
  readonly prefer?: "ours" | "theirs";
  readonly author?: string;
  readonly force: boolean;
}

export const addMergeCommand: AddCommand = (program, system, run) =>
  program
    .command("merge")
    .description("merge two copies of a plan that were edited apart; no edit is lost")
    .argument("<OURS>", "plan file")
    .argument("<THEIRS>", "another copy of the same plan")
    .requiredOption("-o, --output <OUT>", "file to write; the two files stay as they are")
    .addOption(
      new Option(
        "--prefer <SIDE>",
        "settle conflicts with the values of one side, as one change that can be undone",
      ).choices(["ours", "theirs"]),
    )
    .option("--author <NAME>", "who merges, for the history (default: you)")
    .option("--force", "replace OUT if it exists", false)
    .addHelpText(
      "after",
      "\nA cell that both sides set to different values is a conflict: the plan shows the later one, keeps both, and the exit code is 1 until a person settles it in the app.\n\nExample:\n  civplan merge plan.civplan plan-from-lee.civplan -o merged.civplan --prefer ours",
    )
    .action((ours: string, theirs: string, options: MergeOptions) =>
      run(() => mergeFiles(system, ours, theirs, options)),
    );

async function mergeFiles(
  system: CliSystem,
  oursFile: string,
  theirsFile: string,
  options: MergeOptions,
): Promise<CommandReport> {
  const ours = await openPlan(system, oursFile);
  refuseNewerFormat(ours);
  const theirs = await openPlan(system, theirsFile);
  refuseNewerFormat(theirs);
  const merged = mergePlans(ours.document.toLog(), theirs.document.toLog());
  if (!merged.ok) throw failToMerge(oursFile, theirsFile, merged.error);
  const { log, added, agreed, conflicts: found } = merged.value;
  const author = await findAuthor(system, options.author);
  const record = {
    mergedAtMs: system.nowMs(),
    personId: author.id,
    otherFile: theirsFile.slice(-LONGEST_FILE_NAME),
    addedChanges: added,
    conflicts: found.length,
  };
  const person = { id: author.id, displayName: author.name };
  const document = PlanDocument.fromLog(
    ours.openDatabase(),
    added === 0 ? log : recordMerge(log, record, person),
  );
  const preferred = { ours: ours.document, theirs: theirs.document }[options.prefer ?? "ours"];
  const cells = options.prefer === undefined ? [] : chooseSide(found, preferred.folded);
  if (cells.length > 0) {
    await beginEditing(system, document, options.author);
    const context = { changeId: system.mintId(), nowMs: system.nowMs() };
    const settled = document.execute({ type: "settle-conflicts", cells }, context);
    if (!settled.ok) throw new Error(`merge: a side's own values were refused: ${settled.error.type}`);
  }
  const { conflicts, tables } = document;
  const problems = findProblems(tables, document.revision);
  await createFile(options.output, exportPlan(document, ours.openDatabase), options.force);
  const counts = [
    formatCount(added, "change added", "changes added"),
    formatCount(agreed, "cell agreed", "cells agreed"),
    ...(options.prefer === undefined
      ? []
      : [`${formatCount(cells.length, "conflict")} settled as in ${options.prefer}`]),
    `${formatCount(conflicts.length, "conflict")} left`,
  ];
  return {
    json: {
      file: options.output,
      added,
      agreed,
      settled: cells.length,
      conflicts: conflicts.map((conflict) => describeConflict(tables, conflict)),
      problems,
    },
    text: [
      `Wrote ${options.output}: ${counts.join(", ")}.`,
      ...conflicts.map((conflict) => sayConflict(tables, conflict)),
      ...(problems.length === 0 ? [] : [`${formatCount(problems.length, "problem")} to look at:`]),
      ...problems.map(({ message }) => `  ${message}`),
    ].join("\n"),
    exitCode: conflicts.length > 0 ? 1 : 0,
  };
}

const LONGEST_FILE_NAME = 1000;

const nameOf = (tables: PlanTables, { entity, rowId }: CellConflict) =>
  isEntityName(entity) ? nameRow(tables, entity, rowId) : `${entity} ${rowId}`;

const describeConflict = (tables: PlanTables, conflict: CellConflict) => ({
  entity: conflict.entity,
  row: nameOf(tables, conflict),
  rowId: conflict.rowId,
  field: conflict.field,
  values: conflict.values.map(({ value, personName, changeId, changeNumber, hlc }) => ({
    value,
    person: personName,
    change: changeNumber,
    changeId,
    hlc,
  })),
  valueBefore: conflict.valueBefore,
  shown: conflict.shownValue,
});

function sayConflict(tables: PlanTables, conflict: CellConflict): string {
  const { entity, field, values, valueBefore, shownValue } = conflict;
  const show = (value: CellConflict["shownValue"]) => formatCell(entity, field, value);
  const sides = values.map(({ value, personName }) => `${show(value)} (${personName || "somebody"})`);
  return `  ${nameOf(tables, conflict)} ${nameField(field)}: ${sides.join(" or ")}; before ${show(valueBefore)}, shown ${show(shownValue)}`;
}
