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

/** Tasks that were taken out of an outcome before. */
export interface UnpackedTasks {
  readonly packedTasks: PackedTasks;
  readonly tasks: readonly TaskOutcome[];
}

/**
 * The outcome as it was packed. Tasks are taken out when they are first asked for:
 * many screens never do. Those of which `before` says the same are the same
 * objects; `note` is told what was taken out.
 */
export function unpackOutcome(
  { packedTasks, ...rest }: PackedOutcome,
  before: UnpackedTasks | null = null,
  note: (unpacked: UnpackedTasks) => void = () => {},
): Outcome {
  let tasks: readonly TaskOutcome[] | null = null;
  return {
    ...rest,
    get tasks() {
      if (tasks === null) {
        tasks = unpackTasks(packedTasks, rest.years.length, before);
        note({ packedTasks, tasks });
      }
      return tasks;
    },
  };
}

function unpackTasks(
  packedTasks: PackedTasks,
  yearCount: number,
  before: UnpackedTasks | null,
): readonly TaskOutcome[] {
  const { taskIds, status, figures, reasons } = packedTasks;
  const known =
    before?.packedTasks.taskIds === taskIds && before.packedTasks.figures.length === figures.length
      ? before
      : null;
  const width = TASK_FIGURES.length + yearCount;
  const numberAt = (at: number) => figures[at] ?? Number.NaN;
  return taskIds.map((taskId, index) => {
    const at = index * width;
    const same = known === null ? undefined : findSame(known, packedTasks, index, width);
    if (same !== undefined) return same;
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

/** The task as it was taken out before, if it says the same now. */
function findSame(
  { packedTasks: before, tasks }: UnpackedTasks,
  now: PackedTasks,
  index: number,
  width: number,
): TaskOutcome | undefined {
  if (before.status[index] !== now.status[index]) return undefined;
  const end = (index + 1) * width;
  for (let at = index * width; at < end; at += 1)
    if (!Object.is(before.figures[at], now.figures[at])) return undefined;
  const [reason, reasonNow] = [before.reasons.get(index), now.reasons.get(index)];
  const isSameReason = reason === reasonNow || JSON.stringify(reason) === JSON.stringify(reasonNow);
  return isSameReason ? tasks[index] : undefined;
}

/** `Array.from` takes ten times as long for so few numbers, and there is one list a task. */
function copyToList(values: Float64Array, start: number, length: number): number[] {
  const list = new Array<number>(length);
  for (let index = 0; index < length; index += 1) list[index] = values[start + index] ?? 0;
  return list;
}
