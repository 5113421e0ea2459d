import { useTranslation } from "react-i18next";
import type { MeasureKey } from "../../../../core/scenario/measures";
import type { Future } from "../../../../core/scenario/robustness/futures";
import type { RobustnessAnswer } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import table from "../../../ui/figure-table.module.css";
import { formatRatio } from "../../../ui/format-ratio";
import { formatMeasure } from "../engine/measure-text";
import type { RowNames } from "../row-names";
import { listKeepRequired } from "./keep-required";
import classes from "./robustness.module.css";

interface RobustnessTableProps {
  readonly answer: RobustnessAnswer;
  readonly titles: readonly string[];
  readonly futures: readonly Future[];
  readonly measure: MeasureKey;
  readonly names: RowNames;
}

const RULES = ["minimaxRegret", "maximin", "maximax", "laplace", "satisficing"] as const;

/** Scenarios in rows, futures in columns; then what each rule of decision would choose. */
export function RobustnessTable({ answer, titles, futures, measure, names }: RobustnessTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (value: number | null) => formatMeasure(measure, value, language);
  const { options, choices, outcomes, requiredTasks } = answer;
  const hasThreshold = options.some(({ satisficingRatio }) => satisficingRatio !== null);
  const list = (indices: readonly number[]) => indices.map((index) => titles[index] ?? "").join(", ");
  return (
    <>
      {requiredTasks > 0 && (
        <div role="status">
          {futures.map((future, index) => {
            const { keeping, dropping } = listKeepRequired(answer, index);
            return (
              <p key={future.name} className={classes.keeps}>
                <strong>{future.name}:</strong>{" "}
                {keeping.length === 0
                  ? t("engine.robustness.keepsNone", { count: requiredTasks })
                  : dropping.length === 0
                    ? t("engine.robustness.keepsAll", { count: requiredTasks })
                    : t("engine.robustness.keeps", { count: requiredTasks, titles: list(keeping) })}{" "}
                {dropping.length > 0 && (
                  <span className={classes.drops}>
                    {dropping
                      .map(({ scenario, taskIds }) =>
                        t("engine.robustness.drops", {
                          title: titles[scenario],
                          tasks: taskIds.map(names.taskCode).join(", "),
                        }),
                      )
                      .join(" ")}
                  </span>
                )}
              </p>
            );
          })}
        </div>
      )}
      <div className={classes.scroll}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t("engine.robustness.scenario")}</th>
              {futures.map(({ name }) => (
                <th key={name} scope="col" className={table.number}>
                  {name}
                </th>
              ))}
              {["worst", "mean", "regret", ...(hasThreshold ? ["goodEnough"] : [])].map((column) => (
                <th key={column} scope="col" className={table.number}>
                  {t(`engine.robustness.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ option, worst, mean, maximumRegret, satisficingRatio }) => (
              <tr key={titles[option]}>
                <th scope="row">{titles[option]}</th>
                {futures.map(({ name }, future) => (
                  <td key={name} className={table.number}>
                    {show(outcomes[option]?.[future]?.values[0] ?? null)}
                  </td>
                ))}
                <Figure isChosen={choices.maximin.includes(option)}>{show(worst)}</Figure>
                <Figure isChosen={choices.laplace.includes(option)}>{show(mean)}</Figure>
                <Figure isChosen={choices.minimaxRegret.includes(option)}>{show(maximumRegret)}</Figure>
                {satisficingRatio !== null && (
                  <Figure isChosen={choices.satisficing.includes(option)}>
                    {formatRatio(satisficingRatio, language, 0)}
                  </Figure>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className={classes.rules}>
        {RULES.filter((rule) => choices[rule].length > 0).map((rule) => (
          <div key={rule}>
            <dt>{t(`engine.robustness.rule.${rule}`)}</dt>
            <dd>
              {choices[rule].length === options.length && options.length > 1
                ? t("engine.robustness.allEqual")
                : list(choices[rule])}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Figure({ isChosen, children }: { readonly isChosen: boolean; readonly children: string }) {
  const { t } = useTranslation();
  return (
    <td className={table.number}>
      {isChosen ? (
        <span className={classes.chosen}>
          <span aria-hidden>✓ </span>
          <span className="visually-hidden">{t("engine.robustness.best")} </span>
          {children}
        </span>
      ) : (
        children
      )}
    </td>
  );
}
