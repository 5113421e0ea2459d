import { z } from "zod";
import type { ComputeJob as Job, ComputeResult as JobResult } from "./compute-job";
import type { PlanSnapshot } from "./plan-snapshot";

/**
 * The whole conversation with a compute worker: `load-plan` once a revision,
 * then `run` → `progress`* → `done` | `failed`. There is no message to cancel:
 * a job that must stop is stopped by ending its worker.
 *
 * The page and its workers are one program, so the envelope is parsed and the
 * large payloads inside are trusted.
 */
const requestId = z.int().min(1);
const planRevision = z.int().min(0);

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const isKindOf = (kinds: readonly string[]) => (value: unknown) =>
  typeof value === "object" && value !== null && "kind" in value && kinds.includes(String(value.kind));

const KINDS: readonly Job["kind"][] = ["whole", "measure", "part", "merge"];

/** One thing to compute on the plan that was loaded. */
export const ComputeJob = z.custom<Job>(isKindOf(KINDS));

export const ComputeRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("load-plan"), planRevision, snapshot: z.custom<PlanSnapshot>(isObject) }),
  z.object({ type: z.literal("run"), requestId, planRevision, job: ComputeJob }),
]);
export type ComputeRequest = z.infer<typeof ComputeRequest>;

export const ComputeError = z.discriminatedUnion("type", [
  /** The job is about another revision than the one that was loaded. */
  z.object({ type: z.literal("plan-not-loaded"), loadedRevision: planRevision.nullable() }),
  /** A bug in the computation. */
  z.object({ type: z.literal("computation-threw"), detail: z.string() }),
]);
export type ComputeError = z.infer<typeof ComputeError>;

export const ComputeResult = z.custom<JobResult>(isKindOf(KINDS));

export const ComputeResponse = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), requestId, planRevision, doneRatio: z.number().min(0).max(1) }),
  z.object({ type: z.literal("done"), requestId, planRevision, result: ComputeResult }),
  z.object({ type: z.literal("failed"), requestId, planRevision, error: ComputeError }),
]);
export type ComputeResponse = z.infer<typeof ComputeResponse>;
