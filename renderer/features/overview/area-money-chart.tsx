import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { YearBars } from "../../ui/charts/year-bars";
import { formatInUnit } from "../../ui/format-money";
import { wonPerUnit } from "../../ui/money-unit";
import type { MoneySeries, YearTotals } from "./area-series";

interface AreaMoneyChartProps {
  readonly series: readonly MoneySeries[];
  readonly totals: readonly YearTotals[];
  /** The base's, where these are a scenario's. */
  readonly baseTotals: readonly YearTotals[] | null;
  readonly unit: "million" | "hundredMillion";
}

/** What each area gets, year by year, against all ceilings. */
export default function AreaMoneyChart({ series, totals, baseTotals, unit }: AreaMoneyChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (won: number) => formatInUnit(won, unit, language);
  const says = totals
    .map(
      ({ year }, index) =>
        `${year}: ${series.map(({ title, wonByYear }) => `${title} ${show(wonByYear[index] ?? 0)}`).join(", ")}`,
    )
    .join("; ");
  return (
    <YearBars
      label={`${t("overview.moneyTitle")}: ${says}`}
      years={totals.map(({ year }) => year)}
      parts={series.map(({ key, title, color, wonByYear }) => ({
        key,
        name: title,
        fill: color,
        values: wonByYear,
      }))}
      limit={{ name: t("scenarios.moneyCeiling"), values: totals.map(({ ceilingWon }) => ceilingWon) }}
      base={
        baseTotals === null
          ? null
          : { name: t("scenarios.moneyBase"), values: baseTotals.map(({ totalWon }) => totalWon) }
      }
      format={show}
      perUnit={wonPerUnit[unit]}
      height={226}
    />
  );
}
