import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import type { TaskOutcome } from "../../../core/scenario/outcome";
import { showInspector } from "../../session/inspector-visibility";
import { useSelection } from "../../session/selection";
import { useSessionServices } from "../../session/use-plan-session";
import type { ScreenEdits } from "../../session/use-screen-edits";
import { TextBox } from "../../ui/text-box";
import { childKinds, deleteGoal, type GoalKind } from "./goal-commands";
import { GoalTasks } from "./goal-tasks";
import classes from "./goal-tree.module.css";
import type { GoalNode } from "./goal-tree-data";

export interface GoalItemProps {
  readonly node: GoalNode;
  readonly tasks: readonly Row<"task">[];
  readonly tasksById: ReadonlyMap<string, Row<"task">>;
  readonly outcomesById: ReadonlyMap<string, TaskOutcome>;
  readonly isReadOnly: boolean;
  readonly onAdd: (kind: GoalKind, parentId: string) => void;
  readonly run: ScreenEdits["run"];
}

/** A goal, its tasks, and what stands below it. */
export function GoalItem(props: GoalItemProps) {
  const { node, isReadOnly, onAdd, run } = props;
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const [, select] = useSelection();
  const { goal, children, number } = node;
  const kind = t(`inspector.choice.${goal.kind}`);
  const label = number === 0 ? kind : `${kind} ${number}`;
  return (
    <li className={classes.item} data-kind={goal.kind}>
      <div className={classes.goal}>
        <span className={classes.mark} title={kind}>
          {number === 0 ? kind : t(`overview.mark.${goal.kind}`, { number })}
        </span>
        <TextBox
          isBare
          label={label}
          value={goal.title}
          isReadOnly={isReadOnly}
          className={classes.title}
          onFocus={() => select({ entity: "goal", rowId: goal.id, field: "title" })}
          onCommit={(title) =>
            run({ type: "set-cells", edits: [{ entity: "goal", rowId: goal.id, cells: { title } }] })
          }
        />
        {!isReadOnly && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={22} aria-label={t("overview.goalCommands", { label })}>
                <IconDots size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() => {
                  select({ entity: "goal", rowId: goal.id, field: "title" });
                  showInspector(host, true);
                }}
              >
                {t("overview.showDetails")}
              </Menu.Item>
              {childKinds[goal.kind].map((childKind) => (
                <Menu.Item key={childKind} onClick={() => onAdd(childKind, goal.id)}>
                  {t(`overview.add.${childKind}`)}
                </Menu.Item>
              ))}
              <Menu.Item
                onClick={() => void run(deleteGoal(node), t("overview.goalDeleted", { title: goal.title }))}
              >
                {t("overview.deleteGoal")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {goal.kind !== "vision" && <GoalTasks {...props} label={label} />}
      {children.length > 0 && (
        <ul className={classes.tree}>
          {children.map((child) => (
            <GoalItem key={child.goal.id} {...props} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
