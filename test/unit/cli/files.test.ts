import { isMainThread } from "node:worker_threads";
import { describe, expect, onTestFinished, test } from "vitest";
import { failOnFile } from "../../../cli/files/file-errors";
import { holdSignals } from "../../../cli/files/hold-signals";
import { mintUuidV7 } from "../../../cli/mint-uuid-v7";
import { isUuid } from "../../../core/planfile/uuid-bytes";

describe("each of the system's reasons is one clear sentence", () => {
  test.each([
    ["ENOENT", "read", "not-found", /There is no file plan\.civplan\./],
    ["ENOENT", "write", "not-found", /folder for plan\.civplan does not exist/],
    ["EACCES", "read", "permission-denied", /may not be read/],
    ["EACCES", "write", "permission-denied", /may not be written .* untouched/],
    ["EROFS", "write", "permission-denied", /read-only/],
    ["ENOSPC", "write", "disk-full", /no room on the disk .* untouched/],
    ["EDQUOT", "write", "disk-full", /no room on the disk/],
    ["EISDIR", "write", "is-a-folder", /is a folder/],
    ["EIO", "write", "failed", /could not be written \(EIO\)/],
  ] as const)("%s on %s", (code, doing, type, says) => {
    const failure = failOnFile(Object.assign(new Error("system"), { code }), "plan.civplan", doing);
    expect(failure).toMatchObject({ exitCode: 3, report: { type, message: expect.stringMatching(says) } });
  });
});

test("signals are let through again after the work, and its result comes back", async () => {
  const before = process.listenerCount("SIGINT");
  const during = await holdSignals(() => process.listenerCount("SIGINT"));
  expect(during).toBe(before + 1);
  expect(process.listenerCount("SIGINT")).toBe(before);
  await expect(
    holdSignals(() => {
      throw new Error("no room");
    }),
  ).rejects.toThrow("no room");
  expect(process.listenerCount("SIGINT")).toBe(before);
});

// A signal reaches a process, so this needs a process of its own.
test.runIf(isMainThread)("Ctrl-C during the work takes effect after it", async () => {
  const heard: string[] = [];
  const hear = () => heard.push("signal");
  process.on("SIGINT", hear);
  onTestFinished(() => void process.off("SIGINT", hear));
  await holdSignals(() => {
    process.kill(process.pid, "SIGINT");
    heard.push("written");
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  // Once while it is held (this listener hears it too), once when it is sent on.
  expect(heard).toEqual(["written", "signal", "signal"]);
});

test("ids are UUIDs of version 7 that sort by their time", () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, index) => 255 - index);
  const [early, late] = [mintUuidV7(1_700_000_000_000, bytes), mintUuidV7(1_700_000_000_001, bytes)];
  expect(early).toBe("018bcfe5-6800-7ffe-bdfc-fbfaf9f8f7f6");
  expect(isUuid(early)).toBe(true);
  expect(early < late).toBe(true);
});
