import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import type { IndicatorDefinition } from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import { FigureHelp } from "../../ui/figure-help";
import { directionOf } from "../../ui/format-difference";
import { formatFigure } from "../../ui/format-figure";
import { Panel } from "../../ui/panel";
import { SpreadRange } from "../scenarios/certainty/spread-range";
import { findCouncilLevers } from "../scenarios/council-levers";
import { describeLimits } from "../scenarios/describe-limit";
import { listFigureInputs } from "../scenarios/figure-inputs";
import { currentValue } from "../scenarios/lever-values";
import type { RowNames } from "../scenarios/row-names";
import { ColumnHeads } from "./column-head";
import classes from "./compare-table.module.css";
import type { ComparisonView } from "./comparison-view";

interface ResultsTableProps {
  readonly view: ComparisonView;
  readonly names: RowNames;
  readonly levers: readonly Lever[];
  readonly showsSame: boolean;
}

/** What binds, and every figure with its difference from the first column. */
export function ResultsTable({ view, names, levers, showsSame }: ResultsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { columns, outcomes, comparison, summaries } = view;
  const attendance = findCouncilLevers(levers)?.attendance;
  const [reference] = outcomes;
  const attendanceValue =
    attendance === undefined || reference === undefined ? null : currentValue(attendance, reference.levers);
  // What is the same to the last digit shown is the same for the person who compares.
  const shown = comparison.indicators.filter(
    ({ definition, values, differences }) =>
      showsSame ||
      differences.some((difference, index) =>
        difference === null
          ? values[index] !== values[0]
          : directionOf(difference, definition.unit) !== "same",
      ),
  );
  return (
    <Panel title={t("compare.resultsTitle")} subtitle={t("compare.resultsSubtitle")}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.figure")}</th>
              <ColumnHeads columns={columns} />
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("compare.whatBinds")}</th>
              {outcomes.map((outcome, index) => {
                const sentences = describeLimits(outcome, { names, t, language });
                return (
                  <td
                    key={columns[index]?.key}
                    className={classes.limit}
                    data-binds={sentences[0].binds || undefined}
                  >
                    {sentences.map(({ binds, head, rest }) => (
                      <p key={head + rest} title={rest}>
                        <span aria-hidden>{binds ? "▲" : "✓"}</span> {head}
                      </p>
                    ))}
                  </td>
                );
              })}
            </tr>
            {shown.map(({ definition, values }) => {
              const { key, unit, better, model } = definition;
              const name = t(`indicator.${key}.name`);
              const first = values[0] ?? null;
              return (
                <tr key={key}>
                  <th scope="row">
                    <span className={classes.named}>
                      {name}
                      <FigureHelp
                        name={name}
                        meaning={t(`indicator.${key}.meaning`)}
                        model={model}
                        inputs={
                          reference === undefined
                            ? []
                            : listFigureInputs(definition, {
                                outcome: reference,
                                attendanceRatio: typeof attendanceValue === "number" ? attendanceValue : null,
                                t,
                                language,
                              })
                        }
                      />
                    </span>
                  </th>
                  {values.map((value, index) => (
                    <td key={columns[index]?.key} className={classes.number}>
                      <span className={classes.value}>{formatFigure(value, unit, language)}</span>
                      {index > 0 && (
                        <span className={classes.difference}>
                          <Difference value={value} base={first} unit={unit} better={better} />
                        </span>
                      )}
                      <ColumnRange summary={summaries[index]} definition={definition} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function ColumnRange({
  summary,
  definition,
}: {
  readonly summary: DrawsSummary | null | undefined;
  readonly definition: IndicatorDefinition;
}) {
  return summary === null || summary === undefined ? null : (
    <SpreadRange summary={summary} definition={definition} />
  );
}
