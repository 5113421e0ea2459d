/** The journey from template to saved plan and back, without a mouse. */
import { expect, test } from "../shell/fixtures";
import { Keyboard } from "./pages/keyboard";
import { openPages } from "./pages/open-pages";
import { PlanFile } from "./pages/read-plan-file";
import { SEOUL_TEMPLATE } from "./pages/start-page";

const NEW_TITLE = "Continuous renewal of administration";

test("a plan is drafted, tried out, saved and reopened with the keyboard alone", async ({ app }) => {
  const { start, frame, tasks, scenarios } = openPages(app);
  const keyboard = new Keyboard(() => app.page);
  const path = app.pathOf("keyboard.civplan");
  const { page } = app;

  await test.step("a new plan from the template", async () => {
    await keyboard.moveTo(page.getByRole("button", { name: SEOUL_TEMPLATE }));
    await keyboard.press("Enter");
    await start.waitForPlan();
    await keyboard.moveTo(page.getByRole("link", { name: "Tasks", exact: true }));
    await keyboard.press("Enter");
    await expect(tasks.row("T03")).toBeVisible();
  });

  await test.step("past the frame into the grid, and through its cells", async () => {
    await keyboard.moveTo(page.getByRole("link", { name: "Skip to the content" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await keyboard.moveTo(page.getByRole("columnheader", { name: "Area" }));
    await keyboard.moveTo(tasks.row("T03").locator('[col-id="area"]'), "ArrowDown");
    await keyboard.moveTo(tasks.cell("T03", "title"), "ArrowRight");
  });

  await test.step("edit, undo, redo", async () => {
    await keyboard.press("F2");
    await expect(tasks.editor).toBeFocused();
    await keyboard.replaceText(NEW_TITLE);
    await keyboard.press("Enter");
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
    await keyboard.moveTo(tasks.cell("T03", "title"), "ArrowUp");
    await keyboard.moveTo(tasks.cell("T03", "priorityScore"), "ArrowRight");
    await keyboard.type("71");
    await keyboard.press("Enter");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("71");
    await keyboard.press("Control+z");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("70");
    await keyboard.press("Control+Shift+z");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("71");
  });

  await test.step("to the scenarios", async () => {
    await keyboard.moveTo(page.getByRole("link", { name: "Tasks", exact: true }), "Shift+F6");
    await keyboard.moveTo(page.getByRole("link", { name: "Scenarios", exact: true }));
    await keyboard.press("Enter");
    await expect(scenarios.lever("Seats")).toBeVisible();
  });

  await test.step("levers: a box, a choice, a slider", async () => {
    await keyboard.press("F6");
    await keyboard.moveTo(scenarios.lever("Seats"));
    await keyboard.replaceText("50");
    await scenarios.expectFigure("Meeting is quorate", "85.7 %", "86.5 %", "▲ 0.7 pp better");
    await keyboard.moveTo(scenarios.levers.getByRole("radio", { name: "Citizens 45 + 5" }));
    await keyboard.press("ArrowRight");
    await keyboard.expectVisibleFocus();
    await scenarios.expectFigure("Officials decide", "75.8 %", "85.6 %", "▲ 9.8 pp worse");
    await keyboard.moveTo(scenarios.slider("Decentralised share"));
    await keyboard.press("ArrowRight");
    await scenarios.expectFigure("Decided by residents", "2.0 %", /^2\.[1-9] %$/, /^▲ 0\.[1-9] pp/);
  });

  await test.step("why a figure is what it is", async () => {
    const why = page.getByRole("button", { name: "How is “Meeting is quorate” worked out?" }).first();
    await keyboard.moveTo(why);
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toContainText("Both classes come independently");
    await keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(why).toBeFocused();
  });

  await test.step("keep it as a scenario", async () => {
    await keyboard.moveTo(page.getByRole("button", { name: "Save as new scenario" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
    await keyboard.replaceText("Proportional council");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Proportional council" })).toBeVisible();
  });

  await test.step("save, close, reopen", async () => {
    app.answerSave(path);
    await keyboard.press("Control+s");
    await frame.expectSaved();
    const file = await PlanFile.read(await app.readSaved(path));
    expect(file.query("SELECT title FROM task WHERE code = 'T03'")).toEqual([[NEW_TITLE]]);
    expect(file.query("SELECT title FROM scenario WHERE NOT _deleted")).toEqual([["Proportional council"]]);

    await keyboard.moveTo(frame.title, "Shift+F6");
    await keyboard.moveTo(page.getByRole("button", { name: "More file commands" }));
    await keyboard.press("Enter");
    await keyboard.moveTo(page.getByRole("menuitem", { name: "Close the plan" }), "ArrowDown");
    await keyboard.press("Enter");
    await expect(start.openButton).toBeVisible();

    app.answerOpen(path);
    await keyboard.moveTo(start.openButton);
    await keyboard.press("Enter");
    await start.waitForPlan();
    await frame.expectOnScreen("Scenarios");
  });
});

test("a question keeps the focus, takes Escape for Cancel, and gives the focus back", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  const keyboard = new Keyboard(() => app.page);
  await start.startPlan();
  await tasks.type("T03", "title", NEW_TITLE);
  await keyboard.press("Control+n");
  const saveButton = frame.question.getByRole("button", { name: "Save", exact: true });
  await expect(saveButton).toBeFocused();
  for (let stop = 0; stop < 5; stop += 1) {
    await keyboard.press("Tab");
    await expect(frame.question.locator(":focus")).toHaveCount(1);
    await keyboard.expectVisibleFocus();
  }
  await keyboard.press("Escape");
  await expect(frame.question).toBeHidden();
  await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
  await expect(app.page.locator("body")).not.toBeFocused();
});
