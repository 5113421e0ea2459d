import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { naturalRowId } from "../../../core/plan/row-id";
import { positionAfter } from "../../session/position-after";
import { flatten, type GoalNode } from "./goal-tree-data";

export type GoalKind = Row<"goal">["kind"];

/** A new goal behind those of its kind. */
export const addGoal = (
  goalId: string,
  kind: GoalKind,
  parentId: string,
  title: string,
  goals: readonly Row<"goal">[],
): Command => ({
  type: "add-rows",
  rows: [
    {
      entity: "goal",
      rowId: goalId,
      cells: { kind, parentId, title, position: positionAfter(goals.filter((goal) => goal.kind === kind)) },
    },
  ],
});

/** A goal with everything below it; links of tasks go with them. */
export const deleteGoal = (node: GoalNode): Command => ({
  type: "delete-rows",
  rows: flatten([node]).map(({ goal }) => ({ entity: "goal", rowId: goal.id })),
});

export const linkTask = (taskId: string, goalId: string): Command => ({
  type: "add-rows",
  rows: [{ entity: "taskGoal", rowId: naturalRowId(taskId, goalId), cells: {} }],
});

export const unlinkTask = (taskId: string, goalId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity: "taskGoal", rowId: naturalRowId(taskId, goalId) }],
});

/** What can stand below a goal. */
export const childKinds: Readonly<Record<GoalKind, readonly GoalKind[]>> = {
  vision: ["direction", "scheme"],
  direction: ["scheme"],
  scheme: [],
};
