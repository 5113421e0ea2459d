import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import { useOpenDocument } from "../../session/use-plan-session";
import type { ScreenEdits } from "../../session/use-screen-edits";
import { Panel } from "../../ui/panel";
import { countCoverage } from "./coverage";
import classes from "./coverage-matrix.module.css";
import { linkTask, unlinkTask } from "./goal-commands";
import { type GoalNode, listServedGoals } from "./goal-tree-data";

/** With more tasks than these, areas start closed. */
const MAX_OPEN_TASKS = 40;

interface CoverageMatrixProps {
  readonly tree: readonly GoalNode[];
  readonly tasks: readonly Row<"task">[];
  readonly areas: readonly Row<"area">[];
  readonly run: ScreenEdits["run"];
}

/** Which task serves which direction or scheme; a press links or unlinks. */
export function CoverageMatrix({ tree, tasks, areas, run }: CoverageMatrixProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const goals = useMemo(() => listServedGoals(tree), [tree]);
  const coverage = useMemo(() => countCoverage(goals, tasks, areas), [goals, tasks, areas]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (areaId: string) => tasks.length <= MAX_OPEN_TASKS !== toggled.has(areaId);
  if (goals.length === 0 || tasks.length === 0) return null;
  const markOf = ({ goal, number }: GoalNode) => t(`overview.mark.${goal.kind}`, { number });
  return (
    <Panel
      title={t("overview.coverageTitle")}
      subtitle={t(isReadOnly ? "overview.coverageSubtitleRead" : "overview.coverageSubtitle")}
    >
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("scenarios.task")}</th>
              {goals.map((node) => (
                <th key={node.goal.id} scope="col" title={node.goal.title}>
                  {markOf(node)}
                  <span className={classes.goalTitle}>{node.goal.title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.groups.map((group) => (
              <Fragment key={group.areaId}>
                <tr className={classes.area}>
                  <th scope="rowgroup">
                    <UnstyledButton
                      aria-expanded={isOpen(group.areaId)}
                      title={group.title ?? undefined}
                      onClick={() => setToggled((current) => toggle(current, group.areaId))}
                    >
                      {isOpen(group.areaId) ? (
                        <IconChevronDown size={13} aria-hidden />
                      ) : (
                        <IconChevronRight size={13} aria-hidden />
                      )}{" "}
                      <span className={classes.areaTitle}>{group.title ?? t("tasks.withoutArea")}</span>
                    </UnstyledButton>
                  </th>
                  {group.counts.map((count, index) => (
                    <td key={goals[index]?.goal.id}>{count === 0 ? "–" : count}</td>
                  ))}
                </tr>
                {isOpen(group.areaId) &&
                  group.tasks.map((task) => (
                    <TaskLine
                      key={task.id}
                      task={task}
                      goals={goals}
                      nameOf={(node) => `${markOf(node)} ${node.goal.title}`}
                      servesNothing={coverage.withoutGoal.has(task.id)}
                      isReadOnly={isReadOnly}
                      run={run}
                    />
                  ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("overview.tasksServing")}</th>
              {coverage.totals.map((total, index) => (
                <td
                  key={goals[index]?.goal.id}
                  data-empty={(total === 0 && goals[index]?.goal.kind === "direction") || undefined}
                >
                  {total === 0 && goals[index]?.goal.kind === "direction" ? "▲ 0" : total}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {coverage.withoutGoal.size > 0 && (
        <p className={classes.note}>▲ {t("overview.withoutGoal", { count: coverage.withoutGoal.size })}</p>
      )}
    </Panel>
  );
}

interface TaskLineProps {
  readonly task: Row<"task">;
  readonly goals: readonly GoalNode[];
  readonly nameOf: (node: GoalNode) => string;
  readonly servesNothing: boolean;
  readonly isReadOnly: boolean;
  readonly run: ScreenEdits["run"];
}

function TaskLine({ task, goals, nameOf, servesNothing, isReadOnly, run }: TaskLineProps) {
  const { t } = useTranslation();
  const name = `${task.code} ${task.title}`.trim();
  return (
    <tr>
      <th scope="row" title={name} data-empty={servesNothing || undefined}>
        <span className={classes.code}>{task.code}</span> {task.title}
      </th>
      {goals.map((node) => {
        const isLinked = node.taskIds.includes(task.id);
        return (
          <td key={node.goal.id}>
            <button
              type="button"
              className={classes.cell}
              aria-pressed={isLinked}
              aria-disabled={isReadOnly}
              aria-label={t("overview.serves", { task: name, goal: nameOf(node) })}
              onClick={() => {
                if (isReadOnly) return;
                void run(isLinked ? unlinkTask(task.id, node.goal.id) : linkTask(task.id, node.goal.id));
              }}
            >
              {isLinked ? "●" : "·"}
            </button>
          </td>
        );
      })}
    </tr>
  );
}

function toggle(current: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(current);
  if (!next.delete(id)) next.add(id);
  return next;
}
