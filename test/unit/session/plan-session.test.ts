import { beforeEach, describe, expect, it } from "vitest";
import { err } from "../../../core/result";
import { FakeHost, fileNamed } from "./fake-host";
import { startTestSession } from "./start-test-session";

const budgetFile = fileNamed("budget.civplan");
let host: FakeHost;
let started: ReturnType<typeof startTestSession>;

beforeEach(() => {
  host = new FakeHost();
  started = startTestSession(host);
});

/** A saved plan with a clean slate around it. */
async function saveNewPlan(): Promise<void> {
  await started.session.newFromTemplate("empty");
  host.picks = budgetFile;
  await started.session.save();
}

describe("a new plan", () => {
  it("is open, has no file and nothing to lose", async () => {
    await started.session.newFromTemplate("seoul-civil-democracy");
    const { plan, fileName, isDirty } = started.openDocument();
    expect(plan.title).not.toBe("");
    expect({ fileName, isDirty, undo: plan.undoLabel }).toEqual({
      fileName: null,
      isDirty: false,
      undo: null,
    });
    expect(host.journals.size).toBe(0);
  });

  it("asks for a place at the first save and belongs to that file from then on", async () => {
    await saveNewPlan();
    expect(started.openDocument()).toMatchObject({ fileName: "budget.civplan", isDirty: false });
    expect(started.openDocument().lastSavedAtMs).not.toBeNull();
    expect(host.disk.has(budgetFile.fileId)).toBe(true);
    expect(host.recent[0]?.file.fileId).toBe(budgetFile.fileId);
    expect(host.locks).toEqual(new Set([budgetFile.fileId]));
  });

  it("stays as it is when the dialog is closed", async () => {
    await started.session.newFromTemplate("empty");
    await started.session.save();
    expect(started.openDocument().fileName).toBeNull();
    expect(started.noticeType()).toBeNull();
  });
});

describe("an edit", () => {
  it("is in the journal before it is on screen, and makes the plan dirty", async () => {
    await saveNewPlan();
    let batchesWhenShown = -1;
    started.session.view.subscribe(() => {
      if (batchesWhenShown === -1) batchesWhenShown = host.journals.get("journal-1")?.batches.length ?? 0;
    });
    const result = await started.rename("Budget 2027");
    expect(result.ok).toBe(true);
    expect(batchesWhenShown).toBe(1);
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
    expect(host.documentState).toEqual({ title: "Budget 2027", fileName: "budget.civplan", dirty: true });
  });

  it("that the plan refuses changes nothing and reaches no journal", async () => {
    await saveNewPlan();
    const result = await started.rename("   ");
    expect(result).toMatchObject({ ok: false, error: { type: "empty-name" } });
    expect(started.openDocument().isDirty).toBe(false);
    expect(host.journals.size).toBe(0);
  });

  it("stays although the journal fails, says so, and is protected with the next one", async () => {
    await saveNewPlan();
    host.failing.set("appendJournal", { type: "disk-full" });
    expect((await started.rename("First")).ok).toBe(true);
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: false });
    host.failing.clear();
    await started.rename("Second");
    expect(started.openDocument().isProtected).toBe(true);
    expect(host.journals.get("journal-1")?.batches).toHaveLength(2);
  });

  it("can be undone and done again", async () => {
    await saveNewPlan();
    await started.rename("Changed");
    await started.session.undo();
    expect(started.openDocument().plan.title).toBe("New plan");
    await started.session.redo();
    expect(started.openDocument().plan.title).toBe("Changed");
    expect(started.openDocument().plan.undoLabel).toEqual({
      key: "change.set-field",
      params: { name: "Changed", figure: "inspector.field.title" },
    });
  });

  it("is refused on a plan that is open to look at only", async () => {
    await saveNewPlan();
    await started.session.close();
    host.locks.add(budgetFile.fileId);
    const answered = started.answerNext("locked", "read-only");
    await started.session.openPicked();
    await answered;
    expect(started.openDocument()).toMatchObject({ isReadOnly: true, readOnlyReason: "locked" });
    expect(await started.rename("Mine")).toEqual(err({ type: "read-only" }));
  });
});

