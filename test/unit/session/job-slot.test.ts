import { describe, expect, it } from "vitest";
import { type JobReport, JobSlot } from "../../../renderer/session/job-slot";

/** A job that a test ends by hand. */
function makeJob() {
  const job = {
    resolve: (_value: unknown): void => {},
    reject: (_error: unknown): void => {},
    report: null as JobReport | null,
    signal: null as AbortSignal | null,
    run: (signal: AbortSignal, report: JobReport) =>
      new Promise<unknown>((resolve, reject) => {
        Object.assign(job, { resolve, reject, report, signal });
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  };
  return job;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function startIn(slot: JobSlot, key: string) {
  const job = makeJob();
  slot.start({ key, planRevision: 3, nowMs: () => 0, run: job.run });
  return job;
}

describe("a place where one job runs at a time", () => {
  it("shows progress and first figures, then the answer", async () => {
    const slot = new JobSlot();
    const job = startIn(slot, "a");
    job.report?.onProgress(0.5);
    job.report?.onPartial("half");
    expect(slot.state.get()).toMatchObject({
      status: "running",
      doneRatio: 0.5,
      answer: { value: "half", isPartial: true, planRevision: 3 },
    });
    job.resolve("whole");
    await settle();
    expect(slot.state.get()).toMatchObject({
      status: "done",
      doneRatio: null,
      answer: { key: "a", value: "whole", isPartial: false },
    });
  });

  it("listens only to the newest job and stops the one before", async () => {
    const slot = new JobSlot();
    const first = startIn(slot, "a");
    const second = startIn(slot, "b");
    expect(first.signal?.aborted).toBe(true);
    first.report?.onPartial("late");
    second.resolve("newest");
    await settle();
    expect(slot.state.get()).toMatchObject({ status: "done", key: "b", answer: { value: "newest" } });
  });

  it("keeps first figures when it is cancelled, and can be started again", async () => {
    const slot = new JobSlot();
    const job = startIn(slot, "a");
    job.report?.onPartial("half");
    slot.cancel();
    await settle();
    expect(slot.state.get()).toMatchObject({
      status: "cancelled",
      answer: { value: "half", isPartial: true },
    });
    startIn(slot, "a").resolve("whole");
    await settle();
    expect(slot.state.get()).toMatchObject({ status: "done", answer: { value: "whole", isPartial: false } });
  });

  it("says when a job stopped by itself; the last answer stays", async () => {
    const slot = new JobSlot();
    startIn(slot, "a").resolve("good");
    await settle();
    startIn(slot, "b").reject(new Error("a worker stopped"));
    await settle();
    expect(slot.state.get()).toMatchObject({
      status: "failed",
      key: "b",
      answer: { key: "a", value: "good" },
    });
  });
});
