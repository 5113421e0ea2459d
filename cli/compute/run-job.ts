import { setImmediate } from "node:timers/promises";
import {
  cutIntoParts,
  type JobInputs,
  type JobKind,
  type JobParts,
  prepareJob,
} from "../../core/scenario/jobs/scenario-job";

/** Runs a long computation in parts and gives them back in order. `onDone` hears how many items are done. */
export type RunJob = <K extends JobKind>(
  kind: K,
  input: JobInputs[K],
  workers: number,
  onDone: (done: number, size: number) => void,
) => Promise<readonly JobParts[K][]>;

/** Parts of a computation on one thread: enough for steady progress and a prompt Ctrl-C. */
const PARTS = 100;

/** In this thread, with pauses in which signals are noticed. */
export const runJobHere: RunJob = async (kind, input, _workers, onDone) => {
  const job = prepareJob(kind, input);
  const parts = [];
  for (const [from, to] of cutIntoParts(job.size, job.size / PARTS)) {
    parts.push(job.run(from, to));
    onDone(to, job.size);
    await setImmediate();
  }
  return parts;
};
