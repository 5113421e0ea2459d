import { describe, expect, it } from "vitest";
import { CLOSE_RECEIPT_LIMIT_MS, CloseGuard } from "../../../main/close-guard";

function setUp(nativeAnswer: "close" | "wait" = "wait") {
  const log: string[] = [];
  let pending: { durationMs: number; step: () => void } | null = null;
  const guard = new CloseGuard({
    ask: (requestId) => log.push(`ask ${requestId}`),
    askAboutHangingPage: async () => {
      log.push("ask natively");
      return nativeAnswer;
    },
    close: () => log.push("close"),
    delay: (durationMs, step) => {
      pending = { durationMs, step };
      return () => {
        pending = null;
      };
    },
  });
  const passReceiptLimit = async () => {
    expect(pending?.durationMs ?? CLOSE_RECEIPT_LIMIT_MS).toBe(CLOSE_RECEIPT_LIMIT_MS);
    pending?.step();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { guard, log, passReceiptLimit };
}

describe("closing the window", () => {
  it("happens at once while no page listens", () => {
    const { guard, log } = setUp();
    expect(guard.requestClose()).toBe(true);
    expect(log).toEqual([]);
  });

  it("waits for the page's answer, as long as it takes", async () => {
    const { guard, log, passReceiptLimit } = setUp();
    guard.pageIsReady();
    expect(guard.requestClose()).toBe(false);
    guard.onReceived(1);
    await passReceiptLimit();
    expect(log).toEqual(["ask 1"]);
    guard.onAnswer(1, "close");
    expect(log).toEqual(["ask 1", "close"]);
  });

  it("does not happen when the page stays, and can be asked for again", () => {
    const { guard, log } = setUp();
    guard.pageIsReady();
    guard.requestClose();
    guard.onAnswer(1, "stay");
    expect(guard.requestClose()).toBe(false);
    expect(log).toEqual(["ask 1", "ask 2"]);
  });

  it("is asked once, however often the user clicks", () => {
    const { guard, log } = setUp();
    guard.pageIsReady();
    guard.requestClose();
    expect(guard.requestClose()).toBe(false);
    expect(log).toEqual(["ask 1"]);
  });

  it("ignores late answers to earlier questions", () => {
    const { guard, log } = setUp();
    guard.pageIsReady();
    guard.requestClose();
    guard.onAnswer(1, "stay");
    guard.requestClose();
    guard.onAnswer(1, "close");
    expect(log).toEqual(["ask 1", "ask 2"]);
  });

  it("is asked natively when the page does not even hear", async () => {
    const closing = setUp("close");
    closing.guard.pageIsReady();
    closing.guard.requestClose();
    await closing.passReceiptLimit();
    expect(closing.log).toEqual(["ask 1", "ask natively", "close"]);

    const waiting = setUp("wait");
    waiting.guard.pageIsReady();
    waiting.guard.requestClose();
    await waiting.passReceiptLimit();
    expect(waiting.log).toEqual(["ask 1", "ask natively"]);
  });

  it("happens at once again when the page is gone", () => {
    const { guard } = setUp();
    guard.pageIsReady();
    guard.requestClose();
    guard.pageIsGone();
    expect(guard.requestClose()).toBe(true);
  });
});
