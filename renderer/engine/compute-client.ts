import type { CompiledPlan } from "../../core/scenario/compile-plan";
import type { LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import type { ComputeJob, ComputeResult } from "./compute-protocol";
import { ComputeSlot } from "./compute-slot";
import type { WorkerLike } from "./worker-crash";

/** A job that nobody waits for any more may take this long before its worker is ended. */
const GRACE_MS = 50;

export interface ComputeClientOptions {
  /** Asked once a revision. */
  readonly readCompiledPlan: () => Promise<CompiledPlan>;
  readonly workerCount?: number;
  readonly startWorker?: () => WorkerLike;
}

export interface EvaluateRequest {
  readonly planRevision: number;
  /** Only the levers that differ from the plan; empty for the base. */
  readonly levers: LeverValues;
  /** Aborted when the caller wants something newer. */
  readonly signal?: AbortSignal;
}

interface WaitingJob {
  readonly planRevision: number;
  readonly job: ComputeJob;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: ComputeResult) => void;
  readonly reject: (error: unknown) => void;
}

const startComputeWorker = (): WorkerLike =>
  new Worker(new URL("./compute-worker.ts", import.meta.url), { type: "module", name: "compute" });

/**
 * The compute pool as the page sees it. Jobs wait their turn; one whose signal
 * is aborted while it waits is never sent, so that of a slider's many values
 * only the latest is computed. One that runs is let finish if it is quick, else
 * its worker is ended: neither HiGHS nor SQLite can be interrupted otherwise.
 */
export class ComputeClient {
  readonly #readCompiledPlan: () => Promise<CompiledPlan>;
  readonly #slots: readonly ComputeSlot[];
  #waiting: WaitingJob[] = [];
  #compiled: { readonly planRevision: number; readonly plan: Promise<CompiledPlan> } | null = null;
  #lastRequestId = 0;
  /** Slots that wait for a compiled plan before they can start. */
  readonly #reserved = new Set<ComputeSlot>();

  constructor({ readCompiledPlan, workerCount = 1, startWorker = startComputeWorker }: ComputeClientOptions) {
    this.#readCompiledPlan = readCompiledPlan;
    this.#slots = Array.from({ length: workerCount }, () => new ComputeSlot(startWorker));
  }

  /** The outcome of a scenario. Rejects with the signal's reason when aborted. */
  async evaluate({ planRevision, levers, signal }: EvaluateRequest): Promise<Outcome> {
    const result = await this.#submit(planRevision, { kind: "evaluate", levers }, signal);
    return result.outcome;
  }

  /** Another plan was opened: its revisions count anew. */
  forgetPlan(): void {
    this.#compiled = null;
  }

  dispose(): void {
    const reason = new DOMException("The compute pool was closed", "AbortError");
    for (const job of this.#waiting.splice(0)) job.reject(reason);
    for (const slot of this.#slots) slot.end(reason);
  }

  #submit(planRevision: number, job: ComputeJob, signal?: AbortSignal): Promise<ComputeResult> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const waiting: WaitingJob = { planRevision, job, signal, resolve, reject };
      signal?.addEventListener("abort", () => this.#dropWaiting(waiting), { once: true });
      this.#waiting.push(waiting);
      this.#startWaiting();
    });
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
      const compiled = await this.#compile(planRevision);
      signal?.throwIfAborted();
      this.#lastRequestId += 1;
      resolve(await slot.run(this.#lastRequestId, planRevision, compiled, job));
    } catch (error) {
      reject(error);
    } finally {
      clearTimeout(graceTimer);
      signal?.removeEventListener("abort", onAbort);
      this.#reserved.delete(slot);
    }
  }

  #compile(planRevision: number): Promise<CompiledPlan> {
    if (this.#compiled?.planRevision !== planRevision) {
      const plan = this.#readCompiledPlan();
      this.#compiled = { planRevision, plan };
      plan.catch(() => {
        if (this.#compiled?.plan === plan) this.#compiled = null;
      });
    }
    return this.#compiled.plan;
  }
}
