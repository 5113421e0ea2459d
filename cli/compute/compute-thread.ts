import { parentPort, Worker, workerData } from "node:worker_threads";
import {
  cutIntoParts,
  type JobInputs,
  type JobKind,
  type JobParts,
  prepareJob,
} from "../../core/scenario/jobs/scenario-job";
import { type RunJob, runJobHere } from "./run-job";

const COMPUTE_MARK = "civplan-compute";
/** So that threads end at nearly the same time although parts differ. */
const PARTS_PER_THREAD = 16;

interface ComputeData {
  readonly mark: typeof COMPUTE_MARK;
  readonly kind: JobKind;
  readonly input: JobInputs[JobKind];
}

interface Task {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

interface Answer {
  readonly index: number;
  readonly part: JobParts[JobKind];
}

/**
 * Runs a computation on several threads of `script`, which must call
 * `answerAsCompute` when it is run as one; on this thread when one is enough.
 */
export function makeRunJob(script: URL): RunJob {
  return (kind, input, workers, onDone) =>
    workers <= 1
      ? runJobHere(kind, input, workers, onDone)
      : runOnThreads(script, kind, input, workers, onDone);
}

async function runOnThreads<K extends JobKind>(
  script: URL,
  kind: K,
  input: JobInputs[K],
  workers: number,
  onDone: (done: number, size: number) => void,
): Promise<readonly JobParts[K][]> {
  const { size } = prepareJob(kind, input);
  const cuts = cutIntoParts(size, size / (workers * PARTS_PER_THREAD));
  const parts: JobParts[K][] = new Array(cuts.length);
  let next = 0;
  let done = 0;
  const data: ComputeData = { mark: COMPUTE_MARK, kind, input };
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(script, { workerData: data });
      const giveNext = () => {
        const cut = cuts[next];
        if (cut === undefined) {
          void thread.terminate().then(() => resolve());
          return;
        }
        thread.postMessage({ index: next, from: cut[0], to: cut[1] } satisfies Task);
        next += 1;
      };
      thread.on("message", ({ index, part }: Answer) => {
        // The thread answers with the kind that it was started with.
        parts[index] = part as JobParts[K];
        const [from = 0, to = 0] = cuts[index] ?? [];
        done += to - from;
        onDone(done, size);
        giveNext();
      });
      thread.once("error", reject);
      giveNext();
    });
  await Promise.all(Array.from({ length: Math.min(workers, cuts.length) }, runThread));
  return parts;
}

/** True in a thread that `makeRunJob` started. */
export const isComputeThread = (): boolean => parentPort !== null && isComputeData(workerData);

/** Computes the parts that it is told to, until it is ended. */
export function answerAsCompute(): void {
  if (!isComputeData(workerData)) throw new Error("answerAsCompute: to be called in a compute thread only");
  const job = prepareJob(workerData.kind, workerData.input);
  parentPort?.on("message", ({ index, from, to }: Task) => {
    parentPort?.postMessage({ index, part: job.run(from, to) } satisfies Answer);
  });
}

const isComputeData = (data: unknown): data is ComputeData =>
  typeof data === "object" && data !== null && "mark" in data && data.mark === COMPUTE_MARK;
