import { appendFile, readdir, readFile, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileRegistry } from "../../../main/files/file-registry";
import { type FileSystem, nodeFileSystem } from "../../../main/files/file-system";
import { JournalStore } from "../../../main/files/journal-store";
import type { JournalHeader } from "../../../preload/contract";
import { makeTemporaryFolder, systemError, toBytes, toText } from "./temporary-folder";

const newPlan: JournalHeader = { planId: "plan-0001", title: "District plan", file: null, base: null };

async function makeStore(fs: FileSystem = nodeFileSystem) {
  const folder = await makeTemporaryFolder();
  const registry = new FileRegistry();
  return { folder, registry, store: new JournalStore({ folder, registry, fs }) };
}

/** What another run of the app finds in the folder. */
const reopen = (folder: string) => new JournalStore({ folder, registry: new FileRegistry() });

async function openJournal(store: JournalStore, header = newPlan): Promise<string> {
  const opened = await store.open(header);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value.journalId;
}

async function readBatches(store: JournalStore, journalId: string) {
  const content = await store.read(journalId);
  if (!content.ok) throw new Error(content.error.type);
  return { batches: content.value.batches.map(toText), tornTail: content.value.tornTail };
}

describe("a journal", () => {
  it("gives back all batches in the order in which they were appended", async () => {
    const { store } = await makeStore();
    const journalId = await openJournal(store);
    const texts = Array.from({ length: 50 }, (_, index) => `batch ${index}`);
    // Not waited for one by one: the order is that of the calls.
    const answers = await Promise.all(texts.map((text) => store.append(journalId, toBytes(text))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await readBatches(store, journalId)).toEqual({ batches: texts, tornTail: false });
  });

  it("is listed after a crash, with its header, but not while its session lives", async () => {
    const { folder, store } = await makeStore();
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("an edit"));
    expect(await store.list()).toEqual([]);
    expect(await reopen(folder).list()).toMatchObject([{ journalId, header: newPlan, batchCount: 1 }]);
  });

  it("is listed once the page it belonged to is gone", async () => {
    const { store } = await makeStore();
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("an edit"));
    await store.releaseAll();
    expect(await store.list()).toMatchObject([{ journalId }]);
    expect(await store.append(journalId, toBytes("late"))).toEqual({
      ok: false,
      error: { type: "unknown-id" },
    });
  });

  it("that never got a batch is not recovered work", async () => {
    const { folder, store } = await makeStore();
    await openJournal(store);
    expect(await reopen(folder).list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("forgets its batches with a rebase and goes on from the new base", async () => {
    const { folder, store } = await makeStore();
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("before the save"));
    const saved = { ...newPlan, base: { sizeBytes: 12, sha256: "a".repeat(64) } };
    expect(await store.rebase(journalId, saved)).toEqual({ ok: true, value: {} });
    await store.append(journalId, toBytes("after the save"));
    expect(await readBatches(reopen(folder), journalId)).toEqual({
      batches: ["after the save"],
      tornTail: false,
    });
    expect(await reopen(folder).list()).toMatchObject([{ header: saved }]);
  });

  it("is gone after clear", async () => {
    const { folder, store } = await makeStore();
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("an edit"));
    expect(await store.clear(journalId)).toEqual({ ok: true, value: {} });
    expect(await readdir(folder)).toEqual([]);
    expect(await store.clear(journalId)).toEqual({ ok: false, error: { type: "unknown-id" } });
  });

  it("keeps the file's id usable after a restart", async () => {
    const { folder, registry, store } = await makeStore();
    const fileId = registry.register("/home/planner/plan.civplan");
    const file = { fileId, name: "plan.civplan", folder: "/home/planner", mustSaveAs: null };
    const journalId = await openJournal(store, { ...newPlan, file });
    await store.append(journalId, toBytes("an edit"));

    const nextRegistry = new FileRegistry();
    await new JournalStore({ folder, registry: nextRegistry }).list();
    expect(nextRegistry.pathOf(fileId)).toBe("/home/planner/plan.civplan");
  });

  it("lists the newest first", async () => {
    const { folder, store } = await makeStore();
    const older = await openJournal(store);
    const newer = await openJournal(store);
    for (const journalId of [older, newer]) await store.append(journalId, toBytes("an edit"));
    await utimes(join(folder, `${older}.journal`), 1000, 1000);
    expect((await reopen(folder).list()).map((entry) => entry.journalId)).toEqual([newer, older]);
  });
});

describe("a damaged journal", () => {
  async function makeThreeBatches() {
    const { folder, store } = await makeStore();
    const journalId = await openJournal(store);
    for (const text of ["one", "two", "three"]) await store.append(journalId, toBytes(text));
    await store.releaseAll();
    return { store, journalId, path: join(folder, `${journalId}.journal`) };
  }

  it.each([1, 4, 9, 12])("gives the batches before a tail cut off by %i bytes", async (cutBytes) => {
    const { store, journalId, path } = await makeThreeBatches();
    await truncate(path, (await readFile(path)).byteLength - cutBytes);
    expect(await readBatches(store, journalId)).toEqual({ batches: ["one", "two"], tornTail: true });
  });

  it("gives the batches before one whose checksum is wrong, and none behind it", async () => {
    const { store, journalId, path } = await makeThreeBatches();
    const bytes = await readFile(path);
    const inTwo = bytes.lastIndexOf("two");
    bytes[inTwo] = (bytes[inTwo] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await readBatches(store, journalId)).toEqual({ batches: ["one"], tornTail: true });
  });

  it("is not confused by rubbish behind the last batch", async () => {
    const { store, journalId, path } = await makeThreeBatches();
    await appendFile(path, Buffer.from([255, 255, 255, 255, 1, 2, 3, 4, 5]));
    expect(await readBatches(store, journalId)).toEqual({ batches: ["one", "two", "three"], tornTail: true });
  });

  it("with a damaged header is an error, and is not listed", async () => {
    const { store, journalId, path } = await makeThreeBatches();
    await writeFile(path, "rubbish");
    expect(await store.read(journalId)).toMatchObject({ ok: false, error: { type: "failed" } });
    expect(await store.list()).toEqual([]);
  });

  it("takes half a batch back when the disk is full, so that later ones can be read", async () => {
    let isFull = false;
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: async (path, flags, mode) => {
        const handle = await nodeFileSystem.open(path, flags, mode);
        const append = handle.appendFile.bind(handle);
        handle.appendFile = async (data, options) => {
          if (!isFull) return append(data, options);
          await append((data as Uint8Array).slice(0, 5));
          throw systemError("ENOSPC");
        };
        return handle;
      },
    };
    const { folder, store } = await makeStore(fs);
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("one"));
    isFull = true;
    expect(await store.append(journalId, toBytes("lost"))).toEqual({
      ok: false,
      error: { type: "disk-full" },
    });
    isFull = false;
    expect((await store.append(journalId, toBytes("two"))).ok).toBe(true);
    expect(await readBatches(reopen(folder), journalId)).toEqual({
      batches: ["one", "two"],
      tornTail: false,
    });
  });

  it("does not take a batch as protected before it is synced", async () => {
    const steps: string[] = [];
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: async (path, flags, mode) => {
        const handle = await nodeFileSystem.open(path, flags, mode);
        const sync = handle.datasync.bind(handle);
        handle.datasync = async () => {
          await sync();
          steps.push("synced");
        };
        return handle;
      },
    };
    const { store } = await makeStore(fs);
    const journalId = await openJournal(store);
    await store.append(journalId, toBytes("one")).then(() => steps.push("answered"));
    expect(steps).toEqual(["synced", "answered"]);
  });
});
