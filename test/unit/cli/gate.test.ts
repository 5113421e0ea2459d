import { expect, test } from "vitest";
import { makeGate } from "../../../cli/gate/gate-worker";

const script = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
const request = { bytes: new Uint8Array(3), comparesProjection: false };

test("a file that keeps the reader busy for ever is given up at the time limit", async () => {
  const inspect = makeGate(script("for (;;);"), 200);
  expect(await inspect(request)).toEqual({ ok: false, error: { type: "took-too-long", limitMs: 200 } });
});

test("a file that brings the reader down is refused as damaged", async () => {
  expect(await makeGate(script("throw new Error('out of memory')"))(request)).toEqual({
    ok: false,
    error: { type: "damaged", detail: "out of memory" },
  });
  expect(await makeGate(script("process.exit(0)"))(request)).toEqual({
    ok: false,
    error: { type: "damaged", detail: "reading it ended early" },
  });
});

test("the reader gets the request and its answer comes back", async () => {
  const echo = script(
    "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage({ ok: true, value: workerData.request });",
  );
  expect(await makeGate(echo)(request)).toEqual({ ok: true, value: request });
});
