import { describe, expect, it } from "vitest";
import { LateWorker } from "../../../renderer/engine/late-worker";
import { FakeWorker } from "./fake-worker";

function makeLate() {
  const started: FakeWorker[] = [];
  const late = new LateWorker(() => {
    const worker = new FakeWorker();
    started.push(worker);
    return worker;
  });
  return { late, started };
}

describe("a late worker", () => {
  it("starts once, with the first message or when it is told to", () => {
    const { late, started } = makeLate();
    expect(started).toHaveLength(0);
    late.postMessage("first");
    late.warmUp();
    late.postMessage("second");
    expect(started).toHaveLength(1);
    expect(started[0]?.received).toEqual(["first", "second"]);
  });

  it("tells those who listened before it started, unless they stopped listening", () => {
    const { late, started } = makeLate();
    const heard: unknown[] = [];
    const listen = (name: string) => (event: Event) =>
      void heard.push([name, (event as MessageEvent<unknown>).data]);
    const [stays, leaves] = [listen("stays"), listen("leaves")];
    late.addEventListener("message", stays);
    late.addEventListener("message", leaves);
    late.removeEventListener("message", leaves);
    late.warmUp();
    started[0]?.answer("answer");
    expect(heard).toEqual([["stays", "answer"]]);
  });

  it("does not start again after it was ended", () => {
    const { late, started } = makeLate();
    late.terminate();
    late.warmUp();
    late.postMessage("too late");
    expect(started).toHaveLength(0);
  });
});
