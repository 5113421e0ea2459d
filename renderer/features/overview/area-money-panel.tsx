import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import table from "../../ui/figure-table.module.css";
import { formatInUnit } from "../../ui/format-money";
import { Panel } from "../../ui/panel";
import classes from "./area-money.module.css";
import { listMoneySeries, listYearTotals } from "./area-series";

/** The heaviest part of the page, so it comes after the figures. */
const AreaMoneyChart = lazy(() => import("./area-money-chart"));

interface AreaMoneyPanelProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly tasks: readonly Row<"task">[];
  readonly areas: readonly Row<"area">[];
}

/** What each area gets in each year, against all ceilings. */
export function AreaMoneyPanel({ base, scenario, tasks, areas }: AreaMoneyPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<ChartOrTable>("chart");
  const unit = language === "ko" ? "hundredMillion" : "million";
  const isWhatIf = Object.keys(scenario.levers).length > 0;
  const { series, totals, baseTotals } = useMemo(() => {
    const titles = {
      withoutArea: t("tasks.withoutArea"),
      otherAreas: t("overview.otherAreas"),
      committees: t("scenarios.moneyCommittees"),
      residents: t("scenarios.moneyResidents"),
    };
    const ofScenario = listMoneySeries(scenario, tasks, areas, titles);
    return {
      series: ofScenario,
      totals: listYearTotals(scenario, ofScenario),
      baseTotals: listYearTotals(base, listMoneySeries(base, tasks, areas, titles)),
    };
  }, [base, scenario, tasks, areas, t]);
  const show = (won: number | null) => (won === null ? "–" : formatInUnit(won, unit, language));
  return (
    <Panel
      title={t("overview.moneyTitle")}
      subtitle={t(isWhatIf ? "overview.moneySubtitleBase" : "overview.moneySubtitle", {
        unit: t(`moneyUnit.${unit}`),
      })}
      action={<ChartOrTableSwitch name={t("overview.moneyTitle")} value={view} onChange={setView} />}
    >
      {totals.every(({ totalWon, ceilingWon }) => totalWon === 0 && !ceilingWon) ? (
        <p className={classes.empty}>{t("overview.noMoney")}</p>
      ) : view === "chart" ? (
        <Suspense fallback={<div className={classes.placeholder} />}>
          <AreaMoneyChart
            series={series}
            totals={totals}
            baseTotals={isWhatIf ? baseTotals : null}
            unit={unit}
          />
        </Suspense>
      ) : (
        <div className={classes.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("scenarios.year")}</th>
                {totals.map(({ year }) => (
                  <th key={year} scope="col" className={table.number}>
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {series.map(({ key, title, wonByYear }) => (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  {totals.map(({ year }, index) => (
                    <td key={year} className={table.number}>
                      {show(wonByYear[index] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
              <SumRow title={t("overview.sum")} values={totals.map(({ totalWon }) => show(totalWon))} />
              <SumRow
                title={t("scenarios.moneyCeiling")}
                values={totals.map(({ ceilingWon }) => show(ceilingWon))}
              />
              {isWhatIf && (
                <SumRow
                  isBase
                  title={t("scenarios.moneyBase")}
                  values={baseTotals.map(({ totalWon }) => show(totalWon))}
                />
              )}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

interface SumRowProps {
  readonly title: string;
  /** One a year. */
  readonly values: readonly string[];
  readonly isBase?: boolean;
}

function SumRow({ title, values, isBase = false }: SumRowProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {values.map((value, index) => (
        // Years never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the year
        <td key={index} className={isBase ? table.base : table.number}>
          {value}
        </td>
      ))}
    </tr>
  );
}
