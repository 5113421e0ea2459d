/** Another file comes while a plan is open: a copy of that plan, another plan, something that is no plan. */
import { beforeEach, describe, expect, it } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { err } from "../../../core/result";
import type { SessionQuestion } from "../../../renderer/session/session-view";
import { tamper } from "../support/dump-plan";
import { FakeHost, fileNamed } from "./fake-host";
import { openDatabase, startTestSession } from "./start-test-session";

type OtherFileQuestion = Extract<SessionQuestion, { readonly type: "other-file" }>;

const ownFile = fileNamed("own.civplan");
const copyFile = fileNamed("copy.civplan");
let host: FakeHost;
let started: ReturnType<typeof startTestSession>;
let asked: OtherFileQuestion[];

/** A saved plan of two changes, "First", open for editing. */
beforeEach(async () => {
  host = new FakeHost();
  started = startTestSession(host);
  asked = [];
  started.session.view.subscribe(() => {
    const { question } = started.session.view.get();
    if (question?.type === "other-file" && !asked.includes(question)) asked.push(question);
  });
  await started.session.newFromTemplate("empty");
  await started.rename("First");
  host.picks = ownFile;
  await started.session.save();
});

const titleOf = () => started.openDocument().plan.title;
const otherOf = () => started.session.view.get().other;
const bytesOf = (fileId = ownFile.fileId): Uint8Array => {
  const bytes = host.disk.get(fileId);
  if (bytes === undefined) throw new Error("no such file");
  return bytes;
};

/** What somebody makes of the plan's file on a computer of their own. */
async function editElsewhere(...titles: string[]): Promise<Uint8Array> {
  const theirHost = new FakeHost();
  const theirs = startTestSession(theirHost);
  theirHost.put(copyFile, bytesOf());
  await theirs.session.openKnown(copyFile);
  for (const title of titles) await theirs.rename(title);
  await theirs.session.save();
  return theirHost.disk.get(copyFile.fileId) ?? new Uint8Array();
}

async function openCopy(bytes: Uint8Array, answer: "merge" | "compare" | "open" | "cancel"): Promise<void> {
  host.put(copyFile, bytes);
  const answered = started.answerNext("other-file", answer);
  await started.session.openKnown(copyFile);
  await answered;
}

describe("a copy of the open plan that is opened beside it", () => {
  it("is called older where ours holds all of its changes, and can be compared", async () => {
    const older = bytesOf();
    await started.rename("Second");
    await started.rename("Third");
    await openCopy(older, "compare");
    expect(asked).toMatchObject([
      {
        fileName: "copy.civplan",
        canMerge: false,
        relation: { kind: "older", shared: 2, onlyInOurs: 2, onlyInTheirs: 0 },
      },
    ]);
    expect(otherOf()).toMatchObject({ name: "copy.civplan", purpose: "compare" });
    expect(titleOf()).toBe("Third");
    expect(started.openDocument().plan.unsavedChanges).toBe(2);
  });

  it("is called newer where it holds all of ours and more, and merging brings it up to date", async () => {
    await openCopy(await editElsewhere("Theirs"), "merge");
    expect(asked).toMatchObject([{ canMerge: true, relation: { kind: "newer", onlyInTheirs: 1 } }]);
    expect(otherOf()).toMatchObject({ purpose: "merge", view: { isSamePlan: true } });
    expect((await started.session.takeMerged([]))?.added).toBe(1);
    expect(titleOf()).toBe("Theirs");
    expect(started.openDocument()).toMatchObject({ fileName: "own.civplan", isDirty: true });
  });

  it("is called diverged where each has what the other lacks, whatever their clocks say", async () => {
    const theirs = await editElsewhere("Theirs", "Theirs again");
    started.clock.nowMs += 10 * 365 * 86_400_000;
    await started.rename("Ours");
    await openCopy(theirs, "merge");
    expect(asked).toMatchObject([
      { canMerge: true, relation: { kind: "diverged", shared: 2, onlyInOurs: 1, onlyInTheirs: 2 } },
    ]);
    expect(otherOf()?.purpose).toBe("merge");
  });

  it("takes the open plan's place where that is wanted, after the question about unsaved changes", async () => {
    const theirs = await editElsewhere("Theirs");
    await started.rename("Ours");
    const discarded = started.answerNext("unsaved-changes", "discard");
    await openCopy(theirs, "open");
    await discarded;
    expect(titleOf()).toBe("Theirs");
    expect(started.openDocument()).toMatchObject({ fileName: "copy.civplan", isDirty: false });
    expect(otherOf()).toBeNull();
    expect(host.locks).toEqual(new Set([copyFile.fileId]));
  });

  it("is left alone when the question, or the one about unsaved changes, is cancelled", async () => {
    const theirs = await editElsewhere("Theirs");
    await started.rename("Ours");
    await openCopy(theirs, "cancel");
    const kept = started.answerNext("unsaved-changes", "cancel");
    await openCopy(theirs, "open");
    await kept;
    expect(titleOf()).toBe("Ours");
    expect(started.openDocument()).toMatchObject({ fileName: "own.civplan", isDirty: true });
    expect(otherOf()).toBeNull();
    expect(host.locks).toEqual(new Set([ownFile.fileId]));
    expect(started.session.view.get().activity).toBeNull();
  });

  it("is opened without a question where it holds the same changes, and so is another plan", async () => {
    host.put(copyFile, bytesOf());
    await started.session.openKnown(copyFile);
    expect(started.openDocument().fileName).toBe("copy.civplan");
    await started.session.newFromTemplate("seoul-civil-democracy");
    await started.session.openKnown(ownFile);
    expect(titleOf()).toBe("First");
    expect(asked).toEqual([]);
  });

  it("is read again when leaving the open plan has written over it", async () => {
    const theirs = await editElsewhere("Theirs");
    await started.session.close();
    await started.session.openBytes("own.civplan", bytesOf());
    await started.rename("Ours");
    host.picks = copyFile;
    const saved = started.answerNext("unsaved-changes", "save");
    await openCopy(theirs, "open");
    await saved;
    expect(titleOf()).toBe("Ours");
    expect(started.openDocument()).toMatchObject({ fileName: "copy.civplan", isDirty: false });
    await started.rename("Ours again");
    await started.session.save();
    expect(started.noticeType()).toBeNull();
  });
});

