/** The plan's money by area, task and source, against the ceilings. */
import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { SheetPage } from "./pages/sheet-page";

const DISTRICT_TEMPLATE = "District governance innovation plan";
const firstYear = new Date().getFullYear() + 1;
const year = (offset = 0) => `year-${firstYear + offset}`;

/** The row whose first cell begins with this name. */
const rowOf = (app: AppUnderTest, name: string | RegExp): Locator =>
  app.page
    .getByRole("row")
    .filter({ has: app.page.locator('[col-id="name"]', { hasText: name }) })
    .first();

async function openBudget(app: AppUnderTest) {
  const { start, frame } = openPages(app);
  await start.startPlan(DISTRICT_TEMPLATE);
  await frame.openScreen("Budget");
  await expect(rowOf(app, /^▾?D01/)).toBeVisible();
  const cell = (name: string | RegExp, columnId: string) =>
    rowOf(app, name).locator(`[col-id="${columnId}"]`);
  return { frame, cell, sheet: new SheetPage(app), page: app.page };
}

/** The line under a task is the row right below it. */
const lineOf = (app: AppUnderTest, code: string, columnId: string): Locator =>
  app.page
    .locator(`.budget-row-task:has([col-id="name"]:has-text("${code}")) + .budget-row-line`)
    .locator(`[col-id="${columnId}"]`);

test("lines are typed, subtotals and headroom follow, ceilings that are exceeded are marked", async ({
  app,
}) => {
  const { frame, cell, page } = await openBudget(app);
  const left = cell("District: left of ceiling", year());
  await expect(left).toContainText("of 6,000");
  const areaBefore = await cell(/Governance system/, year()).innerText();

  await test.step("an amount in a year", async () => {
    await lineOf(app, "D01", year()).dblclick();
    await page.getByRole("textbox", { name: new RegExp(`^${firstYear}`) }).fill("1.9억");
    await page.keyboard.press("Enter");
    await expect(lineOf(app, "D01", year())).toHaveText("190");
    await expect(cell(/D01/, year())).toHaveText("190");
    const areaAfter = Number(areaBefore.replaceAll(/\D/g, "")) + 70;
    await expect(cell(/Governance system/, year())).toHaveText(String(areaAfter));
    await expect(left).toContainText("▲ exceeded −60");
    await expect(page.getByRole("contentinfo")).toContainText("1 ceiling exceeded");
  });

  await test.step("money before and after the plan counts into the total project cost", async () => {
    await lineOf(app, "D01", "before").click();
    await page.keyboard.type("300");
    await page.keyboard.press("Enter");
    await lineOf(app, "D01", "after").click();
    await page.keyboard.type("40");
    await page.keyboard.press("Enter");
    await expect(cell(/D01/, "before")).toHaveText("300");
    await expect(cell(/D01/, "total")).toHaveText("1,010");
  });

  await test.step("low and high keep their side of the likely estimate", async () => {
    await page.getByText("High", { exact: true }).click();
    await lineOf(app, "D01", year()).dblclick();
    const box = page.getByRole("textbox", { name: new RegExp(`^${firstYear}`) });
    await box.fill("100");
    await box.press("Enter");
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("The high estimate cannot be below the likely one").first()).toBeVisible();
    await box.fill("250");
    await box.press("Enter");
    await expect(lineOf(app, "D01", year())).toHaveText("250");
    await page.getByText("Likely", { exact: true }).click();
    await expect(lineOf(app, "D01", year())).toHaveText("190");
  });

  await test.step("a ceiling is raised where it stands, and taken away with Delete", async () => {
    await cell("District: left of ceiling", "name").click();
    await page.keyboard.press("Enter");
    const ceiling = cell(/^Ceiling$/, year());
    await ceiling.dblclick();
    await page.getByRole("textbox", { name: new RegExp(`^${firstYear}`) }).fill("6,100");
    await page.keyboard.press("Enter");
    // Residents get 2 % of what is added.
    await expect(left).toContainText("38");
    await expect(left).toContainText("of 6,100");
    await expect(page.getByRole("contentinfo")).not.toContainText("ceiling exceeded");
    await ceiling.click();
    await page.keyboard.press("Delete");
    await expect(left).toHaveText("–");
    await frame.undoButton.click();
    await expect(left).toContainText("of 6,100");
  });

  await test.step("units at a click", async () => {
    await page.getByText("₩ thousand", { exact: true }).click();
    await expect(lineOf(app, "D01", year())).toHaveText("190,000");
    await page.getByText("₩ 100 million", { exact: true }).click();
    await expect(lineOf(app, "D01", year())).toHaveText("1.9");
  });
});

