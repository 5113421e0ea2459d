import { findDependencyCycles } from "./find-dependency-cycles";

/** What a delay of a task does to the plan. */
export interface TaskSlack {
  readonly taskId: string;
  /** By how many years it may start later before the plan ends later. */
  readonly slackYears: number;
  readonly isCritical: boolean;
  /** Tasks that start later with it, in the order of the plan. */
  readonly movedIds: readonly string[];
}

export interface PlanCriticalPath {
  /** The last year in which a task of the plan runs. */
  readonly endYear: number;
  /** In the order of the plan; tasks that start after the plan's last year are left out. */
  readonly tasks: readonly TaskSlack[];
  /** The longest row of critical tasks of which each waits for the one before; of several the first by the order of the plan. */
  readonly chain: readonly string[];
}

interface YearsOfTask {
  readonly id: string;
  readonly startYear: number;
  readonly endYear: number;
}

interface Dependency {
  readonly taskId: string;
  readonly predecessorId: string;
}

/**
 * Which tasks delay the plan when they start late, and how much slack the others
 * have. As in the funding order (decision 0002), the distance between a task and
 * what waits for it stays as planned: a delay is passed on in full. So a task's
 * slack is what lies between the plan's end and the latest end among it and all
 * that waits for it. Dependencies that form a circle do not count. Null without
 * tasks. O(tasks · (tasks + dependencies)).
 */
export function findPlanCriticalPath(
  tasks: readonly YearsOfTask[],
  dependencies: readonly Dependency[],
  lastYear: number,
): PlanCriticalPath | null {
  const inPlan = tasks.filter(({ startYear }) => startYear <= lastYear);
  if (inPlan.length === 0) return null;
  const successors = listSuccessors(inPlan, dependencies);
  const endYear = Math.max(...inPlan.map((task) => task.endYear));
  const endOf = new Map(inPlan.map((task) => [task.id, task.endYear]));
  const slacks = inPlan.map(({ id }): TaskSlack => {
    const moved = reach(id, successors);
    const latestEnd = Math.max(...[...moved].map((one) => endOf.get(one) ?? 0));
    return {
      taskId: id,
      slackYears: endYear - latestEnd,
      isCritical: latestEnd === endYear,
      movedIds: inPlan.flatMap((task) => (task.id !== id && moved.has(task.id) ? [task.id] : [])),
    };
  });
  const critical = new Set(slacks.flatMap(({ taskId, isCritical }) => (isCritical ? [taskId] : [])));
  return { endYear, tasks: slacks, chain: findLongestChain(inPlan, critical, successors) };
}

type Successors = ReadonlyMap<string, readonly string[]>;

/** What waits for each task, in the order of the plan. */
function listSuccessors(tasks: readonly YearsOfTask[], dependencies: readonly Dependency[]): Successors {
  const order = new Map(tasks.map(({ id }, index) => [id, index]));
  const known = dependencies.filter(
    ({ taskId, predecessorId }) => order.has(taskId) && order.has(predecessorId),
  );
  const predecessors = new Map<string, string[]>();
  for (const { taskId, predecessorId } of known)
    predecessors.set(taskId, [...(predecessors.get(taskId) ?? []), predecessorId]);
  const circleOf = new Map<string, number>();
  for (const [index, circle] of findDependencyCycles(predecessors).entries())
    for (const id of circle) circleOf.set(id, index);
  const successors = new Map<string, string[]>();
  for (const { taskId, predecessorId } of known) {
    const circle = circleOf.get(taskId);
    if (circle !== undefined && circle === circleOf.get(predecessorId)) continue;
    successors.set(predecessorId, [...(successors.get(predecessorId) ?? []), taskId]);
  }
  for (const list of successors.values()) list.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return successors;
}

/** A task and everything that waits for it. */
function reach(id: string, successors: Successors): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found) for (const next of successors.get(at) ?? []) found.add(next);
  return found;
}

function findLongestChain(
  tasks: readonly YearsOfTask[],
  critical: ReadonlySet<string>,
  successors: Successors,
): readonly string[] {
  const chains = new Map<string, readonly string[]>();
  // Without circles every task is left once all that waits for it is known: a stack instead of recursion.
  const visit = (root: string) => {
    const stack = [root];
    while (stack.length > 0) {
      const id = stack.at(-1) ?? "";
      const next = (successors.get(id) ?? []).filter((one) => critical.has(one));
      const open = next.filter((one) => !chains.has(one));
      if (open.length > 0) {
        stack.push(...open);
        continue;
      }
      stack.pop();
      const longest = next.reduce<readonly string[]>((best, one) => {
        const chain = chains.get(one) ?? [];
        return chain.length > best.length ? chain : best;
      }, []);
      chains.set(id, [id, ...longest]);
    }
  };
  for (const { id } of tasks) if (critical.has(id) && !chains.has(id)) visit(id);
  return tasks.reduce<readonly string[]>((best, { id }) => {
    const chain = chains.get(id) ?? [];
    return chain.length > best.length ? chain : best;
  }, []);
}
