import type { RowCommand } from "../../core/plan/command";
import type { EditError } from "../../core/plan/edit-error";
import type { CellValue } from "../../core/plan/entities";
import { findField } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { dependencyId } from "../../core/plan/row-id";
import { err } from "../../core/result";
import { failToEdit } from "../failures/edit-failure";
import { replaceFile } from "../files/write-file";
import { formatCount, formatLeverValue } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { formatTable } from "../output/text-table";
import { collectDependencies } from "../paths/collect-dependencies";
import { collectEdits } from "../paths/collect-edits";
import { isCell, resolveAssignments, type SetTarget } from "../paths/resolve-assignment";
import { readPredecessors } from "../paths/resolve-waits-for";
import { splitAssignment } from "../paths/split-assignment";
import { beginEditing } from "../plan/begin-editing";
import { exportPlan } from "../plan/export-plan";
import { openPlan, refuseNewerFormat } from "../plan/open-plan";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface SetOptions {
  readonly author?: string;
}

export const addSetCommand: AddCommand = (program, system, run) =>
  program
    .command("set")
    .description("edit cells of a plan as one change; undo in the app takes back all of it")
    .argument("<FILE>", "plan file")
    .argument("<PATH=VALUE...>", "cells and their new values")
    .option("--author <NAME>", "who edits, for the history (default: you)")
    .addHelpText("after", HELP)
    .action((file: string, assignments: string[], options: SetOptions) =>
      run(() => setCells(system, file, assignments, options)),
    );

const HELP = `
Paths are those of the levers ("info FILE --levers"), and any field of a row by its code:
  plan.title                            task.T01.title
  task.T01.start                        task.T01.priority
  task.T05.waits-for                    (all tasks that it waits for: T02,T03; nothing for none)
  task.T01.cost.2027.CITY.likely        task.T01.cost.2027.CITY.REGULAR.high
  task.D05.cost.2027.CITY.line.1.times  (a cost line of that amount, counted from 1)
  committee.COUNCIL.seats               committee.COUNCIL.citizen-attendance
  source.CITY.ceiling.2028              decentralised.share, decentralised.share.2027
  uncertainty.ceilings.low=-15%         uncertainty.grade.lower=30%  (changes against the plan, and chances)
A likely amount takes low and high along in proportion, and follows its cost lines. Shares are written 5% or 0.05.

Example:
  civplan set plan.civplan task.T01.cost.2027.CITY.likely=1200000000 committee.COUNCIL.seats=50 --author "Kim"`;

async function setCells(
  system: CliSystem,
  file: string,
  assignments: readonly string[],
  options: SetOptions,
): Promise<CommandReport> {
  const parsed = assignments.map((assignment) => splitAssignment(assignment, "PATH=VALUE"));
  const plan = await openPlan(system, file);
  refuseNewerFormat(plan);
  const { document } = plan;
  const targets = resolveAssignments(document.tables, parsed);
  const before = targets.map((target) => readTarget(document.tables, target));
  await beginEditing(system, document, options.author);
  const command = makeCommand(document.tables, targets);
  const context = { changeId: system.mintId(), nowMs: system.nowMs() };
  const applied = command === null ? err(NOTHING) : document.execute(command, context);
  if (!applied.ok && applied.error.type !== "nothing-changed")
    throw failToEdit(pathOf(targets, applied.error), applied.error);
  if (applied.ok) await replaceFile(file, exportPlan(document, plan.openDatabase), plan.stamp);
  const cells = targets.map((target, index) => ({
    path: target.path,
    from: before[index] ?? null,
    to: readTarget(document.tables, target),
  }));
  return {
    json: {
      file,
      change: applied.ok ? applied.value.changeNumber : null,
      changeId: applied.ok ? applied.value.journalBatch.change.id : null,
      ops: applied.ok ? applied.value.ops : 0,
      cells,
    },
    text: applied.ok
      ? `Saved as change ${applied.value.changeNumber} of ${file} (${formatCount(cells.length, "cell")}).\n${listCells(targets, cells)}`
      : `Nothing to do: ${file} says so already.`,
  };
}

const NOTHING = { type: "nothing-changed" } as const;

/** All targets as one change; null where tasks wait for what they are to wait for. */
function makeCommand(tables: PlanTables, targets: readonly SetTarget[]): RowCommand | null {
  const { added, deleted } = collectDependencies(
    tables,
    targets.flatMap((target) => (isCell(target) ? [] : [target])),
  );
  const edits = [...collectEdits(tables, targets.filter(isCell)), ...added];
  if (edits.length > 0) return { type: "set-cells", edits, deleted: [...deleted] };
  return deleted.length === 0 ? null : { type: "delete-rows", rows: [...deleted] };
}

function readTarget(tables: PlanTables, target: SetTarget): CellValue | null {
  if (!isCell(target)) return readPredecessors(tables, target.taskId);
  const { entity, rowId, field } = target;
  const row = tables.find(entity, rowId) as Readonly<Record<string, CellValue>> | undefined;
  return row?.[field] ?? null;
}

/** The path that an error is about; low and high are set along with likely. */
function pathOf(targets: readonly SetTarget[], error: EditError): string {
  const rowId = "rowId" in error ? error.rowId : undefined;
  const field = "field" in error ? error.field : undefined;
  const ofRow = targets.filter((target) => rowId === undefined || isAboutRow(target, rowId));
  const exact = ofRow.find((target) => isCell(target) && target.field === field);
  return (exact ?? ofRow[0] ?? targets[0])?.path ?? "";
}

/** Whether a target sets a cell of the row, or makes it where it is a dependency. */
const isAboutRow = (target: SetTarget, rowId: string): boolean =>
  isCell(target)
    ? target.rowId === rowId
    : target.predecessorIds.some((predecessorId) => dependencyId(target.taskId, predecessorId) === rowId);

interface SetCell {
  readonly path: string;
  readonly from: CellValue | null;
  readonly to: CellValue | null;
}

const listCells = (targets: readonly SetTarget[], cells: readonly SetCell[]) =>
  formatTable(
    [{ title: "Cell" }, { title: "Before" }, { title: "Now" }],
    cells.map(({ path, from, to }, index) => {
      const unit = unitOf(targets[index]);
      const show = (value: CellValue | null) =>
        value === null || value === "" ? "–" : formatLeverValue(value, unit);
      return [path, show(from), show(to)];
    }),
  );

function unitOf(target: SetTarget | undefined): string {
  const kind =
    target === undefined || !isCell(target) ? undefined : findField(target.entity, target.field)?.kind;
  return kind === "money" ? "won" : (kind ?? "");
}
