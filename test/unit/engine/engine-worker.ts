import { ComputeEngine } from "../../../renderer/engine/compute-engine";
import { ComputeRequest, type ComputeResponse } from "../../../renderer/engine/compute-protocol";
import { FakeWorker } from "./fake-worker";

/**
 * A worker with the real engine behind it, which answers a moment later as a
 * worker does. `holdsBack` keeps answers that a test wants to wait for.
 */
export class EngineWorker extends FakeWorker {
  readonly #engine = new ComputeEngine({
    respond: (response) => this.#send(response),
    loadSolver: () => Promise.reject(new Error("no solver here")),
  });
  readonly #holdsBack: (request: ComputeRequest) => boolean;

  constructor(holdsBack: (request: ComputeRequest) => boolean = () => false) {
    super();
    this.#holdsBack = holdsBack;
  }

  override postMessage(message: unknown): void {
    super.postMessage(message);
    const request = ComputeRequest.parse(structuredClone(message));
    if (!this.#holdsBack(request)) setTimeout(() => void this.#engine.handle(request), 0);
  }

  #send(response: ComputeResponse): void {
    if (!this.isTerminated) this.answer(response);
  }
}

/** Kinds of jobs that a worker was sent, in their order. */
export const jobKinds = (worker: FakeWorker): readonly string[] =>
  worker.received.map((message) => {
    const request = ComputeRequest.parse(message);
    return request.type === "run" ? request.job.kind : request.type;
  });