describe("another name of the person who edits", () => {
  it("is unsaved work like any other change, survives a crash, and is not undone", async () => {
    await saveNewPlan();
    await started.rename("Budget 2027");
    await started.session.save();
    await started.session.renamePerson("Kim");
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
    expect(started.openDocument().plan.undoLabel?.key).toBe("change.set-field");
    host.endSession();
    started = startTestSession(host);
    await started.session.refreshStart();
    const [left] = started.session.view.get().startLists.recoveredWork;
    await started.session.recover(left?.journalId ?? "", "Budget 2027");
    const history = await started.engine.readHistory({});
    expect(history.map(({ personName }) => personName)).toEqual(["Kim", "Kim", "Kim"]);
  });

  it("that the plan has heard already, or one of a person who did nothing in it, changes nothing", async () => {
    await saveNewPlan();
    await started.session.renamePerson("Kim");
    await started.session.save();
    await started.session.renamePerson("Kim");
    expect(started.openDocument().isDirty).toBe(false);
    host.settings = {};
    await started.session.close();
    await started.session.openPicked();
    await started.session.renamePerson("Lee");
    expect(started.openDocument().isDirty).toBe(false);
    await started.rename("By Lee");
    const [latest] = await started.engine.readHistory({});
    expect(latest?.personName).toBe("Lee");
  });
});

describe("a plan that is open to look at only", () => {
  const copyFile = fileNamed("copy.civplan");

  beforeEach(async () => {
    await saveNewPlan();
    await started.session.close();
    host.locks.add(budgetFile.fileId);
    const answered = started.answerNext("locked", "read-only");
    await started.session.openPicked();
    await answered;
  });

  it("is not saved over its file, and offers another name", async () => {
    const before = host.disk.get(budgetFile.fileId);
    await started.session.save();
    await started.session.saveAs();
    expect(started.noticeType()).toBe("read-only");
    expect(started.session.view.get().notice?.offersSaveAs).toBe(true);
    expect(host.disk.get(budgetFile.fileId)).toBe(before);
  });

  it("is saved under another name, and the copy is open for editing", async () => {
    const before = host.disk.get(budgetFile.fileId);
    host.picks = copyFile;
    await started.session.saveAs();
    expect(started.openDocument()).toMatchObject({
      fileName: "copy.civplan",
      isReadOnly: false,
      readOnlyReason: null,
      isDirty: false,
    });
    expect((await started.rename("Mine")).ok).toBe(true);
    expect(host.disk.get(budgetFile.fileId)).toBe(before);
    expect(host.locks).toEqual(new Set([budgetFile.fileId, copyFile.fileId]));
  });

  it("stays as it is when the copy cannot be written", async () => {
    host.picks = copyFile;
    host.failing.set("writeFile", { type: "disk-full" });
    await started.session.saveAs();
    expect(started.noticeType()).toBe("disk-full");
    expect(started.openDocument()).toMatchObject({ fileName: "budget.civplan", isReadOnly: true });
    expect(host.locks).toEqual(new Set([budgetFile.fileId]));
  });
});

describe("saving", () => {
  it("empties the journal and gives it the new content as its base", async () => {
    await saveNewPlan();
    await started.rename("Saved title");
    await started.session.save();
    const journal = host.journals.get("journal-1");
    expect(journal?.batches).toEqual([]);
    expect(journal?.header.title).toBe("Saved title");
    expect(started.openDocument().isDirty).toBe(false);
  });

  it("never overwrites what someone else wrote in the meantime", async () => {
    await saveNewPlan();
    const theirs = new Uint8Array([1, 2, 3]);
    host.put(budgetFile, theirs);
    await started.rename("Mine");
    const answered = started.answerNext("stale-file", "cancel");
    await started.session.save();
    await answered;
    expect(host.disk.get(budgetFile.fileId)).toBe(theirs);
    expect(started.noticeType()).toBe("changed-underneath");
    expect(started.session.view.get().notice?.offersSaveAs).toBe(true);
    expect(started.openDocument().isDirty).toBe(true);
  });

  it.each([
    [{ type: "disk-full" } as const],
    [{ type: "permission-denied", name: "budget.civplan" } as const],
    [{ type: "must-save-as", reason: "temporary-folder" } as const],
  ])("that fails with %o keeps the plan open, dirty and in the journal", async (failure) => {
    await saveNewPlan();
    await started.rename("Mine");
    host.failing.set("writeFile", failure);
    await started.session.save();
    expect(started.noticeType()).toBe(failure.type);
    expect(started.openDocument().isDirty).toBe(true);
    expect(host.journals.get("journal-1")?.batches).toHaveLength(1);
    expect(started.session.view.get().activity).toBeNull();
  });

  it("goes to a new place where the file must not be written", async () => {
    await saveNewPlan();
    await started.session.close();
    host.picks = { ...budgetFile, mustSaveAs: "temporary-folder" };
    await started.session.openPicked();
    const copy = fileNamed("copy.civplan");
    host.picks = copy;
    await started.session.save();
    expect(started.openDocument().fileName).toBe("copy.civplan");
    expect(host.locks).toEqual(new Set([copy.fileId]));
  });

  it("waits for an edit that is under way, so that no change falls out of file and journal", async () => {
    await saveNewPlan();
    const edits = [started.rename("One"), started.rename("Two")];
    const stop = started.session.view.subscribe(() => {
      if (started.session.view.get().activity?.type !== "saving") return;
      stop();
      edits.push(started.rename("Three"));
    });
    await started.session.save();
    await Promise.all(edits);
    expect(edits).toHaveLength(3);
    expect(started.openDocument().plan.unsavedChanges).toBe(1);
    expect(host.journals.get("journal-1")?.batches).toHaveLength(1);
  });
});

