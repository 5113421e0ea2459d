import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BackupStore } from "../../../main/files/backup-store";
import { makeTemporaryFolder, toBytes, toText } from "./temporary-folder";

const request = (text: string, planId = "plan-0001") => ({
  planId,
  title: "District plan",
  reason: "timer" as const,
  bytes: toBytes(text),
});

async function makeStore() {
  const folder = await makeTemporaryFolder();
  const clock = { now: new Date(2026, 2, 10, 9, 0) };
  return { folder, clock, store: new BackupStore({ folder, now: () => clock.now }) };
}

describe("backups", () => {
  it("give back what was kept, newest first", async () => {
    const { store, clock } = await makeStore();
    const first = await store.write(request("one"));
    clock.now = new Date(2026, 2, 10, 9, 15);
    await store.write(request("two"));
    const listed = await store.list("plan-0001");
    expect(listed.map((info) => info.sizeBytes)).toEqual([3, 3]);
    expect(listed[1]).toEqual(first.ok ? first.value : null);
    const read = await store.read(listed[0]?.backupId ?? "");
    expect(read.ok && toText(read.value.bytes)).toBe("two");
  });

  it("are ordinary plan files beside their descriptions", async () => {
    const { store, folder } = await makeStore();
    const written = await store.write(request("one"));
    const backupId = written.ok ? written.value.backupId : "";
    expect((await readdir(folder)).sort()).toEqual([`${backupId}.civplan`, `${backupId}.json`].sort());
  });

  it("of one plan make room only for that plan's", async () => {
    const { store, clock, folder } = await makeStore();
    await store.write(request("other", "plan-0002"));
    for (let quarter = 0; quarter < 5; quarter += 1) {
      clock.now = new Date(2026, 2, 10, 10, quarter * 15);
      await store.write(request(`number ${quarter}`));
    }
    expect(await store.list("plan-0001")).toHaveLength(3);
    expect(await store.list(null)).toHaveLength(4);
    expect(await readdir(folder)).toHaveLength(8);
  });

  it("that would be the same as the newest are not kept twice", async () => {
    const { store, clock } = await makeStore();
    const first = await store.write(request("one"));
    clock.now = new Date(2026, 2, 10, 9, 15);
    expect(await store.write(request("one"))).toEqual(first);
    await store.write(request("two"));
    await store.write(request("one"));
    expect(await store.list("plan-0001")).toHaveLength(3);
  });

  it("without a readable description do not exist", async () => {
    const { store, folder } = await makeStore();
    await writeFile(join(folder, "half-written.civplan"), "bytes");
    await writeFile(join(folder, "damaged.json"), "{");
    expect(await store.list(null)).toEqual([]);
    expect(await store.read("half-written")).toEqual({ ok: false, error: { type: "unknown-id" } });
  });
});
