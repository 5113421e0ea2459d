import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { saveAtomically } from "../../../main/files/atomic-save";
import { BackupStore } from "../../../main/files/backup-store";
import { FileRegistry } from "../../../main/files/file-registry";
import { stampOf } from "../../../main/files/file-stamp";
import { JournalStore } from "../../../main/files/journal-store";
import type { JournalHeader } from "../../../preload/contract";
import { makeTemporaryFolder, toBytes, toText } from "./temporary-folder";
import { WindowsFileSystem } from "./windows-file-system";

const A_WHILE = 4;
const FOR_EVER = 1000;

describe("saving a plan on Windows", () => {
  const [oldBytes, newBytes] = [toBytes("the old plan"), toBytes("the new plan")];

  async function makePlan() {
    const folder = await makeTemporaryFolder();
    const path = join(folder, "plan.civplan");
    await writeFile(path, oldBytes);
    const windows = new WindowsFileSystem();
    const save = () =>
      saveAtomically(path, newBytes, stampOf(oldBytes), { fs: windows.fs, platform: "win32" });
    return { folder, path, windows, save };
  }

  it("waits for a scanner that holds the file, and then replaces it", async () => {
    const { folder, path, windows, save } = await makePlan();
    windows.scan(path, A_WHILE);
    expect(await save()).toEqual({ ok: true, value: stampOf(newBytes) });
    expect(await readFile(path, "utf8")).toBe("the new plan");
    expect(windows.waitsMs).toEqual([10, 20, 40, 80]);
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
    expect(windows.openFiles).toEqual([]);
  });

  it("waits for a scanner that holds whatever is new in the folder", async () => {
    const { folder, path, windows, save } = await makePlan();
    windows.scan(folder, A_WHILE);
    expect((await save()).ok).toBe(true);
    expect(await readFile(path, "utf8")).toBe("the new plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });

  it("keeps the old plan whole while another program has it open, says so, and saves once it is closed", async () => {
    const { folder, path, windows, save } = await makePlan();
    const closeElsewhere = windows.openElsewhere(path);
    expect(await save()).toEqual({ ok: false, error: { type: "permission-denied", name: "plan.civplan" } });
    expect(await readFile(path, "utf8")).toBe("the old plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
    expect(windows.waitsMs).toHaveLength(9);
    closeElsewhere();
    expect((await save()).ok).toBe(true);
    expect(await readFile(path, "utf8")).toBe("the new plan");
  });
});

describe("the journal on Windows", () => {
  const header: JournalHeader = { planId: "plan-0001", title: "Plan", file: null, base: null };

  async function makeJournal() {
    const folder = await makeTemporaryFolder();
    const windows = new WindowsFileSystem();
    const makeStore = () => new JournalStore({ folder, registry: new FileRegistry(), fs: windows.fs });
    const store = makeStore();
    const opened = await store.open(header);
    if (!opened.ok) throw new Error(opened.error.type);
    const { journalId } = opened.value;
    const path = join(folder, `${journalId}.journal`);
    const readTexts = async () => {
      const read = await makeStore().read(journalId);
      return read.ok ? read.value.batches.map(toText) : read.error.type;
    };
    return { windows, store, makeStore, journalId, path, readTexts };
  }

  it("is closed before it is replaced after a save, and deleted only when it is closed", async () => {
    const { windows, store, journalId, path, readTexts } = await makeJournal();
    await store.append(journalId, toBytes("one"));
    expect(windows.openFiles).toEqual([path]);
    expect((await store.rebase(journalId, { ...header, title: "Saved" })).ok).toBe(true);
    await store.append(journalId, toBytes("two"));
    expect(await readTexts()).toEqual(["two"]);
    expect((await store.clear(journalId)).ok).toBe(true);
    expect(windows.openFiles).toEqual([]);
    // Our own files never were in our own way.
    expect(windows.waitsMs).toEqual([]);
  });

  it("takes edits while a scanner holds it, and waits for the scanner after a save", async () => {
    const { windows, store, journalId, path, readTexts } = await makeJournal();
    windows.scan(path, A_WHILE);
    expect((await store.append(journalId, toBytes("one"))).ok).toBe(true);
    expect(windows.waitsMs).toEqual([]);
    expect((await store.rebase(journalId, header)).ok).toBe(true);
    expect(windows.waitsMs).toEqual([10, 20, 40, 80]);
    expect((await store.append(journalId, toBytes("two"))).ok).toBe(true);
    expect(await readTexts()).toEqual(["two"]);
  });

  it("keeps its batches and takes more of them when it cannot be replaced at all", async () => {
    const { windows, store, journalId, path, readTexts } = await makeJournal();
    await store.append(journalId, toBytes("one"));
    const closeElsewhere = windows.openElsewhere(path);
    expect((await store.rebase(journalId, header)).ok).toBe(false);
    expect((await store.append(journalId, toBytes("two"))).ok).toBe(true);
    closeElsewhere();
    expect(await readTexts()).toEqual(["one", "two"]);
  });

  it("that cannot be deleted is told, and is offered as left-behind work rather than lost", async () => {
    const { windows, store, makeStore, journalId, path } = await makeJournal();
    await store.append(journalId, toBytes("one"));
    const closeElsewhere = windows.openElsewhere(path);
    expect(await store.clear(journalId)).toMatchObject({
      ok: false,
      error: { type: "in-use" },
    });
    closeElsewhere();
    expect(await makeStore().list()).toMatchObject([{ journalId, batchCount: 1 }]);
    expect((await makeStore().clear(journalId)).ok).toBe(true);
    expect(await makeStore().list()).toEqual([]);
  });
});

describe("backups on Windows", () => {
  const HOUR_MS = 3_600_000;

  async function makeBackups() {
    const folder = await makeTemporaryFolder();
    const windows = new WindowsFileSystem();
    const clock = { now: new Date() };
    const store = new BackupStore({ folder, now: () => clock.now, fs: windows.fs });
    const write = async (text: string) => {
      clock.now = new Date(clock.now.getTime() + 1000);
      const written = await store.write({
        planId: "plan-0001",
        title: "P",
        reason: "timer",
        bytes: toBytes(text),
      });
      if (!written.ok) throw new Error(written.error.type);
      return written.value.backupId;
    };
    return { folder, windows, clock, store, write };
  }

  it("are written and read while a scanner looks at all that is new", async () => {
    const { folder, windows, store, write } = await makeBackups();
    windows.scan(folder, A_WHILE);
    const backupId = await write("one");
    windows.scan(folder, A_WHILE);
    const read = await store.read(backupId);
    expect(read.ok && toText(read.value.bytes)).toBe("one");
  });

  it("count although an old one that makes room is held for ever; that one goes another time", async () => {
    const { folder, windows, clock, store, write } = await makeBackups();
    const oldest = await write("1");
    const bytesPath = join(folder, `${oldest}.civplan`);
    const closeElsewhere = windows.openElsewhere(bytesPath);
    for (const text of ["2", "3", "4", "5"]) await write(text);
    expect((await store.list("plan-0001")).map(({ backupId }) => backupId)).not.toContain(oldest);
    expect(await readdir(folder)).toContain(`${oldest}.civplan`);
    closeElsewhere();
    // Young ones may be another window's that is writing its description just now.
    await write("6");
    expect(await readdir(folder)).toContain(`${oldest}.civplan`);
    await utimes(
      bytesPath,
      new Date(clock.now.getTime() - 2 * HOUR_MS),
      new Date(clock.now.getTime() - 2 * HOUR_MS),
    );
    await write("7");
    expect(await readdir(folder)).not.toContain(`${oldest}.civplan`);
  });

  it("that a scanner never lets go of are an error, not a wait without end", async () => {
    const { folder, windows, store } = await makeBackups();
    windows.scan(folder, FOR_EVER);
    const request = { planId: "plan-0001", title: "P", reason: "timer" as const, bytes: toBytes("one") };
    expect((await store.write(request)).ok).toBe(false);
    expect(windows.waitsMs.length).toBeLessThan(40);
  });
});