const missing = (): never => {
  throw new Error("nothing there");
};

describe("the open plan's own file", () => {
  it("goes back to what was saved, after the question about unsaved changes alone", async () => {
    await started.rename("Second");
    const discarded = started.answerNext("unsaved-changes", "discard");
    await started.session.openKnown(ownFile);
    await discarded;
    expect(titleOf()).toBe("First");
    expect(asked).toEqual([]);
  });

  it("is a copy like any other once a colleague has written it, and merging makes saving safe", async () => {
    host.put(ownFile, await editElsewhere("Theirs"));
    const answered = started.answerNext("other-file", "merge");
    await started.session.openKnown(ownFile);
    await answered;
    await started.session.takeMerged([]);
    await started.session.save();
    expect(started.noticeType()).toBeNull();
    expect(started.openDocument()).toMatchObject({ fileName: "own.civplan", isDirty: false });
  });
});

describe("a file that is dropped on the open plan", () => {
  async function drop(bytes: Uint8Array, answer: "merge" | "compare" | "open" | "cancel"): Promise<void> {
    const answered = started.answerNext("other-file", answer);
    await started.session.receiveDropped("dropped.civplan", bytes);
    await answered;
  }

  it("is asked about even where it is the same, and merged, compared or left", async () => {
    await drop(bytesOf(), "cancel");
    expect(otherOf()).toBeNull();
    const theirs = await editElsewhere("Theirs");
    await drop(theirs, "merge");
    expect(otherOf()).toMatchObject({ name: "dropped.civplan", purpose: "merge", file: null });
    await drop(theirs, "compare");
    expect(otherOf()).toMatchObject({ purpose: "compare" });
    expect(asked.map(({ relation }) => relation?.kind)).toEqual(["same", "newer", "newer"]);
    expect(titleOf()).toBe("First");
  });

  it("is opened instead as a plan without a file, after the question about unsaved changes", async () => {
    const theirs = await editElsewhere("Theirs");
    await started.rename("Ours");
    const saved = started.answerNext("unsaved-changes", "save");
    await drop(theirs, "open");
    await saved;
    expect(titleOf()).toBe("Theirs");
    expect(started.openDocument().fileName).toBeNull();
    const read = readUntrustedPlan(bytesOf(), openDatabase);
    expect(read.ok && read.value.log.changes).toHaveLength(3);
  });

  it("that is another plan can be compared or opened, not merged", async () => {
    const otherHost = new FakeHost();
    const other = startTestSession(otherHost);
    await other.session.newFromTemplate("seoul-civil-democracy");
    otherHost.picks = copyFile;
    await other.session.save();
    await drop(otherHost.disk.get(copyFile.fileId) ?? missing(), "compare");
    expect(asked).toMatchObject([{ relation: null, canMerge: false }]);
    expect(otherOf()).toMatchObject({ purpose: "compare", view: { isSamePlan: false } });
  });

  it("that is a newer copy of a newer format can only be looked at beside it", async () => {
    await drop(tamper(await editElsewhere("Theirs"), "PRAGMA user_version=2"), "compare");
    expect(asked).toMatchObject([{ relation: { kind: "newer" }, canMerge: false }]);
    expect(otherOf()?.view).toMatchObject({ isSamePlan: true, isNewerFormat: true });
  });

  it("that is no plan is said to be none, without a question", async () => {
    await started.session.receiveDropped("letter.txt", new TextEncoder().encode("Dear all"));
    expect(started.noticeType()).toBe("not-sqlite");
    expect(asked).toEqual([]);
    expect(titleOf()).toBe("First");
  });
});