test("lines are added and deleted, blocks pasted over subtotals, the table copied", async ({ app }) => {
  const { frame, cell, sheet, page } = await openBudget(app);

  await test.step("a line for another source", async () => {
    await cell(/D01/, "name").click();
    await page.getByRole("button", { name: "Add budget line" }).first().click();
    const form = page.getByRole("dialog");
    await expect(form.getByLabel("Task", { exact: true }).first()).toHaveValue(/^D01/);
    await form.getByRole("button", { name: "Add budget line" }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText("Budget line added. Type its amounts.")).toBeVisible();
    await expect(lineOf(app, "D01", "name")).toHaveText(/^National ·/);
    await expect(lineOf(app, "D01", year())).toHaveText("0");
  });

  await test.step("a block over lines and the sums between them", async () => {
    await lineOf(app, "D02", year()).click();
    await sheet.paste("11\t12\n7\t7\n13\t14\n");
    await expect(lineOf(app, "D02", year())).toHaveText("11");
    await expect(lineOf(app, "D03", year(1))).toHaveText("14");
    await expect(
      page.getByText("4 cells written. 2 cells that cannot be typed into were passed over."),
    ).toBeVisible();
    await frame.undoButton.click();
    await expect(lineOf(app, "D02", year())).toContainText("90");
    await expect(lineOf(app, "D03", year(1))).toContainText("80");
  });

  await test.step("a block that does not fit changes nothing", async () => {
    await lineOf(app, "D02", year()).click();
    await sheet.paste("11\tten");
    await expect(sheet.problem).toContainText(`${firstYear + 1}: “ten” is not a number`);
    await expect(lineOf(app, "D02", year())).toContainText("90");
  });

  await test.step("deleting a line takes all its years", async () => {
    await lineOf(app, "D01", "name").click();
    await page.getByRole("button", { name: "Delete line" }).click();
    await expect(page.getByText(/^Deleted the line D01 · National/)).toBeVisible();
    await expect(lineOf(app, "D01", "name")).toHaveText(/^District ·/);
    await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
    await expect(lineOf(app, "D01", "name")).toHaveText(/^National ·/);
  });

  await test.step("rows open down to a level, by mouse and by keyboard", async () => {
    await page.getByRole("button", { name: "Areas", exact: true }).click();
    await expect(rowOf(app, /D01/)).toHaveCount(0);
    await cell(/Governance system/, "name").click();
    await page.keyboard.press("Enter");
    await expect(rowOf(app, /D01/)).toBeVisible();
  });
});

test("the active scenario shows on the budget, with the base beside it", async ({ app }) => {
  const { frame, cell, page } = await openBudget(app);
  const { scenarios } = openPages(app);
  await frame.openScreen("Scenarios");
  await scenarios.setLever("Seats", "80");
  await frame.openScreen("Budget");
  const left = cell("District: left of ceiling", year());
  await expect(left).toContainText("base 10");
  await expect(left).toContainText("▲ exceeded");
  await expect(page.locator(".status-delayed, .status-dropped").first()).toBeVisible();

  await page.getByText("Charts", { exact: true }).click();
  const byArea = page.getByRole("region", { name: /^Money by year and area/ });
  await expect(byArea.getByRole("img", { name: /^Money by year and area/ })).toBeVisible();
  await expect(byArea.getByText("Need in the base")).toBeVisible();
  await byArea.getByRole("img", { name: "Show the figures as a table" }).click();
  await expect(byArea.getByRole("row")).toHaveCount(6);
  const flow = page.getByRole("region", { name: /^From sources to areas/ });
  await expect(flow.getByRole("img", { name: /District → Neighbourhood autonomy/ })).toBeVisible();
});

