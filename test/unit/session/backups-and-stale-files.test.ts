import { beforeEach, describe, expect, it } from "vitest";
import type { BackupInfo, OpenedFile } from "../../../renderer/host/host";
import { BACKUP_INTERVAL_MS } from "../../../renderer/session/back-up-plan";
import { FakeHost, fileNamed, stampOf } from "./fake-host";
import { startTestSession } from "./start-test-session";

const planFile = fileNamed("budget.civplan");
let host: FakeHost;
let started: ReturnType<typeof startTestSession>;

/** A saved plan called "First", open for editing, with the backup of its opening. */
beforeEach(async () => {
  host = new FakeHost();
  started = startTestSession(host);
  await started.session.newFromTemplate("empty");
  await started.rename("First");
  host.picks = planFile;
  await started.session.save();
  await started.session.close();
  await started.session.openKnown(planFile);
});

const titleOf = () => started.openDocument().plan.title;
const newestBackup = (): BackupInfo => {
  const [newest] = host.backups;
  if (newest === undefined) throw new Error("no backup");
  return newest.info;
};
const reasons = () => host.backups.map(({ info }) => info.reason);

describe("a file of a computer whose clock is ahead", () => {
  it("is opened with a notice that stays until it is read", async () => {
    expect(started.openDocument().changedAheadMs).toBeNull();
    await started.session.close();
    started.clock.nowMs -= 86_400_000;
    await started.session.openKnown(planFile);
    expect(started.openDocument().changedAheadMs).toBeGreaterThan(started.clock.nowMs + 60_000);
    expect(titleOf()).toBe("First");
    await started.rename("Second");
    expect(started.openDocument().changedAheadMs).not.toBeNull();
    started.session.dismissClockNotice();
    expect(started.openDocument().changedAheadMs).toBeNull();
  });
});

describe("backups", () => {
  it("are kept when a plan is opened, and after every quarter of an hour of work", async () => {
    expect(reasons()).toEqual(["opened"]);
    await started.rename("Second");
    expect(reasons()).toEqual(["opened"]);
    started.clock.nowMs += BACKUP_INTERVAL_MS;
    await started.rename("Third");
    await expect.poll(reasons).toEqual(["timer", "opened"]);
    await started.rename("Fourth");
    started.clock.nowMs += BACKUP_INTERVAL_MS - 1;
    await started.rename("Fifth");
    expect(reasons()).toEqual(["timer", "opened"]);
    started.clock.nowMs += 1;
    await started.rename("Sixth");
    await expect.poll(reasons).toEqual(["timer", "timer", "opened"]);
  });

  it("do not come in the way of work when they fail", async () => {
    host.failing.set("writeBackup", { type: "disk-full" });
    started.clock.nowMs += BACKUP_INTERVAL_MS;
    expect((await started.rename("Second")).ok).toBe(true);
    expect((await started.rename("Third")).ok).toBe(true);
    expect(started.noticeType()).toBeNull();
    expect(started.openDocument().isProtected).toBe(true);
  });

  it("can be made before something that changes much", async () => {
    await started.rename("Before the merge");
    expect(await started.session.backUp("before-merge")).toBe(true);
    expect(newestBackup()).toMatchObject({ reason: "before-merge", title: "Before the merge" });
  });
});

