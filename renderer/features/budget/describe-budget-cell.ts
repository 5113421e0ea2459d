import { sumCostLines } from "../../../core/plan/cost-lines";
import { neededWon } from "../../../core/scenario/headroom";
import { evidenceOf } from "../../session/evidence";
import { formatExactMoney } from "../../ui/format-money";
import { readMoneyColumn } from "./budget-column-id";
import type { BudgetContext } from "./budget-context";
import type { BudgetEntry, LineRow, MeasureRow, SourceRow } from "./budget-rows";
import { isSetElsewhere } from "./budget-sheet";
import { describeCostLine } from "./describe-cost-line";
import { findLineTarget, readAmount } from "./read-budget-cell";

/** What the tooltip of a cell says: every won, where it comes from, and what can be done here. */
export function describeBudgetCell(
  row: BudgetEntry,
  columnId: string,
  context: BudgetContext,
): string | undefined {
  switch (row.kind) {
    case "source":
    case "measure":
      return describeSource(row, columnId, context);
    case "line":
      return describeLine(row, columnId, context);
    default: {
      const won = readAmount(row, columnId, context.years);
      return won === null || won === undefined ? undefined : formatExactMoney(won, context.language);
    }
  }
}

function describeLine(row: LineRow, columnId: string, context: BudgetContext): string | undefined {
  const { t, language, years, evidence } = context;
  if (readMoneyColumn(columnId) === undefined) return undefined;
  const target = findLineTarget(row, columnId, years);
  if (target === undefined) {
    if (columnId === "total") return formatExactMoney(row.sums.totalWon, language);
    const outside = [...row.line.cells.values()]
      .filter(({ year }) => (columnId === "before" ? year < (years[0] ?? 0) : year > (years.at(-1) ?? 0)))
      .sort((a, b) => a.year - b.year)
      .map((cell) => `${cell.year}: ${formatExactMoney(cell.likelyWon, language)}`);
    return [...outside, t("budget.severalYears")].join("\n");
  }
  const { cell } = target;
  if (cell === undefined) return t("budget.emptyAmount");
  const notes = [
    t("budget.estimates", {
      low: formatExactMoney(cell.lowWon, language),
      likely: formatExactMoney(cell.likelyWon, language),
      high: formatExactMoney(cell.highWon, language),
    }),
  ];
  if (columnId === "before" || columnId === "after") notes.unshift(String(cell.year));
  const costLines = context.costLines.get(cell.id) ?? [];
  notes.push(...costLines.map((line) => `${line.title}: ${describeCostLine(line, context)}`));
  if (costLines.length > 0 && sumCostLines(costLines) !== cell.likelyWon)
    notes.push(
      `▲ ${t("budget.costLines.sum", { sum: formatExactMoney(sumCostLines(costLines), language) })}`,
    );
  if (cell.isIllustrative) notes.push(`◇ ${t("tasks.illustrativeNote")}`);
  const source = evidenceOf(evidence, "budgetLine", cell.id, "likelyWon");
  if (source !== undefined && source.note !== "") notes.push(source.note);
  return notes.join("\n");
}

function describeSource(
  row: SourceRow | MeasureRow,
  columnId: string,
  context: BudgetContext,
): string | undefined {
  const { t, language, years, evidence } = context;
  const column = readMoneyColumn(columnId);
  if (column?.type !== "year") return undefined;
  const cell = row.cells[years.indexOf(column.year)];
  const source = cell?.scenario;
  if (cell === undefined || source === undefined) return undefined;
  const line = (key: string, won: number) => `${t(key)}: ${formatExactMoney(won, language)}`;
  const parts = [
    source.hasCeiling ? line("budget.measure.ceiling", source.ceilingWon) : t("budget.noCeiling"),
    line("budget.measure.tasks", source.plannedWon),
    line("budget.measure.committees", source.committeesWon),
    line("budget.measure.residents", source.displacedWon),
  ];
  if (source.hasCeiling) {
    const headroomWon = source.ceilingWon - neededWon(source);
    parts.push(line(headroomWon < 0 ? "budget.exceededBy" : "budget.left", Math.abs(headroomWon)));
  }
  if (row.kind !== "measure" || row.measure !== "ceiling") return parts.join("\n");
  if (isSetElsewhere(row, columnId, context)) {
    const own = cell.ownCeiling;
    const ownText = own === undefined ? t("budget.noCeiling") : formatExactMoney(own.ceilingWon, language);
    parts.push(t("budget.setElsewhere", { own: ownText }));
  }
  const note =
    cell.ownCeiling === undefined
      ? undefined
      : evidenceOf(evidence, "ceiling", cell.ownCeiling.id, "ceilingWon");
  if (note?.kind === "illustrative") parts.push(`◇ ${t("tasks.illustrativeNote")}`);
  if (note !== undefined && note.note !== "") parts.push(note.note);
  return parts.join("\n");
}
