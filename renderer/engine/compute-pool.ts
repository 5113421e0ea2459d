import type { ComputeJob, ComputeResult } from "./compute-job";
import { ComputeSlot } from "./compute-slot";
import type { PlanSnapshot } from "./plan-snapshot";
import type { WorkerLike } from "./worker-crash";

/** A job that nobody waits for any more may take this long before its worker is ended. */
const GRACE_MS = 50;

export interface ComputePoolOptions {
  readonly workerCount: number;
  readonly startWorker: () => WorkerLike;
  /** The plan of a revision, the same object for each call about it. */
  readonly snapshotOf: (planRevision: number) => Promise<PlanSnapshot>;
}

export interface SubmitOptions {
  /** Aborted when nobody wants the result any more. */
  readonly signal?: AbortSignal | undefined;
  /** Goes before all that waits. */
  readonly isUrgent?: boolean;
}

interface WaitingJob {
  readonly planRevision: number;
  readonly job: ComputeJob;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: ComputeResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Some workers and the jobs that wait for them. A job whose signal is aborted
 * while it waits is never sent. One that runs is let finish if it is quick, else
 * its worker is ended: HiGHS cannot be interrupted otherwise. Workers are started
 * when they are first needed.
 */
export class ComputePool {
  readonly #slots: readonly ComputeSlot[];
  readonly #snapshotOf: ComputePoolOptions["snapshotOf"];
  #waiting: WaitingJob[] = [];
  #lastRequestId = 0;
  /** Slots that wait for a compiled plan before they can start. */
  readonly #reserved = new Set<ComputeSlot>();

  constructor({ workerCount, startWorker, snapshotOf }: ComputePoolOptions) {
    this.#snapshotOf = snapshotOf;
    this.#slots = Array.from({ length: workerCount }, () => new ComputeSlot(startWorker));
  }

  get workerCount(): number {
    return this.#slots.length;
  }

  submit(planRevision: number, job: ComputeJob, options: SubmitOptions = {}): Promise<ComputeResult> {
    const { signal, isUrgent = false } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const waiting: WaitingJob = { planRevision, job, signal, resolve, reject };
      signal?.addEventListener("abort", () => this.#dropWaiting(waiting), { once: true });
      if (isUrgent) this.#waiting.unshift(waiting);
      else this.#waiting.push(waiting);
      this.#startWaiting();
    });
  }

  /** Ends every worker; what waits and what runs is rejected. */
  dispose(): void {
    const reason = new DOMException("The compute pool was closed", "AbortError");
    for (const job of this.#waiting.splice(0)) job.reject(reason);
    for (const slot of this.#slots) slot.end(reason);
  }

  #dropWaiting(job: WaitingJob): void {
    if (!this.#waiting.includes(job)) return;
    this.#waiting = this.#waiting.filter((other) => other !== job);
    job.reject(job.signal?.reason);
  }

  #startWaiting(): void {
    for (const slot of this.#slots) {
      if (slot.isBusy || this.#reserved.has(slot)) continue;
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#reserved.add(slot);
      void this.#run(slot, job).finally(() => this.#startWaiting());
    }
  }

  async #run(slot: ComputeSlot, { planRevision, job, signal, resolve, reject }: WaitingJob): Promise<void> {
    let graceTimer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      reject(signal?.reason);
      graceTimer = setTimeout(() => slot.end(signal?.reason), GRACE_MS);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const snapshot = await this.#snapshotOf(planRevision);
      signal?.throwIfAborted();
      this.#lastRequestId += 1;
      resolve(await slot.run(this.#lastRequestId, planRevision, snapshot, job));
    } catch (error) {
      reject(error);
    } finally {
      clearTimeout(graceTimer);
      signal?.removeEventListener("abort", onAbort);
      this.#reserved.delete(slot);
    }
  }
}