describe("restoring a backup of the open plan", () => {
  async function restore(backup: BackupInfo): Promise<void> {
    const answered = started.answerNext("restore-backup", "restore");
    await started.session.restoreBackup(backup);
    await answered;
  }

  it("keeps the present state first, is unsaved work, and touches the file only when saved", async () => {
    const opened = newestBackup();
    await started.rename("Second");
    const before = host.disk.get(planFile.fileId);
    await restore(opened);
    expect(titleOf()).toBe("First");
    expect(started.openDocument()).toMatchObject({
      fileName: "budget.civplan",
      isDirty: true,
      isProtected: true,
    });
    expect(newestBackup()).toMatchObject({ reason: "before-restore", title: "Second" });
    expect(host.disk.get(planFile.fileId)).toBe(before);
    await started.session.save();
    expect(started.openDocument().isDirty).toBe(false);
  });

  it("can be taken back by restoring what was kept", async () => {
    const opened = newestBackup();
    await started.rename("Second");
    await restore(opened);
    await restore(newestBackup());
    expect(titleOf()).toBe("Second");
    await started.session.save();
    await started.session.close();
    await started.session.openKnown(planFile);
    expect(titleOf()).toBe("Second");
  });

  it("survives a crash, with the edits that came after it, even where file and backups are gone", async () => {
    const opened = newestBackup();
    await started.rename("Second");
    await restore(opened);
    await started.rename("After the restore");
    host.endSession();
    host.backups.length = 0;
    host.disk.set(planFile.fileId, new TextEncoder().encode("damaged"));
    started = startTestSession(host);
    await started.session.refreshStart();
    const [left] = started.session.view.get().startLists.recoveredWork;
    await started.session.recover(left?.journalId ?? "", "First");
    expect(titleOf()).toBe("After the restore");
    expect(started.openDocument()).toMatchObject({ isDirty: true, isProtected: true });
  });

  it("is not done unless the user says so, nor when the present state cannot be kept", async () => {
    await started.rename("Second");
    const opened = newestBackup();
    const answered = started.answerNext("restore-backup", "cancel");
    await started.session.restoreBackup(opened);
    await answered;
    expect(titleOf()).toBe("Second");
    host.failing.set("writeBackup", { type: "disk-full" });
    await restore(opened);
    expect(titleOf()).toBe("Second");
    expect(started.noticeType()).toBe("restore-not-backed-up");
  });

  it("refuses a backup that was damaged, and stays", async () => {
    await started.rename("Second");
    const [kept] = host.backups;
    if (kept === undefined) throw new Error("no backup");
    kept.bytes = kept.bytes.slice(0, 5000);
    await restore(kept.info);
    expect(titleOf()).toBe("Second");
    expect(started.noticeType()).toBe("truncated");
  });
});

describe("a backup of another plan, or from the start screen", () => {
  it("is opened as a copy without a file", async () => {
    const opened = newestBackup();
    await started.session.close();
    await started.session.restoreBackup(opened);
    expect(titleOf()).toBe("First");
    expect(started.openDocument()).toMatchObject({ fileName: null, isReadOnly: false });
  });
});

describe("a file that somebody else wrote meanwhile", () => {
  const theirs = new TextEncoder().encode("a colleague's newer plan");

  async function saveOver(answer: "merge" | "save-as" | "cancel"): Promise<boolean> {
    await started.rename("Mine");
    host.disk.set(planFile.fileId, theirs);
    let canMerge = false;
    started.session.view.subscribe(() => {
      const { question } = started.session.view.get();
      if (question?.type === "stale-file") canMerge = question.canMerge;
    });
    const answered = started.answerNext("stale-file", answer);
    await started.session.save();
    await answered;
    return canMerge;
  }

  it("is not overwritten; Cancel keeps both and says so", async () => {
    expect(await saveOver("cancel")).toBe(false);
    expect(host.disk.get(planFile.fileId)).toBe(theirs);
    expect(started.noticeType()).toBe("changed-underneath");
    expect(started.openDocument().isDirty).toBe(true);
  });

  it("stays beside ours that is saved under another name", async () => {
    const other = fileNamed("mine.civplan");
    host.picks = other;
    await saveOver("save-as");
    expect(host.disk.get(planFile.fileId)).toBe(theirs);
    expect(host.disk.has(other.fileId)).toBe(true);
    expect(started.openDocument()).toMatchObject({ fileName: "mine.civplan", isDirty: false });
  });

  it("is handed to whoever merges; what was merged may then be saved over it", async () => {
    const received: OpenedFile[] = [];
    started.session.setMergeHandler((file) => received.push(file));
    expect(await saveOver("merge")).toBe(true);
    expect(received.map(({ bytes }) => bytes)).toEqual([theirs]);
    expect(host.disk.get(planFile.fileId)).toBe(theirs);
    started.session.acceptFileContent(stampOf(theirs));
    await started.session.save();
    expect(started.openDocument().isDirty).toBe(false);
  });

  it("that is gone altogether is said to be gone, and can be saved elsewhere", async () => {
    await started.rename("Mine");
    host.disk.delete(planFile.fileId);
    await started.session.save();
    expect(started.noticeType()).toBe("not-found");
    expect(started.session.view.get().notice?.offersSaveAs).toBe(true);
  });
});
