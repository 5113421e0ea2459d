import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome, TaskOutcome } from "../../../core/scenario/outcome";
import type { TaskGridRow } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import table from "../../ui/figure-table.module.css";
import { formatRatio } from "../../ui/format-ratio";
import { LongTable, rowIndexOf } from "../../ui/long-table";
import { Panel } from "../../ui/panel";
import { describeReason } from "./describe-limit";
import type { RowNames } from "./row-names";
import { shownStatus } from "./shown-status";
import classes from "./task-matrix.module.css";
import { listMatrixCells, type MatrixCell } from "./task-matrix-cells";

interface TaskMatrixProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly tasks: readonly TaskGridRow[];
  readonly names: RowNames;
}

/** With more years than this their columns give way, so that the names of tasks can be read. */
const MOST_WIDE_YEARS = 6;

/** Tasks by year: funded, delayed, dropped, and why. */
export function TaskMatrix({ base, scenario, tasks, names }: TaskMatrixProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rowsById = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const baseById = useMemo(() => new Map(base.tasks.map((task) => [task.taskId, task])), [base]);
  const words = useMemo<CellWords>(
    () => ({
      funded: t("status.funded"),
      partial: t("status.partial"),
      late: t("status.delayed"),
      dropped: t("status.dropped"),
      idle: t("status.idle"),
      differs: t("scenarios.differsFromBase"),
    }),
    [t],
  );
  const lineOf = (outcome: TaskOutcome): TaskLineProps => {
    const row = rowsById.get(outcome.taskId);
    const baseTask = baseById.get(outcome.taskId);
    const planned = row?.totalWonByYear ?? {};
    const cells = listMatrixCells(outcome, scenario.years, planned);
    const baseCells = baseTask === undefined ? cells : listMatrixCells(baseTask, scenario.years, planned);
    const duty = row?.isLegallyRequired ? t("reason.legalDuty") : "";
    return {
      code: row?.code ?? "",
      title: row?.title ?? "",
      cells: cells.join(),
      baseCells: baseCells.join(),
      lateText: outcome.status === "delayed" ? t("scenarios.yearLater", { count: outcome.delayYears }) : "",
      partText: outcome.status === "partial" ? formatRatio(outcome.fundedRatio, language, 0) : "",
      status: outcome.status,
      why:
        outcome.reason === null
          ? duty || (shownStatus(outcome) === "noAmounts" ? t("status.noAmounts") : "")
          : describeReason(outcome.reason, { names, t, language }),
      words,
    };
  };
  return (
    <Panel title={t("scenarios.tasksTitle")} subtitle={t("scenarios.tasksSubtitle")}>
      {scenario.tasks.length === 0 ? (
        <p className={classes.empty}>{t("scenarios.noTasks")}</p>
      ) : (
        <LongTable
          className={`${table.table} ${classes.matrix} ${scenario.years.length > MOST_WIDE_YEARS ? classes.many : ""}`}
          label={t("scenarios.tasksTitle")}
          rowCount={scenario.tasks.length}
          columnCount={scenario.years.length + 2}
          head={
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
          }
          renderRow={(index) => {
            const outcome = scenario.tasks[index];
            return outcome === undefined ? null : (
              <TaskLine key={outcome.taskId} index={index} {...lineOf(outcome)} />
            );
          }}
        />
      )}
    </Panel>
  );
}

type CellWords = Readonly<Record<MatrixCell | "differs", string>>;

/** Plain texts, so that a line that reads as before is not painted again. */
interface TaskLineProps {
  /** Place among all lines, for those that only hear some of them. */
  readonly index?: number;
  readonly code: string;
  readonly title: string;
  /** A cell a year, joined by commas. */
  readonly cells: string;
  readonly baseCells: string;
  readonly lateText: string;
  readonly partText: string;
  readonly status: string;
  readonly why: string;
  readonly words: CellWords;
}

const TaskLine = memo(function TaskLine(props: TaskLineProps) {
  const { code, title, status, why, words } = props;
  const cells = props.cells.split(",") as MatrixCell[];
  const baseCells = props.baseCells.split(",");
  const glyphs: Readonly<Record<MatrixCell, string>> = {
    funded: "●",
    partial: `◐ ${props.partText}`,
    late: props.lateText,
    dropped: "✕",
    idle: "–",
  };
  return (
    <tr aria-rowindex={rowIndexOf(props.index)}>
      <th scope="row" title={title}>
        <span className={classes.task}>
          <span className={classes.code}>{code}</span> {title}
        </span>
      </th>
      {cells.map((cell, index) => {
        const differs = cell !== baseCells[index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one cell a year, always in the same order
          <td key={index} className={classes.year}>
            <span className={classes.chip} data-cell={cell} data-differs={differs || undefined}>
              <span aria-hidden>{glyphs[cell]}</span>
              <span className="visually-hidden">
                {words[cell]}
                {differs && `, ${words.differs}`}
              </span>
            </span>
          </td>
        );
      })}
      <td className={classes.why} data-status={status} title={why}>
        {why}
      </td>
    </tr>
  );
});
