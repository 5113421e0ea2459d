import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { Panel } from "../../ui/panel";
import { describeReason } from "../scenarios/describe-limit";
import type { RowNames } from "../scenarios/row-names";
import { shownStatus } from "../scenarios/shown-status";
import { ColumnHeads } from "./column-head";
import classes from "./compare-table.module.css";
import { type ComparisonView, describeTaskOutcome } from "./comparison-view";

interface TaskTableProps {
  readonly view: ComparisonView;
  readonly names: RowNames;
  readonly showsSame: boolean;
}

/** What becomes of each task in each scenario. */
export function TaskTable({ view, names, showsSame }: TaskTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { columns, comparison } = view;
  const shown = comparison.tasks.filter(({ differs }) => showsSame || differs);
  return (
    <Panel
      title={t("compare.tasksTitle")}
      subtitle={t("compare.tasksSubtitle", { count: shown.length, all: comparison.tasks.length })}
    >
      {shown.length === 0 ? (
        <p className={classes.empty}>{t("compare.sameTasks")}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("scenarios.task")}</th>
                <ColumnHeads columns={columns} />
              </tr>
            </thead>
            <tbody>
              {shown.map(({ taskId, outcomes }) => (
                <tr key={taskId}>
                  <th scope="row">{names.task(taskId)}</th>
                  {outcomes.map((outcome, index) => (
                    <td key={columns[index]?.key} className={classes.number}>
                      <span
                        className={classes.status}
                        data-status={shownStatus(outcome)}
                        title={
                          outcome.reason === null
                            ? ""
                            : describeReason(outcome.reason, { names, t, language })
                        }
                      >
                        {describeTaskOutcome(outcome, t, language)}
                      </span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
