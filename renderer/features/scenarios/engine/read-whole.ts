import type { TFunction } from "i18next";
import type { Language } from "../../../i18n/language";
import { describeParseError } from "../../../ui/describe-parse-error";
import { formatNumber } from "../../../ui/number-format";
import { parsePlainNumber } from "../../../ui/parse-amount";

/** Reads a whole number within bounds; else says why it cannot be. */
export function readWhole(
  text: string,
  minimum: number,
  maximum: number,
  t: TFunction,
  language: Language,
): { readonly value: number | null; readonly problem: string | null } {
  const parsed = parsePlainNumber(text);
  if (!parsed.ok) return { value: null, problem: describeParseError(t, parsed.error, "plain") };
  if (!Number.isInteger(parsed.value)) return { value: null, problem: t("refused.notWhole") };
  if (parsed.value < minimum || parsed.value > maximum) {
    const bounds = { minimum: formatNumber(minimum, language), maximum: formatNumber(maximum, language) };
    return { value: null, problem: t("refused.outOfRange", bounds) };
  }
  return { value: parsed.value, problem: null };
}
