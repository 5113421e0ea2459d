import { useTranslation } from "react-i18next";
import type { Outcome, TaskOutcome } from "../../../core/scenario/outcome";
import type { TaskGridRow } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import table from "../../ui/figure-table.module.css";
import { formatRatio } from "../../ui/format-ratio";
import { Panel } from "../../ui/panel";
import { describeReason } from "./describe-limit";
import type { RowNames } from "./row-names";
import classes from "./task-matrix.module.css";
import { listMatrixCells, type MatrixCell } from "./task-matrix-cells";

interface TaskMatrixProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly tasks: readonly TaskGridRow[];
  readonly names: RowNames;
}

/** Tasks by year: funded, delayed, dropped, and why. */
export function TaskMatrix({ base, scenario, tasks, names }: TaskMatrixProps) {
  const { t } = useTranslation();
  const rowsById = new Map(tasks.map((task) => [task.id, task]));
  const baseById = new Map(base.tasks.map((task) => [task.taskId, task]));
  return (
    <Panel title={t("scenarios.tasksTitle")} subtitle={t("scenarios.tasksSubtitle")}>
      {scenario.tasks.length === 0 ? (
        <p className={classes.empty}>{t("scenarios.noTasks")}</p>
      ) : (
        <table className={`${table.table} ${classes.matrix}`}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.task")}</th>
              {scenario.years.map((year) => (
                <th key={year} scope="col" className={classes.year}>
                  {year}
                </th>
              ))}
              <th scope="col" className={classes.why}>
                {t("scenarios.why")}
              </th>
            </tr>
          </thead>
          <tbody>
            {scenario.tasks.map((outcome) => (
              <TaskLine
                key={outcome.taskId}
                outcome={outcome}
                base={baseById.get(outcome.taskId)}
                row={rowsById.get(outcome.taskId)}
                years={scenario.years}
                names={names}
              />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

interface TaskLineProps {
  readonly outcome: TaskOutcome;
  readonly base: TaskOutcome | undefined;
  readonly row: TaskGridRow | undefined;
  readonly years: readonly number[];
  readonly names: RowNames;
}

function TaskLine({ outcome, base, row, years, names }: TaskLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const planned = row?.totalWonByYear ?? {};
  const cells = listMatrixCells(outcome, years, planned);
  const baseCells = base === undefined ? cells : listMatrixCells(base, years, planned);
  const why =
    outcome.reason !== null
      ? describeReason(outcome.reason, { names, t, language })
      : row?.isLegallyRequired
        ? t("reason.legalDuty")
        : "";
  return (
    <tr>
      <th scope="row" title={row?.title}>
        <span className={classes.task}>
          <span className={classes.code}>{row?.code}</span> {row?.title}
        </span>
      </th>
      {cells.map((cell, index) => (
        <td key={years[index]} className={classes.year}>
          <Chip cell={cell} outcome={outcome} differs={cell !== baseCells[index]} />
        </td>
      ))}
      <td className={classes.why} data-status={outcome.status} title={why}>
        {why}
      </td>
    </tr>
  );
}

interface ChipProps {
  readonly cell: MatrixCell;
  readonly outcome: TaskOutcome;
  readonly differs: boolean;
}

function Chip({ cell, outcome, differs }: ChipProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const glyph = {
    funded: "●",
    partial: `◐ ${formatRatio(outcome.fundedRatio, language, 0)}`,
    late: t("scenarios.yearLater", { count: outcome.delayYears }),
    dropped: "✕",
    idle: "–",
  }[cell];
  const status = cell === "late" ? "delayed" : cell;
  return (
    <span className={classes.chip} data-cell={cell} data-differs={differs || undefined}>
      <span aria-hidden>{glyph}</span>
      <span className="visually-hidden">
        {t(`status.${status}`)}
        {differs && `, ${t("scenarios.differsFromBase")}`}
      </span>
    </span>
  );
}