describe("leaving a plan with unsaved changes", () => {
  beforeEach(async () => {
    await saveNewPlan();
    await started.rename("Changed");
  });

  it("saves it first when asked to", async () => {
    const answered = started.answerNext("unsaved-changes", "save");
    await started.session.close();
    await answered;
    expect(started.session.view.get().status).toBe("start");
    await started.session.openPicked();
    expect(started.openDocument().plan.title).toBe("Changed");
  });

  it("gives it up when asked to, with journal and lock", async () => {
    const answered = started.answerNext("unsaved-changes", "discard");
    await started.session.newFromTemplate("empty");
    await answered;
    expect(started.openDocument().plan.title).toBe("New plan");
    expect(host.journals.size).toBe(0);
    expect(host.locks.size).toBe(0);
  });

  it("stays when the answer is Cancel", async () => {
    const answered = started.answerNext("unsaved-changes", "cancel");
    await started.session.close();
    await answered;
    expect(started.openDocument().plan.title).toBe("Changed");
  });

  it("lets the window close only after the answer", async () => {
    const cancelled = started.answerNext("unsaved-changes", "cancel");
    expect(await started.session.answerCloseRequest()).toBe("stay");
    await cancelled;
    const discarded = started.answerNext("unsaved-changes", "discard");
    expect(await started.session.answerCloseRequest()).toBe("close");
    await discarded;
  });

  it("stays when saving fails", async () => {
    host.failing.set("writeFile", { type: "disk-full" });
    const answered = started.answerNext("unsaved-changes", "save");
    expect(await started.session.answerCloseRequest()).toBe("stay");
    await answered;
    expect(started.openDocument().isDirty).toBe(true);
  });
});

describe("opening", () => {
  it("waits for what is under way, and takes one wish at a time", async () => {
    await saveNewPlan();
    await started.rename("Changed");
    const answered = started.answerNext("unsaved-changes", "discard");
    const closing = started.session.close();
    await answered;
    await Promise.all([started.session.openPicked(), started.session.openPicked(), closing]);
    expect(started.openDocument().fileName).toBe("budget.civplan");
    expect(host.calls.filter((call) => call === "pickFile")).toHaveLength(1);
  });

  it("refuses a bad file and leaves the open plan as it is", async () => {
    await saveNewPlan();
    const bad = fileNamed("letter.civplan");
    host.put(bad, new TextEncoder().encode("Dear Sir or Madam, this is not a database at all."));
    host.picks = bad;
    await started.session.openPicked();
    expect(started.noticeType()).toBe("not-sqlite");
    expect(started.openDocument().fileName).toBe("budget.civplan");
    expect(host.locks).toEqual(new Set([budgetFile.fileId]));
  });

  it("backs the file up before it is edited and remembers it", async () => {
    await saveNewPlan();
    await started.session.close();
    await started.session.openPicked();
    expect(host.backups[0]?.info.reason).toBe("opened");
    expect(host.backups[0]?.bytes).toBe(host.disk.get(budgetFile.fileId));
  });

  it("takes a lock over only when asked to", async () => {
    await saveNewPlan();
    await started.session.close();
    host.locks.add(budgetFile.fileId);
    const cancelled = started.answerNext("locked", "cancel");
    await started.session.openPicked();
    await cancelled;
    expect(started.session.view.get().status).toBe("start");
    const takenOver = started.answerNext("locked", "take-over");
    await started.session.openPicked();
    await takenOver;
    expect(started.openDocument().isReadOnly).toBe(false);
  });

  it("opens dropped bytes as a plan that has no file yet", async () => {
    await saveNewPlan();
    const bytes = host.disk.get(budgetFile.fileId);
    if (bytes === undefined) throw new Error("not saved");
    await started.session.close();
    await started.session.openBytes("dropped.civplan", bytes);
    expect(started.openDocument()).toMatchObject({ fileName: null, isDirty: false });
  });
});

