import { describe, expect, it } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { ComputeEngine } from "../../../renderer/engine/compute-engine";
import { ComputeRequest, ComputeResponse } from "../../../renderer/engine/compute-protocol";

const compiled = compilePlan(new PlanTables(), 4);
const run = (planRevision: number, levers = {}) =>
  ComputeRequest.parse({ type: "run", requestId: 7, planRevision, job: { kind: "evaluate", levers } });

function respond(requests: readonly ComputeRequest[]): ComputeResponse[] {
  const responses: ComputeResponse[] = [];
  const engine = new ComputeEngine((response) => responses.push(ComputeResponse.parse(response)));
  for (const request of requests) engine.handle(request);
  return responses;
}

describe("the conversation with a compute worker", () => {
  it("loads a plan without an answer and answers a run with its request id and revision", () => {
    const load = ComputeRequest.parse({ type: "load-plan", planRevision: 4, compiled });
    expect(respond([load])).toEqual([]);
    expect(respond([load, run(4)])).toMatchObject([
      { type: "done", requestId: 7, planRevision: 4, result: { kind: "evaluate" } },
    ]);
  });

  it("fails a run about a plan that was not loaded", () => {
    expect(respond([run(4)])).toMatchObject([
      { type: "failed", requestId: 7, error: { type: "plan-not-loaded", loadedRevision: null } },
    ]);
  });

  it("survives structured cloning, compiled plan and all", () => {
    const load = structuredClone(ComputeRequest.parse({ type: "load-plan", planRevision: 4, compiled }));
    expect(respond([load, run(4)])[0]?.type).toBe("done");
  });

  it.each([
    [{ type: "run", requestId: 0, planRevision: 1, job: { kind: "evaluate", levers: {} } }],
    [{ type: "run", requestId: 1, planRevision: 1, job: { kind: "solve" } }],
    [{ type: "load-plan", planRevision: 1, compiled: "text" }],
    [{ type: "cancel", requestId: 1 }],
  ])("refuses %j", (message) => {
    expect(ComputeRequest.safeParse(message).success).toBe(false);
  });
});
