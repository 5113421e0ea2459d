import { SegmentedControl } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import table from "../../ui/figure-table.module.css";
import { formatInUnit } from "../../ui/format-money";
import { Panel } from "../../ui/panel";
import { listMoneyByYear, totalOf, type YearMoney } from "./money-by-year";
import classes from "./money-panel.module.css";

/** The heaviest part of the page, so it comes after the figures. */
const MoneyChart = lazy(() => import("./money-chart"));

interface MoneyPanelProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly isBaseAdditional: boolean;
  readonly isAdditional: boolean;
}

/** Where each year's money goes, as a chart with its table behind. */
export function MoneyPanel({ base, scenario, isBaseAdditional, isAdditional }: MoneyPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useState<"chart" | "table">("chart");
  const unit = language === "ko" ? "hundredMillion" : "million";
  const rows = useMemo(() => listMoneyByYear(scenario, isAdditional), [scenario, isAdditional]);
  const baseRows = useMemo(() => listMoneyByYear(base, isBaseAdditional), [base, isBaseAdditional]);
  return (
    <Panel
      title={t("scenarios.moneyTitle")}
      subtitle={t("scenarios.moneySubtitle", { unit: t(`moneyUnit.${unit}`) })}
      action={
        <SegmentedControl
          aria-label={t("scenarios.moneyTitle")}
          value={view}
          onChange={(value) => setView(value === "table" ? "table" : "chart")}
          data={[
            {
              value: "chart",
              label: <IconChartBar size={14} role="img" aria-label={t("figure.showChart")} />,
            },
            { value: "table", label: <IconTable size={14} role="img" aria-label={t("figure.showTable")} /> },
          ]}
        />
      }
    >
      {[...rows, ...baseRows].every((row) => totalOf(row) === 0 && !row.ceilingWon) ? (
        <p className={classes.empty}>{t("overview.noMoney")}</p>
      ) : view === "chart" ? (
        <Suspense fallback={<div className={classes.placeholder} />}>
          <MoneyChart rows={rows} baseRows={baseRows} unit={unit} />
        </Suspense>
      ) : (
        <MoneyTable rows={rows} baseRows={baseRows} unit={unit} />
      )}
    </Panel>
  );
}

interface MoneyTableProps {
  readonly rows: readonly YearMoney[];
  readonly baseRows: readonly YearMoney[];
  readonly unit: "million" | "hundredMillion";
}

function MoneyTable({ rows, baseRows, unit }: MoneyTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (won: number | null | undefined) =>
    won === null || won === undefined ? "–" : formatInUnit(won, unit, language);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t("scenarios.year")}</th>
          {["moneyTasks", "moneyCommittees", "moneyResidents", "moneyCeiling", "moneyBase"].map((key) => (
            <th key={key} scope="col" className={table.number}>
              {t(`scenarios.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const baseRow = baseRows[index];
          return (
            <tr key={row.year}>
              <th scope="row">{row.year}</th>
              <td className={table.number}>{show(row.tasksWon)}</td>
              <td className={table.number}>{show(row.committeesWon)}</td>
              <td className={table.number}>{show(row.residentsWon)}</td>
              <td className={table.number}>{show(row.ceilingWon)}</td>
              <td className={table.base}>{show(baseRow && totalOf(baseRow))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
