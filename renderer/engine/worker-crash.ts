/** What the clients need of a worker; tests put their own in its place. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  terminate(): void;
}

/** A worker stopped because of a bug or for want of memory. What it was doing is lost; nothing on disk is touched. */
export class WorkerCrash extends Error {
  constructor(workerName: string, detail: string) {
    super(`${workerName} stopped: ${detail}`);
    this.name = "WorkerCrash";
  }
}

/** Calls `onCrash` when the worker fails outside of an answer. Returns the function that stops listening. */
export function watchForCrash(
  worker: WorkerLike,
  workerName: string,
  onCrash: (crash: WorkerCrash) => void,
): () => void {
  const onError = (event: Event) => {
    event.preventDefault();
    const detail = "message" in event ? String(event.message) : event.type;
    onCrash(new WorkerCrash(workerName, detail));
  };
  worker.addEventListener("error", onError);
  worker.addEventListener("messageerror", onError);
  return () => {
    worker.removeEventListener("error", onError);
    worker.removeEventListener("messageerror", onError);
  };
}
