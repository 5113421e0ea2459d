import { comparePlans, type RowDifference } from "../../core/planfile/compare-plans";
import { describeRowDifference } from "../output/difference-words";
import { formatCount } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { nameRow } from "../plan/name-row";
import { openPlan } from "../plan/open-plan";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

export const addDiffCommand: AddCommand = (program, system, run) =>
  program
    .command("diff")
    .description("compare two plan files cell by cell: what makes A into B")
    .argument("<A>", "plan file")
    .argument("<B>", "plan file")
    .addHelpText(
      "after",
      "\nCopies of one plan are compared row by row. Rows of two different plans are matched by id, then by code.\n\nExample:\n  civplan diff plan.civplan plan-from-lee.civplan --json",
    )
    .action((first: string, second: string) => run(() => comparePlanFiles(system, first, second)));

async function comparePlanFiles(system: CliSystem, first: string, second: string): Promise<CommandReport> {
  const [a, b] = [await openPlan(system, first), await openPlan(system, second)];
  const isSamePlan = a.document.identity.planId === b.document.identity.planId;
  const rows = comparePlans(a.document.tables, b.document.tables, !isSamePlan);
  const tablesOf = (row: RowDifference) => (row.kind === "deleted" ? a : b).document.tables;
  const name = (row: RowDifference) => nameRow(tablesOf(row), row.entity, row.otherRowId);
  return {
    json: {
      a: first,
      b: second,
      isSamePlan,
      rows: rows.length,
      changes: rows.flatMap((row): object[] => {
        const at = { kind: row.kind, entity: row.entity, row: name(row), rowId: row.rowId, title: row.name };
        return row.kind === "changed"
          ? row.cells.map((cell) => ({ ...at, ...cell }))
          : [{ ...at, cells: row.cells }];
      }),
    },
    text: [
      rows.length === 0
        ? `${first} and ${second} say the same.`
        : `From ${first} to ${second}: ${formatCount(rows.length, "row differs", "rows differ")}.`,
      ...(isSamePlan ? [] : ["These are two different plans; rows are matched by id, then by code."]),
      ...rows.flatMap((row) => describeRowDifference(row, name(row))),
    ].join("\n"),
  };
}
