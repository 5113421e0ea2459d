import type { Dependencies } from "./find-dependency-cycles";

/**
 * The circle that would close if a task waited for another: the task, its new
 * predecessor, and so on, each waiting for the next and the last for the first
 * (whose id is not repeated). Null where none would close. A task that waits for
 * itself is a circle of one.
 *
 * The shortest such circle; of equally short ones the first in the order of the
 * dependencies. Breadth first, O(tasks + dependencies).
 */
export function findClosedCircle(
  dependencies: Dependencies,
  taskId: string,
  predecessorId: string,
): readonly string[] | null {
  /** By whom a task was reached first: who waits for it. */
  const waiting = new Map<string, string>([[predecessorId, taskId]]);
  const reached = [predecessorId];
  for (const task of reached) {
    if (task === taskId) return traceBack(waiting, taskId);
    for (const predecessor of dependencies.get(task) ?? []) {
      if (waiting.has(predecessor)) continue;
      waiting.set(predecessor, task);
      reached.push(predecessor);
    }
  }
  return null;
}

/** From the task back to itself, along those who wait, turned round. */
function traceBack(waiting: ReadonlyMap<string, string>, taskId: string): readonly string[] {
  const circle: string[] = [];
  let task = taskId;
  do {
    task = waiting.get(task) ?? taskId;
    circle.push(task);
  } while (task !== taskId);
  return circle.reverse();
}
