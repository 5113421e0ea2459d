import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ResourceLoadYear } from "../../../core/scenario/resource-load";
import { useLanguage } from "../../i18n/use-language";
import { type ChartOrTable, ChartOrTableSwitch } from "../../ui/chart-or-table";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { Panel } from "../../ui/panel";
import { showAmount } from "./resource-columns";
import type { ResourceState } from "./resource-plan";
import classes from "./resources-screen.module.css";

/** The heaviest part of the screen, so it comes after the figures. */
const LoadChart = lazy(() => import("./load-chart"));

/** Who uses a resource, year by year, against its capacity. */
export function LoadPanel({ state }: { readonly state: ResourceState }) {
  const { t } = useTranslation();
  const [view, setView] = useState<ChartOrTable>("chart");
  return (
    <Panel
      title={
        <>
          {t("resources.loadTitle", { resource: state.row.title })}{" "}
          <FigureHelp name={t("resources.loadName")} meaning={t("resources.loadMeaning")} model="B7" />
        </>
      }
      subtitle={t("resources.loadSubtitle", { unit: t(`resources.unit.${state.row.kind}`) })}
      action={
        <div className={classes.action}>
          <ChartOrTableSwitch name={t("resources.loadName")} value={view} onChange={setView} />
        </div>
      }
    >
      {view === "chart" ? (
        <Suspense fallback={<div className={classes.placeholder} />}>
          <LoadChart state={state} />
        </Suspense>
      ) : (
        <LoadTable load={state.scenario} base={state.base} />
      )}
    </Panel>
  );
}

interface LoadTableProps {
  readonly load: readonly ResourceLoadYear[];
  readonly base: readonly ResourceLoadYear[];
}

const columns = ["councils", "tasks", "residents", "waiting", "capacity", "left"] as const;

function LoadTable({ load, base }: LoadTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? "–" : showAmount(amount, language);
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t("resources.year")}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={table.number}>
              {t(`resources.load.${column}`)}
            </th>
          ))}
          <th scope="col" className={table.base}>
            {t("resources.load.base")}
          </th>
        </tr>
      </thead>
      <tbody>
        {load.map((year, index) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            <td className={table.number}>{show(year.committeesAmount)}</td>
            <td className={table.number}>{show(year.tasksAmount)}</td>
            <td className={table.number}>{show(year.residentsAmount)}</td>
            <td className={table.number}>{show(year.waitingAmount)}</td>
            <td className={table.number}>{show(year.capacity)}</td>
            <td className={table.number}>{show(year.freeAmount)}</td>
            <td className={table.base}>{show(usedOf(base[index]))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All that is used in a year. */
export const usedOf = (year: ResourceLoadYear | undefined): number | null =>
  year === undefined ? null : year.committeesAmount + year.tasksAmount + year.residentsAmount;
