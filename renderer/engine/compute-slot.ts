import type { ComputeJob, ComputeResult } from "./compute-job";
import type { ComputeRequest } from "./compute-protocol";
import { ComputeResponse } from "./compute-protocol";
import type { PlanSnapshot } from "./plan-snapshot";
import type { WorkerLike } from "./worker-crash";
import { WorkerCrash, watchForCrash } from "./worker-crash";

interface RunningJob {
  readonly requestId: number;
  readonly onProgress: ((doneRatio: number) => void) | undefined;
  readonly resolve: (result: ComputeResult) => void;
  readonly reject: (error: unknown) => void;
}

/** One place of the compute pool: a worker that runs one job at a time and is started anew after it was ended. */
export class ComputeSlot {
  readonly #startWorker: () => WorkerLike;
  #worker: WorkerLike | null = null;
  #stopWatching: () => void = () => {};
  #loaded: PlanSnapshot | null = null;
  #running: RunningJob | null = null;

  constructor(startWorker: () => WorkerLike) {
    this.#startWorker = startWorker;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Runs a job on a plan, which is sent only where this worker does not hold it yet. */
  run(
    requestId: number,
    planRevision: number,
    snapshot: PlanSnapshot,
    job: ComputeJob,
    onProgress?: (doneRatio: number) => void,
  ): Promise<ComputeResult> {
    if (this.#running !== null) throw new Error("ComputeSlot.run: a job is running already");
    return new Promise((resolve, reject) => {
      this.#running = { requestId, onProgress, resolve, reject };
      try {
        const worker = this.#worker ?? this.#start();
        const send = (request: ComputeRequest) => worker.postMessage(request);
        // Compared by identity: revisions of another plan count from 1 as well.
        if (this.#loaded !== snapshot) send({ type: "load-plan", planRevision, snapshot });
        this.#loaded = snapshot;
        send({ type: "run", requestId, planRevision, job });
      } catch (error) {
        this.end(error);
      }
    });
  }

  /** Ends the worker and with it the job that it runs, which is rejected with `reason`. */
  end(reason: unknown): void {
    this.#stopWatching();
    this.#worker?.terminate();
    this.#worker = null;
    this.#loaded = null;
    const running = this.#running;
    this.#running = null;
    running?.reject(reason);
  }

  #start(): WorkerLike {
    const worker = this.#startWorker();
    worker.addEventListener("message", (event) => {
      if (worker === this.#worker) this.#receive((event as MessageEvent<unknown>).data);
    });
    this.#stopWatching = watchForCrash(worker, "A compute worker", (crash) => this.end(crash));
    this.#worker = worker;
    return worker;
  }

  #receive(message: unknown): void {
    const parsed = ComputeResponse.safeParse(message);
    if (!parsed.success) {
      this.end(new WorkerCrash("A compute worker", "unreadable answer"));
      return;
    }
    const response = parsed.data;
    const running = this.#running;
    if (running === null || response.requestId !== running.requestId) return;
    if (response.type === "progress") {
      running.onProgress?.(response.doneRatio);
      return;
    }
    this.#running = null;
    if (response.type === "done") running.resolve(response.result);
    else running.reject(new Error(`compute: ${JSON.stringify(response.error)}`));
  }
}
