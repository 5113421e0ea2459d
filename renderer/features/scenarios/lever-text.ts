import { err, ok, type Result } from "../../../core/result";
import type { Lever, LeverValue } from "../../../core/scenario/lever";
import type { Language } from "../../i18n/language";
import { editableInUnit } from "../../ui/format-money";
import { editablePercent, formatRatio } from "../../ui/format-ratio";
import { type MoneyUnit, wonPerUnit } from "../../ui/money-unit";
import { numberFormat } from "../../ui/number-format";
import { type ParseNumberError, parseAmount, parsePercent, parsePlainNumber } from "../../ui/parse-amount";

export type LeverTextError =
  | ParseNumberError
  | { readonly type: "not-whole" }
  | { readonly type: "out-of-range"; readonly minimum: string; readonly maximum: string };

/** Ceilings are typed in millions, allowances in thousands. */
export const unitOfLever = (lever: Lever): MoneyUnit =>
  (lever.maximum ?? 0) > 100 * wonPerUnit.million ? "million" : "thousand";

/** A lever's number as people read it: `50`, `5 %`, `4,200`; money without its unit, which the label names. */
export function formatLeverNumber(lever: Lever, value: number, language: Language): string {
  switch (lever.kind) {
    case "ratio":
      return formatRatio(value, language, 2);
    case "money":
      return numberFormat(language, { maximumFractionDigits: 3 }).format(
        value / wonPerUnit[unitOfLever(lever)],
      );
    default:
      if (lever.unit === "year") return String(value);
      return numberFormat(language, { maximumFractionDigits: 3 }).format(value);
  }
}

/** What the box of a lever starts from when it is typed into. */
export function editableLeverText(lever: Lever, value: LeverValue): string {
  if (typeof value !== "number") return String(value);
  if (lever.kind === "ratio") return editablePercent(value);
  return lever.kind === "money" ? editableInUnit(value, unitOfLever(lever)) : String(value);
}

/** Reads the box of a lever; the error says why it does not fit. */
export function parseLeverText(
  lever: Lever,
  text: string,
  language: Language,
): Result<number, LeverTextError> {
  const parsed = parseNumber(lever, text);
  if (!parsed.ok) return parsed;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = lever;
  if (lever.kind === "count" && !Number.isInteger(parsed.value)) return err({ type: "not-whole" });
  if (parsed.value < minimum || parsed.value > maximum)
    return err({
      type: "out-of-range",
      minimum: formatLeverNumber(lever, minimum, language),
      maximum: formatLeverNumber(lever, maximum, language),
    });
  return parsed;
}

function parseNumber(lever: Lever, text: string): Result<number, ParseNumberError> {
  if (lever.kind === "money") return parseAmount(text, unitOfLever(lever));
  const isNegative = /^\s*[-−]/.test(text) && (lever.minimum ?? 0) < 0;
  const unsigned = isNegative ? text.replace(/^\s*[-−]/, "") : text;
  const parsed = lever.kind === "ratio" ? parsePercent(unsigned) : parsePlainNumber(unsigned);
  return parsed.ok && isNegative ? ok(-parsed.value) : parsed;
}
