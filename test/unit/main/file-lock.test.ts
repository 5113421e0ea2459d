import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileLocks, isProcessRunning, lockPathOf } from "../../../main/files/file-lock";
import { makeTemporaryFolder } from "./temporary-folder";

const now = () => new Date("2026-03-10T09:00:00Z");
const locksOf = (computer: string, processId: number, running: number[] = [processId]) =>
  new FileLocks({ computer, processId, now, isRunning: (id) => running.includes(id) });

const makePlanPath = async () => join(await makeTemporaryFolder(), "plan.civplan");

describe("the lock beside a plan", () => {
  it("says who edits the plan", async () => {
    const path = await makePlanPath();
    expect(await locksOf("desk", 11).lock(path, false)).toEqual({ ok: true, value: {} });
    expect(await locksOf("laptop", 22).lock(path, false)).toEqual({
      ok: false,
      error: {
        type: "locked",
        holder: { computer: "desk", processId: 11, since: "2026-03-10T09:00:00.000Z" },
      },
    });
  });

  it("is a hidden file in the same folder, gone after unlocking", async () => {
    const path = await makePlanPath();
    const locks = locksOf("desk", 11);
    await locks.lock(path, false);
    expect(await readdir(join(path, ".."))).toEqual([".plan.civplan.lock"]);
    await locks.unlock(path);
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  it("can be taken over, and then belongs to whoever took it", async () => {
    const path = await makePlanPath();
    const first = locksOf("desk", 11);
    const second = locksOf("laptop", 22);
    await first.lock(path, false);
    expect(await second.lock(path, true)).toEqual({ ok: true, value: {} });
    await first.unlock(path);
    expect(JSON.parse(await readFile(lockPathOf(path), "utf8"))).toMatchObject({ computer: "laptop" });
  });

  it("left by a process of this computer that is gone counts as none", async () => {
    const path = await makePlanPath();
    await locksOf("desk", 11).lock(path, false);
    expect((await locksOf("desk", 12, [12]).lock(path, false)).ok).toBe(true);
  });

  it("of a living process of this computer counts, and of another computer always", async () => {
    const path = await makePlanPath();
    await locksOf("desk", 11).lock(path, false);
    expect((await locksOf("desk", 12, [11, 12]).lock(path, false)).ok).toBe(false);
    expect((await locksOf("laptop", 11, []).lock(path, false)).ok).toBe(false);
  });

  it("may be taken again by the session that holds it", async () => {
    const path = await makePlanPath();
    const locks = locksOf("desk", 11);
    await locks.lock(path, false);
    expect((await locks.lock(path, false)).ok).toBe(true);
  });

  it("that cannot be read does not keep anyone out", async () => {
    const path = await makePlanPath();
    await writeFile(lockPathOf(path), "rubbish");
    expect((await locksOf("desk", 11).lock(path, false)).ok).toBe(true);
  });

  it("all go when the page is gone", async () => {
    const path = await makePlanPath();
    const locks = locksOf("desk", 11);
    await locks.lock(path, false);
    await locks.unlockAll();
    expect(await readdir(join(path, ".."))).toEqual([]);
  });
});

it("knows a running process from one that is gone", () => {
  expect(isProcessRunning(process.pid)).toBe(true);
  expect(isProcessRunning(2 ** 30)).toBe(false);
});
