import { expose } from "comlink";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BrowserJournals } from "../../../renderer/host/browser/browser-journals";
import { JournalWriter } from "../../../renderer/host/browser/journal-writer";
import type { JournalHeader } from "../../../renderer/host/host";
import { FakeLocks } from "./fake-locks";
import { InProcessWorker } from "./in-process-worker";
import { PrivateFolder } from "./private-folder";

const newPlan: JournalHeader = { planId: "plan-0001", title: "District plan", file: null, base: null };
const savedPlan: JournalHeader = { ...newPlan, base: { sizeBytes: 12, sha256: "a".repeat(64) } };
const done = { ok: true, value: {} };

let root: PrivateFolder;
let workers: InProcessWorker[];
let journals: BrowserJournals;
let journalId: string;

/** The journals of one tab; each worker has a writer of its own, and its files go with it. */
const openTab = () =>
  new BrowserJournals(root.handle, () => {
    const worker = new InProcessWorker(
      (endpoint) => expose(new JournalWriter(async () => root.handle), endpoint),
      () => root.letGo(),
    );
    workers.push(worker);
    return worker.handle;
  });

beforeEach(async () => {
  vi.stubGlobal("navigator", { locks: new FakeLocks() });
  root = new PrivateFolder();
  workers = [];
  journals = openTab();
  const opened = await journals.open(newPlan);
  if (!opened.ok) throw new Error(opened.error.type);
  journalId = opened.value.journalId;
  return () => vi.unstubAllGlobals();
});

const append = (text: string) => journals.append(journalId, new TextEncoder().encode(text));

async function readTexts() {
  const content = await journals.read(journalId);
  if (!content.ok) return content;
  return content.value.batches.map((batch) => new TextDecoder().decode(batch));
}

const stopped = {
  ok: false,
  error: { type: "failed", detail: "the journal's worker stopped: out of memory" },
};

describe("the worker of the journals", () => {
  it("is one for all of them", async () => {
    expect((await journals.open(newPlan)).ok).toBe(true);
    expect(await append("one")).toEqual(done);
    expect(workers).toHaveLength(1);
  });

  it("when it dies leaves no call open: the edit is told to be without protection", async () => {
    workers[0]?.holdBack();
    const waiting = [append("one"), append("two")];
    workers[0]?.crash("out of memory");
    expect(await Promise.all(waiting)).toEqual([stopped, stopped]);
  });

  it("is followed by another one, which goes on behind what was kept", async () => {
    await append("one");
    workers[0]?.crash("out of memory");
    // As the session sends what was refused: in order, with the next edit.
    expect(await Promise.all(["two", "three"].map(append))).toEqual([done, done]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isTerminated).toBe(true);
    expect(await readTexts()).toEqual(["one", "two", "three"]);
  });

  it("may die within a batch: the half of it is taken away before the next one", async () => {
    await append("one");
    const folder = await root.getDirectoryHandle(journalId);
    const [[name, bytes] = ["", new Uint8Array()]] = folder.files;
    folder.files.set(name, Uint8Array.from([...bytes, 40, 0, 0, 0, 1, 2, 3]));
    workers[0]?.crash("out of memory");
    expect(await append("two")).toEqual(done);
    const content = await journals.read(journalId);
    expect(content).toMatchObject({ ok: true, value: { tornTail: false } });
    expect(await readTexts()).toEqual(["one", "two"]);
  });

  it("is tried again where the next one cannot have the file yet", async () => {
    await append("one");
    workers[0]?.crash("out of memory");
    const folder = await root.getDirectoryHandle(journalId);
    const [name = ""] = folder.files.keys();
    folder.held.add(name);
    expect((await append("two")).ok).toBe(false);
    folder.held.clear();
    expect(await append("two")).toEqual(done);
    expect(await readTexts()).toEqual(["one", "two"]);
  });

  it("may die between a save and the new base: the next one begins it", async () => {
    await append("before the save");
    workers[0]?.crash("out of memory");
    expect(await journals.rebase(journalId, savedPlan)).toEqual(done);
    await append("after the save");
    expect(await journals.read(journalId)).toMatchObject({ ok: true, value: { header: savedPlan } });
    expect(await readTexts()).toEqual(["after the save"]);
  });

  it("need not live for a journal to be cleared, or for another plan to be protected", async () => {
    await append("one");
    workers[0]?.crash("out of memory");
    expect(await journals.clear(journalId)).toEqual(done);
    expect(await append("late")).toEqual({ ok: false, error: { type: "unknown-id" } });
    const opened = await journals.open(savedPlan);
    expect(opened.ok).toBe(true);
    expect(workers).toHaveLength(2);
    expect(await journals.list()).toEqual({ ok: true, value: [] });
  });

  it("leaves behind what the next session of the tab is offered", async () => {
    await append("one");
    workers[0]?.crash("out of memory");
    vi.stubGlobal("navigator", { locks: new FakeLocks() });
    expect(await openTab().list()).toMatchObject({ ok: true, value: [{ journalId, batchCount: 1 }] });
  });
});
