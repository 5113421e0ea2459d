/** Backups, locks and attachments, by clicks. A crash and its recovery are in journey.spec. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../shell/fixtures";
import { makePlan } from "../unit/support/make-plan";
import { saveBytes } from "../unit/support/read-back";
import { openPages } from "./pages/open-pages";
import { PlanFile } from "./pages/read-plan-file";

const FIRST_TITLE = "Continuous administrative innovation";
const planBytes = saveBytes(makePlan("seoul-civil-democracy").document);
const titleOf = (file: PlanFile) => file.value("SELECT title FROM task WHERE code = 'T03'");

test.describe("with files that can be written in place", () => {
  test.use({ filePickers: "private" });

  test("a backup is restored by clicks, and the restoring is taken back the same way", async ({ app }) => {
    const { start, frame, tasks } = openPages(app);
    const path = app.pathOf("plan.civplan");
    await app.putFile(path, planBytes);
    await start.open(path);
    await start.waitForPlan();
    await start.goToTasks();
    const backups = app.page.getByRole("list", { name: "Backups" }).getByRole("listitem");
    const restore = async (reason: string) => {
      await frame.chooseFileCommand("Backups…");
      await backups.filter({ hasText: reason }).first().getByRole("button", { name: "Restore" }).click();
      await frame.answer("Restore");
    };

    await test.step("the opening left a backup; going back to it is unsaved work", async () => {
      await tasks.type("T03", "title", "Renewal");
      await frame.save(path);
      await restore("when it was opened");
      await start.goToTasks();
      await expect(tasks.cell("T03", "title")).toHaveText(FIRST_TITLE);
      await frame.expectUnsaved(1);
      expect(titleOf(await PlanFile.read(await app.readSaved(path)))).toBe("Renewal");
    });

    await test.step("the state before is a backup too", async () => {
      await restore("before a restore");
      await start.goToTasks();
      await expect(tasks.cell("T03", "title")).toHaveText("Renewal");
      const file = await PlanFile.read(await frame.save(path));
      expect(titleOf(file)).toBe("Renewal");
    });

    await test.step("the start screen opens a backup as a copy", async () => {
      await frame.chooseFileCommand("Close the plan");
      await backups.filter({ hasText: "when it was opened" }).first().getByRole("button").click();
      await start.waitForPlan();
      await start.goToTasks();
      await expect(tasks.cell("T03", "title")).toHaveText(FIRST_TITLE);
      await expect(frame.fileState).toHaveText("Not saved yet");
    });
  });
});

test.describe("on the desktop", () => {
  test.beforeEach(({ host }) => {
    // A browser has neither sidecar locks nor attachment folders; host-handles.spec shows its stale files.
    test.skip(host === "browser", "about files on disk");
  });

  test("a file that somebody else wrote meanwhile is asked about and never overwritten", async ({ app }) => {
    const { start, frame, tasks } = openPages(app);
    const path = app.pathOf("shared.civplan");
    await app.putFile(path, planBytes);
    await start.open(path);
    await start.waitForPlan();
    await start.goToTasks();
    await tasks.type("T03", "title", "Mine");
    const theirs = saveBytes(makePlan("empty").document);
    await app.putFile(path, theirs);
    await frame.saveButton.click();
    await expect(frame.question).toContainText("“shared.civplan” was changed by someone else");
    await frame.answer("Cancel");
    await expect(frame.problem).toContainText("Not saved: “shared.civplan” was changed by someone else");
    await frame.expectUnsaved(1);
    expect(Buffer.compare(await app.readSaved(path), theirs)).toBe(0);
  });

  test("a plan that another computer edits is looked at, or taken over", async ({ app }) => {
    const { start, frame, tasks } = openPages(app);
    const path = app.pathOf("locked.civplan");
    const lockPath = app.pathOf(".locked.civplan.lock");
    writeFileSync(path, planBytes);
    const holder = { computer: "desk-7", processId: 7, since: "2026-03-10T09:00:00.000Z", token: "theirs" };
    writeFileSync(lockPath, JSON.stringify(holder));
    await start.open(path);
    await expect(frame.question).toContainText("It was opened for editing on desk-7");
    await frame.answer("Open to look at");
    await expect(frame.readOnlyMark).toBeVisible();
    await frame.chooseFileCommand("Close the plan");
    expect(JSON.parse(readFileSync(lockPath, "utf8"))).toMatchObject({ computer: "desk-7" });

    await start.open(path);
    await frame.answer("Take over");
    await start.goToTasks();
    await tasks.type("T03", "title", "Taken over");
    expect(titleOf(await PlanFile.read(await frame.save(path)))).toBe("Taken over");
    expect(JSON.parse(readFileSync(lockPath, "utf8")).computer).not.toBe("desk-7");
    await frame.chooseFileCommand("Close the plan");
    await expect(start.openButton).toBeVisible();
    expect(existsSync(lockPath)).toBe(false);
  });

  test("a plan opened from a mail attachment is saved elsewhere only", async ({ app }, testInfo) => {
    const { start, frame, tasks } = openPages(app);
    const attachment = join(testInfo.outputPath("app"), "temp", "attachment.civplan");
    const kept = app.pathOf("kept.civplan");
    writeFileSync(attachment, planBytes);
    await start.open(attachment);
    await start.waitForPlan();
    await start.goToTasks();
    await tasks.type("T03", "title", "Edited");
    expect(titleOf(await PlanFile.read(await frame.save(kept, { isNew: true })))).toBe("Edited");
    expect(Buffer.compare(readFileSync(attachment), planBytes)).toBe(0);
    await tasks.type("T03", "title", "Edited again");
    expect(titleOf(await PlanFile.read(await frame.save(kept)))).toBe("Edited again");
  });
});
