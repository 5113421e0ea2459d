/** From a template to a saved plan and back, as a planner works. */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { planYears } from "./pages/plan-years";
import { PlanFile } from "./pages/read-plan-file";

const [firstYear, secondYear, thirdYear, fourthYear] = planYears();
const NEW_TITLE = "Continuous renewal of administration";

async function editTasks(app: AppUnderTest): Promise<void> {
  const { tasks, frame } = openPages(app);
  await tasks.type("T03", "title", NEW_TITLE);
  await tasks.type("T03", "priorityScore", "71");
  await tasks.type("T05", "startYear", String(secondYear));
  await tasks.type("T05", "endYear", String(thirdYear));
  await tasks.type("T05", `year-${fourthYear}`, "285");
  await frame.expectUnsaved(5);
}

/** The worked figures of the council of 50 that `docs/models.md` derives. */
async function expectCouncilOf50(app: AppUnderTest): Promise<void> {
  const { scenarios } = openPages(app);
  await scenarios.expectFigure("5 % group at a meeting", "56.7 %", "75.2 %", "▲ 18.5 pp better");
  await scenarios.expectFigure("Meeting is quorate", "85.7 %", "86.5 %", "▲ 0.7 pp better");
  await scenarios.expectFigure("Officials decide", "75.8 %", "62.3 %", "▼ 13.5 pp better");
  await scenarios.expectFigure("Tasks funded", "11", "10", "▼ 1 worse");
  await scenarios.expectFigure("First short year", "–", String(secondYear), "");
  await expect(scenarios.bindingLimit).toContainText(`Binding limit: City money in ${secondYear}.`);
  await expect(scenarios.bindingLimit).toContainText("T11");
  await expect(scenarios.tile("Tasks funded")).toContainText("10 of 11");
  await expect(scenarios.taskCells("T11")).toHaveText([
    "–nothing planned",
    "–nothing planned, differs from the base",
    "+1 ydelayed, differs from the base",
    "●funded",
    new RegExp(`^City money ${secondYear}: ₩[\\d.]+\\smillion short$`),
  ]);
}

test("a plan is drafted, tried out, saved and found again", async ({ app }) => {
  const { start, frame, tasks, scenarios } = openPages(app);
  const path = app.pathOf("seoul.civplan");

  await test.step("a new plan from the template is nothing to lose yet", async () => {
    await start.startPlan();
    await expect(frame.title).toHaveText(`Seoul master plan for civil democracy ${firstYear}–${fourthYear}`);
    await expect(frame.fileState).toHaveText("Not saved yet");
    await expect(tasks.row("T11")).toBeVisible();
  });

  await test.step("tasks are edited like a spreadsheet, undone and redone", async () => {
    await editTasks(app);
    await app.page.keyboard.press("Control+z");
    await expect(tasks.cell("T05", `year-${fourthYear}`)).toContainText("290");
    await frame.undoButton.click();
    await expect(tasks.cell("T05", "endYear")).toHaveText(String(fourthYear));
    await frame.undoButton.click();
    await expect(tasks.cell("T05", "startYear")).toHaveText(String(firstYear));
    await app.page.keyboard.press("Control+Shift+z");
    await expect(tasks.cell("T05", "startYear")).toHaveText(String(secondYear));
    await frame.undoButton.click();
    await expect(tasks.cell("T05", "startYear")).toHaveText(String(firstYear));
    await tasks.type("T05", `year-${fourthYear}`, "285");
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
  });

  await test.step("a council of 50 is tried out", async () => {
    await frame.openScreen("Scenarios");
    await scenarios.setLever("Seats", "50");
    await expectCouncilOf50(app);
    await scenarios.saveAsScenario("Council of 50");
  });

  await test.step("new seats shared out in proportion, and a larger share for residents", async () => {
    await scenarios.chooseNewSeats(/^Proportional 42 \+ 8$/);
    await scenarios.expectFigure("Meeting is quorate", "85.7 %", "92.4 %", "▲ 6.7 pp better");
    await scenarios.expectFigure("Officials decide", "75.8 %", "85.6 %", "▲ 9.8 pp worse");
    await scenarios.setLever("Decentralised share", "5");
    await scenarios.expectFigure("Decided by residents", "2.0 %", "5.0 %", /^▲ 3\.0 pp/);
    await expect(scenarios.bindingLimit).toContainText(`Binding limit: City money in ${firstYear}.`);
    await expect(scenarios.taskCells("T11").nth(1)).toContainText("dropped");
    await scenarios.selectScenario("Council of 50");
    await expectCouncilOf50(app);
  });

  await test.step("the chart has a table", async () => {
    const money = app.page.getByRole("region", { name: /^Money by year/ });
    await expect(
      money.getByRole("img", { name: new RegExp(`^Money by year: ${firstYear}: Tasks`) }),
    ).toBeVisible();
    await money.getByRole("img", { name: "Show the figures as a table" }).click();
    const rows = money.getByRole("row");
    await expect(rows).toHaveCount(5);
    await expect(rows.nth(1).getByRole("cell")).toHaveText(["4,910", "53", "63", "5,200", "5,008"]);
  });

  await test.step("the file is a sound SQLite database that others can read", async () => {
    const file = await PlanFile.read(await frame.save(path, { isNew: true }));
    expect(file.value("PRAGMA application_id")).toBe(0x43565031);
    expect(file.value("PRAGMA integrity_check")).toBe("ok");
    expect(file.value("PRAGMA journal_mode")).not.toBe("wal");
    const tables = file.query("SELECT name FROM sqlite_schema WHERE type = 'table'").flat();
    expect(tables).toEqual(
      expect.arrayContaining(["meta", "person", "actor", "change", "op", "op_pred", "merge_log"]),
    );
    expect(tables).toEqual(expect.arrayContaining(["plan", "task", "budget_line", "committee", "scenario"]));
    expect(file.query("SELECT title, priority_score FROM task WHERE code = 'T03'")).toEqual([
      [NEW_TITLE, 71],
    ]);
    expect(
      file.query(`SELECT sum(likely_won) FROM budget_line b JOIN task t ON t.id = b.task_id
        WHERE t.code = 'T05' AND b.year = ${fourthYear} AND NOT b._deleted`),
    ).toEqual([[285_000_000]]);
    expect(file.query("SELECT title FROM scenario WHERE NOT _deleted")).toEqual([["Council of 50"]]);
    expect(Number(file.value("SELECT count(*) FROM change"))).toBeGreaterThan(8);
  });

  await test.step("reopened, it shows the same", async () => {
    await frame.chooseFileCommand("Close the plan");
    await start.open(path);
    await start.waitForPlan();
    await expect(frame.fileState).toHaveText("Saved");
    await frame.openScreen("Tasks");
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
    await expect(tasks.cell("T05", `year-${fourthYear}`)).toHaveText("285");
    await frame.openScreen("Scenarios");
    await scenarios.selectScenario("Council of 50");
    await expectCouncilOf50(app);
  });
});

