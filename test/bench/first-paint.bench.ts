import type { Page } from "@playwright/test";
import { type BuiltPage, makePlanBytes, newPage, openPlan, summarise, withBuiltPage } from "./built-page";
import type { Figure, MeasureFigures } from "./figure";
import { LARGE_PLAN } from "./make-large-plan";
import { timeInput } from "./time-input";

const RUNS = 3;

/** From the click on a screen in the rail to the first frame that shows it, for the first visit in a page. */
const measureFigures: MeasureFigures = () =>
  withBuiltPage(async (built) => {
    const bytes = makePlanBytes({ ...LARGE_PLAN, edits: 0 });
    return [
      ...(await measureScreens("district template", () => startTemplate(built))),
      ...(await measureScreens("200 tasks", () => openPlan(built, bytes))),
      await measureFirstRows(() => openPlan(built, bytes)),
      await measureTemplate(built),
      await measurePaste(built),
    ];
  });

export default measureFigures;

async function startTemplate(built: BuiltPage): Promise<Page> {
  const page = await newPage(built);
  await page.getByRole("button", { name: /^District/ }).click();
  await page.getByRole("navigation").waitFor();
  return page;
}

async function measureScreens(plan: string, open: () => Promise<Page>): Promise<Figure[]> {
  const timesMs = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1) {
    const page = await open();
    const links = await page
      .locator('nav a[href^="#/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const shown = new URL(page.url()).hash || links[0] || "";
    // The screen that is open already is looked at last.
    for (const href of [...links.filter((link) => link !== shown), shown]) {
      if (!links.includes(href)) continue;
      const current = `nav a[href="${href}"]`;
      const act = () => page.locator(current).click();
      const timeMs = await timeInput(page, { event: "click", act, selector: "main", current });
      timesMs.set(href, [...(timesMs.get(href) ?? []), timeMs]);
    }
    await page.context().close();
  }
  return [...timesMs].map(([href, times]) => summarise(`${plan}: click → ${href.slice(2)}`, 300, times));
}

/** The grid draws its rows a frame or two after its frame: how long until they are there, the first time. */
async function measureFirstRows(open: () => Promise<Page>): Promise<Figure> {
  const timesMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await open();
    // The code of all screens is fetched in idle time, that of the inspector last.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => /\/inspector-[^/]*\.js$/.test(name)),
    );
    await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
    const current = 'nav a[href="#/tasks"]';
    const act = () => page.locator(current).click();
    timesMs.push(await timeInput(page, { event: "click", act, selector: ".ag-row.row-task", current }));
    await page.context().close();
  }
  return summarise("200 tasks: click → rows of tasks", null, timesMs);
}

/** From a click on a template to a grid of tasks with amounts in it. */
async function measureTemplate(built: BuiltPage): Promise<Figure> {
  const timesMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await newPage(built);
    const button = page.getByRole("button", { name: /^District/ });
    await button.waitFor();
    const startMs = performance.now();
    await button.click();
    await page.locator('nav a[href="#/tasks"]').click();
    await page.locator('.ag-row.row-task [col-id^="year-"]').first().waitFor();
    timesMs.push(performance.now() - startMs);
    await page.context().close();
  }
  return summarise("template clicked → tasks can be used", 1500, timesMs);
}

/** A block of 1,000 × 10 amounts pasted into the grid of tasks, until the grid shows them. */
async function measurePaste(built: BuiltPage): Promise<Figure> {
  const bytes = makePlanBytes({ ...LARGE_PLAN, tasks: 1010, sources: 1, edits: 0 });
  const timesMs: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const page = await openPlan(built, bytes);
    await page.locator('nav a[href="#/tasks"]').click();
    await page.locator('.ag-row.row-task [col-id="year-2027"]').first().click();
    timesMs.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const line = Array.from({ length: 10 }, (_, year) => 10 + year).join("\t");
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", Array.from({ length: 1000 }, () => line).join("\n"));
            const startMs = performance.now();
            // A block is written whole or not at all, so its first line stands for it.
            const look = () => {
              const shown = ["year-2027", "year-2036"].map(
                (column) =>
                  document.querySelector(
                    `.ag-row.row-task [col-id="${column}"] .amount-cell > span:last-child`,
                  )?.textContent,
              );
              if (shown[0] === "10" && shown[1] === "19") resolve(performance.now() - startMs);
              else if (performance.now() - startMs > 20_000)
                reject(
                  new Error(
                    `bench: the block is not written: ${shown} ${document.querySelector("main")?.textContent?.slice(0, 200)}`,
                  ),
                );
              else requestAnimationFrame(look);
            };
            document.activeElement?.dispatchEvent(
              new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
            );
            requestAnimationFrame(look);
          }),
      ),
    );
    await page.context().close();
  }
  return summarise("1,000 × 10 cells pasted → repainted", 1000, timesMs);
}
