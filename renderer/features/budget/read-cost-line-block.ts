import type { TFunction } from "i18next";
import { costLineWon } from "../../../core/plan/cost-lines";
import type { Row } from "../../../core/plan/entities";
import { err, ok, type Result } from "../../../core/result";
import type { Language } from "../../i18n/language";
import { checkFigure, type FigureCheck, fieldOf } from "../../ui/check-figure";
import { formatExactMoney } from "../../ui/format-money";
import { type MoneyUnit, wonPerUnit } from "../../ui/money-unit";
import type { TextBlock } from "../../ui/spreadsheet/tsv";

/** What is typed of a cost line, in the order of the panel's columns. */
export const costLineColumns = ["title", "unitPriceWon", "quantity", "unitName", "times"] as const;
export type CostLineColumn = (typeof costLineColumns)[number];
export type TypedCostLine = Pick<Row<"costLine">, CostLineColumn>;

interface BlockTelling {
  readonly t: TFunction;
  readonly language: Language;
}

export type CostLineBlockError =
  | { readonly type: "no-rows" }
  /** `row` counts the rows as they were copied, headings included, from 1. */
  | {
      readonly type: "refused";
      readonly row: number;
      readonly column: CostLineColumn | "won";
      readonly reason: string;
    };

type BlockColumn = CostLineColumn | "won";
type PriceUnit = MoneyUnit | "won";

/** What columns are called in budget books; one of the words in a heading is enough. */
const HEADINGS: readonly (readonly [BlockColumn, RegExp])[] = [
  ["unitPriceWon", /unit price|unit cost|\bprice|\brate|단가|cost lines|\bbasis|산출기초|산출근거/i],
  ["quantity", /quantity|\bqty|number|수량|인원|물량/i],
  ["times", /\btimes|frequency|횟수|회수/i],
  ["won", /amount|total|\bsum|금액|소요액|예산액/i],
  ["unitName", /\bunit|단위/i],
  ["title", /what for|item|title|name|description|내역|항목|품목|세목/i],
];
const TOTAL = /^(?:total|sum|subtotal|계|합계|소계|총계)$/i;

/**
 * Reads rows as spreadsheets put them on the clipboard: what for, unit price,
 * quantity, unit, times, and after them the amount, which is only compared. The
 * basis in one cell (`100,000원 × 25명 × 6회`) is read too, as this program copies it.
 *
 * Numbers may have thousands separators; a bare price is in `unit` unless a
 * heading names another; an empty quantity or number of times is 1. A first row
 * without any digit is taken for headings, and headings that are known put the
 * columns in their order. Empty rows and rows that only hold a total are passed
 * over. One cell that cannot be read refuses the block, and is named.
 */
export function readCostLineBlock(
  block: TextBlock,
  unit: MoneyUnit,
  telling: BlockTelling,
): Result<readonly TypedCostLine[], CostLineBlockError> {
  const [first = []] = block;
  const hasHeadings = isHeadings(first);
  const rows = block.map((texts) => texts.map((text) => text.trim()));
  const columns = (hasHeadings ? nameColumns(first) : undefined) ?? usualColumns(rows);
  const unitOf = (column: BlockColumn, otherwise: PriceUnit) =>
    (hasHeadings ? readUnit(first[columns.indexOf(column)] ?? "") : undefined) ?? otherwise;
  const priceUnit = unitOf("unitPriceWon", unit);
  const amountUnit = unitOf("won", priceUnit);
  const lines: TypedCostLine[] = [];
  for (const [index, texts] of rows.entries()) {
    const cells = readCells(columns, texts);
    if ((index === 0 && hasHeadings) || texts.every((text) => text === "") || isTotal(cells)) continue;
    const line: Record<string, string | number> = {};
    for (const column of costLineColumns) {
      const checked = readCell(column, cells[column] ?? "", telling.t, priceUnit);
      if (!checked.ok) return refuse(index, column, checked.error.reason);
      line[column] = checked.value;
    }
    const typed = line as unknown as TypedCostLine;
    const reason = compareAmount(cells.won ?? "", typed, amountUnit, telling);
    if (reason !== undefined) return refuse(index, "won", reason);
    lines.push(typed);
  }
  return lines.length === 0 ? err({ type: "no-rows" }) : ok(lines);
}

