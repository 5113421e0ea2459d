import { beforeEach, describe, expect, it } from "vitest";
import type { Host, HostError } from "../../../renderer/host/host";
import { FakeHost, fileNamed } from "./fake-host";
import { startTestSession } from "./start-test-session";

const budgetFile = fileNamed("budget.civplan");
let host: FakeHost;
let started: ReturnType<typeof startTestSession>;

beforeEach(async () => {
  host = new FakeHost();
  started = startTestSession(host);
  await started.session.newFromTemplate("empty");
  host.picks = budgetFile;
  await started.session.save();
});

const savedBytes = () => host.disk.get(budgetFile.fileId);

describe("a save that fails", () => {
  it.each<[what: string, error: HostError]>([
    ["the disk is full", { type: "disk-full" }],
    ["permission was lost", { type: "permission-denied", name: "budget.civplan" }],
    ["another program holds the file", { type: "in-use", name: "budget.civplan" }],
    ["the disk breaks", { type: "failed", detail: "EIO" }],
  ])(
    "because %s says so and offers another place, keeps the edit in plan and journal and the old file, and works once the cause is gone",
    async (_what, error) => {
      const before = savedBytes();
      await started.rename("Edited");
      host.failing.set("writeFile", error);
      await started.session.save();
      expect(started.session.view.get().notice).toMatchObject({
        failure: { error: { type: error.type } },
        // Another place may have room.
        offersSaveAs: true,
      });
      expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
      expect(started.openDocument().plan.title).toBe("Edited");
      expect(host.journals.get("journal-1")?.batches).toHaveLength(1);
      expect(savedBytes()).toBe(before);
      // Work goes on meanwhile.
      expect((await started.rename("Edited again")).ok).toBe(true);
      expect(host.journals.get("journal-1")?.batches).toHaveLength(2);

      host.failing.clear();
      await started.session.save();
      expect(started.openDocument()).toMatchObject({ isDirty: false, isProtected: true });
      expect(host.journals.get("journal-1")?.batches).toHaveLength(0);
      expect(savedBytes()).not.toBe(before);
    },
  );

  it("survives a crash right after it: the edit is in the journal", async () => {
    await started.rename("Edited");
    host.failing.set("writeFile", { type: "disk-full" });
    await started.session.save();
    host.endSession();
    host.failing.clear();
    started = startTestSession(host);
    await started.session.recover("journal-1", "Edited");
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
    expect(started.openDocument().plan.title).toBe("Edited");
  });
});

describe("a journal that cannot be written", () => {
  it.each<[method: keyof Host, error: HostError]>([
    ["openJournal", { type: "disk-full" }],
    ["openJournal", { type: "permission-denied", name: "x.journal" }],
    ["appendJournal", { type: "disk-full" }],
    ["appendJournal", { type: "permission-denied", name: "x.journal" }],
    ["appendJournal", { type: "unknown-id" }],
  ])(
    "(%s: %o) shows that the work is not protected while the edit stays, until a save protects it",
    async (method, error) => {
      host.failing.set(method, error);
      expect((await started.rename("Edited")).ok).toBe(true);
      // What the banner is shown for.
      expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: false });
      expect(started.openDocument().plan.title).toBe("Edited");
      await started.session.undo();
      await started.session.redo();
      expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: false });
      expect(started.openDocument().plan.title).toBe("Edited");

      await started.session.save();
      expect(started.openDocument()).toMatchObject({ isDirty: false, isProtected: true });
      await started.session.close();
      await started.session.openPicked();
      expect(started.openDocument().plan.title).toBe("Edited");
    },
  );

  it("that could not begin anew from a saved file goes on behind what it had, and loses nothing", async () => {
    await started.rename("One");
    host.failing.set("rebaseJournal", { type: "failed", detail: "the journal's worker stopped" });
    await started.session.save();
    expect(started.openDocument()).toMatchObject({ isDirty: false, isProtected: true });
    await started.rename("Two");
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
    expect(host.journals.get("journal-1")?.batches).toHaveLength(2);
    host.endSession();
    started = startTestSession(host);
    await started.session.recover("journal-1", "Two");
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
    expect(started.openDocument().plan.title).toBe("Two");
    await started.session.undo();
    expect(started.openDocument().plan.title).toBe("One");
  });

  it("gets all that it missed, in order, with the next edit after there is room again", async () => {
    host.failing.set("appendJournal", { type: "disk-full" });
    for (const title of ["One", "Two", "Three"]) await started.rename(title);
    host.failing.clear();
    await started.rename("Four");
    expect(started.openDocument().isProtected).toBe(true);
    host.endSession();
    started = startTestSession(host);
    await started.session.recover("journal-1", "Four");
    expect(started.openDocument().plan.title).toBe("Four");
    await started.session.undo();
    expect(started.openDocument().plan.title).toBe("Three");
  });
});

describe("a journal that is torn", () => {
  it.each([1, 2])(
    "after %i of 3 edits gives back what is before the tear, and says that the rest is lost",
    async (kept) => {
      for (const title of ["One", "Two", "Three"]) await started.rename(title);
      host.endSession();
      host.readableBatches = kept;
      started = startTestSession(host);
      await started.session.recover("journal-1", "Three");
      expect(started.openDocument().plan.title).toBe(["One", "Two"][kept - 1]);
      expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
      expect(started.noticeType()).toBe("journal-torn");
      // What was recovered can be saved like any other work.
      await started.session.save();
      expect(started.openDocument().isDirty).toBe(false);
    },
  );
});
