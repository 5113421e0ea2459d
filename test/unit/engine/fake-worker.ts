import type { WorkerLike } from "../../../renderer/engine/worker-crash";

/** A worker whose answers a test sends by hand. */
export class FakeWorker implements WorkerLike {
  readonly received: unknown[] = [];
  isTerminated = false;
  readonly #target = new EventTarget();
  readonly #listeners = new Set<unknown>();

  get listenerCount(): number {
    return this.#listeners.size;
  }

  postMessage(message: unknown): void {
    this.received.push(structuredClone(message));
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.add(listener);
    this.#target.addEventListener(type, listener);
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    this.#listeners.delete(listener);
    this.#target.removeEventListener(type, listener);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: unknown): void {
    this.#target.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
  }

  crash(message: string): void {
    this.#target.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
}
