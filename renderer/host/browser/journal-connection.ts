import { type Remote, wrap } from "comlink";
import { err } from "../../../core/result";
import type { HostResult, Nothing } from "../host";
import type { JournalWriter } from "./journal-writer";

export type JournalCall = (writer: Remote<JournalWriter>) => Promise<HostResult<Nothing>>;

/** A worker that writes journals, until it stops: by an error, or because it could not be started. */
export class JournalConnection {
  readonly #writer: Remote<JournalWriter>;
  readonly #stopped: Promise<HostResult<never>>;
  #hasStopped = false;

  constructor(worker: Worker) {
    this.#writer = wrap<JournalWriter>(worker);
    this.#stopped = new Promise((resolve) => {
      const stop = (event: Event) => {
        this.#hasStopped = true;
        // One that still runs would keep its files to itself.
        worker.terminate();
        const detail = "message" in event ? String(event.message) : event.type;
        resolve(err({ type: "failed", detail: `the journal's worker stopped: ${detail}` }));
      };
      worker.addEventListener("error", stop);
      worker.addEventListener("messageerror", stop);
    });
  }

  get hasStopped(): boolean {
    return this.#hasStopped;
  }

  /** Calls for ever open when their worker has died would hold up every later edit. */
  ask(call: JournalCall): Promise<HostResult<Nothing>> {
    return Promise.race([call(this.#writer), this.#stopped]);
  }
}
