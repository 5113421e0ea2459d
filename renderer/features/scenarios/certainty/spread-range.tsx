import { useTranslation } from "react-i18next";
import type { IndicatorDefinition } from "../../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../../core/scenario/uncertainty/summarise-draws";
import { useLanguage } from "../../../i18n/use-language";
import { formatFigure } from "../../../ui/format-figure";
import classes from "./certainty.module.css";

/** Within which a figure lies in four of five draws: "P10–P90 2.2 % – 3.1 %". */
export function SpreadRange({
  summary,
  definition: { key, unit },
}: {
  readonly summary: DrawsSummary;
  readonly definition: IndicatorDefinition;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const spread = summary.indicators.find((indicator) => indicator.key === key);
  if (spread === undefined || spread.p10 === null || spread.p90 === null) return null;
  const show = (value: number) => formatFigure(unit === "year" ? Math.round(value) : value, unit, language);
  const [low, high] = [show(spread.p10), show(spread.p90)];
  return (
    <div className={classes.range} title={t("engine.certainty.rangeTitle")}>
      <span className="visually-hidden">P10–P90 </span>
      {low === high ? low : t("engine.certainty.range", { low, high })}
    </div>
  );
}
