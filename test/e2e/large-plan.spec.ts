/** A plan with more tasks than anybody sees at once: what is out of view is there all the same. */
import { LARGE_PLAN, makeLargePlan } from "../bench/make-large-plan";
import { expect, test } from "../shell/fixtures";
import { saveBytes } from "../unit/support/read-back";
import { openPages } from "./pages/open-pages";

test("an amount of a long plan follows through every sum, and the matrix shows all of its tasks", async ({
  app,
}) => {
  const { start, frame, tasks, scenarios } = openPages(app);
  const { page } = app;
  const path = app.pathOf("long.civplan");
  await app.putFile(path, saveBytes(makeLargePlan({ ...LARGE_PLAN, tasks: 60, years: 4, edits: 0 })));
  await start.open(path);
  await start.waitForPlan();
  await start.goToTasks();

  await test.step("what depends on an edit shows with it", async () => {
    const total = page.locator('.ag-row-pinned.row-area [col-id="total"]');
    const before = await total.innerText();
    await tasks.row("T0001").locator(".row-toggle").click();
    const cell = page.locator('.ag-row.row-line [col-id="year-2028"]').first();
    await cell.dblclick();
    await tasks.editor.fill("987654");
    await tasks.editor.press("Enter");
    await expect(cell).toHaveText("987,654");
    await expect(total).not.toHaveText(before);
    await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  });

  await test.step("the matrix draws what is in view and can be scrolled to its end by keys", async () => {
    await frame.openScreen("Scenarios");
    const matrix = scenarios.table(/^Priority tasks/);
    await expect(matrix).toHaveAttribute("aria-rowcount", "61");
    await expect(matrix.getByRole("rowheader", { name: /^T0000/ })).toBeVisible();
    expect(await matrix.getByRole("rowheader").count()).toBeLessThan(40);
    await page.getByRole("group", { name: "Priority tasks" }).focus();
    await page.keyboard.press("End");
    const last = matrix.getByRole("row").filter({ hasText: "T0059" });
    await expect(last).toBeVisible();
    await expect(last).toHaveAttribute("aria-rowindex", "61");
  });
});
