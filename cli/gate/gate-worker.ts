import { parentPort, Worker, workerData } from "node:worker_threads";
import type { OpenError } from "../../core/planfile/open-error";
import { err, type Result } from "../../core/result";
import { type Inspect, type InspectedPlan, type InspectRequest, inspectPlanFile } from "./inspect-plan-file";
import { loadSqlite } from "./load-sqlite";

const TIME_LIMIT_MS = 20_000;
const GATE_MARK = "civplan-gate";

interface GateData {
  readonly mark: typeof GATE_MARK;
  readonly request: InspectRequest;
}

/**
 * Reads untrusted files in a thread that is ended after the time limit, since
 * SQLite cannot be interrupted otherwise. `script` must call `answerAsGate` when
 * it is run in a thread.
 */
export function makeGate(script: URL, timeLimitMs = TIME_LIMIT_MS): Inspect {
  return (request) =>
    new Promise((resolve) => {
      const data: GateData = { mark: GATE_MARK, request };
      const worker = new Worker(script, { workerData: data });
      const settle = (answer: Result<InspectedPlan, OpenError>) => {
        clearTimeout(limit);
        resolve(answer);
        void worker.terminate();
      };
      const stop = () => settle(err({ type: "took-too-long", limitMs: timeLimitMs }));
      const limit = setTimeout(stop, timeLimitMs);
      worker.once("message", settle);
      worker.once("error", (error) => settle(err({ type: "damaged", detail: error.message })));
      worker.once("exit", () => settle(err({ type: "damaged", detail: "reading it ended early" })));
    });
}

/** True in a thread that `makeGate` started. */
export const isGateThread = (): boolean => parentPort !== null && isGateData(workerData);

/** Reads the one file that this thread was started for. */
export async function answerAsGate(): Promise<void> {
  if (!isGateData(workerData)) throw new Error("answerAsGate: to be called in a gate thread only");
  parentPort?.postMessage(inspectPlanFile(workerData.request, await loadSqlite()));
}

const isGateData = (data: unknown): data is GateData =>
  typeof data === "object" && data !== null && "mark" in data && data.mark === GATE_MARK;
