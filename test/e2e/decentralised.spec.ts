/** The decentralised budget screen: share path, formula, units to the won, residents' projects. */
import type { Locator, Page } from "@playwright/test";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";

const DISTRICT_TEMPLATE = "District governance innovation plan";

async function openDecentralised(app: AppUnderTest): Promise<Page> {
  const { page } = app;
  await page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Decentralised budget" }).click();
  await expect(poolCheck(page)).toContainText("₩600,000,000 = pool ₩600,000,000, exact to the won");
  return page;
}

const poolCheck = (page: Page) => page.getByText(/^Sum of the units/);

async function type(page: Page, name: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name, exact: true });
  await box.focus();
  await expect(box).toHaveValue(/^[\d.]+$/);
  await box.fill(text);
  await box.press("Enter");
}

async function typeIntoCell(cell: Locator, text: string): Promise<void> {
  await cell.dblclick();
  await cell.page().keyboard.type(text);
  await cell.page().keyboard.press("Enter");
}

/** A cell of the first unit. */
const unitCell = (page: Page, columnId: string) =>
  page.locator(`[role=row][row-index="0"] [col-id=${columnId}]`);

test("a point of the share path is dragged, and the drag is one step of undo", async ({ app }) => {
  const page = await openDecentralised(app);
  const point = page.getByRole("slider", { name: "Share in 2028" });
  const box = page.getByRole("textbox", { name: "Share in 2028" });
  const at = await point.locator("circle").last().boundingBox();
  if (at === null) throw new Error("no point");
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2, at.y - 20, { steps: 5 });
  await page.mouse.move(at.x + at.width / 2, at.y - 36, { steps: 5 });
  await page.mouse.up();
  await expect(box).not.toHaveValue("2 %");
  await expect(poolCheck(page)).not.toContainText("₩600,000,000");
  await expect(poolCheck(page)).toContainText("exact to the won");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(box).toHaveValue("2 %");
  await expect(page.getByRole("button", { name: /^Undo/ })).toBeDisabled();

  await point.focus();
  await page.keyboard.press("PageUp");
  await expect(box).toHaveValue("3 %");
  await expect(point).toHaveAttribute("aria-valuetext", "3 %");
});

test("floors, need and odd pools are allocated exact to the won", async ({ app }) => {
  const page = await openDecentralised(app);
  await type(page, "Share in 2029", "2.3333337");
  await expect(poolCheck(page)).toContainText("₩620,000,022 = pool ₩620,000,022, exact to the won");
  const firstFloor = unitCell(page, "floorWon");
  await typeIntoCell(firstFloor, "1,234.567");
  await expect(firstFloor).toHaveText("1,235");
  await expect(poolCheck(page)).toContainText("₩620,000,022 = pool ₩620,000,022");
  await page.getByRole("button", { name: "Add a unit" }).click();
  await expect(poolCheck(page)).toContainText("₩620,000,022 = pool ₩620,000,022");
});

test("bad figures are said in words, and nothing is lost", async ({ app }) => {
  const page = await openDecentralised(app);
  await type(page, "Need", "80");
  await expect(page.getByText("The weights sum to 150 %: they are scaled to 100 %.")).toBeVisible();

  await typeIntoCell(unitCell(page, "floorWon"), "900,000");
  await expect(page.getByText(/The floors \(₩900,000,000\) are more than the pool/)).toBeVisible();
  await typeIntoCell(unitCell(page, "population"), "0");
  await expect(page.getByText(/Dong 1 has no people/)).toBeVisible();
  await expect(unitCell(page, "perHead")).toHaveText("–");
  await typeIntoCell(unitCell(page, "needIndex"), "many");
  await expect(page.getByText(/“many” is not a number/).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await type(page, "Mean cost of a project (₩ thousand)", "0");
  await type(page, "Posts a project (FTE)", "0");
  await expect(poolCheck(page)).toContainText("exact to the won");
  await expect(page.getByRole("main")).not.toContainText(/NaN|Infinity|undefined/);
});

test("what binds residents' projects is named, and unspent money lapses or carries over", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Scenarios" }).click();
  const { scenarios } = openPages(app);
  await scenarios.setLever("Seats", "50");
  await page.getByRole("navigation").getByRole("link", { name: "Decentralised budget" }).click();
  await type(page, "Share in 2031", "10");

  const residents = page.getByRole("region", { name: /^Residents’ projects by year/ });
  const last = (name: string | RegExp) => residents.getByRole("row", { name }).getByRole("cell").last();
  await expect(last(/^Money .*\d/)).toContainText("24");
  await expect(last(/^Posts left/)).toContainText("23.5 → 17.5");
  await expect(last(/^Binding limit/)).toHaveText("posts");
  await expect(last(/^Unspent, lapses/)).not.toHaveText("0");
  await page.getByRole("radiogroup", { name: "Unspent money" }).getByText("Carry over").click();
  await expect(residents.getByRole("row", { name: "Unspent, carried over" })).toBeVisible();
  await expect(residents).toContainText("added in the next year");
});

