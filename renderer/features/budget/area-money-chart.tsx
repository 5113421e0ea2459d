import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { areaColor, moneyColors } from "../../ui/charts/series-colors";
import { YearBars } from "../../ui/charts/year-bars";
import { formatInUnit } from "../../ui/format-money";
import { wonPerUnit } from "../../ui/money-unit";
import type { AreaMoneyProps } from "./area-money-panel";

/** What each area asks for, year by year, against the ceilings. */
export default function AreaMoneyChart({ years, baseYears, areaTitles, unit }: AreaMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = [
    ...areaTitles.map((name, area) => ({
      key: `area${area}`,
      name,
      values: years.map(({ areasWon }) => areasWon[area] ?? 0),
      fill: areaColor(area),
    })),
    {
      key: "committees",
      name: t("budget.measure.committees"),
      values: years.map(({ committeesWon }) => committeesWon),
      fill: moneyColors.committees,
    },
    {
      key: "residents",
      name: t("budget.measure.residents"),
      values: years.map(({ residentsWon }) => residentsWon),
      fill: moneyColors.residents,
    },
  ];
  const show = (won: number) => formatInUnit(won, unit, language);
  const ceilingName = t("budget.measure.ceiling");
  const says = years
    .map(
      ({ year, needWon, ceilingWon }) =>
        `${year}: ${t("budget.byArea.need")} ${show(needWon)}, ${ceilingName} ${ceilingWon === null ? "–" : show(ceilingWon)}`,
    )
    .join("; ");
  const differs = years.some(({ needWon }, index) => needWon !== baseYears[index]?.needWon);
  const baseWon = years.map((_, index) => baseYears[index]?.needWon ?? null);
  return (
    <YearBars
      label={`${t("budget.byArea.title")}: ${says}`}
      years={years.map(({ year }) => year)}
      parts={parts}
      limit={{ name: ceilingName, values: years.map(({ ceilingWon }) => ceilingWon) }}
      base={differs ? { name: t("budget.byArea.base"), values: baseWon } : null}
      format={show}
      perUnit={wonPerUnit[unit]}
      height={300}
    />
  );
}