test("an amount is built up from cost lines and follows them; typed over, it is named as differing", async ({
  app,
}) => {
  const { frame, cell, sheet, page } = await openBudget(app);
  await lineOf(app, "D05", year()).click();
  await page.getByRole("button", { name: "Cost lines", exact: true }).click();
  const panel = page.getByRole("region", { name: /^Cost lines D05/ });
  await expect(panel.getByRole("row")).toHaveCount(6);
  await expect(panel).toContainText("Sum of the cost lines ₩70,000,000 = the amount.");
  await expect(panel.getByTitle("₩100,000 × 50 people × 4 times")).toHaveText("₩20,000,000");

  await test.step("a changed cost line takes the amount along, in one step of undo", async () => {
    await panel.getByRole("textbox", { name: "Times, cost line 1" }).fill("6");
    await page.keyboard.press("Enter");
    await expect(panel).toContainText("Sum of the cost lines ₩80,000,000 = the amount.");
    await expect(cell(/D05/, year())).toHaveText("80");
    await frame.undoButton.click();
    await expect(cell(/D05/, year())).toContainText("70");
  });

  await test.step("a new one is filled in by keyboard", async () => {
    await panel.getByRole("button", { name: "Add a cost line" }).press("Enter");
    await expect(panel.getByRole("textbox", { name: "What for, cost line 6" })).toBeFocused();
    await page.keyboard.type("Venue");
    await page.keyboard.press("Tab");
    await page.keyboard.type("5000");
    await page.keyboard.press("Enter");
    await expect(panel).toContainText("Sum of the cost lines ₩75,000,000 = the amount.");
  });

  await test.step("rows of a spreadsheet are pasted as one step, or refused as a whole", async () => {
    await panel.getByRole("button", { name: "Paste rows" }).click();
    await expect(panel.getByRole("status")).toContainText("press Ctrl+V here");
    await sheet.paste(
      "What for\tUnit price (₩)\tQuantity\tUnit\tTimes\nBus\t500,000\t2\tday\t1\nTea\tdear\t1",
    );
    await expect(sheet.problem.first()).toContainText(
      "Row 3, Unit price (₩ thousand): “dear” is not a number",
    );
    await expect(panel.getByRole("row")).toHaveCount(7);
    await sheet.paste(
      "What for\tUnit price (₩)\tQuantity\tUnit\tTimes\nBus\t500,000\t2\tday\t1\nTea\t1,000\t50",
    );
    await expect(panel.getByRole("row")).toHaveCount(9);
    await expect(panel).toContainText("Sum of the cost lines ₩76,050,000 = the amount.");
    await frame.undoButton.click();
    await expect(panel.getByRole("row")).toHaveCount(7);
  });

  await test.step("the cost lines are copied to later years, in one step of undo", async () => {
    await panel.getByRole("button", { name: "Copy to other years" }).click();
    const dialog = page.getByRole("dialog", { name: "Copy the cost lines to other years" });
    await expect(dialog.getByRole("row", { name: `${firstYear + 1} 5 cost lines, replaced` })).toContainText(
      "₩70,000,000₩75,000,000",
    );
    for (const offset of [2, 3, 4])
      await dialog.getByRole("checkbox", { name: String(firstYear + offset) }).uncheck();
    await dialog.getByRole("button", { name: "Copy to 1 year" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`6 cost lines were copied to ${firstYear + 1}.`)).toBeVisible();
    await expect(cell(/D05/, year(1))).toHaveText("75");
    await expect(cell(/D05/, year(2))).toContainText("70");
    await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
    await expect(cell(/D05/, year(1))).toContainText("70");
  });

  await test.step("an amount typed over is kept and named, until the sum is taken over", async () => {
    await lineOf(app, "D05", year()).dblclick();
    await page.getByRole("textbox", { name: new RegExp(`^${firstYear}`) }).fill("90");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("contentinfo")).toContainText("1 amount that differs from its cost lines");
    await lineOf(app, "D05", year()).click();
    await expect(panel.getByRole("alert")).toContainText("The amount says ₩90,000,000.");
    await panel.getByRole("button", { name: "Take over the sum" }).click();
    await expect(panel.getByRole("alert")).toBeHidden();
    await expect(cell(/D05/, year())).toHaveText("75");
  });
});
