import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { compareCentralMoney } from "../../../core/scenario/compare-central-money";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import table from "../../ui/figure-table.module.css";
import { formatMoney } from "../../ui/format-money";
import { Panel } from "../../ui/panel";
import classes from "./central-money.module.css";
import { listFigureLimits } from "./describe-limit";
import { listCentralInputs } from "./figure-inputs";
import type { RowNames } from "./row-names";

interface CentralMoneyProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly names: RowNames;
}

/** What moves from central tasks to residents, and what central tasks lose by it, source by source. */
export function CentralMoney({ base, scenario, names }: CentralMoneyProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bySource, movedWon, lostWon } = useMemo(
    () => compareCentralMoney(base, scenario),
    [base, scenario],
  );
  const money = (won: number) => (won === 0 ? "–" : formatMoney(won, language));
  return (
    <Panel
      title={t("scenarios.moved.title")}
      subtitle={t("scenarios.moved.subtitle")}
      action={
        <FigureHelp
          name={t("scenarios.moved.title")}
          meaning={t("scenarios.moved.meaning")}
          model="B4"
          inputs={() => listCentralInputs(scenario, t, language)}
          limits={() => listFigureLimits({ model: "B4" }, scenario, { names, t, language })}
        />
      }
    >
      {bySource.length === 0 ? (
        <p className={classes.nothing}>{t("scenarios.moved.nothing")}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.moved.source")}</th>
              <th scope="col" className={table.number}>
                {t("scenarios.moved.moved")}
              </th>
              <th scope="col" className={table.number}>
                {t("scenarios.moved.lost")}
              </th>
            </tr>
          </thead>
          <tbody>
            {bySource.map((source) => (
              <tr key={source.sourceId}>
                <th scope="row">{names.source(source.sourceId)}</th>
                <td className={table.number}>{money(source.movedWon)}</td>
                <td className={table.number}>{money(source.lostWon)}</td>
              </tr>
            ))}
            <tr className={classes.total}>
              <th scope="row">{t("scenarios.moved.total")}</th>
              <td className={table.number}>{money(movedWon)}</td>
              <td className={table.number}>{money(lostWon)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Panel>
  );
}
