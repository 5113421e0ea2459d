import type { Endpoint } from "comlink";

/** A worker whose code runs in this process, until it is ended or a test lets it crash. */
export class InProcessWorker {
  isTerminated = false;
  readonly #page = new EventTarget();
  readonly #inside = new EventTarget();
  readonly #onEnd: () => void;
  #isHoldingBack = false;

  /** @param run what the worker's script does with its end @param onEnd what its end lets go of */
  constructor(run: (endpoint: Endpoint) => void, onEnd: () => void) {
    this.#onEnd = onEnd;
    run({
      postMessage: (message) => this.#deliver(this.#page, message),
      addEventListener: this.#inside.addEventListener.bind(this.#inside),
      removeEventListener: this.#inside.removeEventListener.bind(this.#inside),
    } as Endpoint);
  }

  /** What the page has of it. */
  get handle(): Worker {
    return {
      postMessage: (message: unknown) => {
        if (!this.#isHoldingBack) this.#deliver(this.#inside, message);
      },
      addEventListener: this.#page.addEventListener.bind(this.#page),
      removeEventListener: this.#page.removeEventListener.bind(this.#page),
      terminate: () => this.#end(),
    } as unknown as Worker;
  }

  /** From here on nothing that it is asked arrives. */
  holdBack(): void {
    this.#isHoldingBack = true;
  }

  crash(message: string): void {
    this.#page.dispatchEvent(Object.assign(new Event("error"), { message }));
  }

  #deliver(target: EventTarget, message: unknown): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      if (!this.isTerminated) target.dispatchEvent(new MessageEvent("message", { data }));
    });
  }

  #end(): void {
    if (this.isTerminated) return;
    this.isTerminated = true;
    this.#onEnd();
  }
}
