import type { Page } from "@playwright/test";
import { type BuiltPage, makePlanBytes, newPage, openPlan, summarise, withBuiltPage } from "./built-page";
import type { Figure, MeasureFigures } from "./figure";
import { LARGE_PLAN } from "./make-large-plan";

/**
 * What a person waits for, in Chromium on the built page: from the key press to
 * the first frame that shows the result. The 95th percentile is held against the
 * budget, for 2,000 tasks.
 */
const measureFigures: MeasureFigures = () =>
  withBuiltPage(async (built) => {
    const figures: Figure[] = [await measureStart(built)];
    for (const tasks of [200, 2000]) {
      const page = await openPlan(built, makePlanBytes({ ...LARGE_PLAN, tasks, edits: 0 }));
      const budget = tasks === 2000 ? 50 : null;
      figures.push(
        summarise(`${tasks} tasks: amount typed → totals repainted`, budget, await typeAmounts(page, 40)),
        summarise(
          `${tasks} tasks: slider moved a step → figures repainted`,
          budget,
          await moveSlider(page, 60),
        ),
      );
      await page.context().close();
    }
    return figures;
  });

export default measureFigures;

/** From the address to a start screen that can be used, in a browser that has nothing of it yet. */
async function measureStart(built: BuiltPage): Promise<Figure> {
  const timesMs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const startMs = performance.now();
    const page = await newPage(built);
    await page.getByRole("heading", { name: "New plan" }).waitFor();
    timesMs.push(performance.now() - startMs);
    await page.context().close();
  }
  return summarise("page opened → start screen", null, timesMs);
}

/** Types amounts into a line of the first task and waits for the task's total. */
async function typeAmounts(page: Page, runs: number): Promise<number[]> {
  await page.locator('nav a[href="#/tasks"]').click();
  const task = page.locator(".ag-row.row-task").first();
  await task.locator(".row-toggle").click();
  const cell = page.locator('.ag-row.row-line [col-id="year-2035"]').first();
  const total = `.ag-row[row-id="${await task.getAttribute("row-id")}"] [col-id="total"]`;
  const timesMs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await cell.click();
    await page.keyboard.type(String(1000 + 7 * run));
    timesMs.push(await timeKey(page, "Enter", total));
  }
  return timesMs;
}

/** Moves the slider of the council's seats and waits for the cost of committees. */
async function moveSlider(page: Page, runs: number): Promise<number[]> {
  await page.locator('nav a[href="#/scenarios"]').click();
  const slider = page.getByRole("slider", { name: "Seats, slider" });
  await slider.focus();
  const name = "How is “5 % group at a meeting” worked out?";
  const tile = page.getByRole("main").getByRole("listitem");
  const figure = tile.filter({ has: page.getByRole("button", { name }) });
  await figure.evaluate((element) => {
    element.id = "measured";
  });
  const timesMs: number[] = [];
  for (let run = 0; run < runs; run += 1)
    timesMs.push(await timeKey(page, run % 30 < 15 ? "ArrowRight" : "ArrowLeft", "#measured"));
  return timesMs;
}

/** Milliseconds from a key press to the end of the first frame in which the element's text is another one. */
async function timeKey(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate((measured) => {
    const read = () => document.querySelector(measured)?.textContent;
    const before = read();
    const waiting = new Promise<number>((resolve) => {
      const onKey = (event: KeyboardEvent) => {
        const look = () => {
          if (read() === before) {
            requestAnimationFrame(look);
            return;
          }
          // What a frame callback finds is painted right after it; a message comes in behind the painting.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      window.addEventListener("keydown", onKey, { once: true, capture: true });
    });
    Object.assign(window, { waiting });
  }, selector);
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { waiting: Promise<number> }).waiting);
}
