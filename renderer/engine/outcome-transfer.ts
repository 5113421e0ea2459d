import type { Outcome } from "../../core/scenario/outcome";
import {
  type PackedOutcome,
  type PackedTasks,
  type UnpackedTasks,
  unpackOutcome,
} from "../../core/scenario/packed-outcome";

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

/** Of so many scenarios the tasks are remembered: more are hardly on one screen. */
const MOST_REMEMBERED = 8;

/**
 * The other end. Outcomes must come in the order in which they were sent. Tasks
 * of which an outcome under the same levers (else the latest) said the same
 * before are the same objects, so that nothing is drawn anew for them.
 */
export class OutcomeReceiver {
  #taskIds: readonly string[] = [];
  readonly #byLevers = new Map<string, UnpackedTasks>();

  take({ packedTasks, ...rest }: SentOutcome): Outcome {
    this.#taskIds = packedTasks.taskIds ?? this.#taskIds;
    const packed = { ...rest, packedTasks: { ...packedTasks, taskIds: this.#taskIds } };
    const levers = JSON.stringify(rest.levers);
    const before = this.#byLevers.get(levers) ?? [...this.#byLevers.values()].at(-1) ?? null;
    return unpackOutcome(packed, before, (unpacked) => this.#remember(levers, unpacked));
  }

  #remember(levers: string, unpacked: UnpackedTasks): void {
    this.#byLevers.delete(levers);
    this.#byLevers.set(levers, unpacked);
    const [oldest] = this.#byLevers.keys();
    if (this.#byLevers.size > MOST_REMEMBERED && oldest !== undefined) this.#byLevers.delete(oldest);
  }
}

/** What may be handed over. */
export const buffersOfOutcome = ({ packedTasks }: SentOutcome): readonly ArrayBufferLike[] => [
  packedTasks.status.buffer,
  packedTasks.figures.buffer,
];
