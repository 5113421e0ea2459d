import type { ComputeJob, ComputeResult } from "./compute-job";
import { ComputeSlot } from "./compute-slot";
import type { PlanSnapshot } from "./plan-snapshot";
import type { WorkerLike } from "./worker-crash";

/** A job that nobody waits for any more may take this long before its worker is ended. */
const GRACE_MS = 50;

export interface ComputePoolOptions {
  readonly workerCount: number;
  readonly startWorker: () => WorkerLike;
}

/** A plan as it was at a revision; edits since then do not reach the jobs that are about it. */
export interface PlanAt {
  readonly revision: number;
  readonly snapshot: Promise<PlanSnapshot>;
}

export interface SubmitOptions {
  /** Aborted when nobody wants the result any more. */
  readonly signal?: AbortSignal | undefined;
  /** Goes before all that waits. */
  readonly isUrgent?: boolean;
}

interface WaitingJob {
  readonly plan: PlanAt;
  readonly job: ComputeJob;
  readonly signal: AbortSignal | undefined;
  readonly stopListening: () => void;
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
  #waiting: WaitingJob[] = [];
  #lastRequestId = 0;
  /** Slots that wait for a compiled plan before they can start. */
  readonly #reserved = new Set<ComputeSlot>();

  constructor({ workerCount, startWorker }: ComputePoolOptions) {
    this.#slots = Array.from({ length: workerCount }, () => new ComputeSlot(startWorker));
  }

  get workerCount(): number {
    return this.#slots.length;
  }

  submit(plan: PlanAt, job: ComputeJob, options: SubmitOptions = {}): Promise<ComputeResult> {
    const { signal, isUrgent = false } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const onAbort = () => this.#dropWaiting(waiting);
      const stopListening = () => signal?.removeEventListener("abort", onAbort);
      const waiting: WaitingJob = { plan, job, signal, stopListening, resolve, reject };
      signal?.addEventListener("abort", onAbort, { once: true });
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
      job.stopListening();
      this.#reserved.add(slot);
      void this.#run(slot, job).finally(() => this.#startWaiting());
    }
  }

  async #run(slot: ComputeSlot, { plan, job, signal, resolve, reject }: WaitingJob): Promise<void> {
    let graceTimer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      reject(signal?.reason);
      graceTimer = setTimeout(() => slot.end(signal?.reason), GRACE_MS);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    try {
      const snapshot = await plan.snapshot;
      signal?.throwIfAborted();
      this.#lastRequestId += 1;
      resolve(await slot.run(this.#lastRequestId, plan.revision, snapshot, job));
    } catch (error) {
      reject(error);
    } finally {
      clearTimeout(graceTimer);
      signal?.removeEventListener("abort", onAbort);
      this.#reserved.delete(slot);
    }
  }
}
