import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileRegistry } from "../../../main/files/file-registry";
import { RecentFiles } from "../../../main/files/recent-files";
import { makeTemporaryFolder } from "./temporary-folder";

async function makeRecent() {
  const folder = await makeTemporaryFolder();
  const clock = { now: new Date("2026-03-10T09:00:00Z") };
  const open = (registry: FileRegistry) =>
    new RecentFiles({
      path: join(folder, "recent-files.json"),
      registry,
      temporaryFolders: [],
      now: () => clock.now,
    });
  const registry = new FileRegistry();
  return { folder, clock, registry, recent: open(registry), open };
}

describe("recent files", () => {
  it("are the last used, newest first, each once", async () => {
    const { folder, registry, recent } = await makeRecent();
    const [a, b] = ["a.civplan", "b.civplan"].map((name) => registry.register(join(folder, name)));
    await recent.remember(a ?? "", "A");
    await recent.remember(b ?? "", "B");
    await recent.remember(a ?? "", "A, renamed");
    expect((await recent.list()).map((entry) => entry.title)).toEqual(["A, renamed", "B"]);
  });

  it("are ten at most", async () => {
    const { folder, registry, recent } = await makeRecent();
    for (let index = 0; index < 12; index += 1) {
      await recent.remember(registry.register(join(folder, `${index}.civplan`)), `plan ${index}`);
    }
    const titles = (await recent.list()).map((entry) => entry.title);
    expect(titles).toHaveLength(10);
    expect(titles[0]).toBe("plan 11");
  });

  it("keep their ids across restarts", async () => {
    const { folder, registry, recent, open } = await makeRecent();
    const fileId = registry.register(join(folder, "a.civplan"));
    await recent.remember(fileId, "A");
    const nextRegistry = new FileRegistry();
    await open(nextRegistry).load();
    expect(nextRegistry.pathOf(fileId)).toBe(join(folder, "a.civplan"));
    expect(nextRegistry.register(join(folder, "a.civplan"))).toBe(fileId);
  });

  it("say whether the file is still there", async () => {
    const { folder, registry, recent } = await makeRecent();
    const path = join(folder, "a.civplan");
    await writeFile(path, "plan");
    await recent.remember(registry.register(path), "A");
    expect((await recent.list())[0]?.exists).toBe(true);
    await rm(path);
    expect((await recent.list())[0]?.exists).toBe(false);
  });

  it("can be forgotten; unknown ids are not remembered", async () => {
    const { folder, registry, recent } = await makeRecent();
    const fileId = registry.register(join(folder, "a.civplan"));
    await recent.remember(fileId, "A");
    await recent.forget(fileId);
    expect(await recent.list()).toEqual([]);
    expect(await recent.remember("no-such-id", "X")).toBe(false);
  });

  it("are none when the list is damaged", async () => {
    const { folder, recent } = await makeRecent();
    await writeFile(join(folder, "recent-files.json"), '[{"fileId": 3}]');
    expect(await recent.list()).toEqual([]);
  });

  it("lose nothing when remembered at the same time", async () => {
    const { folder, registry, recent } = await makeRecent();
    const ids = ["a", "b", "c"].map((name) => registry.register(join(folder, name)));
    await Promise.all(ids.map((fileId) => recent.remember(fileId, fileId)));
    expect(await recent.list()).toHaveLength(3);
  });
});
