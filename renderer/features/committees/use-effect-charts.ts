import { useTranslation } from "react-i18next";
import type { NewSeatsRule } from "../../../core/committee/split-seats";
import { useLanguage } from "../../i18n/use-language";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import type { SizeMark, SizeSeries } from "./size-chart";
import type { MarkedSize, SizeCurves } from "./size-curves";

const RULE_COLORS: Readonly<Record<NewSeatsRule, string>> = {
  citizens: "var(--series-1)",
  proportional: "var(--series-6)",
};

/** The two ways of giving new seats, as lines. */
export function useRuleSeries(): readonly SizeSeries[] {
  const { t } = useTranslation();
  return (["citizens", "proportional"] as const).map((rule) => ({
    key: rule,
    name: t(`committees.rule.${rule}`),
    color: RULE_COLORS[rule],
    isDashed: rule === "proportional",
  }));
}

/** Vertical marks at the plan's and the scenario's size. */
export function useSizeMarks(
  marked: readonly MarkedSize[],
  valuesOf: (mark: MarkedSize, index: number) => readonly (number | null)[],
): readonly SizeMark[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return marked.map((mark, index) => ({
    kind: mark.kind,
    seats: mark.seats,
    label: t(`committees.mark.${mark.kind}`, { seats: formatNumber(mark.seats, language) }),
    values: valuesOf(mark, index).filter((value) => value !== null),
  }));
}

/** Attendance and composition as they went in. */
export function useAttendanceInputs({ work, marked }: SizeCurves) {
  const { t } = useTranslation();
  const language = useLanguage();
  const last = marked.at(-1);
  return [
    { label: t("figureInput.citizens"), value: formatNumber(last?.split.citizens ?? 0, language) },
    { label: t("figureInput.officials"), value: formatNumber(last?.split.officials ?? 0, language) },
    { label: t("figureInput.quorum"), value: formatNumber(last?.effects.quorum ?? 0, language) },
    { label: t("figureInput.attendance"), value: formatRatio(work.citizenAttendanceRatio, language) },
    {
      label: t("committees.figure.officialAttendanceRatio"),
      value: formatRatio(work.officialAttendanceRatio, language),
    },
  ];
}
