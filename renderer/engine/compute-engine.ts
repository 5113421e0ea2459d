import type { SolveLinear } from "../../core/scenario/portfolio/linear-model";
import type { ComputeJob, ComputeResult, LongWork } from "./compute-job";
import type { ComputeRequest, ComputeResponse } from "./compute-protocol";
import { type PreparedWork, prepareWork } from "./long-work";
import type { PlanSnapshot } from "./plan-snapshot";
import { runWhole } from "./whole-work";

type RunRequest = Extract<ComputeRequest, { type: "run" }>;

export interface ComputeEngineSurroundings {
  readonly respond: (response: ComputeResponse, transfer: readonly ArrayBuffer[]) => void;
  /** Asked for the first portfolio only. */
  readonly loadSolver: () => Promise<SolveLinear>;
}

/**
 * What a compute worker does with a message: it keeps the last plan that was
 * loaded and the last long work made ready on it, and nothing else.
 */
export class ComputeEngine {
  readonly #surroundings: ComputeEngineSurroundings;
  #loaded: { readonly planRevision: number; readonly snapshot: PlanSnapshot } | null = null;
  #ready: { readonly key: string; readonly prepared: ReturnType<typeof prepareWork> } | null = null;

  constructor(surroundings: ComputeEngineSurroundings) {
    this.#surroundings = surroundings;
  }

  async handle(request: ComputeRequest): Promise<void> {
    if (request.type === "load-plan") {
      this.#loaded = request;
      this.#ready = null;
      return;
    }
    const response = await this.#run(request);
    this.#surroundings.respond(response, response.type === "done" ? listBuffers(response.result) : []);
  }

  async #run({ requestId, planRevision, job }: RunRequest): Promise<ComputeResponse> {
    const answer = { requestId, planRevision };
    if (this.#loaded?.planRevision !== planRevision) {
      const loadedRevision = this.#loaded?.planRevision ?? null;
      return { type: "failed", ...answer, error: { type: "plan-not-loaded", loadedRevision } };
    }
    try {
      return { type: "done", ...answer, result: await this.#compute(this.#loaded.snapshot, job) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { type: "failed", ...answer, error: { type: "computation-threw", detail } };
    }
  }

  async #compute(snapshot: PlanSnapshot, job: ComputeJob): Promise<ComputeResult> {
    switch (job.kind) {
      case "whole": {
        const answer = await runWhole(snapshot.compiled, job.work, this.#surroundings.loadSolver);
        return { kind: "whole", answer };
      }
      case "measure": {
        const prepared = this.#prepare(snapshot, job.work);
        return { kind: "measure", size: prepared.ok ? { ok: true, value: prepared.value.size } : prepared };
      }
      case "part": {
        const { from, to, work } = job;
        const content = this.#require(snapshot, work).run(from, to);
        return { kind: "part", part: { from, to, content } };
      }
      case "merge":
        return { kind: "merge", answer: this.#require(snapshot, job.work).merge(job.parts) };
    }
  }

  #require(snapshot: PlanSnapshot, work: LongWork): PreparedWork {
    const prepared = this.#prepare(snapshot, work);
    if (!prepared.ok) throw new Error(`a part of refused work: ${prepared.error.type}`);
    return prepared.value;
  }

  #prepare(snapshot: PlanSnapshot, work: LongWork): ReturnType<typeof prepareWork> {
    const key = JSON.stringify(work);
    if (this.#ready?.key !== key) this.#ready = { key, prepared: prepareWork(snapshot, work) };
    return this.#ready.prepared;
  }
}

/** Buffers of a result, which are handed over instead of copied. */
function listBuffers(result: ComputeResult): readonly ArrayBuffer[] {
  return [...new Set(listShared(result))].filter((buffer) => buffer instanceof ArrayBuffer);
}

function listShared(result: ComputeResult): readonly ArrayBufferLike[] {
  if (result.kind !== "part") return [];
  const { content } = result.part;
  const values = ArrayBuffer.isView(content) ? [content] : Object.values(content ?? {});
  return values.flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer] : []));
}
