import type { Page } from "@playwright/test";
import { makePlanBytes, openPlan, summarise, traceWhile, withBuiltPage } from "./built-page";
import type { Figure, MeasureFigures } from "./figure";
import { LARGE_PLAN } from "./make-large-plan";
import { timeInput } from "./time-input";

/** The first source under the grid of tasks: what is left of it in a year that every task has. */
const HEADROOM = ".ag-row-pinned.row-source [col-id='year-2035'] .headroom";

/**
 * How long a person keeps a key down. Chromium puts off all other work from each
 * going down and each going up until the next frame is painted, so a key that goes
 * up at once would delay the answer by a frame that no person waits for.
 */
const KEY_DOWN_MS = 80;

/**
 * What a person waits for, in Chromium on the built page: from the key press to
 * the first frame that shows the result. The 95th percentile is held against the
 * budget, for 2,000 tasks.
 */
const measureFigures: MeasureFigures = () =>
  withBuiltPage(async (built) => {
    const figures: Figure[] = [];
    for (const tasks of [2000, 200]) {
      const page = await openPlan(built, makePlanBytes({ ...LARGE_PLAN, tasks, edits: 0 }));
      const add = async (name: string, measure: () => Promise<readonly number[]>) => {
        const times = await traceWhile(built, page, `${tasks} ${name}`, measure);
        const figure = summarise(`${tasks} tasks: ${name}`, tasks === 2000 ? 50 : null, times);
        figures.push({ ...figure, held: "p95" });
      };
      const total = await openFirstTask(page);
      await add("amount typed → total repainted", () => typeAmounts(page, total, 60));
      await openScenarios(page);
      await add("slider moved a step → figures repainted", () => moveSlider(page, 60));
      for (let step = 0; step < 3; step += 1) await moveSlider(page, 1);
      const totalUnderScenario = await openFirstTask(page);
      await page.locator(HEADROOM).first().waitFor();
      await add("amount typed, a scenario active → total repainted", () =>
        typeAmounts(page, totalUnderScenario, 60),
      );
      await add("amount typed, a scenario active → the scenario's headroom repainted", () =>
        typeAmounts(page, HEADROOM, 60),
      );
      const lineTotal = await openBudget(page);
      await add("amount typed on Budget, a scenario active → total repainted", () =>
        typeAmounts(page, lineTotal, 60, BUDGET_CELL),
      );
      await page.context().close();
    }
    return figures;
  });

export default measureFigures;

/** Shows the lines of the first task; returns where its total is. */
async function openFirstTask(page: Page): Promise<string> {
  await page.locator('nav a[href="#/tasks"]').click();
  const task = page.locator(".ag-row.row-task").first();
  await task.locator(".row-toggle").click();
  await page.locator(".ag-row.row-line").first().waitFor();
  return `.ag-row[row-id="${await task.getAttribute("row-id")}"] [col-id="total"]`;
}

/** No two amounts typed one after the other are the same. */
let typed = 0;

/** The first amount of a line in the table of the budget. */
const BUDGET_CELL = '.ag-row.budget-row-line [col-id="year-2035"]';

/** Shows the table of the budget; returns where the total of its first line is. */
async function openBudget(page: Page): Promise<string> {
  await page.locator('nav a[href="#/budget"]').click();
  const cell = page.locator(BUDGET_CELL).first();
  await cell.waitFor();
  const rowId = await cell.evaluate((element) => element.closest(".ag-row")?.getAttribute("row-id"));
  return `.ag-row[row-id="${rowId}"] [col-id="total"]`;
}

/** Types amounts into a line and waits for what depends on them. */
async function typeAmounts(
  page: Page,
  selector: string,
  runs: number,
  cellSelector = '.ag-row.row-line [col-id="year-2035"]',
): Promise<number[]> {
  const cell = page.locator(cellSelector).first();
  const timesMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    typed += 1;
    await cell.click();
    await page.keyboard.type(String(1000 + 7 * typed));
    // No finger follows the last digit within the frame that shows it.
    await settle(page);
    const act = () => page.keyboard.press("Enter", { delay: KEY_DOWN_MS });
    timesMs.push(await timeInput(page, { event: "keydown", act, selector, current: null }));
    await settle(page);
  }
  return timesMs;
}

async function openScenarios(page: Page): Promise<void> {
  await page.locator('nav a[href="#/scenarios"]').click();
  await page.getByRole("slider", { name: "Seats, slider" }).focus();
  const name = "How is “5 % group at a meeting” worked out?";
  const tile = page.getByRole("main").getByRole("listitem");
  await tile.filter({ has: page.getByRole("button", { name }) }).evaluate((element) => {
    element.id = "measured";
  });
}

/** Moves the slider of the council's seats, each time to a number that was not asked for yet, and waits for a figure that depends on it. */
async function moveSlider(page: Page, runs: number): Promise<number[]> {
  const timesMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const act = () => page.keyboard.press("ArrowRight", { delay: KEY_DOWN_MS });
    timesMs.push(await timeInput(page, { event: "keydown", act, selector: "#measured", current: null }));
    await settle(page);
  }
  return timesMs;
}

/** A person takes longer between two inputs than what follows the figures on the screen. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 })),
  );