const refuse = (index: number, column: BlockColumn, reason: string) =>
  err({ type: "refused", row: index + 1, column, reason } as const);

/** The first row holds words and no number. */
function isHeadings(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== "");
  return filled.length >= 2 && filled.every((text) => !/\d/.test(text));
}

/** The columns that headings name; undefined when the unit price is not among them. */
function nameColumns(headings: readonly string[]): readonly (BlockColumn | undefined)[] | undefined {
  const taken = new Set<BlockColumn>();
  const columns = headings.map((text) => {
    const found = HEADINGS.find(([column, words]) => !taken.has(column) && words.test(text))?.[0];
    if (found !== undefined) taken.add(found);
    return found;
  });
  return taken.has("unitPriceWon") ? columns : undefined;
}

const usualColumns = (rows: TextBlock): readonly BlockColumn[] =>
  rows.some(([, basis = ""]) => basis.includes("×"))
    ? ["title", "unitPriceWon", "won"]
    : [...costLineColumns, "won"];

/** `단가(원)`, `Unit price (₩ thousand)`; undefined where a heading names no unit. */
function readUnit(heading: string): PriceUnit | undefined {
  const text = heading.normalize("NFKC").toLowerCase();
  if (/억/.test(text)) return "hundredMillion";
  if (/백만|million/.test(text)) return "million";
  if (/천\s*원|thousand/.test(text)) return "thousand";
  return /[([:]\s*(?:단위\s*:?\s*)?(?:원|won|₩|krw)\s*[)\]]?/.test(text) ? "won" : undefined;
}

type Cells = Partial<Record<BlockColumn, string>>;

function readCells(columns: readonly (BlockColumn | undefined)[], texts: readonly string[]): Cells {
  const cells: Cells = {};
  for (const [at, column] of columns.entries()) if (column !== undefined) cells[column] = texts[at] ?? "";
  const [price, quantity, times, ...others] = (cells.unitPriceWon ?? "")
    .split("×")
    .map((part) => part.trim());
  if (price === undefined || quantity === undefined || others.length > 0) return cells;
  const [, count = quantity, unitName = ""] = /^([\d.,]+)\s*(\D*)$/.exec(quantity) ?? [];
  const [, often = times ?? ""] = /^([\d.,]+)\s*\D*$/.exec(times ?? "") ?? [];
  return { ...cells, unitPriceWon: price, quantity: count, unitName, times: often };
}

const isTotal = (cells: Cells) =>
  TOTAL.test(cells.title ?? "") &&
  ["unitPriceWon", "quantity", "times"].every((name) => !cells[name as BlockColumn]);

function readCell(column: CostLineColumn, text: string, t: TFunction, unit: PriceUnit): FigureCheck {
  const field = fieldOf("costLine", column);
  if (text === "" && (column === "quantity" || column === "times")) return ok(1);
  if (column !== "unitPriceWon") return checkFigure(field, text, t, "thousand");
  return unit === "won" ? checkFigure(field, asWon(text), t, "thousand") : checkFigure(field, text, t, unit);
}

/** A bare number that is in won says so. */
const asWon = (text: string) => (/^[\d.,\s]+$/.test(text.normalize("NFKC")) ? `${text}원` : text);

/** What is wrong with the amount beside a line; nothing where it is empty or what the line comes to, as far as its unit shows. */
function compareAmount(
  text: string,
  line: TypedCostLine,
  unit: PriceUnit,
  { t, language }: BlockTelling,
): string | undefined {
  if (text === "") return undefined;
  const checked = readCell("unitPriceWon", text, t, unit);
  if (!checked.ok) return checked.error.reason;
  const won = costLineWon(line);
  const step = unit === "won" ? 1 : wonPerUnit[unit];
  return Math.abs(Number(checked.value) - won) < step
    ? undefined
    : t("budget.costLines.paste.otherAmount", { amount: text, won: formatExactMoney(won, language) });
}
