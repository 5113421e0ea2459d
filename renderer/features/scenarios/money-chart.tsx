import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { YearBars } from "../../ui/charts/year-bars";
import { formatInUnit } from "../../ui/format-money";
import { wonPerUnit } from "../../ui/money-unit";
import { totalOf, type YearMoney } from "./money-by-year";

interface MoneyChartProps {
  readonly rows: readonly YearMoney[];
  readonly baseRows: readonly YearMoney[];
  readonly unit: "million" | "hundredMillion";
}

/** Tasks, committees and residents, year by year, against the ceilings and beside the base. */
export default function MoneyChart({ rows, baseRows, unit }: MoneyChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (won: number) => formatInUnit(won, unit, language);
  const parts = [
    { key: "tasks", name: t("scenarios.moneyTasks"), values: rows.map(({ tasksWon }) => tasksWon) },
    {
      key: "committees",
      name: t("scenarios.moneyCommittees"),
      values: rows.map(({ committeesWon }) => committeesWon),
    },
    {
      key: "residents",
      name: t("scenarios.moneyResidents"),
      values: rows.map(({ residentsWon }) => residentsWon),
    },
  ].map((part, index) => ({ ...part, fill: `var(--series-${index + 1})` }));
  const says = rows
    .map(
      ({ year }, index) =>
        `${year}: ${parts.map(({ name, values }) => `${name} ${show(values[index] ?? 0)}`).join(", ")}`,
    )
    .join("; ");
  const baseWon = rows.map((_, index) => {
    const base = baseRows[index];
    return base === undefined ? null : totalOf(base);
  });
  const differs = rows.some((row, index) => totalOf(row) !== baseWon[index]);
  return (
    <YearBars
      label={`${t("scenarios.moneyTitle")}: ${says}`}
      years={rows.map(({ year }) => year)}
      parts={parts}
      limit={{ name: t("scenarios.moneyCeiling"), values: rows.map(({ ceilingWon }) => ceilingWon) }}
      base={differs ? { name: t("scenarios.moneyBase"), values: baseWon } : null}
      format={show}
      perUnit={wonPerUnit[unit]}
      height={246}
    />
  );
}