describe("after a crash", () => {
  async function crashAndRestart(): Promise<string> {
    host.endSession();
    started = startTestSession(host);
    await started.session.refreshStart();
    const [work] = started.session.view.get().startLists.recoveredWork;
    if (work === undefined) throw new Error("no recovered work is listed");
    return work.journalId;
  }

  it("the work that was not saved is put back on the file", async () => {
    await saveNewPlan();
    await started.rename("Unsaved");
    const journalId = await crashAndRestart();
    await started.session.recover(journalId, "Unsaved");
    expect(started.openDocument()).toMatchObject({
      fileName: "budget.civplan",
      isDirty: true,
      isProtected: true,
    });
    expect(started.openDocument().plan.title).toBe("Unsaved");
    await started.session.save();
    expect(started.openDocument().isDirty).toBe(false);
    expect(started.noticeType()).toBeNull();
  });

  it("a plan that was never saved comes back whole", async () => {
    await started.session.newFromTemplate("empty");
    await started.rename("Never saved");
    const journalId = await crashAndRestart();
    await started.session.recover(journalId, "Never saved");
    expect(started.openDocument()).toMatchObject({ fileName: null, isDirty: true });
    expect(started.openDocument().plan.title).toBe("Never saved");
    expect(host.journals.has(journalId)).toBe(false);
    expect(host.journals.size).toBe(1);
  });

  it("the old journal is kept while the new one cannot be written", async () => {
    await started.session.newFromTemplate("empty");
    await started.rename("Never saved");
    const journalId = await crashAndRestart();
    host.failing.set("openJournal", { type: "disk-full" });
    await started.session.recover(journalId, "Never saved");
    expect(started.openDocument().isProtected).toBe(false);
    expect(host.journals.has(journalId)).toBe(true);
  });

  it("the backup stands in when the file was changed since, and their version is not overwritten", async () => {
    await saveNewPlan();
    await started.session.close();
    await started.session.openPicked();
    await started.rename("Unsaved");
    const journalId = await crashAndRestart();
    host.put(budgetFile, new Uint8Array([1, 2, 3]));
    await started.session.recover(journalId, "Unsaved");
    expect(started.openDocument().plan.title).toBe("Unsaved");
    const answered = started.answerNext("stale-file", "cancel");
    await started.session.save();
    await answered;
    expect(started.noticeType()).toBe("changed-underneath");
  });

  it("nothing is lost when the app ended between writing the file and clearing the journal", async () => {
    await saveNewPlan();
    await started.rename("Saved after all");
    host.failing.set("rebaseJournal", { type: "failed", detail: "power cut" });
    await started.session.save();
    host.failing.clear();
    const journalId = await crashAndRestart();
    await started.session.recover(journalId, "Saved after all");
    expect(started.openDocument()).toMatchObject({ isDirty: false });
    expect(started.openDocument().plan.title).toBe("Saved after all");
  });

  it("a save that was cut off before the journal knew of it is no work of somebody else", async () => {
    await saveNewPlan();
    await started.session.close();
    // Opening leaves a backup of what the journal stands on.
    await started.session.openKnown(budgetFile);
    await started.rename("Saved after all");
    host.failing.set("rebaseJournal", { type: "failed", detail: "power cut" });
    await started.session.save();
    host.failing.clear();
    const journalId = await crashAndRestart();
    await started.session.recover(journalId, "Saved after all");
    expect(started.openDocument()).toMatchObject({ isDirty: false });
    await started.rename("Going on");
    await started.session.save();
    expect(started.openDocument()).toMatchObject({ isDirty: false });
  });

  it("without the file and any backup the journal is kept and the reason is said", async () => {
    await saveNewPlan();
    await started.rename("Unsaved");
    const journalId = await crashAndRestart();
    host.disk.clear();
    await started.session.recover(journalId, "Unsaved");
    expect(started.noticeType()).toBe("recovery-base-missing");
    expect(host.journals.has(journalId)).toBe(true);
  });

  it("recovered work is given up only after asking", async () => {
    await started.session.newFromTemplate("empty");
    await started.rename("Never saved");
    const journalId = await crashAndRestart();
    const kept = started.answerNext("discard-recovered", "cancel");
    await started.session.discardRecovered(journalId, "Never saved");
    await kept;
    expect(host.journals.has(journalId)).toBe(true);
    const given = started.answerNext("discard-recovered", "discard");
    await started.session.discardRecovered(journalId, "Never saved");
    await given;
    expect(started.session.view.get().startLists.recoveredWork).toEqual([]);
  });
});
