import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { computeMeanPerHead } from "../../../core/budget/equity-mean-per-head";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import { useAfterPaint } from "../../ui/use-after-paint";
import type { PerHeadBar } from "./per-head-chart";
import classes from "./per-head-panel.module.css";
import type { UnitAmount, UnitRow } from "./unit-columns";

/** The heaviest part of the screen, so it comes after the figures. */
const PerHeadChart = lazy(() => import("./per-head-chart"));

interface PerHeadPanelProps {
  readonly rows: readonly UnitRow[];
  /** What the amounts are of: a year or the whole plan. */
  readonly period: string;
}

/** Won per head by unit, the neediest on the left, with the mean of all people. */
export function PerHeadPanel({ rows, period }: PerHeadPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<ChartOrTable>("chart");
  // What was typed is on screen at once; the chart follows.
  const shownRows = useAfterPaint(rows);
  const { bars, meanWon, baseMeanWon } = useMemo(() => arrange(shownRows), [shownRows]);
  const show = (won: number | null) => (won === null ? "–" : formatNumber(won, language));
  const hasGhost = bars.some((bar) => bar.baseWon !== bar.perHeadWon);
  return (
    <Panel
      title={t("decentralised.perHeadTitle")}
      subtitle={t("decentralised.perHeadSubtitle", { period })}
      action={
        <div className={classes.actions}>
          <FigureHelp
            name={t("decentralised.perHeadTitle")}
            meaning={t("decentralised.perHeadMeaning")}
            model="B3"
            inputs={[{ label: t("decentralised.mean"), value: show(meanWon) }]}
          />
          <ChartOrTableSwitch name={t("decentralised.perHeadTitle")} value={view} onChange={setView} />
        </div>
      }
    >
      {view === "chart" ? (
        <div className={classes.chartBox}>
          <Suspense>
            <PerHeadChart
              bars={bars}
              meanWon={meanWon}
              hasGhost={hasGhost}
              format={show}
              words={{
                perHead: t("decentralised.column.perHead"),
                base: t("decentralised.basePerHead"),
                mean: t("decentralised.meanOf", { won: show(meanWon) }),
                description: bars.map((bar) => `${bar.title}: ${show(bar.perHeadWon)}`).join("; "),
              }}
            />
          </Suspense>
        </div>
      ) : (
        <section
          className={classes.tableBox}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t("decentralised.perHeadTitle")}
        >
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("decentralised.column.title")}</th>
                <th scope="col" className={table.number}>
                  {t("decentralised.column.needIndex")}
                </th>
                <th scope="col" className={table.number}>
                  {t("decentralised.column.perHead")}
                </th>
                <th scope="col" className={table.number}>
                  {t("decentralised.basePerHead")}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.id}>
                  <th scope="row">{bar.title}</th>
                  <td className={table.number}>{formatNumber(bar.needIndex, language, 2)}</td>
                  <td className={table.number}>{show(bar.perHeadWon)}</td>
                  <td className={table.base}>{show(bar.baseWon)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t("decentralised.mean")}</th>
                <td />
                <td className={table.number}>{show(meanWon)}</td>
                <td className={table.base}>{show(baseMeanWon)}</td>
              </tr>
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

/** Neediest first; units of equal need keep their order. Units without people have no amount per head. */
function arrange(rows: readonly UnitRow[]) {
  const withPeople = rows.filter(({ row }) => row.population > 0);
  const bars = [...withPeople]
    .sort((a, b) => b.row.needIndex - a.row.needIndex)
    .map(
      ({ id, row, base, scenario }): PerHeadBar => ({
        id,
        title: row.title,
        needIndex: row.needIndex,
        perHeadWon: (scenario ?? base)?.perHeadWon ?? null,
        baseWon: base?.perHeadWon ?? null,
      }),
    );
  const populations = withPeople.map(({ row }) => row.population);
  const meanOf = (read: (row: UnitRow) => UnitAmount | undefined) =>
    computeMeanPerHead(
      withPeople.map((row) => read(row)?.allocatedWon ?? 0),
      populations,
    );
  return {
    bars,
    meanWon: meanOf((row) => row.scenario ?? row.base),
    baseMeanWon: meanOf((row) => row.base),
  };
}
