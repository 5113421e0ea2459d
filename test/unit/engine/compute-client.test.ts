import { describe, expect, it } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { readPlanUncertainty } from "../../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import { ComputeClient } from "../../../renderer/engine/compute-client";
import { ComputeEngine } from "../../../renderer/engine/compute-engine";
import type { WholeWork } from "../../../renderer/engine/compute-job";
import { ComputeRequest } from "../../../renderer/engine/compute-protocol";
import type { PlanSnapshot } from "../../../renderer/engine/plan-snapshot";
import { FakeWorker } from "./fake-worker";

function snapshotOf(revision: number): PlanSnapshot {
  const compiled = compilePlan(new PlanTables(), revision);
  return {
    compiled,
    lines: compileUncertainLines(new PlanTables(), compiled),
    uncertainty: readPlanUncertainty(new PlanTables()),
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function startClient() {
  const workers: FakeWorker[] = [];
  let revision = 1;
  let compilations = 0;
  const client = new ComputeClient({
    workerCount: 1,
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

/** Something that every plan can be asked, whatever is in it. */
const askFor = (path: string): WholeWork => ({ kind: "smallest", levers: {}, path, conditions: [] });
const work = askFor("committee.COUNCIL.seats");

describe("ComputeClient", () => {
  it("sends the plan once a revision, then only the work", async () => {
    const { client, requests, answerLast, nextRevision, compilationCount } = startClient();
    for (const planRevision of [1, 1, nextRevision()]) {
      const asking = client.runWhole({ planRevision, work });
      await settle();
      answerLast();
      await asking;
    }
    expect(requests().map(({ type }) => type)).toEqual(["load-plan", "run", "run", "load-plan", "run"]);
    expect(compilationCount()).toBe(2);
  });

  it("never sends a job that nobody waits for any more", async () => {
    const { client, requests, answerLast } = startClient();
    const submit = (path: string) => {
      const cancel = new AbortController();
      const answer = client.runWhole({ planRevision: 1, work: askFor(path), signal: cancel.signal });
      return {
        cancel,
        answer: answer.then(
          () => "answered",
          () => "given up",
        ),
      };
    };
    const first = submit("a");
    await settle();
    const passed = ["b", "c", "d"].map(submit);
    const last = submit("e");
    for (const { cancel } of passed) cancel.abort();
    answerLast();
    await settle();
    answerLast();
    expect(await Promise.all(passed.map(({ answer }) => answer))).toEqual(Array(3).fill("given up"));
    expect(await Promise.all([first.answer, last.answer])).toEqual(["answered", "answered"]);
    expect(requests().filter(({ type }) => type === "run")).toHaveLength(2);
  });

  it("lets a quick job finish that nobody waits for, and ends the worker of a long one", async () => {
    const { client, worker, workers, answerLast } = startClient();
    const cancel = new AbortController();
    const quick = client.runWhole({ planRevision: 1, work, signal: cancel.signal });
    await settle();
    cancel.abort();
    await expect(quick).rejects.toThrow();
    answerLast();
    await settle();
    expect(worker().isTerminated).toBe(false);

    const cancelLong = new AbortController();
    const long = client.runWhole({ planRevision: 1, work, signal: cancelLong.signal });
    await settle();
    cancelLong.abort();
    await expect(long).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(worker().isTerminated).toBe(true);

    const next = client.runWhole({ planRevision: 1, work });
    await settle();
    answerLast();
    await next;
    expect(workers).toHaveLength(2);
  });

  it("rejects the job of a worker that crashed and goes on with a new one", async () => {
    const { client, worker, workers, answerLast } = startClient();
    const crashing = client.runWhole({ planRevision: 1, work });
    await settle();
    worker().crash("out of memory");
    await expect(crashing).rejects.toThrow("out of memory");
    const next = client.runWhole({ planRevision: 1, work });
    await settle();
    answerLast();
    await next;
    expect(workers).toHaveLength(2);
  });

  it("sends another plan of the same revision anew", async () => {
    const { client, requests, answerLast } = startClient();
    for (const isOther of [false, true]) {
      if (isOther) client.forgetPlan();
      const asking = client.runWhole({ planRevision: 1, work });
      await settle();
      answerLast();
      await asking;
    }
    expect(requests().filter(({ type }) => type === "load-plan")).toHaveLength(2);
  });

  it("rejects what waits and ends its workers when it is closed", async () => {
    const { client, worker } = startClient();
    const running = client.runWhole({ planRevision: 1, work });
    const waiting = client.runWhole({ planRevision: 1, work });
    const outcomes = Promise.allSettled([running, waiting]);
    await settle();
    client.dispose();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(worker().isTerminated).toBe(true);
  });
});