describe("reading another file that takes long", () => {
  /** A gate that reads until it is told to stop. */
  const startSlow = () =>
    startTestSession(host, {
      readThroughGate: (_bytes, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve(err({ type: "opening-cancelled" })));
        }),
    });

  it.each([
    ["dropped", (slow: typeof started) => slow.session.receiveDropped("copy.civplan", bytesOf())],
    ["opened", (slow: typeof started) => slow.session.openKnown(copyFile)],
    ["chosen for merging", (slow: typeof started) => slow.session.holdPicked("merge")],
  ] as const)("is cancelled when it was %s; the open plan stays as it is", async (_how, begin) => {
    host.put(copyFile, bytesOf());
    host.picks = copyFile;
    const slow = startSlow();
    await slow.session.newFromTemplate("empty");
    await slow.rename("Ours");
    const reading = begin(slow);
    await expect.poll(() => slow.session.view.get().activity?.name).toBe("copy.civplan");
    slow.session.cancelOpening();
    await reading;
    expect(slow.session.view.get()).toMatchObject({
      activity: null,
      notice: null,
      question: null,
      other: null,
    });
    expect(slow.openDocument()).toMatchObject({ fileName: null, isDirty: true, plan: { title: "Ours" } });
    expect((await slow.rename("Still ours")).ok).toBe(true);
  });
});

describe("a clean copy for the public", () => {
  const publicFile = fileNamed("public.civplan");

  it("is written into a new file; the open plan keeps its own, and its unsaved changes", async () => {
    await started.session.renamePerson("Kim");
    await started.rename("Unsaved");
    host.picks = publicFile;
    expect(await started.session.publish("City of Seoul")).toBe(true);
    const read = readUntrustedPlan(bytesOf(publicFile.fileId), openDatabase);
    if (!read.ok) throw new Error(read.error.type);
    const { changes, people, planId } = read.value.log;
    expect(changes).toHaveLength(1);
    expect(people.map(({ displayName }) => displayName)).toEqual(["City of Seoul"]);
    expect(planId).not.toBe(started.openDocument().plan.planId);
    expect(JSON.stringify(read.value.log)).not.toContain("Kim");
    expect(started.openDocument()).toMatchObject({ fileName: "own.civplan", isDirty: true });
    expect(host.locks).toEqual(new Set([ownFile.fileId]));
  });

  it("cannot take the place of the open plan's own file, nor is anything written when the dialog is closed", async () => {
    const before = bytesOf();
    host.picks = ownFile;
    expect(await started.session.publish("")).toBe(false);
    expect(started.noticeType()).toBe("own-file");
    host.picks = null;
    expect(await started.session.publish("")).toBe(false);
    expect(bytesOf()).toBe(before);
  });

  it("is not said to be written when the disk is full", async () => {
    host.picks = publicFile;
    host.failing.set("writeFile", { type: "disk-full" });
    expect(await started.session.publish("")).toBe(false);
    expect(started.noticeType()).toBe("disk-full");
    expect(host.disk.has(publicFile.fileId)).toBe(false);
  });
});
