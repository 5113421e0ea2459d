import type { Outcome, TaskOutcome, TaskReason, TaskStatus } from "./outcome";

/**
 * An outcome in which what became of the tasks is a few arrays: making thousands
 * of small objects, and copying them between threads, takes longer than a plan
 * takes to evaluate.
 */
export interface PackedOutcome extends Omit<Outcome, "tasks"> {
  readonly packedTasks: PackedTasks;
}

/** Tasks in the order of the plan. */
export interface PackedTasks {
  readonly taskIds: readonly string[];
  /** Index into TASK_STATUSES, one entry a task. */
  readonly status: Uint8Array;
  /** TASK_FIGURES, then the money funded in each year of the horizon: `task · (figures + years)`. */
  readonly figures: Float64Array;
  readonly reasons: ReadonlyMap<number, TaskReason>;
}

export const TASK_STATUSES: readonly TaskStatus[] = ["funded", "partial", "delayed", "dropped"];

export const TASK_FIGURES = [
  "delayYears",
  "fundedRatio",
  "plannedWon",
  "fundedWon",
  "afterHorizonWon",
] as const;

/** The outcome as it was packed. Tasks are taken out when they are first asked for: many screens never do. */
export function unpackOutcome({ packedTasks, ...rest }: PackedOutcome): Outcome {
  let tasks: readonly TaskOutcome[] | null = null;
  return {
    ...rest,
    get tasks() {
      tasks ??= unpackTasks(packedTasks, rest.years.length);
      return tasks;
    },
  };
}

function unpackTasks({ taskIds, status, figures, reasons }: PackedTasks, yearCount: number): TaskOutcome[] {
  const width = TASK_FIGURES.length + yearCount;
  const numberAt = (at: number) => figures[at] ?? Number.NaN;
  return taskIds.map((taskId, index) => {
    const at = index * width;
    return {
      taskId,
      status: TASK_STATUSES[status[index] ?? 0] ?? "funded",
      // In the order of TASK_FIGURES.
      delayYears: numberAt(at),
      fundedRatio: numberAt(at + 1),
      plannedWon: numberAt(at + 2),
      fundedWon: numberAt(at + 3),
      afterHorizonWon: numberAt(at + 4),
      reason: reasons.get(index) ?? null,
      fundedWonByYear: copyToList(figures, at + TASK_FIGURES.length, yearCount),
    };
  });
}

/** `Array.from` takes ten times as long for so few numbers, and there is one list a task. */
function copyToList(values: Float64Array, start: number, length: number): number[] {
  const list = new Array<number>(length);
  for (let index = 0; index < length; index += 1) list[index] = values[start + index] ?? 0;
  return list;
}
