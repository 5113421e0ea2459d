import { useTranslation } from "react-i18next";
import { type IndicatorDefinition, indicatorDefinitions, type Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import classes from "../../ui/figure-table.module.css";
import { formatFigure } from "../../ui/format-figure";
import { Panel } from "../../ui/panel";

interface IndicatorTableProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly limitsOf: (definition: IndicatorDefinition) => readonly string[];
  readonly inputsOf: (definition: (typeof indicatorDefinitions)[number]) => readonly FigureInput[];
}

/** Every figure: the base, the scenario, the difference. */
export function IndicatorTable({ base, scenario, inputsOf, limitsOf }: IndicatorTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t("scenarios.indicatorsTitle")} subtitle={t("scenarios.indicatorsSubtitle")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("scenarios.figure")}</th>
            <th scope="col" className={classes.number}>
              {t("scenarios.baseColumn")}
            </th>
            <th scope="col" className={classes.number}>
              {t("scenarios.scenarioColumn")}
            </th>
            <th scope="col" className={classes.number}>
              {t("scenarios.differenceColumn")}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicatorDefinitions.map((definition) => {
            const { key, unit, better, model } = definition;
            const name = t(`indicator.${key}.name`);
            return (
              <tr key={key}>
                <th scope="row">
                  <span className={classes.named}>
                    {name}
                    <FigureHelp
                      name={name}
                      meaning={t(`indicator.${key}.meaning`)}
                      model={model}
                      inputs={() => inputsOf(definition)}
                      limits={() => limitsOf(definition)}
                    />
                  </span>
                </th>
                <td className={classes.base}>{formatFigure(base.indicators[key], unit, language)}</td>
                <td className={classes.number}>{formatFigure(scenario.indicators[key], unit, language)}</td>
                <td className={classes.number}>
                  <Difference
                    value={scenario.indicators[key]}
                    base={base.indicators[key]}
                    unit={unit}
                    better={better}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
