/** What is selected: its fields, where it comes from, what people say; and the problems that lead there. */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { planYears } from "./pages/plan-years";

const [firstYear] = planYears();

async function openInspector(app: AppUnderTest) {
  const pages = openPages(app);
  await pages.start.startPlan();
  await app.page.getByRole("button", { name: "Details" }).click();
  const inspector = app.page.getByRole("complementary", { name: "Details" });
  await expect(inspector).toBeVisible();
  return { ...pages, inspector };
}

test("the fields of a task, and what it waits for, are shown and edited in the inspector", async ({
  app,
}) => {
  const { tasks, inspector, frame } = await openInspector(app);
  await tasks.cell("T03", "title").click();
  await expect(inspector).toContainText("Priority task");
  const lead = inspector.getByRole("textbox", { name: "Civil lead" });
  await lead.fill("Citizens’ forum");
  await lead.blur();
  await frame.expectUnsaved(1);
  const score = inspector.getByRole("textbox", { name: "Priority score" });
  await score.fill("101");
  await score.press("Enter");
  await expect(inspector).toContainText("Between 0 and 100 only.");
  await score.press("Escape");
  await inspector.getByRole("switch", { name: "May be funded in part" }).click({ force: true });
  await frame.expectUnsaved(2);

  await test.step("what it waits for is added by its code, taken away and brought back", async () => {
    const waitsFor = inspector.getByRole("region", { name: "Waits for" });
    const waitedForBy = inspector.getByRole("region", { name: "Waited for by" });
    await inspector.getByRole("combobox", { name: "Add a task to wait for" }).fill("T08");
    await app.page.getByRole("option", { name: /^T08/ }).click();
    const predecessor = waitsFor.getByRole("button", { name: /^T08/ });
    await expect(predecessor).toBeVisible();
    await frame.expectUnsaved(3);
    await waitsFor.getByRole("button", { name: /^No longer wait for T08/ }).click();
    await expect(predecessor).toBeHidden();
    await frame.undoButton.click();
    await expect(predecessor).toBeVisible();
    await predecessor.click();
    await expect(inspector.locator("strong").first()).toHaveText(/^T08/);
    await expect(waitedForBy.getByRole("button", { name: /^T03/ })).toBeVisible();
    const choice = inspector.getByRole("combobox", { name: "Add a task to wait for" });
    await choice.fill("T03");
    await choice.press("ArrowDown");
    await choice.press("Enter");
    await expect(waitsFor).toContainText("in a circle. T08 waits for T03, T03 waits for T08.");
    await expect(waitsFor.getByRole("button", { name: /^T03/ })).toBeHidden();
  });
});

test("evidence is given, opened only after asking, and kept beside the figure", async ({ app }) => {
  const { tasks, inspector } = await openInspector(app);
  await tasks.cell("T03", "priorityScore").click();
  await inspector.getByRole("button", { name: "Add a source" }).click();
  await inspector.getByRole("textbox", { name: "Source or note" }).fill("Council minutes, May");
  await inspector.getByRole("textbox", { name: "Link" }).fill("javascript:alert(1)");
  await expect(inspector).toContainText("A link starts with https://");
  await expect(inspector.getByRole("button", { name: "Save" })).toBeDisabled();
  await inspector.getByRole("textbox", { name: "Link" }).fill("https://council.example/minutes");
  await inspector.getByRole("button", { name: "Save" }).click();
  await expect(inspector).toContainText("Council minutes, May");
  app.answerMessage("no");
  await inspector.getByRole("button", { name: "https://council.example/minutes" }).click();
  await expect.poll(() => app.dialogs.shown.length).toBe(1);
});

