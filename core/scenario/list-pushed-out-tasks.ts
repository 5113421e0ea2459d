import type { Outcome, TaskOutcome } from "./outcome";

/** A task that fares worse than before. */
export interface PushedOutTask {
  readonly before: TaskOutcome;
  readonly after: TaskOutcome;
}

/** Parts of a task's money closer than this are equal but for rounding to whole won. */
const RATIO_TOLERANCE = 1e-9;

/**
 * The tasks that a change pushes out: those that start later, get a smaller part
 * of their money within the horizon, or are dropped, in the order of the plan.
 * Both outcomes are of the same plan; a task that only one of them knows is
 * passed over.
 */
export function listPushedOutTasks(before: Outcome, after: Outcome): readonly PushedOutTask[] {
  const beforeById = new Map(before.tasks.map((task) => [task.taskId, task]));
  return after.tasks.flatMap((task) => {
    const earlier = beforeById.get(task.taskId);
    if (earlier === undefined || earlier.status === "dropped") return [];
    const isWorse =
      task.status === "dropped" ||
      task.delayYears > earlier.delayYears ||
      task.fundedRatio < earlier.fundedRatio - RATIO_TOLERANCE;
    return isWorse ? [{ before: earlier, after: task }] : [];
  });
}
