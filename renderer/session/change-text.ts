import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeLabelView } from "../engine/plan-api";
import type { Language } from "../i18n/language";
import { useLanguage } from "../i18n/use-language";
import { withPercentSign } from "../ui/format-ratio";
import { withMinusSign } from "../ui/number-format";

/** Says what a change did, in the language of the page. */
export function useChangeText(): (label: ChangeLabelView) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return useCallback((label) => describeChangeLabel(label, t, language), [t, language]);
}

/** What a change did, in words, its figures as the language writes them. */
export function describeChangeLabel(
  { key, params, of }: ChangeLabelView,
  t: TFunction,
  language: Language,
): string {
  const what = of === undefined ? {} : { what: describeChangeLabel(of, t, language) };
  return t(key, { ...params, ...writeFigures(params, language), ...what });
}

/** The figures before and after; the engine writes them alike for all languages. */
function writeFigures(params: ChangeLabelView["params"], language: Language): Record<string, string> {
  const figures = Object.entries(params).filter(([name]) => name === "from" || name === "to");
  return Object.fromEntries(figures.map(([name, figure]) => [name, writeFigure(String(figure), language)]));
}

/** `-40 %` → `−40%` in Korean, `−40 %` in English. */
function writeFigure(figure: string, language: Language): string {
  const [, percent] = /^(.*) %$/.exec(figure) ?? [];
  return withMinusSign(percent === undefined ? figure : withPercentSign(percent, language));
}
