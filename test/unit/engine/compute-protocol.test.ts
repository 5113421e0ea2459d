import { describe, expect, it } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import { ComputeEngine } from "../../../renderer/engine/compute-engine";
import { ComputeRequest, ComputeResponse } from "../../../renderer/engine/compute-protocol";

const compiled = compilePlan(new PlanTables(), 4);
const snapshot = { compiled, lines: compileUncertainLines(new PlanTables(), compiled) };
const run = (planRevision: number, levers = {}) =>
  ComputeRequest.parse({
    type: "run",
    requestId: 7,
    planRevision,
    job: { kind: "whole", work: { kind: "smallest", levers, path: "", conditions: [] } },
  });

async function respond(requests: readonly ComputeRequest[]): Promise<ComputeResponse[]> {
  const responses: ComputeResponse[] = [];
  const engine = new ComputeEngine({
    respond: (response) => responses.push(ComputeResponse.parse(response)),
    loadSolver: () => Promise.reject(new Error("no solver here")),
  });
  for (const request of requests) await engine.handle(request);
  return responses;
}

describe("the conversation with a compute worker", () => {
  it("loads a plan without an answer and answers a run with its request id and revision", async () => {
    const load = ComputeRequest.parse({ type: "load-plan", planRevision: 4, snapshot });
    expect(await respond([load])).toEqual([]);
    expect(await respond([load, run(4)])).toMatchObject([
      { type: "done", requestId: 7, planRevision: 4, result: { kind: "whole" } },
    ]);
  });

  it("fails a run about a plan that was not loaded", async () => {
    expect(await respond([run(4)])).toMatchObject([
      { type: "failed", requestId: 7, error: { type: "plan-not-loaded", loadedRevision: null } },
    ]);
  });

  it("survives structured cloning, compiled plan and all", async () => {
    const load = structuredClone(ComputeRequest.parse({ type: "load-plan", planRevision: 4, snapshot }));
    expect((await respond([load, run(4)]))[0]?.type).toBe("done");
  });

  it.each([
    [{ type: "run", requestId: 0, planRevision: 1, job: { kind: "whole" } }],
    [{ type: "run", requestId: 1, planRevision: 1, job: { kind: "solve" } }],
    [{ type: "load-plan", planRevision: 1, snapshot: "text" }],
    [{ type: "cancel", requestId: 1 }],
  ])("refuses %j", (message) => {
    expect(ComputeRequest.safeParse(message).success).toBe(false);
  });
});
