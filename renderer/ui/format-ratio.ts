import type { Language } from "../i18n/language";
import { numberFormat } from "./number-format";

/** A ratio as per cent: `0.0226` → `2.3 %` in English (as in the plan's tables), `2.3%` in Korean. */
export function formatRatio(
  ratio: number,
  language: Language,
  fractionDigits = 1,
  leastFractionDigits = 0,
): string {
  const percent = numberFormat(language, {
    minimumFractionDigits: leastFractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(ratio * 100);
  return language === "ko" ? `${percent}%` : `${percent} %`;
}

/** What an editor of a ratio starts from: per cent without sign, no rounding noise (`0.07` → `7`). */
export const editablePercent = (ratio: number): string => String(Number((ratio * 100).toPrecision(12)));
