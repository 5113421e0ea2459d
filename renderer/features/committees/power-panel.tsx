import { SegmentedControl } from "@mantine/core";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { numberFormat } from "../../ui/number-format";
import { MarkLead } from "./effect-lead";
import { EffectPanel } from "./effect-panel";
import { listRulePoints, type MarkedSize, type SizeCurves } from "./size-curves";
import { useAttendanceInputs, useRuleSeries, useSizeMarks } from "./use-effect-charts";

const measures = ["pivotal", "banzhaf", "shapley"] as const;
type Measure = (typeof measures)[number];

const readers: Readonly<Record<Measure, (effects: MarkedSize["effects"]) => number>> = {
  pivotal: ({ pivotalRatio }) => pivotalRatio,
  banzhaf: ({ banzhaf }) => banzhaf,
  shapley: ({ shapley }) => shapley,
};

const indicators: Readonly<Record<Measure, string>> = {
  pivotal: "officialsPivotalRatio",
  banzhaf: "officialsBanzhaf",
  shapley: "officialsShapley",
};

/** How much the officials' bloc decides, by one of three measures: which way growth goes depends on composition and measure. */
export const PowerPanel = memo(function PowerPanel({ curves }: { readonly curves: SizeCurves }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [measure, setMeasure] = useState<Measure>("pivotal");
  const series = useRuleSeries();
  const read = readers[measure];
  const marks = useSizeMarks(curves.marked, ({ effects }) => [read(effects)]);
  const inputs = useAttendanceInputs(curves);
  const format = (value: number) =>
    numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  return (
    <EffectPanel
      name={t("committees.powerTitle")}
      subtitle={t(`committees.powerSubtitle.${measure}`)}
      meaning={t(`indicator.${indicators[measure]}.meaning`)}
      model="A9"
      inputs={inputs}
      points={listRulePoints(curves.effects, read)}
      markedPoints={listRulePoints(curves.markedEffects, read)}
      series={series}
      marks={marks}
      highest={1}
      format={format}
      control={
        <SegmentedControl
          fullWidth
          aria-label={t("committees.powerMeasure")}
          value={measure}
          onChange={(value) => setMeasure(measures.find((candidate) => candidate === value) ?? "pivotal")}
          data={measures.map((value) => ({ value, label: t(`committees.measure.${value}`) }))}
        />
      }
      lead={<MarkLead curves={curves} read={read} unit="index" better="lower" />}
    />
  );
});
