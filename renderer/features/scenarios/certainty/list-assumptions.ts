import type { TFunction } from "i18next";
import type { UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { Language } from "../../../i18n/language";
import type { FigureInput } from "../../../ui/figure-help";
import { formatRatio } from "../../../ui/format-ratio";

/** What is taken to be uncertain and how far it goes, for the "?" beside the switch. */
export function listAssumptions(
  { ceilings, inflation, attendance, absorption, grade }: UncertaintySpec,
  t: TFunction,
  language: Language,
): readonly FigureInput[] {
  const signed = (change: number) =>
    `${change > 0 ? "+" : change < 0 ? "−" : ""}${formatRatio(Math.abs(change), language)}`;
  const range = (low: number, high: number) => `${signed(low)} … ${signed(high)}`;
  const input = (name: string, value: string): FigureInput => ({
    label: t(`engine.uncertain.${name}`),
    value,
  });
  return [
    input("costs", t("engine.certainty.ofCosts")),
    input("ceilings", range(ceilings.factor.low - 1, ceilings.factor.high - 1)),
    input("inflation", range(inflation.low, inflation.high)),
    input("attendance", range(attendance.low, attendance.high)),
    input("absorption", range(absorption.low - 1, absorption.high - 1)),
    input(
      "grade",
      t("engine.certainty.ofGrade", {
        lower: formatRatio(grade.lowerRatio, language),
        higher: formatRatio(grade.higherRatio, language),
      }),
    ),
  ];
}
