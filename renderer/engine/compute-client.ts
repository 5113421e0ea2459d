import type { Result } from "../../core/result";
import type { LongAnswers, LongRefusal, LongWork, WholeAnswers, WholeWork } from "./compute-job";
import { ComputePool, type PlanAt } from "./compute-pool";
import type { PlanSnapshot } from "./plan-snapshot";
import { type LongRequest, runLongWork } from "./run-long-work";
import type { WorkerLike } from "./worker-crash";

/** More workers than this gain little: parts have to be put together in one place. */
const MOST_WORKERS = 8;

export interface ComputeClientOptions {
  /** Asked once a revision that a job is about. */
  readonly readPlanSnapshot: () => Promise<PlanSnapshot>;
  /** One core is left to the page and the open plan unless one says otherwise. */
  readonly workerCount?: number;
  readonly startWorker?: () => WorkerLike;
}

export interface WholeRequest<W extends WholeWork> {
  readonly planRevision: number;
  readonly work: W;
  readonly signal?: AbortSignal | undefined;
}

const startComputeWorker = (): WorkerLike =>
  new Worker(new URL("./compute-worker.ts", import.meta.url), { type: "module", name: "compute" });

const countWorkers = () => Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));

/**
 * The compute pool as the page sees it: workers for long jobs. Jobs never touch
 * the open plan; they get a snapshot of it. A single outcome is computed where
 * the plan is, so sliders answer while jobs run.
 */
export class ComputeClient {
  readonly #jobPlan: OncePerRevision;
  readonly #jobs: ComputePool;
  #planClosed = new AbortController();

  constructor({ readPlanSnapshot, workerCount, startWorker = startComputeWorker }: ComputeClientOptions) {
    this.#jobPlan = new OncePerRevision(readPlanSnapshot);
    this.#jobs = new ComputePool({ startWorker, workerCount: workerCount ?? countWorkers() });
  }

  /** A long computation on all workers, in parts. Rejects with the signal's reason when aborted, and when a worker stopped. */
  runLong<W extends LongWork>(request: LongRequest<W>): Promise<Result<LongAnswers[W["kind"]], LongRefusal>> {
    const signal = this.#untilPlanCloses(request.signal);
    return runLongWork(this.#jobs, this.#jobPlan.at(request.planRevision), { ...request, signal });
  }

  /** A computation of one go on one worker; rejects like `runLong`. */
  async runWhole<W extends WholeWork>({
    planRevision,
    work,
    signal,
  }: WholeRequest<W>): Promise<WholeAnswers[W["kind"]]> {
    const result = await this.#jobs.submit(
      this.#jobPlan.at(planRevision),
      { kind: "whole", work },
      {
        signal: this.#untilPlanCloses(signal),
      },
    );
    if (result.kind !== "whole") throw new Error(`compute: asked for whole, answered ${result.kind}`);
    return result.answer as WholeAnswers[W["kind"]];
  }

  /** Another plan was opened: its revisions count anew, and nobody waits for jobs about the one before. */
  forgetPlan(): void {
    this.#jobPlan.forget();
    this.#planClosed.abort(new DOMException("The plan of this job was closed", "AbortError"));
    this.#planClosed = new AbortController();
  }

  dispose(): void {
    this.#jobs.dispose();
  }

  #untilPlanCloses(signal: AbortSignal | undefined): AbortSignal {
    const closed = this.#planClosed.signal;
    return signal === undefined ? closed : AbortSignal.any([signal, closed]);
  }
}

/** The plan that jobs get, read once a revision. */
class OncePerRevision {
  readonly #read: () => Promise<PlanSnapshot>;
  #latest: PlanAt | null = null;

  constructor(read: () => Promise<PlanSnapshot>) {
    this.#read = read;
  }

  at(revision: number): PlanAt {
    if (this.#latest?.revision === revision) return this.#latest;
    const latest: PlanAt = { revision, snapshot: this.#read() };
    this.#latest = latest;
    latest.snapshot.catch(() => {
      if (this.#latest === latest) this.#latest = null;
    });
    return latest;
  }

  forget(): void {
    this.#latest = null;
  }
}
