import type { Row } from "../../../core/plan/entities";

type Goal = Row<"goal">;

/** A goal with its place in the tree. */
export interface GoalNode {
  readonly goal: Goal;
  readonly children: readonly GoalNode[];
  /** Directions and schemes are counted from 1, each kind for itself; 0 for a vision. */
  readonly number: number;
  /** Tasks that serve it, in the order of the plan. */
  readonly taskIds: readonly string[];
}

const kinds = ["vision", "direction", "scheme"] as const;

/**
 * The goals as a tree: visions first, below each parent its directions, then
 * its schemes, each in their order. A goal whose parent is gone, or that stands
 * in a circle of parents, is a root.
 */
export function buildGoalTree(
  goals: readonly Goal[],
  links: readonly Row<"taskGoal">[],
  taskOrder: ReadonlyMap<string, number>,
): readonly GoalNode[] {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const numbers = numberGoals(goals);
  const taskIdsByGoal = new Map<string, string[]>();
  for (const { taskId, goalId } of links)
    if (taskOrder.has(taskId)) taskIdsByGoal.set(goalId, [...(taskIdsByGoal.get(goalId) ?? []), taskId]);
  const parentOf = (goal: Goal) => (reachesRoot(goal, byId) ? goal.parentId : "");
  const nodesBelow = (parentId: string): GoalNode[] =>
    sortGoals(goals.filter((goal) => (byId.has(parentOf(goal)) ? parentOf(goal) : "") === parentId)).map(
      (goal) => ({
        goal,
        children: nodesBelow(goal.id),
        number: numbers.get(goal.id) ?? 0,
        taskIds: (taskIdsByGoal.get(goal.id) ?? []).sort(
          (a, b) => (taskOrder.get(a) ?? 0) - (taskOrder.get(b) ?? 0),
        ),
      }),
    );
  return nodesBelow("");
}

/** Directions and schemes in the order in which matrices show them. */
export const listServedGoals = (tree: readonly GoalNode[]): readonly GoalNode[] => {
  const all = flatten(tree);
  return [
    ...all.filter(({ goal }) => goal.kind === "direction"),
    ...all.filter(({ goal }) => goal.kind === "scheme"),
  ];
};

export const flatten = (tree: readonly GoalNode[]): readonly GoalNode[] =>
  tree.flatMap((node) => [node, ...flatten(node.children)]);

const sortGoals = (goals: readonly Goal[]): readonly Goal[] =>
  [...goals].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      (a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : 1),
  );

function numberGoals(goals: readonly Goal[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const kind of ["direction", "scheme"] as const)
    for (const [index, goal] of sortGoals(goals.filter((candidate) => candidate.kind === kind)).entries())
      numbers.set(goal.id, index + 1);
  return numbers;
}

function reachesRoot(goal: Goal, byId: ReadonlyMap<string, Goal>): boolean {
  const seen = new Set([goal.id]);
  for (let parent = byId.get(goal.parentId); parent !== undefined; parent = byId.get(parent.parentId)) {
    if (seen.has(parent.id)) return false;
    seen.add(parent.id);
  }
  return true;
}
