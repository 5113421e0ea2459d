import type { Result } from "../../core/result";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import type { LongAnswers, LongRefusal, LongWork, WholeAnswers, WholeWork } from "./compute-job";
import { ComputePool, type PlanAt } from "./compute-pool";
import { unpackOutcome } from "./outcome-transfer";
import type { PlanSnapshot } from "./plan-snapshot";
import { type LongRequest, runLongWork } from "./run-long-work";
import type { WorkerLike } from "./worker-crash";

/** More workers than this gain little: parts have to be put together in one place. */
const MOST_WORKERS = 8;

export interface ComputeClientOptions {
  /** Asked once a revision, for outcomes. */
  readonly readCompiledPlan: () => Promise<CompiledPlan>;
  /** Asked once a revision that a long job is about: what only those need takes longer than an outcome. */
  readonly readPlanSnapshot: () => Promise<PlanSnapshot>;
  /** Workers for long jobs; one core is left to page, plan and sliders unless one says otherwise. */
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

export interface WholeRequest<W extends WholeWork> {
  readonly planRevision: number;
  readonly work: W;
  readonly signal?: AbortSignal | undefined;
}

/** Outcomes are of what is likely. */
const NO_LINES: PlanSnapshot["lines"] = {
  at: new Int32Array(0),
  lowWon: new Float64Array(0),
  likelyWon: new Float64Array(0),
  highWon: new Float64Array(0),
};

const startComputeWorker = (): WorkerLike =>
  new Worker(new URL("./compute-worker.ts", import.meta.url), { type: "module", name: "compute" });

const countWorkers = () => Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));

/**
 * The compute pool as the page sees it: one worker for the outcomes that every
 * screen shows, of which only the latest that a slider asks for is computed, and
 * some for long jobs, so that sliders answer while those run. Jobs never touch
 * the open plan; they get a snapshot of it.
 */
export class ComputeClient {
  readonly #outcomePlan: OncePerRevision;
  readonly #jobPlan: OncePerRevision;
  readonly #outcomes: ComputePool;
  readonly #jobs: ComputePool;
  #planClosed = new AbortController();

  constructor({
    readCompiledPlan,
    readPlanSnapshot,
    workerCount,
    startWorker = startComputeWorker,
  }: ComputeClientOptions) {
    this.#outcomePlan = new OncePerRevision(async () => ({
      compiled: await readCompiledPlan(),
      lines: NO_LINES,
    }));
    this.#jobPlan = new OncePerRevision(readPlanSnapshot);
    this.#outcomes = new ComputePool({ startWorker, workerCount: 1 });
    this.#jobs = new ComputePool({ startWorker, workerCount: workerCount ?? countWorkers() });
  }

  /** The outcome of a scenario. Rejects with the signal's reason when aborted. */
  async evaluate({ planRevision, levers, signal }: EvaluateRequest): Promise<Outcome> {
    const result = await this.#outcomes.submit(
      this.#outcomePlan.at(planRevision),
      { kind: "evaluate", levers },
      { signal },
    );
    if (result.kind !== "evaluate") throw new Error(`compute: asked for evaluate, answered ${result.kind}`);
    return unpackOutcome(result.outcome);
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
    this.#outcomePlan.forget();
    this.#jobPlan.forget();
    this.#planClosed.abort(new DOMException("The plan of this job was closed", "AbortError"));
    this.#planClosed = new AbortController();
  }

  dispose(): void {
    this.#outcomes.dispose();
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
