import type { TFunction } from "i18next";
import { costLineWon, sumCostLines } from "../../../core/plan/cost-lines";
import type { Row } from "../../../core/plan/entities";
import type { Language } from "../../i18n/language";
import { formatExactMoney } from "../../ui/format-money";
import { formatNumber } from "../../ui/number-format";
import { formatHtmlTable } from "../../ui/spreadsheet/html-table";
import type { ClipboardBlock } from "../../ui/spreadsheet/sheet-clipboard";
import { formatTsv } from "../../ui/spreadsheet/tsv";
import type { CostLineBlockError } from "./read-cost-line-block";

interface Telling {
  readonly t: TFunction;
  readonly language: Language;
}

/** The basis of a cost line as budget books print it: `100,000원 × 25명 × 6회`. */
export function describeCostLine(line: Row<"costLine">, { t, language }: Telling): string {
  const { unitPriceWon, quantity, unitName, times } = line;
  return t("budget.costLines.basis", {
    price: formatExactMoney(unitPriceWon, language),
    quantity: formatNumber(quantity, language, 3),
    unitName,
    times: formatNumber(times, language, 3),
    count: times,
  });
}

/** Cost lines as a table for word processors: what for, the basis as budget books print it, the amount; the sum below. */
export function copyCostLines(lines: readonly Row<"costLine">[], telling: Telling): ClipboardBlock {
  const { t, language } = telling;
  const money = (won: number) => formatExactMoney(won, language);
  const rows = [
    ...lines.map((line) => [line.title, describeCostLine(line, telling), money(costLineWon(line))]),
    [t("budget.costLines.total"), "", money(sumCostLines(lines))],
  ];
  const headings = [
    t("budget.costLines.column.title"),
    t("budget.costLines.title"),
    t("budget.costLines.column.won"),
  ];
  return {
    text: formatTsv([headings, ...rows]),
    html: formatHtmlTable(
      rows.map((cells) => cells.map((text, index) => ({ text, isNumber: index === 2 }))),
      headings,
    ),
  };
}

/** Why pasted rows were refused, naming the first cell that cannot be read. */
export const describeBlockError = (error: CostLineBlockError, t: TFunction): string =>
  error.type === "no-rows"
    ? t("budget.costLines.paste.noRows")
    : t("budget.costLines.paste.refused", {
        row: error.row,
        column: t(`budget.costLines.column.${error.column}`),
        reason: error.reason,
      });
