import { describe, expect, it } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import { ComputeClient } from "../../../renderer/engine/compute-client";
import { ComputeEngine } from "../../../renderer/engine/compute-engine";
import { ComputeRequest } from "../../../renderer/engine/compute-protocol";
import type { PlanSnapshot } from "../../../renderer/engine/plan-snapshot";
import { FakeWorker } from "./fake-worker";

function snapshotOf(revision: number): PlanSnapshot {
  const compiled = compilePlan(new PlanTables(), revision);
  return { compiled, lines: compileUncertainLines(new PlanTables(), compiled) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function startClient() {
  const workers: FakeWorker[] = [];
  let revision = 1;
  let compilations = 0;
  const client = new ComputeClient({
    workerCount: 1,
    readCompiledPlan: async () => {
      compilations += 1;
      return snapshotOf(revision).compiled;
    },
    readPlanSnapshot: async () => {
      compilations += 1;
      return snapshotOf(revision);
    },
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  const worker = (): FakeWorker => {
    const last = workers.at(-1);
    if (last === undefined) throw new Error("no worker was started");
    return last;
  };
  const requests = () => worker().received.map((message) => ComputeRequest.parse(message));
  /** Lets the real engine answer what the worker was sent last. */
  const answerLast = () => {
    const engine = new ComputeEngine({
      respond: (response) => worker().answer(response),
      loadSolver: () => Promise.reject(new Error("no solver here")),
    });
    for (const request of requests().filter(({ type }) => type === "load-plan")) void engine.handle(request);
    const run = requests().findLast(({ type }) => type === "run");
    if (run !== undefined) void engine.handle(run);
  };
  return {
    client,
    worker,
    requests,
    answerLast,
    workers,
    nextRevision: () => {
      revision += 1;
      return revision;
    },
    compilationCount: () => compilations,
  };
}

describe("ComputeClient", () => {
  it("sends the plan once a revision, then only lever values", async () => {
    const { client, requests, answerLast, nextRevision, compilationCount } = startClient();
    for (const planRevision of [1, 1, nextRevision()]) {
      const evaluating = client.evaluate({ planRevision, levers: {} });
      await settle();
      answerLast();
      await evaluating;
    }
    expect(requests().map(({ type }) => type)).toEqual(["load-plan", "run", "run", "load-plan", "run"]);
    expect(compilationCount()).toBe(2);
  });

  it("computes only the latest of a slider's values", async () => {
    const { client, requests, answerLast } = startClient();
    const drag = (seats: number) => {
      const cancel = new AbortController();
      const levers = { "committee.COUNCIL.seats": seats };
      const answer = client.evaluate({ planRevision: 1, levers, signal: cancel.signal });
      return {
        cancel,
        answer: answer.then(
          (outcome) => outcome.levers,
          () => "superseded",
        ),
      };
    };
    const first = drag(30);
    await settle();
    const passed = [31, 32, 33].map(drag);
    const last = drag(34);
    for (const { cancel } of passed) cancel.abort();
    answerLast();
    await settle();
    answerLast();
    expect(await Promise.all(passed.map(({ answer }) => answer))).toEqual(Array(3).fill("superseded"));
    expect(await last.answer).not.toBe("superseded");
    expect(await first.answer).not.toBe("superseded");
    expect(requests().filter(({ type }) => type === "run")).toHaveLength(2);
  });

  it("lets a quick job finish that nobody waits for, and ends the worker of a long one", async () => {
    const { client, worker, workers, answerLast } = startClient();
    const cancel = new AbortController();
    const quick = client.evaluate({ planRevision: 1, levers: {}, signal: cancel.signal });
    await settle();
    cancel.abort();
    await expect(quick).rejects.toThrow();
    answerLast();
    await settle();
    expect(worker().isTerminated).toBe(false);

    const cancelLong = new AbortController();
    const long = client.evaluate({ planRevision: 1, levers: {}, signal: cancelLong.signal });
    await settle();
    cancelLong.abort();
    await expect(long).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(worker().isTerminated).toBe(true);

    const next = client.evaluate({ planRevision: 1, levers: {} });
    await settle();
    answerLast();
    await next;
    expect(workers).toHaveLength(2);
  });

  it("rejects the job of a worker that crashed and goes on with a new one", async () => {
    const { client, worker, workers, answerLast } = startClient();
    const crashing = client.evaluate({ planRevision: 1, levers: {} });
    await settle();
    worker().crash("out of memory");
    await expect(crashing).rejects.toThrow("out of memory");
    const next = client.evaluate({ planRevision: 1, levers: {} });
    await settle();
    answerLast();
    await next;
    expect(workers).toHaveLength(2);
  });

  it("sends another plan of the same revision anew", async () => {
    const { client, requests, answerLast } = startClient();
    for (const isOther of [false, true]) {
      if (isOther) client.forgetPlan();
      const evaluating = client.evaluate({ planRevision: 1, levers: {} });
      await settle();
      answerLast();
      await evaluating;
    }
    expect(requests().filter(({ type }) => type === "load-plan")).toHaveLength(2);
  });

  it("rejects what waits and ends its workers when it is closed", async () => {
    const { client, worker } = startClient();
    const running = client.evaluate({ planRevision: 1, levers: {} });
    const waiting = client.evaluate({ planRevision: 1, levers: {} });
    const outcomes = Promise.allSettled([running, waiting]);
    await settle();
    client.dispose();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(worker().isTerminated).toBe(true);
  });
});
