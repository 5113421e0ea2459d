import type { OpenError } from "../../core/planfile/open-error";
import type { UntrustedPlan } from "../../core/planfile/open-plan-file";
import type { Result } from "../../core/result";
import { err } from "../../core/result";
import type { WorkerLike } from "./worker-crash";
import { watchForCrash } from "./worker-crash";

/** How long an untrusted file may keep the gate busy. */
export const GATE_LIMIT_MS = 20_000;

export type GateError =
  | OpenError
  /** The worker stopped, most likely for want of memory. */
  | { readonly type: "gate-crashed"; readonly detail: string }
  /** The user did not want to wait. */
  | { readonly type: "opening-cancelled" };

export interface GateOptions {
  readonly signal?: AbortSignal;
  readonly limitMs?: number;
  readonly startWorker?: () => WorkerLike;
}

const startGateWorker = (): WorkerLike =>
  new Worker(new URL("./gate-worker.ts", import.meta.url), { type: "module", name: "gate" });

/**
 * Reads a plan file that may come from anybody, in a worker made for this one
 * file. The worker is ended in every case, also when it takes too long, since
 * SQLite cannot be interrupted. The bytes are copied, not taken.
 */
export function readThroughGate(
  bytes: Uint8Array,
  { signal, limitMs = GATE_LIMIT_MS, startWorker = startGateWorker }: GateOptions = {},
): Promise<Result<UntrustedPlan, GateError>> {
  if (signal?.aborted === true) return Promise.resolve(err({ type: "opening-cancelled" }));
  return new Promise((resolve) => {
    const worker = startWorker();
    const finish = (result: Result<UntrustedPlan, GateError>) => {
      clearTimeout(timer);
      stopWatching();
      signal?.removeEventListener("abort", onAbort);
      worker.terminate();
      resolve(result);
    };
    const onAbort = () => finish(err({ type: "opening-cancelled" }));
    const timer = setTimeout(() => finish(err({ type: "took-too-long", limitMs })), limitMs);
    const stopWatching = watchForCrash(worker, "The gate", (crash) =>
      finish(err({ type: "gate-crashed", detail: crash.message })),
    );
    signal?.addEventListener("abort", onAbort);
    worker.addEventListener("message", (event) => {
      finish((event as MessageEvent<Result<UntrustedPlan, GateError>>).data);
    });
    worker.postMessage(bytes);
  });
}
