import type { Language } from "../i18n/language";
import { numberFormat } from "./number-format";

/** A ratio as per cent: `0.0226` → `2.3 %` in English (as in the plan's tables), `2.3%` in Korean; `−40 %` below 0. */
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
  return withPercentSign(percent, language);
}

/** A change as per cent, with its sign also where it adds: `+5 %`, `−10 %`, `0 %`. */
export const formatSignedRatio = (ratio: number, language: Language): string =>
  `${ratio > 0 ? "+" : ""}${formatRatio(ratio, language)}`;

/** Digits that are per cent: `2.3 %` in English, `2.3%` in Korean. */
export const withPercentSign = (percent: string, language: Language): string =>
  language === "ko" ? `${percent}%` : `${percent} %`;

/** What an editor of a ratio starts from: per cent without sign, no rounding noise (`0.07` → `7`). */
export const editablePercent = (ratio: number): string => String(Number((ratio * 100).toPrecision(12)));
