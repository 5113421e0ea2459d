import type { WorkerLike } from "./worker-crash";

type Listener = (event: Event) => void;

/**
 * A worker that starts with the first message to it, or when it is told to: what
 * it fetches and compiles would else hold up the first thing on the screen.
 */
export class LateWorker implements WorkerLike {
  readonly #startWorker: () => WorkerLike;
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];
  #worker: WorkerLike | null = null;
  #isEnded = false;

  constructor(startWorker: () => WorkerLike) {
    this.#startWorker = startWorker;
  }

  /** Starts the worker unless it runs already, or has been ended. */
  warmUp(): void {
    if (this.#worker !== null || this.#isEnded) return;
    this.#worker = this.#startWorker();
    for (const { type, listener } of this.#listeners.splice(0)) this.#worker.addEventListener(type, listener);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.warmUp();
    this.#worker?.postMessage(message, transfer);
  }

  addEventListener(type: string, listener: Listener): void {
    if (this.#worker === null) this.#listeners.push({ type, listener });
    else this.#worker.addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: Listener): void {
    const index = this.#listeners.findIndex((known) => known.type === type && known.listener === listener);
    if (index >= 0) this.#listeners.splice(index, 1);
    this.#worker?.removeEventListener(type, listener);
  }

  terminate(): void {
    this.#isEnded = true;
    this.#worker?.terminate();
    this.#worker = null;
  }
}
