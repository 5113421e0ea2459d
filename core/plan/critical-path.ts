/** A task as the critical path sees it. */
export interface TimedTask {
  readonly id: string;
  /** In any unit of time; not negative. */
  readonly duration: number;
  readonly predecessorIds: readonly string[];
}

export interface TimedTaskPlace {
  readonly id: string;
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** How much later it may start without moving the end. */
  readonly slack: number;
  readonly isCritical: boolean;
}

export interface CriticalPath {
  /** From the first start to the last finish. */
  readonly duration: number;
  /** In the order of the input. */
  readonly places: readonly TimedTaskPlace[];
  /** Ids of one longest chain from first to last. */
  readonly chain: readonly string[];
}

/** Slack below this is none but for rounding. */
const TOLERANCE = 1e-9;

/**
 * Earliest and latest times of tasks that wait for their predecessors, and a
 * chain that fixes the end (Kelley & Walker 1959). Null when dependencies form a
 * circle. Predecessors that are not in the list do not count. Of several
 * longest chains the one through the earlier tasks of the list. O(n + dependencies).
 */
export function findCriticalPath(tasks: readonly TimedTask[]): CriticalPath | null {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const predecessorsOf = (task: TimedTask) => task.predecessorIds.filter((id) => byId.has(id));
  const order = sortByDependency(tasks, predecessorsOf);
  if (order === null) return null;
  const earliestFinish = new Map<string, number>();
  const earliestStart = new Map<string, number>();
  for (const task of order) {
    const start = Math.max(0, ...predecessorsOf(task).map((id) => earliestFinish.get(id) ?? 0));
    earliestStart.set(task.id, start);
    earliestFinish.set(task.id, start + task.duration);
  }
  const duration = Math.max(0, ...earliestFinish.values());
  const latestFinish = new Map(tasks.map(({ id }) => [id, duration]));
  for (const task of order.toReversed()) {
    const latestStart = (latestFinish.get(task.id) ?? duration) - task.duration;
    for (const id of predecessorsOf(task))
      latestFinish.set(id, Math.min(latestFinish.get(id) ?? duration, latestStart));
  }
  const places = tasks.map(({ id, duration: ownDuration }): TimedTaskPlace => {
    const [start = 0, finish = duration] = [earliestStart.get(id), latestFinish.get(id)];
    const slack = Math.max(0, finish - ownDuration - start);
    return {
      id,
      earliestStart: start,
      earliestFinish: start + ownDuration,
      latestStart: finish - ownDuration,
      latestFinish: finish,
      slack,
      isCritical: slack <= TOLERANCE,
    };
  });
  return { duration, places, chain: followChain(tasks, places, duration, predecessorsOf) };
}

/** Predecessors before their successors; null for a circle. */
function sortByDependency(
  tasks: readonly TimedTask[],
  predecessorsOf: (task: TimedTask) => readonly string[],
): readonly TimedTask[] | null {
  const waitingFor = new Map(tasks.map((task) => [task.id, new Set(predecessorsOf(task)).size]));
  const successors = new Map<string, TimedTask[]>();
  for (const task of tasks)
    for (const id of new Set(predecessorsOf(task))) successors.set(id, [...(successors.get(id) ?? []), task]);
  const ready = tasks.filter(({ id }) => waitingFor.get(id) === 0);
  for (const task of ready)
    for (const successor of successors.get(task.id) ?? []) {
      const left = (waitingFor.get(successor.id) ?? 0) - 1;
      waitingFor.set(successor.id, left);
      if (left === 0) ready.push(successor);
    }
  return ready.length === tasks.length ? ready : null;
}

/** Backwards from a task that ends last, always to a critical predecessor that ends where it starts. */
function followChain(
  tasks: readonly TimedTask[],
  places: readonly TimedTaskPlace[],
  duration: number,
  predecessorsOf: (task: TimedTask) => readonly string[],
): readonly string[] {
  const indexOf = new Map(tasks.map(({ id }, index) => [id, index]));
  const isAt = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
  const chain: string[] = [];
  let at = places.findIndex((place) => place.isCritical && isAt(place.earliestFinish, duration));
  while (at >= 0) {
    const [task, place] = [tasks[at], places[at]];
    if (task === undefined || place === undefined) break;
    chain.unshift(task.id);
    const before = predecessorsOf(task)
      .map((id) => indexOf.get(id) ?? -1)
      .sort((a, b) => a - b);
    at = before.find((index) => isAt(places[index]?.earliestFinish ?? Number.NaN, place.earliestStart)) ?? -1;
  }
  return chain;
}
