import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { formatInUnit, formatMoney } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import { MarkLead } from "./effect-lead";
import { EffectPanel } from "./effect-panel";
import { listRulePoints, type SizeCurves } from "./size-curves";
import { useAttendanceInputs, useRuleSeries, useSizeMarks } from "./use-effect-charts";

interface CurvesProps {
  readonly curves: SizeCurves;
}

/** How likely a meeting is quorate. */
export const QuorumPanel = memo(function QuorumPanel({ curves }: CurvesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const series = useRuleSeries();
  const marks = useSizeMarks(curves.marked, ({ effects }) => [effects.quorumRatio]);
  const inputs = useAttendanceInputs(curves);
  return (
    <EffectPanel
      name={t("committees.quorumTitle")}
      subtitle={t("committees.quorumSubtitle")}
      meaning={t("indicator.quorumRatio.meaning")}
      model="A5"
      inputs={inputs}
      points={listRulePoints(curves.effects, ({ quorumRatio }) => quorumRatio)}
      markedPoints={listRulePoints(curves.markedEffects, ({ quorumRatio }) => quorumRatio)}
      series={series}
      marks={marks}
      highest={1}
      format={(ratio) => formatRatio(ratio, language, 0)}
      lead={<MarkLead curves={curves} read={({ quorumRatio }) => quorumRatio} unit="ratio" better="higher" />}
    />
  );
});

/** What a year costs. */
export const CostPanel = memo(function CostPanel({ curves }: CurvesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const series = useRuleSeries();
  const marks = useSizeMarks(curves.marked, ({ effects }) => [effects.costWonPerYear]);
  const unit = language === "ko" ? "thousand" : "million";
  const { work } = curves;
  return (
    <EffectPanel
      name={t("committees.costTitle")}
      subtitle={t(`moneyUnit.${unit}`)}
      meaning={t("committees.costMeaning")}
      model="A7"
      inputs={[
        {
          label: t("committees.figure.plenariesPerYear"),
          value: formatNumber(work.plenariesPerYear, language),
        },
        {
          label: t("committees.figure.subcommitteeRoundsPerYear"),
          value: formatNumber(work.subcommitteeRoundsPerYear, language),
        },
        { label: t("committees.allowance"), value: formatMoney(work.allowanceWon, language) },
      ]}
      points={listRulePoints(curves.effects, ({ costWonPerYear }) => costWonPerYear)}
      markedPoints={listRulePoints(curves.markedEffects, ({ costWonPerYear }) => costWonPerYear)}
      series={series}
      marks={marks}
      format={(won) => formatInUnit(won, unit, language)}
      lead={
        <MarkLead curves={curves} read={({ costWonPerYear }) => costWonPerYear} unit="won" better="lower" />
      }
    />
  );
});
