/** From an empty plan to costed tasks: years, areas, tasks, sources, ceilings, channels. */
import { expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { EMPTY_TEMPLATE } from "./pages/start-page";

test("an empty plan gets its years, areas, tasks, amounts and ceilings by typing alone", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  const { page } = app;
  const main = page.getByRole("main");
  await start.startPlan(EMPTY_TEMPLATE);

  await test.step("title and years", async () => {
    await page.getByRole("banner").getByRole("button", { name: "New plan" }).click();
    await page.getByLabel("Title of the plan").fill("Dong plan");
    await page.getByLabel("First year").fill("2030");
    await page.getByLabel("Last year").fill("2029");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/last year \(2029\) is before its first \(2030\)/)).toBeVisible();
    await page.getByLabel("Last year").fill("2032");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("banner").getByRole("button", { name: "Dong plan" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: /^20/ })).toHaveText(["2030", "2031", "2032"]);
  });

  await test.step("an area is added, named at once, and renamed by typing over it", async () => {
    await main.getByRole("button", { name: "More to add" }).click();
    await page.getByRole("menuitem", { name: "Add an area" }).click();
    await expect(tasks.editor).toHaveValue("New area");
    await page.keyboard.type("Capability");
    await page.keyboard.press("Enter");
    await expect(tasks.grid.getByText("Capability")).toBeVisible();
    await tasks.grid.getByText("Area 1").dblclick();
    await tasks.editor.fill("Institutions");
    await page.keyboard.press("Enter");
    await expect(tasks.grid.getByText("Institutions")).toBeVisible();
  });

  await test.step("an area without tasks can be deleted, and undone", async () => {
    await tasks.grid.getByText("Institutions").click();
    await main.getByRole("button", { name: "Delete area" }).click();
    await expect(main.getByText("Area Institutions deleted.")).toBeVisible();
    await expect(tasks.grid.getByText("Institutions")).toBeHidden();
    await main.getByRole("button", { name: "Undo" }).click();
    await expect(tasks.grid.getByText("Institutions")).toBeVisible();
  });

  await test.step("a task goes into the new area", async () => {
    await main.getByRole("button", { name: "Add task" }).click();
    await page.getByRole("menuitem", { name: "Capability" }).click();
    await expect(tasks.editor).toHaveValue("New task");
    await page.keyboard.type("Training");
    await page.keyboard.press("Enter");
    await expect(tasks.cell("T01", "title")).toHaveText("Training");
  });

  await test.step("an amount that no line can take asks for its source and then goes there", async () => {
    await tasks.cell("T01", "year-2031").click();
    await page.keyboard.press("5");
    await expect(main.getByText("Which source pays for T01 Training?")).toBeVisible();
    await page.getByRole("combobox", { name: "Source" }).click();
    await page.getByRole("option", { name: "City" }).click();
    await page.getByRole("combobox", { name: "Channel" }).press("Tab");
    await page.keyboard.press("Enter");
    await expect(main.locator('.row-line [col-id="year-2031"]')).toBeFocused();
    await page.keyboard.type("50");
    await page.keyboard.press("Tab");
    await page.keyboard.type("60");
    await page.keyboard.press("Enter");
    await expect(tasks.cell("T01", "total")).toHaveText("110");
  });

  await test.step("a second source is asked for from the row below, by the keyboard", async () => {
    await expect(page.locator(".ag-full-width-row")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("combobox", { name: "Source" })).toBeHidden();
  });

  await test.step("a ceiling is typed where the budget says so", async () => {
    await frame.openScreen("Budget");
    await expect(main.getByText("No source has a ceiling yet")).toBeVisible();
    await main.getByRole("button", { name: "Rows of City: left of ceiling" }).click();
    await page
      .getByRole("row", { name: /^Ceiling/ })
      .locator('[col-id="year-2031"]')
      .click();
    await page.keyboard.type("40");
    await page.keyboard.press("Enter");
    await expect(main.getByText("No source has a ceiling yet")).toBeHidden();
    await expect(page.getByRole("row", { name: /City: left of ceiling/ })).toContainText("−10");
  });

  await test.step("a source is added, named and limited, and deleting one is taken back in one step", async () => {
    await main.getByRole("button", { name: "Sources and ceilings…" }).click();
    const dialog = page.getByRole("dialog");
    const sources = dialog.getByRole("region", { name: "Funding sources" });
    await sources.getByRole("button", { name: "Add source" }).click();
    await page.getByRole("menuitem", { name: "District" }).click();
    await expect(dialog.getByLabel("Title, District")).toBeFocused();
    await page.keyboard.type("Borough");
    await page.keyboard.press("Enter");
    const code = dialog.getByLabel("Code, Borough");
    await expect(code).toHaveValue("DISTRICT");
    await code.fill("CITY");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("The code CITY is taken.")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(code).toHaveValue("DISTRICT");
    await dialog.getByLabel("Ceiling 2031, Borough").fill("70");
    await page.keyboard.press("Enter");
    await sources.getByRole("button", { name: "Delete source City" }).click();
    await expect(dialog.getByText("Deleted City with its ceilings and 2 amounts.")).toBeVisible();
    await expect(dialog.getByLabel("Title, City")).toHaveCount(0);
    await dialog.getByRole("button", { name: "Undo" }).click();
    await expect(dialog.getByLabel("Ceiling 2031, City")).toHaveValue("40");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("row", { name: /Borough: left of ceiling/ })).toContainText("70");
    await expect(page.getByRole("row", { name: /City: left of ceiling/ })).toContainText("−10");
  });
});
