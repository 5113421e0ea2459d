import type { Result } from "../../core/result";
import type { ComputeJob, ComputeResult, LongAnswers, LongPart, LongRefusal, LongWork } from "./compute-job";
import type { ComputePool, PlanAt } from "./compute-pool";
import { cutWork } from "./cut-work";

export interface LongRequest<W extends LongWork> {
  readonly planRevision: number;
  readonly work: W;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((doneRatio: number) => void) | undefined;
  /** What the draws so far come to, each time they have doubled. Other work means nothing until it is whole. */
  readonly onPartial?: ((answer: LongAnswers[W["kind"]]) => void) | undefined;
}

/**
 * Runs long work in parts on all workers of a pool. The answer is the same
 * whatever their number. When a part fails, the others are stopped and the first
 * failure is thrown; nothing of the work is left behind.
 */
export async function runLongWork<W extends LongWork>(
  pool: ComputePool,
  plan: PlanAt,
  { work, signal, onProgress, onPartial }: LongRequest<W>,
): Promise<Result<LongAnswers[W["kind"]], LongRefusal>> {
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  const ask = async <K extends ComputeJob["kind"]>(
    job: ComputeJob & { readonly kind: K },
    isUrgent = false,
  ) => pickKind(await pool.submit(plan, job, { signal: stop.signal, isUrgent }), job.kind);
  const merge = async (parts: readonly LongPart[], isUrgent: boolean) => {
    const { answer } = await ask({ kind: "merge", work, parts }, isUrgent);
    return answer as LongAnswers[W["kind"]];
  };
  try {
    const { size } = await ask({ kind: "measure", work }, true);
    if (!size.ok) return size;
    const parts: LongPart[] = [];
    let doneCount = 0;
    let nextPartialAt = 1;
    const runPart = async (from: number, to: number) => {
      const { part } = await ask({ kind: "part", work, from, to });
      parts.push(part);
      doneCount += to - from;
      onProgress?.(doneCount / size.value);
      if (
        onPartial === undefined ||
        work.kind !== "draws" ||
        doneCount < nextPartialAt ||
        doneCount === size.value
      )
        return;
      nextPartialAt = 2 * doneCount;
      onPartial(await merge([...parts], true));
    };
    const cuts = cutWork(work.kind, size.value, pool.workerCount, countDrawsPerItem(work)).values();
    // One part a worker at a time: what else is asked of the pool gets its turn in between.
    const runLane = async () => {
      for (const [from, to] of cuts) await runPart(from, to);
    };
    await Promise.all(Array.from({ length: pool.workerCount }, runLane));
    return { ok: true, value: await merge(parts, false) };
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

/** How many draws an item takes, where items are simulated each: cells of a sweep. */
function countDrawsPerItem(work: LongWork): number {
  return work.kind === "sweep" ? (work.simulation?.draws ?? 0) : 0;
}

/** A worker answers with the kind that it was asked. */
function pickKind<K extends ComputeResult["kind"]>(
  result: ComputeResult,
  kind: K,
): Extract<ComputeResult, { readonly kind: K }> {
  if (result.kind !== kind) throw new Error(`compute: asked for ${kind}, answered ${result.kind}`);
  return result as Extract<ComputeResult, { readonly kind: K }>;
}
