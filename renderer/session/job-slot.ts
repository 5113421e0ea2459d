import { Store } from "./store";

export type JobStatus = "idle" | "running" | "done" | "failed" | "cancelled";

export interface JobState {
  readonly status: JobStatus;
  /** What was asked for; null before the first time. */
  readonly key: string | null;
  /** How much of it is done; null where nobody can know. */
  readonly doneRatio: number | null;
  /** The last answer, which may be an earlier one's while another is computed. */
  readonly answer: JobAnswer | null;
}

export interface JobAnswer {
  readonly key: string;
  readonly value: unknown;
  /** First figures of a job that goes on. */
  readonly isPartial: boolean;
  readonly tookMs: number;
  readonly planRevision: number;
}

export interface JobReport {
  readonly onProgress: (doneRatio: number) => void;
  readonly onPartial: (value: unknown) => void;
}

export interface JobStart {
  readonly key: string;
  readonly planRevision: number;
  readonly nowMs: () => number;
  readonly run: (signal: AbortSignal, report: JobReport) => Promise<unknown>;
}

const IDLE: JobState = { status: "idle", key: null, doneRatio: null, answer: null };

/**
 * A place where one job runs at a time, and its last answer is kept. The newest
 * wins: what a job that was replaced or cancelled still says is not listened to.
 */
export class JobSlot {
  readonly state = new Store<JobState>(IDLE);
  #running: AbortController | null = null;

  start({ key, planRevision, nowMs, run }: JobStart): void {
    this.#running?.abort();
    const own = new AbortController();
    this.#running = own;
    const startMs = nowMs();
    const isNewest = () => this.#running === own;
    const update = (change: Partial<JobState>) => {
      if (isNewest()) this.state.set({ ...this.state.get(), ...change });
    };
    const answer = (value: unknown, isPartial: boolean): JobAnswer => ({
      key,
      value,
      isPartial,
      tookMs: nowMs() - startMs,
      planRevision,
    });
    update({ status: "running", key, doneRatio: null });
    run(own.signal, {
      onProgress: (doneRatio) => update({ doneRatio }),
      onPartial: (value) => update({ answer: answer(value, true) }),
    }).then(
      (value) => update({ status: "done", doneRatio: null, answer: answer(value, false) }),
      () => update({ status: own.signal.aborted ? "cancelled" : "failed", doneRatio: null }),
    );
  }

  /** Stops what runs. First figures that are there already stay. */
  cancel(): void {
    if (this.state.get().status !== "running") return;
    this.#running?.abort();
    this.state.set({ ...this.state.get(), status: "cancelled", doneRatio: null });
    this.#running = null;
  }
}
