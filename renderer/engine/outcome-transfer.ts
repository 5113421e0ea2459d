import type { Outcome, TaskOutcome, TaskReason, TaskStatus } from "../../core/scenario/outcome";

/**
 * An outcome between two threads. Thousands of small objects take longer to
 * copy than a plan takes to evaluate, so what became of the tasks travels as a
 * few arrays, which are handed over instead of copied.
 */
export interface PackedOutcome extends Omit<Outcome, "tasks"> {
  readonly packedTasks: PackedTasks;
}

interface PackedTasks {
  readonly taskIds: readonly string[];
  /** Index into STATUSES, one entry a task. */
  readonly status: Uint8Array;
  /** FIGURES, then the money funded in each year of the horizon; `task · (figures + years)`. */
  readonly figures: Float64Array;
  readonly reasons: ReadonlyMap<number, TaskReason>;
}

const STATUSES: readonly TaskStatus[] = ["funded", "partial", "delayed", "dropped"];
const FIGURES = ["delayYears", "fundedRatio", "plannedWon", "fundedWon", "afterHorizonWon"] as const;

/** Makes an outcome ready for the way. */
export function packOutcome({ tasks, ...rest }: Outcome): PackedOutcome {
  const width = FIGURES.length + rest.years.length;
  const figures = new Float64Array(tasks.length * width);
  const reasons = new Map<number, TaskReason>();
  tasks.forEach((task, index) => {
    const at = index * width;
    FIGURES.forEach((name, offset) => {
      figures[at + offset] = task[name];
    });
    figures.set(task.fundedWonByYear, at + FIGURES.length);
    if (task.reason !== null) reasons.set(index, task.reason);
  });
  const status = Uint8Array.from(tasks, (task) => STATUSES.indexOf(task.status));
  return { ...rest, packedTasks: { taskIds: tasks.map(({ taskId }) => taskId), status, figures, reasons } };
}

/** What may be handed over instead of copied. */
export const buffersOfOutcome = ({ packedTasks }: PackedOutcome): readonly ArrayBufferLike[] => [
  packedTasks.status.buffer,
  packedTasks.figures.buffer,
];

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
  const width = FIGURES.length + yearCount;
  return taskIds.map((taskId, index) => {
    const at = index * width;
    const read = (name: (typeof FIGURES)[number]) => figures[at + FIGURES.indexOf(name)] ?? Number.NaN;
    return {
      taskId,
      status: STATUSES[status[index] ?? 0] ?? "funded",
      delayYears: read("delayYears"),
      fundedRatio: read("fundedRatio"),
      plannedWon: read("plannedWon"),
      fundedWon: read("fundedWon"),
      afterHorizonWon: read("afterHorizonWon"),
      reason: reasons.get(index) ?? null,
      fundedWonByYear: Array.from(figures.subarray(at + FIGURES.length, at + width)),
    };
  });
}
