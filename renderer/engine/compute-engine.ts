import type { CompiledPlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import type { ComputeRequest, ComputeResponse, ComputeResult } from "./compute-protocol";

type RunRequest = Extract<ComputeRequest, { type: "run" }>;

/** What a compute worker does with a message: it keeps the last plan that was loaded, and nothing else. */
export class ComputeEngine {
  readonly #respond: (response: ComputeResponse) => void;
  #loaded: { readonly planRevision: number; readonly compiled: CompiledPlan } | null = null;

  constructor(respond: (response: ComputeResponse) => void) {
    this.#respond = respond;
  }

  handle(request: ComputeRequest): void {
    if (request.type === "load-plan") this.#loaded = request;
    else this.#respond(this.#run(request));
  }

  #run({ requestId, planRevision, job }: RunRequest): ComputeResponse {
    const answer = { requestId, planRevision };
    if (this.#loaded?.planRevision !== planRevision) {
      const loadedRevision = this.#loaded?.planRevision ?? null;
      return { type: "failed", ...answer, error: { type: "plan-not-loaded", loadedRevision } };
    }
    try {
      const outcome = evaluateScenario(this.#loaded.compiled, job.levers);
      const result: ComputeResult = { kind: job.kind, outcome };
      return { type: "done", ...answer, result };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { type: "failed", ...answer, error: { type: "computation-threw", detail } };
    }
  }
}
