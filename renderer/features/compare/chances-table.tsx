import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { formatRatio } from "../../ui/format-ratio";
import { Panel } from "../../ui/panel";
import certainty from "../scenarios/certainty/certainty.module.css";
import type { RowNames } from "../scenarios/row-names";
import { ColumnHeads } from "./column-head";
import classes from "./compare-table.module.css";
import type { ComparisonView } from "./comparison-view";
import { type ChanceRow, listChances } from "./list-chances";

interface ChancesTableProps {
  readonly view: ComparisonView;
  readonly names: RowNames;
  readonly showsSame: boolean;
}

/** More likely than not. */
const LIKELY = 0.5;

/** How likely each ceiling is exceeded and each task is funded, in each scenario. */
export function ChancesTable({ view, names, showsSame }: ChancesTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { columns, summaries } = view;
  const { ceilings, tasks } = useMemo(() => listChances(summaries, showsSame), [summaries, showsSame]);
  const cells = ({ ratios }: ChanceRow, marksLikely: boolean) =>
    ratios.map((ratio, index) => {
      const isMarked = marksLikely && ratio !== null && ratio > LIKELY;
      return (
        <td key={columns[index]?.key} className={classes.number}>
          <span className={isMarked ? certainty.likely : undefined}>
            {isMarked && <span aria-hidden>▲ </span>}
            {ratio === null ? "…" : formatRatio(ratio, language, 0)}
          </span>
        </td>
      );
    });
  return (
    <Panel title={t("engine.certainty.panelTitle")} subtitle={t("engine.certainty.panelSubtitle")}>
      {ceilings.length + tasks.length === 0 ? (
        <p className={classes.empty}>{t("compare.sameChances")}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("compare.chance")}</th>
                <ColumnHeads columns={columns} />
              </tr>
            </thead>
            {ceilings.length > 0 && (
              <tbody>
                <tr>
                  <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                    {t("engine.certainty.ceilings")}
                  </th>
                </tr>
                {ceilings.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">
                      {names.source(row.sourceId)} {row.year}
                    </th>
                    {cells(row, true)}
                  </tr>
                ))}
              </tbody>
            )}
            {tasks.length > 0 && (
              <tbody>
                <tr>
                  <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                    {t("compare.fundedChance")}
                  </th>
                </tr>
                {tasks.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{names.task(row.taskId)}</th>
                    {cells(row, false)}
                  </tr>
                ))}
              </tbody>
            )}
          </table>
        </div>
      )}
    </Panel>
  );
}
