import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaMoneyYear } from "../../../core/scenario/money-by-area";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatInUnit, formatMoney } from "../../ui/format-money";
import type { MoneyUnit } from "../../ui/money-unit";
import { Panel } from "../../ui/panel";
import classes from "./budget-charts.module.css";

/** The heaviest part of the screen, so it comes after the figures. */
const AreaMoneyChart = lazy(() => import("./area-money-chart"));

export interface AreaMoneyProps {
  readonly years: readonly AreaMoneyYear[];
  readonly baseYears: readonly AreaMoneyYear[];
  readonly areaTitles: readonly string[];
  readonly unit: MoneyUnit;
}

/** What each area asks for by year, against the ceilings. */
export function AreaMoneyPanel(props: AreaMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<ChartOrTable>("chart");
  const listInputs = (years: readonly AreaMoneyYear[]): FigureInput[] => {
    const total = (name: string, read: (year: AreaMoneyYear) => number) => ({
      label: t(name),
      value: formatMoney(
        years.reduce((sum, year) => sum + read(year), 0),
        language,
      ),
    });
    return [
      total("budget.measure.tasks", ({ areasWon }) => areasWon.reduce((sum, won) => sum + won, 0)),
      total("budget.measure.committees", ({ committeesWon }) => committeesWon),
      total("budget.measure.residents", ({ residentsWon }) => residentsWon),
      total("figureInput.ceilings", ({ ceilingWon }) => ceilingWon ?? 0),
    ];
  };
  return (
    <Panel
      title={
        <>
          {t("budget.byArea.title")}{" "}
          <FigureHelp
            name={t("budget.byArea.title")}
            meaning={t("budget.byArea.meaning")}
            model="B4"
            inputs={() => listInputs(props.years)}
          />
        </>
      }
      subtitle={t("budget.byArea.subtitle", { unit: t(`moneyUnit.${props.unit}`) })}
      action={
        <div className={classes.action}>
          <ChartOrTableSwitch name={t("budget.byArea.title")} value={view} onChange={setView} />
        </div>
      }
    >
      {view === "chart" ? (
        <Suspense fallback={<div className={classes.placeholder} />}>
          <AreaMoneyChart {...props} />
        </Suspense>
      ) : (
        <AreaMoneyTable {...props} />
      )}
    </Panel>
  );
}

function AreaMoneyTable({ years, baseYears, areaTitles, unit }: AreaMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (won: number | null | undefined) =>
    won === null || won === undefined ? "–" : formatInUnit(won, unit, language);
  const columns = [
    ...areaTitles,
    t("budget.measure.committees"),
    t("budget.measure.residents"),
    t("budget.byArea.need"),
    t("budget.measure.ceiling"),
  ];
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t("budget.byArea.year")}</th>
          {columns.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: titles of areas may be equal
            <th key={index} scope="col" className={table.number}>
              {title}
            </th>
          ))}
          <th scope="col" className={table.base}>
            {t("budget.byArea.base")}
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map((year, index) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            {[...year.areasWon, year.committeesWon, year.residentsWon, year.needWon, year.ceilingWon].map(
              (won, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one cell a column
                <td key={column} className={table.number}>
                  {show(won)}
                </td>
              ),
            )}
            <td className={table.base}>{show(baseYears[index]?.needWon)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
