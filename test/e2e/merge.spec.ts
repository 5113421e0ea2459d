/** Two people work on copies of one plan; the history says who did what and leads back. */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";

/** Kim starts a plan and saves it; Lee opens a copy of it. Both have said their names. */
async function makeCopies(app: AppUnderTest, colleague: AppUnderTest) {
  const paths = { kim: app.pathOf("kim.civplan"), lee: app.pathOf("lee.civplan") };
  const [kim, lee] = [openPages(app), openPages(colleague)];
  await kim.start.startPlan();
  await kim.frame.openScreen("History");
  await kim.history.sayOwnName("Kim");
  const bytes = await kim.frame.save(paths.kim, { isNew: true });
  await colleague.putFile(paths.lee, bytes);
  await lee.start.open(paths.lee);
  await lee.start.waitForPlan();
  await lee.start.goToTasks();
  return { paths, kim, lee };
}

test("two people's copies are merged, conflicts settled from the keyboard, and both are in the history", async ({
  app,
  colleague,
}) => {
  test.slow();
  const { paths, kim, lee } = await makeCopies(app, colleague);
  await lee.tasks.type("T01", "title", "Ordinances, by Lee");
  await lee.tasks.type("T02", "title", "Council, by Lee");
  await lee.tasks.type("T03", "title", "Only Lee touched this");
  await lee.frame.openScreen("History");
  await colleague.page.getByRole("textbox", { name: "Your name" }).fill("Lee");
  await colleague.page.keyboard.press("Enter");
  await expect(lee.history.lines.first()).toContainText("Lee (you)");
  await app.putFile(paths.lee, await lee.frame.save(paths.lee));

  await kim.start.goToTasks();
  await kim.tasks.type("T01", "title", "Ordinances, by Kim");
  await kim.tasks.type("T02", "title", "Council, by Kim");

  await test.step("the Merge screen says who did what and what contradicts", async () => {
    await kim.frame.openScreen("Merge");
    await kim.merge.choose(paths.lee);
    await expect(kim.merge.panel("Changed here")).toContainText("Kim (you): 2 changes");
    await expect(kim.merge.panel("Changed in lee.civplan")).toContainText("Lee: 4 changes");
    await expect(kim.merge.panel("Comes over without a question")).toContainText("Only Lee touched this");
    await expect(kim.merge.conflicts).toHaveCount(2);
    await expect(kim.merge.choices).toHaveText([
      /^1Ours.*by Kim.*Kim \(you\)/,
      /^2Theirs.*by Lee/,
      /^3Before they parted/,
    ]);
  });

  await test.step("a digit decides and goes on to the next", async () => {
    await kim.merge.press("2");
    await expect(kim.merge.conflicts.first()).toContainText("decided: Ordinances, by Lee");
    await expect(kim.merge.conflicts.nth(1)).toHaveAttribute("aria-selected", "true");
    await kim.merge.press("3");
    await kim.merge.press("ArrowDown");
    await kim.merge.press("1");
    await expect(kim.merge.conflicts.nth(1)).toContainText("decided: Council, by Kim");
  });

  await test.step("what was decided is in the plan, and both people in its history", async () => {
    await kim.merge.take();
    await kim.frame.expectUnsaved(7);
    await kim.frame.openScreen("History");
    await expect(kim.history.lines.first()).toContainText("Settled 2 conflicts");
    await expect(kim.history.lines.filter({ hasText: "by Lee" }).first()).toBeVisible();
    await expect(kim.history.lines.filter({ hasText: "Kim (you)" }).first()).toBeVisible();
    await kim.start.goToTasks();
    await expect(kim.tasks.cell("T01", "title")).toHaveText("Ordinances, by Lee");
    await expect(kim.tasks.cell("T02", "title")).toHaveText("Council, by Kim");
    await expect(kim.tasks.cell("T03", "title")).toHaveText("Only Lee touched this");
  });

  await test.step("undone decisions are conflicts again, also after saving; they can be settled later", async () => {
    await kim.frame.undoButton.click();
    await expect(kim.merge.standingConflicts).toHaveText(/2 conflicts to settle/);
    await kim.merge.standingConflicts.click();
    await kim.merge.press("1");
    await kim.merge.press("1");
    await app.page.getByRole("button", { name: "Settle 2 conflicts" }).click();
    await expect(kim.merge.standingConflicts).toBeHidden();
    await kim.frame.save(paths.kim);
  });
});

test("a named version is compared, restored as one step, and that is undone", async ({ app }) => {
  const { start, frame, tasks, history } = openPages(app);
  await start.startPlan();
  const before = (await tasks.cell("T01", "title").innerText()).trim();
  await frame.openScreen("History");
  await history.nameVersion("Before the council");
  await start.goToTasks();
  await tasks.type("T01", "title", "Renamed");
  await frame.openScreen("History");
  const comparison = app.page.getByRole("region", { name: /^What differs since/ });
  await history.versions.getByRole("button", { name: "Before the council (Compare)" }).click();
  await expect(comparison).toContainText("Renamed");

  await history.versions.getByRole("button", { name: "Before the council (Restore)" }).click();
  await expect(history.lines.first()).toContainText("Restored the version “Before the council”");
  await expect(comparison).toContainText("Nothing differs.");
  await frame.undoButton.click();
  await expect(comparison).toContainText("Renamed");

  await test.step("a change is taken back by itself", async () => {
    // The list moves down once the undo is in it.
    await expect(history.lines.first()).toContainText("Undid: Restored the version");
    await history.lines
      .filter({ hasText: /^\d\d:\d\dChanged “Renamed”/ })
      .getByRole("button")
      .click();
    await expect(history.detail).toContainText(before);
    await history.detail.getByRole("button", { name: "Take back" }).click();
    await start.goToTasks();
    await expect(tasks.cell("T01", "title")).toHaveText(before);
  });
});

test("a file that a colleague saved meanwhile is merged, then saved into", async ({
  app,
  colleague,
  host,
}) => {
  test.skip(host === "browser", "A browser without File System Access never writes into a file.");
  test.slow();
  const { paths, kim, lee } = await makeCopies(app, colleague);
  await lee.tasks.type("T03", "title", "By Lee");
  await app.putFile(paths.kim, await lee.frame.save(paths.lee));
  await kim.start.goToTasks();
  await kim.tasks.type("T02", "title", "By Kim");
  await kim.frame.saveButton.click();
  await kim.frame.answer("Compare and merge…");
  await kim.frame.expectOnScreen("Merge");
  await expect(kim.merge.panel("Conflicts")).toContainText("No conflicts");
  await kim.merge.take();
  await kim.frame.save(paths.kim);
  await kim.start.goToTasks();
  await expect(kim.tasks.cell("T02", "title")).toHaveText("By Kim");
  await expect(kim.tasks.cell("T03", "title")).toHaveText("By Lee");
});
