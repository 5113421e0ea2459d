import type { PortfolioAnswer, WholeAnswers } from "../../../engine/compute-job";
import table from "../../../ui/figure-table.module.css";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import form from "../engine/form.module.css";
import { type ConstraintTelling, describeBinding, describeConstraint } from "./describe-constraint";
import classes from "./search.module.css";

interface PortfolioResultProps {
  readonly answer: WholeAnswers["portfolio"];
  readonly telling: ConstraintTelling;
}

const MOST_BINDING = 8;
/** A gap that no figure on screen shows. */
const NO_GAP = 5e-5;

/** The best portfolio with what binds; or which conditions cannot hold together. */
export function PortfolioResult({ answer, telling }: PortfolioResultProps) {
  const { t } = telling;
  if (answer.ok) return <Found answer={answer.value} telling={telling} />;
  const { error } = answer;
  switch (error.type) {
    case "infeasible-portfolio":
      return (
        <div role="status">
          <p>{t("engine.portfolio.infeasible")}</p>
          <ul className={classes.list}>
            {error.conflict.map((constraint) => (
              <li key={JSON.stringify(constraint)}>{describeConstraint(constraint, telling)}</li>
            ))}
          </ul>
        </div>
      );
    case "no-portfolio-in-time":
      return <p role="status">{t("engine.portfolio.notInTime", { seconds: error.timeLimitMs / 1000 })}</p>;
    case "solver-failed":
      return (
        <p role="alert" className={form.problem}>
          {t("engine.portfolio.solverFailed", { status: error.status })}
        </p>
      );
  }
}

function Found({
  answer,
  telling,
}: {
  readonly answer: PortfolioAnswer;
  readonly telling: ConstraintTelling;
}) {
  const { names, t, language } = telling;
  const { portfolio, waterfallValue, tasks } = answer;
  const { chosen, value, bound, gapRatio, isProved, binding } = portfolio;
  const points = (figure: number) => formatNumber(figure, language, 1);
  const chosenIds = new Set(chosen.map(({ taskId }) => taskId));
  const leftOut = tasks.filter(({ id }) => !chosenIds.has(id));
  return (
    <>
      <p role="status">
        {t("engine.portfolio.value", { value: points(value), waterfall: points(waterfallValue) })}{" "}
        {isProved && gapRatio < NO_GAP
          ? t("engine.portfolio.optimum")
          : t(isProved ? "engine.portfolio.withinGap" : "engine.portfolio.timeRanOut", {
              bound: points(bound),
              gap: formatRatio(gapRatio, language, 2),
            })}
      </p>
      <div className={classes.tables}>
        <div>
          <h3>{t("engine.portfolio.chosen")}</h3>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("scenarios.task")}</th>
                <th scope="col" className={table.number}>
                  {t("engine.portfolio.from")}
                </th>
                <th scope="col">{t("engine.portfolio.how")}</th>
                <th scope="col" className={table.number}>
                  {t("engine.portfolio.points")}
                </th>
              </tr>
            </thead>
            <tbody>
              {chosen.map(({ taskId, startYear, delayYears, partRatio, value: worth }) => (
                <tr key={taskId}>
                  <th scope="row">{names.task(taskId)}</th>
                  <td className={table.number}>{startYear}</td>
                  <td>
                    {[
                      delayYears > 0 ? t("scenarios.smallest.later", { count: delayYears }) : "",
                      partRatio < 1 - 1e-9
                        ? t("scenarios.smallest.cut", { ratio: formatRatio(partRatio, language, 0) })
                        : "",
                    ]
                      .filter((part) => part !== "")
                      .join(", ")}
                  </td>
                  <td className={table.number}>{points(worth)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h3>{t("engine.portfolio.leftOut")}</h3>
          {leftOut.length === 0 ? (
            <p className={form.hint}>{t("engine.portfolio.nothingLeftOut")}</p>
          ) : (
            <ul className={classes.list}>
              {leftOut.map(({ id }) => (
                <li key={id}>{names.task(id)}</li>
              ))}
            </ul>
          )}
          <h3>{t("engine.portfolio.binding")}</h3>
          {binding.length === 0 ? (
            <p className={form.hint}>{t("engine.portfolio.nothingBinds")}</p>
          ) : (
            <ul className={classes.list}>
              {binding.slice(0, MOST_BINDING).map((entry) => (
                <li key={JSON.stringify(entry.constraint)}>{describeBinding(entry, telling)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}