test("the scenario's path and amounts stand beside the plan's", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Scenarios" }).click();
  await openPages(app).scenarios.setLever("Decentralised share", "5");
  await page.getByRole("navigation").getByRole("link", { name: "Decentralised budget" }).click();
  await expect(page.getByRole("row", { name: /Under the scenario/ })).toContainText("5 %");
  await expect(page.getByRole("row", { name: /^Pool/ })).toContainText("120 → 300");
  await expect(poolCheck(page)).toContainText("₩1,500,000,000 = pool ₩1,500,000,000");
  await expect(page.getByRole("textbox", { name: "Share in 2027" })).toHaveValue("2 %");
});

test("the rubric proposes a grade beside the one that is entered, which sets the next year’s ceiling", async ({
  app,
}) => {
  const page = await openDecentralised(app);
  const panel = page.getByRole("region", { name: /^Evaluation and grades/ });
  const row = (name: string) => panel.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row("Score by the rubric").getByRole("cell").nth(1)).toHaveText("91.4");
  await expect(row("Grade by the rubric").getByRole("cell").first()).toHaveText("A");
  await expect(row("Sets the ceiling to").getByRole("cell").nth(1)).toHaveText("1,100");

  await type(page, "Score 2026: Innovation plan: shared decisions", "40");
  await expect(row("Score by the rubric").getByRole("cell").nth(1)).toHaveText("75.2");
  await expect(row("Grade by the rubric").getByRole("cell").first()).toContainText("C");
  await panel.getByRole("button", { name: "Enter C for 2026" }).click();
  await expect(row("Sets the ceiling to").getByRole("cell").first()).toHaveText("700");
  await expect(page.getByRole("contentinfo")).toContainText("ceiling exceeded");

  await test.step("a year without all scores proposes nothing, and an emptied score is none", async () => {
    const score = panel.getByRole("textbox", {
      name: "Score 2027: Participatory budget: education and monitoring",
    });
    await score.fill("90");
    await score.press("Enter");
    await expect(row("Score by the rubric").getByRole("cell").nth(2)).toHaveText("87.5");
    await score.fill("");
    await score.press("Enter");
    await expect(row("Score by the rubric").getByRole("cell").nth(2)).toHaveText("–");
  });

  await test.step("by rank, 7, 11 and 7 of 25 districts", async () => {
    await panel.getByText("Rank", { exact: true }).click();
    const rank = panel.getByRole("textbox", { name: "Rank in 2026" });
    await rank.fill("8");
    await rank.press("Enter");
    await expect(row("Grade by rank").getByRole("cell").first()).toContainText("B");
  });
  await test.step("the grade of the active scenario, and the ceiling that follows, stand beside the plan’s", async () => {
    const { frame, scenarios } = openPages(app);
    await frame.openScreen("Scenarios");
    await scenarios.choose("Grade, every year", "A");
    await frame.openScreen("Decentralised budget");
    await expect(row("Grade entered").getByRole("cell").first()).toContainText("→ A");
    await expect(row("Sets the ceiling to").getByRole("cell").first()).toHaveText("700→ 1,100");
    await panel.getByRole("button", { name: "How is “Evaluation and grades” worked out?" }).click();
    const help = page.getByRole("dialog", { name: "Evaluation and grades" });
    await expect(help).toContainText("Worth of grade A");
    await expect(help).toContainText("Grade of 2026A");
    await page.keyboard.press("Escape");
  });
  await panel.getByRole("button", { name: "Add a grade" }).click();
  await expect(panel.getByRole("textbox", { name: "Grade: D" })).toHaveValue("Grade D");
});
