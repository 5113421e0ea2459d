import { describe, expect, it } from "vitest";
import { readThroughGate } from "../../../renderer/engine/gate-client";
import { FakeWorker } from "./fake-worker";

const bytes = new Uint8Array([1, 2, 3]);

describe("readThroughGate", () => {
  it("hands over a copy of the bytes, passes the answer on and ends the worker", async () => {
    const worker = new FakeWorker();
    const reading = readThroughGate(bytes, { startWorker: () => worker });
    worker.answer({ ok: false, error: { type: "not-sqlite" } });
    expect(await reading).toEqual({ ok: false, error: { type: "not-sqlite" } });
    expect(worker.received).toEqual([bytes]);
    expect(bytes.byteLength).toBe(3);
    expect(worker.isTerminated).toBe(true);
  });

  it("ends a worker that takes too long", async () => {
    const worker = new FakeWorker();
    const result = await readThroughGate(bytes, { limitMs: 10, startWorker: () => worker });
    expect(result).toEqual({ ok: false, error: { type: "took-too-long", limitMs: 10 } });
    expect(worker.isTerminated).toBe(true);
  });

  it("turns a crash into an error", async () => {
    const worker = new FakeWorker();
    const reading = readThroughGate(bytes, { startWorker: () => worker });
    worker.crash("out of memory");
    expect(await reading).toEqual({
      ok: false,
      error: { type: "gate-crashed", detail: "The gate stopped: out of memory" },
    });
    expect(worker.isTerminated).toBe(true);
  });

  it("stops when the user does not want to wait", async () => {
    const worker = new FakeWorker();
    const cancel = new AbortController();
    const reading = readThroughGate(bytes, { signal: cancel.signal, startWorker: () => worker });
    cancel.abort();
    expect(await reading).toEqual({ ok: false, error: { type: "opening-cancelled" } });
    expect(worker.isTerminated).toBe(true);
  });
});
