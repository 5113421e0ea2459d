import { useTranslation } from "react-i18next";
import type { DrawsSummary } from "../../../../core/scenario/uncertainty/summarise-draws";
import { useLanguage } from "../../../i18n/use-language";
import { FigureHelp } from "../../../ui/figure-help";
import table from "../../../ui/figure-table.module.css";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import type { RowNames } from "../row-names";
import { listCeilingChances } from "./ceiling-chances";
import classes from "./certainty.module.css";

/** More likely than not. */
const LIKELY = 0.5;

interface CertaintyPanelProps {
  readonly summary: DrawsSummary;
  readonly names: RowNames;
}

/** How likely each ceiling is exceeded and each task is funded. */
export function CertaintyPanel({ summary, names }: CertaintyPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { years, rows } = listCeilingChances(summary);
  const show = (ratio: number) => formatRatio(ratio, language, 0);
  return (
    <Panel
      title={t("engine.certainty.panelTitle")}
      subtitle={t("engine.certainty.panelSubtitle")}
      action={
        <FigureHelp
          name={t("engine.certainty.panelTitle")}
          meaning={t("engine.certainty.panelMeaning")}
          model="C2"
          inputs={[{ label: t("engine.certainty.draws"), value: formatNumber(summary.draws, language) }]}
        />
      }
    >
      <div className={classes.panel}>
        <div className={classes.columns}>
          <div>
            <h3>{t("engine.certainty.ceilings")}</h3>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t("scenarios.moved.source")}</th>
                  {years.map((year) => (
                    <th key={year} scope="col" className={table.number}>
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ sourceId, exceededRatios }) => (
                  <tr key={sourceId}>
                    <th scope="row">{names.source(sourceId)}</th>
                    {exceededRatios.map((ratio, index) => (
                      <td key={years[index]} className={table.number}>
                        {ratio === null ? (
                          "–"
                        ) : (
                          <span className={ratio > LIKELY ? classes.likely : undefined}>
                            {ratio > LIKELY && <span aria-hidden>▲ </span>}
                            {show(ratio)}
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div>
            <h3>{t("engine.certainty.tasks")}</h3>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t("scenarios.task")}</th>
                  <th scope="col">{t("engine.certainty.funded")}</th>
                  <th scope="col" className={table.number}>
                    {t("engine.certainty.started")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {summary.tasks.map(({ taskId, fundedRatio, startedRatio }) => (
                  <tr key={taskId}>
                    <th scope="row">{names.task(taskId)}</th>
                    <td>
                      <span className={classes.chance}>
                        <span className={classes.track} aria-hidden>
                          <span
                            className={classes.fill}
                            style={{ display: "block", width: `${100 * fundedRatio}%` }}
                          />
                        </span>
                        <span className={table.number}>{show(fundedRatio)}</span>
                      </span>
                    </td>
                    <td className={table.number}>{show(startedRatio)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </Panel>
  );
}