test("work that is not in a file yet is asked about before it is left", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  const path = app.pathOf("asked.civplan");
  await start.startPlan();
  await tasks.type("T03", "title", NEW_TITLE);
  await frame.expectUnsaved(1);

  await test.step("Cancel stays", async () => {
    await frame.chooseFileCommand("Close the plan");
    await expect(frame.question).toContainText("1 change is not in the file yet and would be lost.");
    await frame.answer("Cancel");
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
  });

  await test.step("Save saves, then leaves", async () => {
    await frame.chooseFileCommand("Close the plan");
    app.answerSave(path);
    await frame.answer("Save");
    await expect(start.openButton).toBeVisible();
    const file = await PlanFile.read(await app.readSaved(path));
    expect(file.query("SELECT title FROM task WHERE code = 'T03'")).toEqual([[NEW_TITLE]]);
  });

  await test.step("Don't save leaves without a trace", async () => {
    await start.open(path);
    await start.waitForPlan();
    await start.goToTasks();
    await tasks.type("T03", "title", "Given up");
    await frame.chooseFileCommand("Close the plan");
    await frame.answer("Don't save");
    await expect(start.openButton).toBeVisible();
    await expect(start.recoveredWork).toBeHidden();
    const file = await PlanFile.read(await app.readSaved(path));
    expect(file.query("SELECT title FROM task WHERE code = 'T03'")).toEqual([[NEW_TITLE]]);
  });
});

test("closing the window asks about unsaved work too", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  await start.startPlan();
  await tasks.type("T03", "title", NEW_TITLE);
  if (app.host === "browser") {
    app.answerMessage("no");
    await app.requestClose();
    await expect.poll(() => app.dialogs.shown.map(({ title }) => title)).toEqual(["beforeunload"]);
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
    app.answerMessage("yes");
    await app.requestClose();
  } else {
    await app.requestClose();
    await frame.answer("Cancel");
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
    await app.requestClose();
    await frame.question.getByRole("button", { name: "Don't save" }).click();
  }
  expect(await app.isClosed()).toBe(true);
});

test.describe("with files that can be written in place", () => {
  test.use({ filePickers: "private" });

  test("a plan is saved under another name, and any of them is opened again", async ({ app }) => {
    const { start, frame, tasks } = openPages(app);
    const first = app.pathOf("first.civplan");
    const second = app.pathOf("second.civplan");
    await start.startPlan();
    await frame.save(first, { isNew: true });
    await tasks.type("T03", "title", NEW_TITLE);
    await frame.expectUnsaved(1);
    app.answerSave(second);
    await frame.chooseFileCommand("Save as…");
    await frame.expectSaved();
    const [before, after] = [await app.readSaved(first), await app.readSaved(second)];
    expect((await PlanFile.read(before)).query("SELECT title FROM task WHERE code = 'T03'")).not.toEqual([
      [NEW_TITLE],
    ]);
    expect((await PlanFile.read(after)).query("SELECT title FROM task WHERE code = 'T03'")).toEqual([
      [NEW_TITLE],
    ]);

    app.answerOpen(first);
    await frame.chooseFileCommand("Open…");
    // It is an older copy of the plan that is open.
    await frame.answer("Open instead");
    await expect(tasks.cell("T03", "title")).toHaveText("Continuous administrative innovation");

    await frame.chooseFileCommand("Close the plan");
    await expect(start.recent("second.civplan")).toBeVisible();
    await start.recent("second.civplan").click();
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
  });

  test("a crash loses nothing", async ({ app }) => {
    const path = app.pathOf("crash.civplan");
    const before = openPages(app);
    await before.start.startPlan();
    await before.frame.save(path, { isNew: true });
    await before.tasks.type("T03", "title", NEW_TITLE);
    await before.tasks.type("T03", "priorityScore", "71");
    await before.frame.expectUnsaved(2);
    await app.crash();
    const { start, frame, tasks } = openPages(app);
    await expect(start.recoveredWork).toContainText("2 changes");
    await start.recoveredWork.getByRole("button", { name: "Recover", exact: true }).click();
    await start.waitForPlan();
    await start.goToTasks();
    await expect(tasks.cell("T03", "title")).toHaveText(NEW_TITLE);
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("71");
    await frame.expectUnsaved(2);
    const file = await PlanFile.read(await frame.save(path));
    expect(file.query("SELECT title FROM task WHERE code = 'T03'")).toEqual([[NEW_TITLE]]);
  });
});
