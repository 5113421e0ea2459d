/** What does not fit is refused where it is typed, with the reason; the old value stays. */
import { expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { planYears } from "./pages/plan-years";

const [firstYear, , , fourthYear] = planYears();

test("a cell of the tasks refuses what it cannot hold", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  await start.startPlan();
  await tasks.expectRefusal(
    "T03",
    `year-${firstYear}`,
    "many",
    "“many” is not a number. Digits, commas, a point and units such as 1.2억 or 30만 are read.",
  );
  await tasks.expectRefusal("T03", `year-${firstYear}`, "-5", "Amounts below zero are not possible here.");
  await tasks.expectRefusal("T03", "priorityScore", "high", "“high” is not a number.");
  await tasks.expectRefusal("T03", "priorityScore", "101", "Between 0 and 100 only.");
  await tasks.expectRefusal(
    "T03",
    "endYear",
    String(firstYear - 1),
    `The end (${firstYear - 1}) would come before the start (${firstYear}).`,
  );
  await tasks.expectRefusal("T03", "startYear", `${firstYear}.5`, "A year is a whole number such as 2028.");
  await tasks.expectRefusal("T03", "title", "   ", "A name is needed.");
  await expect(frame.fileState).toHaveText("Not saved yet");
  await expect(tasks.cell("T03", "endYear")).toHaveText(String(fourthYear));
});

test("a lever refuses what cannot be, and the figures stay", async ({ app }) => {
  const { start, frame, scenarios } = openPages(app);
  await start.startPlan();
  await frame.openScreen("Scenarios");
  const refusals = [
    { lever: "Decentralised share", text: "150", reason: "Between 0 % and 100 % only.", old: "2 %" },
    {
      lever: "Decentralised share",
      text: "-1",
      reason: "Amounts below zero are not possible here.",
      old: "2 %",
    },
    { lever: "Seats", text: "4", reason: "4 seats are fewer than the 5 officials.", old: "30" },
    { lever: "Seats", text: "30.5", reason: "Whole numbers only.", old: "30" },
    { lever: "Seats", text: "thirty", reason: "“thirty” is not a number.", old: "30" },
  ];
  for (const { lever, text, reason, old } of refusals) {
    await test.step(`${lever}: ${text}`, async () => {
      const box = scenarios.lever(lever);
      await scenarios.startTyping(lever, text);
      await expect(box).toHaveAttribute("aria-invalid", "true");
      await expect(scenarios.levers.getByText(reason)).toBeVisible();
      await expect(app.page.locator("#announcements")).toHaveText(reason);
      await box.press("Enter");
      await expect(box).toHaveValue(text);
      await expect(scenarios.levers.getByText(reason)).toBeVisible();
      await box.press("Escape");
      await expect(box).toHaveValue(old);
      await expect(scenarios.levers.getByText(reason)).toBeHidden();
    });
  }
  await scenarios.expectFigure("5 % group at a meeting", "56.7 %", "56.7 %", "=");
  await scenarios.expectFigure("Decided by residents", "2.0 %", "2.0 %", "=");
});

test("what is typed right after a click replaces the whole figure", async ({ app }) => {
  const { start, frame, scenarios } = openPages(app);
  await start.startPlan();
  await frame.openScreen("Scenarios");
  const box = scenarios.lever("Decentralised share");
  for (const share of ["10 %", "5 %", "12 %", "3 %", "10 %", "5 %"]) {
    await box.click();
    await app.page.keyboard.type(share);
    await app.page.keyboard.press("Enter");
    await expect(box).toHaveValue(share);
  }
});

test("pasted HTML and script are text", async ({ app }) => {
  const { start, frame, tasks, scenarios } = openPages(app);
  const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  await start.startPlan();

  await test.step("in a cell", async () => {
    await tasks.type("T03", "title", hostile);
    await expect(tasks.cell("T03", "title").locator("img, script")).toHaveCount(0);
    await tasks.cell("T05", "title").hover();
    await tasks.cell("T03", "title").hover();
    await expect(app.page.getByRole("tooltip").getByText(hostile)).toBeVisible();
  });

  await test.step("in the label of undo, the matrix and the name of a scenario", async () => {
    await frame.undoButton.hover();
    await expect(app.page.getByText(`Undo: Changed “${hostile}”`)).toBeVisible();
    await frame.openScreen("Scenarios");
    await expect(scenarios.table(/^Priority tasks/).getByRole("rowheader", { name: hostile })).toBeVisible();
    await scenarios.saveAsScenario(hostile);
    await expect(scenarios.list.getByRole("button", { name: hostile, exact: true })).toBeVisible();
  });

  await test.step("in the title of the plan", async () => {
    await frame.title.click();
    await app.page.getByRole("textbox", { name: "Title of the plan" }).fill(hostile);
    await app.page.keyboard.press("Enter");
    await expect(frame.title).toHaveText(hostile);
    expect(await app.windowTitle()).toContain("<img src=x");
  });

  await expect(app.page.locator("main img:not([role=img]), main script")).toHaveCount(0);
  expect(await app.page.title()).not.toBe("owned");
});
