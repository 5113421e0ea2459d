import type { TFunction } from "i18next";
import type { ThreePointSpec, UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { Language } from "../../../i18n/language";
import type { FigureInput } from "../../../ui/figure-help";
import { formatRatio, formatSignedRatio } from "../../../ui/format-ratio";

/** What is taken to be uncertain and how far it goes, for the "?" beside the switch. */
export function listAssumptions(
  { costs, ceilings, inflation, attendance, absorption, grade }: UncertaintySpec,
  t: TFunction,
  language: Language,
): readonly FigureInput[] {
  const signed = (change: number) => formatSignedRatio(change, language);
  const range = (low: number, high: number) => `${signed(low)} … ${signed(high)}`;
  const { otherLines } = costs;
  const varies = ({ distribution, low, high }: ThreePointSpec, neutral: 0 | 1) =>
    distribution === "fixed" || low === high
      ? t("engine.assumptions.by.fixed")
      : range(low - neutral, high - neutral);
  const input = (name: string, value: string): FigureInput => ({
    label: t(`engine.uncertain.${name}`),
    value,
  });
  return [
    input(
      "costs",
      costs.distribution === "fixed"
        ? t("engine.assumptions.by.fixed")
        : otherLines === undefined
          ? t("engine.certainty.ofCosts")
          : t("engine.certainty.ofAllCosts", { range: range(otherLines.low - 1, otherLines.high - 1) }),
    ),
    input("ceilings", varies(ceilings.factor, 1)),
    input("inflation", varies(inflation, 0)),
    input("attendance", varies(attendance, 0)),
    input("absorption", varies(absorption, 1)),
    input(
      "grade",
      t("engine.certainty.ofGrade", {
        lower: formatRatio(grade.lowerRatio, language),
        higher: formatRatio(grade.higherRatio, language),
      }),
    ),
  ];
}
