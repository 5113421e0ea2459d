import type { PackedOutcome, PackedTasks } from "../../core/scenario/packed-outcome";

/** A packed outcome between two threads: its arrays are handed over instead of copied. */
export interface SentOutcome extends Omit<PackedOutcome, "packedTasks"> {
  /** Without ids where they are those of the outcome sent before. */
  readonly packedTasks: Omit<PackedTasks, "taskIds"> & { readonly taskIds: readonly string[] | null };
}

/** One end. A list of ids is known by identity. */
export class OutcomeSender {
  #taskIds: readonly string[] | null = null;

  next(outcome: PackedOutcome): SentOutcome {
    const { taskIds } = outcome.packedTasks;
    const isKnown = taskIds === this.#taskIds;
    this.#taskIds = taskIds;
    return { ...outcome, packedTasks: { ...outcome.packedTasks, taskIds: isKnown ? null : taskIds } };
  }
}

/** The other end. Outcomes must come in the order in which they were sent. */
export class OutcomeReceiver {
  #taskIds: readonly string[] = [];

  take({ packedTasks, ...rest }: SentOutcome): PackedOutcome {
    this.#taskIds = packedTasks.taskIds ?? this.#taskIds;
    return { ...rest, packedTasks: { ...packedTasks, taskIds: this.#taskIds } };
  }
}

/** What may be handed over. */
export const buffersOfOutcome = ({ packedTasks }: SentOutcome): readonly ArrayBufferLike[] => [
  packedTasks.status.buffer,
  packedTasks.figures.buffer,
];
