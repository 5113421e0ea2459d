import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import type { Outcome } from "../../../core/scenario/outcome";
import { mintId } from "../../engine/mint-id";
import { useOpenDocument } from "../../session/use-plan-session";
import type { ScreenEdits } from "../../session/use-screen-edits";
import { Panel } from "../../ui/panel";
import { addGoal, type GoalKind } from "./goal-commands";
import { GoalItem } from "./goal-item";
import classes from "./goal-tree.module.css";
import type { GoalNode } from "./goal-tree-data";

interface GoalTreeProps {
  readonly tree: readonly GoalNode[];
  readonly goals: readonly Row<"goal">[];
  readonly tasks: readonly Row<"task">[];
  /** Under the active scenario; undefined while it is computed. */
  readonly outcome: Outcome | undefined;
  readonly run: ScreenEdits["run"];
}

/** Vision, policy directions and schemes, with the tasks that serve each of them. */
export function GoalTree({ tree, goals, tasks, outcome, run }: GoalTreeProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const tasksById = useMemo(() => new Map(tasks.map((task) => [task.id, task])), [tasks]);
  const outcomesById = useMemo(() => new Map(outcome?.tasks.map((task) => [task.taskId, task])), [outcome]);
  const add = (kind: GoalKind, parentId: string) =>
    void run(addGoal(mintId(), kind, parentId, t(`overview.new.${kind}`), goals), t("overview.goalAdded"));
  return (
    <Panel title={t("overview.goalsTitle")} subtitle={t("overview.goalsSubtitle")}>
      {tree.length === 0 ? (
        <p className={classes.empty}>{t("overview.noGoals")}</p>
      ) : (
        <ul className={classes.tree}>
          {tree.map((node) => (
            <GoalItem
              key={node.goal.id}
              node={node}
              tasks={tasks}
              tasksById={tasksById}
              outcomesById={outcomesById}
              isReadOnly={isReadOnly}
              onAdd={add}
              run={run}
            />
          ))}
        </ul>
      )}
      {!isReadOnly && !tree.some(({ goal }) => goal.kind === "vision") && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => add("vision", "")}
        >
          {t("overview.add.vision")}
        </Button>
      )}
    </Panel>
  );
}
