import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BudgetSummary } from "../../../core/budget/summarise-budget";
import { summariseBudgetFlow } from "../../../core/budget/summarise-budget-flow";
import type { Row } from "../../../core/plan/entities";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import table from "../../ui/figure-table.module.css";
import { formatInUnit } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import type { MoneyUnit } from "../../ui/money-unit";
import { Panel } from "../../ui/panel";
import classes from "./budget-charts.module.css";
import { FlowChart } from "./flow-chart";

interface FlowPanelProps {
  readonly summary: BudgetSummary;
  readonly sources: readonly Row<"source">[];
  readonly unit: MoneyUnit;
  readonly withoutAreaTitle: string;
}

/** Which source pays for which area, all years of the plan together. */
export function FlowPanel({ summary, sources, unit, withoutAreaTitle }: FlowPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<ChartOrTable>("chart");
  const flows = useMemo(() => summariseBudgetFlow(summary), [summary]);
  const areaTitles = summary.areas.map(({ area }) => area?.title ?? withoutAreaTitle);
  const wonOf = (sourceId: string, areaIndex: number) =>
    flows.find((flow) => flow.sourceId === sourceId && flow.areaIndex === areaIndex)?.won ?? 0;
  const totalWon = flows.reduce((sum, { won }) => sum + won, 0);
  const show = (won: number) => (won === 0 ? "–" : formatInUnit(won, unit, language));
  return (
    <Panel
      title={t("budget.flow.title")}
      subtitle={t("budget.flow.subtitle", { unit: t(`moneyUnit.${unit}`) })}
      action={
        <div className={classes.action}>
          <ChartOrTableSwitch name={t("budget.flow.title")} value={view} onChange={setView} />
        </div>
      }
    >
      {totalWon === 0 ? (
        <p className={classes.empty}>{t("budget.flow.empty")}</p>
      ) : view === "chart" ? (
        <FlowChart flows={flows} sources={sources} areaTitles={areaTitles} show={show} />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("tasks.source")}</th>
              {areaTitles.map((title, index) => (
                // Titles may be equal; their order is what tells them apart.
                // biome-ignore lint/suspicious/noArrayIndexKey: areas have no other key here
                <th key={index} scope="col" className={table.number}>
                  {title}
                </th>
              ))}
              <th scope="col" className={table.number}>
                {t("budget.flow.all")}
              </th>
              <th scope="col" className={table.number}>
                {t("budget.flow.share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ id, title }) => {
              const cells = areaTitles.map((_, index) => wonOf(id, index));
              const sumWon = cells.reduce((sum, won) => sum + won, 0);
              return (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  {cells.map((won, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: one cell an area
                    <td key={index} className={table.number}>
                      {show(won)}
                    </td>
                  ))}
                  <td className={table.number}>{show(sumWon)}</td>
                  <td className={table.base}>{formatRatio(sumWon / totalWon, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
