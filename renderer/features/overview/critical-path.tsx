import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { findPlanCriticalPath, type TaskSlack } from "../../../core/plan/plan-critical-path";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import classes from "./critical-path.module.css";

interface CriticalPathProps {
  readonly tasks: readonly Row<"task">[];
  readonly dependencies: readonly Row<"taskDependency">[];
  readonly lastYear: number;
}

/** So many are shown at first. */
const FIRST_TASKS = 10;

/** Which tasks delay the plan when they start late, what moves with them, and how much slack the others have. */
export function CriticalPath({ tasks, dependencies, lastYear }: CriticalPathProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const path = useMemo(
    () => findPlanCriticalPath(tasks, dependencies, lastYear),
    [tasks, dependencies, lastYear],
  );
  const byId = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const ordered = useMemo(() => [...(path?.tasks ?? [])].sort(compareSlack), [path]);
  if (path === null) return null;
  const nameOf = (id: string) => `${byId.get(id)?.code ?? ""} ${byId.get(id)?.title ?? ""}`.trim();
  const shortOf = (id: string) => byId.get(id)?.code || byId.get(id)?.title || id;
  const critical = path.tasks.filter(({ isCritical }) => isCritical).length;
  const shown = showsAll ? ordered : ordered.slice(0, FIRST_TASKS);
  const show = (value: number) => formatNumber(value, language);
  return (
    <Panel
      title={t("overview.critical.title")}
      subtitle={t("overview.critical.subtitle")}
      action={
        <FigureHelp
          name={t("overview.critical.title")}
          meaning={t("overview.critical.about")}
          model="C8"
          inputs={[
            { label: t("overview.critical.end"), value: String(path.endYear) },
            { label: t("overview.critical.dependencies"), value: show(dependencies.length) },
          ]}
        />
      }
    >
      <p className={classes.sentence}>
        {t("overview.critical.sentence", {
          count: critical,
          shown: show(critical),
          all: show(path.tasks.length),
          year: path.endYear,
        })}
        {path.chain.length > 1 &&
          ` ${t("overview.critical.chain", { chain: path.chain.map(shortOf).join(" → ") })}`}
      </p>
      <div className={classes.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.task")}</th>
              <th scope="col" className={table.number}>
                {t("overview.critical.years")}
              </th>
              <th scope="col" className={table.number}>
                {t("overview.critical.slack")}
              </th>
              <th scope="col">{t("overview.critical.moves")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ taskId, slackYears, isCritical, movedIds }) => {
              const { startYear = 0, endYear = 0 } = byId.get(taskId) ?? {};
              return (
                <tr key={taskId}>
                  <th scope="row">{nameOf(taskId)}</th>
                  <td className={table.number}>
                    {startYear === endYear ? startYear : `${startYear}–${endYear}`}
                  </td>
                  <td className={table.number}>
                    {isCritical ? (
                      <span className={classes.critical}>▲ {t("overview.critical.none")}</span>
                    ) : (
                      t("overview.critical.slackYears", { count: slackYears })
                    )}
                  </td>
                  <td title={movedIds.map(nameOf).join(", ")}>
                    {movedIds.length === 0 ? "–" : movedIds.map(shortOf).join(", ")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {ordered.length > FIRST_TASKS && (
        <Button
          className={classes.all ?? ""}
          size="compact-xs"
          variant="subtle"
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll
            ? t("overview.critical.showFirst", { shown: FIRST_TASKS })
            : t("overview.critical.showAll", { shown: show(ordered.length) })}
        </Button>
      )}
    </Panel>
  );
}

/** Those that move most first, then those with least slack; equals keep the order of the plan. */
const compareSlack = (a: TaskSlack, b: TaskSlack) =>
  b.movedIds.length - a.movedIds.length || a.slackYears - b.slackYears;
