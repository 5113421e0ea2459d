import { Button, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Command } from "../../../../core/plan/command";
import type { PortfolioAnswer } from "../../../engine/compute-job";
import { useKept } from "../../../session/use-kept";
import table from "../../../ui/figure-table.module.css";
import form from "../engine/form.module.css";
import type { TabContext } from "../engine/tab-context";
import { delayTasks, listMovedTasks } from "./list-moved-tasks";
import classes from "./search.module.css";

interface ApplyPortfolioProps {
  readonly answer: PortfolioAnswer;
  readonly context: TabContext;
  readonly points: (value: number) => string;
  readonly onApply: (command: Command, done: string) => void;
}

/** What changes when the plan follows the portfolio, what comes of it, and the button that does it. */
export function ApplyPortfolio({ answer, context, points, onApply }: ApplyPortfolioProps) {
  const { grid, names, values, isReadOnly } = context;
  const { t } = useTranslation();
  const [defers, setDefers] = useKept("portfolio defers", true);
  const { portfolio, tasks, applied } = answer;
  const leftOutCount = tasks.length - portfolio.chosen.length;
  const rule = defers && leftOutCount > 0 ? "defer" : "keep";
  const moved = listMovedTasks(answer, rule, grid);
  const later = moved.filter(({ isDeferred }) => !isDeferred).length;
  const deferred = moved.length - later;
  const command = delayTasks(moved);
  const { value, otherwiseIds } = applied[rule];
  const hasParts = portfolio.chosen.some(({ partRatio }) => partRatio < 1 - 1e-9);
  const years = ([start, end]: readonly [number, number]) => (start === end ? `${start}` : `${start}–${end}`);
  const lastYear = grid.years.at(-1) ?? 0;
  const counts = [
    ...(later > 0 ? [t("engine.apply.later", { count: later })] : []),
    ...(deferred > 0 ? [t("engine.apply.deferred", { count: deferred, year: lastYear })] : []),
  ].join(", ");
  return (
    <section className={classes.apply} aria-label={t("engine.apply.title")}>
      <h3>{t("engine.apply.title")}</h3>
      {leftOutCount > 0 && (
        <Switch
          checked={defers}
          label={t("engine.apply.defers", { count: leftOutCount, year: lastYear })}
          onChange={(event) => setDefers(event.currentTarget.checked)}
        />
      )}
      {command === null ? (
        <p className={form.hint}>{t("engine.apply.nothing")}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.task")}</th>
              <th scope="col" className={table.number}>
                {t("engine.apply.now")}
              </th>
              <th scope="col" className={table.number}>
                {t("engine.apply.then")}
              </th>
              <th scope="col">{t("engine.portfolio.how")}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ taskId, from, to, years: by, isDeferred }) => (
              <tr key={taskId}>
                <th scope="row">{names.task(taskId)}</th>
                <td className={table.number}>{years(from)}</td>
                <td className={`${table.number} ${classes.changed}`}>{years(to)}</td>
                <td>
                  {isDeferred ? t("engine.apply.afterPlan") : t("scenarios.smallest.later", { count: by })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        {t("engine.apply.result", { value: points(value), portfolio: points(portfolio.value) })}
        {otherwiseIds.length > 0 &&
          ` ${t("engine.apply.otherwise", {
            count: otherwiseIds.length,
            tasks: otherwiseIds.map(names.task).join(", "),
          })}`}
      </p>
      <p className={form.hint}>
        {t("engine.apply.hint")}
        {hasParts && ` ${t("engine.apply.parts")}`}
        {Object.keys(values).length > 0 && ` ${t("engine.apply.everyScenario")}`}
      </p>
      {command !== null && !isReadOnly && (
        <Button onClick={() => onApply(command, t("engine.apply.done", { counts }))}>
          {t("engine.apply.button", { counts })}
        </Button>
      )}
    </section>
  );
}