test("people comment on a cell under their name, settle and delete what they said", async ({ app }) => {
  const { tasks, inspector, frame } = await openInspector(app);
  await tasks.cell("T03", "title").click();
  await inspector.getByRole("textbox", { name: "Your name" }).fill("Kim Civic");
  await inspector
    .getByRole("textbox", { name: "Write a comment on “Title”" })
    .fill("Too long for the table.");
  await inspector.getByRole("button", { name: "Add the comment" }).click();
  await expect(inspector).toContainText("Too long for the table.");
  await expect(inspector).toContainText("Kim Civic");
  await inspector.getByRole("button", { name: "Settle" }).click();
  await expect(inspector).toContainText("settled");
  await inspector.getByRole("button", { name: "Delete the comment" }).click();
  await expect(inspector).toContainText("No comments yet.");
  await frame.undoButton.click();
  await expect(inspector).toContainText("Too long for the table.");
});

test("goals, plan texts, committees, units and grades have evidence and comments too, by keyboard and mouse", async ({
  app,
}) => {
  const { page } = app;
  const pages = openPages(app);
  await pages.start.startPlan("District governance innovation plan");
  await pages.frame.openScreen("Overview");
  const inspector = page.getByRole("complementary", { name: "Details" });
  const comment = async (what: string, text: string) => {
    await inspector.getByRole("textbox", { name: `Write a comment on ${what}` }).fill(text);
    await inspector.getByRole("button", { name: "Add the comment" }).click();
    await expect(inspector).toContainText(text);
  };

  await test.step("a goal, opened by keyboard from its own commands", async () => {
    const goals = page.getByRole("region", { name: /^Goals/ });
    await goals.getByRole("button", { name: /^Commands.*Direction 1/ }).press("Enter");
    await page.getByRole("menuitem", { name: "Show details" }).press("Enter");
    await expect(inspector).toContainText("Goal");
    await comment("“Title”", "Sharper, please.");
    await inspector.getByRole("button", { name: "Add a source" }).click();
    await inspector.getByRole("textbox", { name: "Source or note" }).fill("Seoul, plan of 2019");
    await inspector.getByRole("button", { name: "Save" }).click();
    await expect(inspector).toContainText("Seoul, plan of 2019");
  });

  await test.step("a text of the plan", async () => {
    await page.getByRole("textbox", { name: "Concept" }).first().focus();
    await page.keyboard.press("Control+i");
    await expect(inspector).toBeHidden();
    await page.keyboard.press("Control+i");
    await comment("“Concept”", "Too long.");
  });

  await test.step("a committee, a unit and a grade", async () => {
    await pages.frame.openScreen("Committees");
    await page.getByRole("textbox", { name: "Seats", exact: true }).click();
    await comment("“Seats”", "As in 2018.");
    await pages.frame.openScreen("Decentralised budget");
    await page.locator('[role=row][row-index="0"] [col-id=population]').first().click();
    await comment("“Population”", "Registry of 2026.");
    await page.getByRole("textbox", { name: "From score: A" }).click();
    await expect(inspector).toContainText("Illustrative threshold.");
    await comment("“From score”", "As in the guideline.");
  });
});

test("problems are counted by kind and lead to their cell", async ({ app }) => {
  const { tasks, frame } = openPages(app);
  await openPages(app).start.startPlan();
  const { page } = app;
  await tasks.startTyping("T05", "code", "T04");
  await tasks.editor.press("Enter");
  await tasks.type("T01", `year-${firstYear}`, "9000", /9,000/);
  const bar = page.getByRole("contentinfo").getByRole("button");
  await expect(bar).toContainText("1 code used twice");
  await expect(bar).toContainText("ceiling exceeded");
  await frame.openScreen("Scenarios");
  await bar.click();
  const list = page.getByRole("dialog", { name: "Problems in this plan" });
  await list.getByRole("button", { name: /the code T04 is used by 2 rows/ }).click();
  await frame.expectOnScreen("Tasks");
  await expect(page.locator(".ag-cell-focus")).toHaveText("T04");
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText(
    "the code T04 is used by 2 rows",
  );
});

test("the inspector is found as it was left", async ({ app }) => {
  await openInspector(app);
  await app.restart();
  await openPages(app).start.startPlan();
  await expect(app.page.getByRole("complementary", { name: "Details" })).toBeVisible();
});
