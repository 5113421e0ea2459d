import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { StaticServer, StaticServerOptions } from "../../main/static-server";
import { CHROMIUM_SWITCHES, findChromium } from "../shell/find-chromium";
import { expectThat, type Figure, type MeasureFigures } from "./figure";
import { LARGE_PLAN, makeLargePlan, openDatabase } from "./make-large-plan";

/**
 * What a person waits for, in Chromium on the built page: from the key press to
 * the first frame that shows the result.
 */
const measureFigures: MeasureFigures = async () => {
  const out = join(process.cwd(), "out");
  const { startStaticServer } = createRequire(join(out, "main/"))("./static-server.cjs") as {
    startStaticServer(options: StaticServerOptions): Promise<StaticServer>;
  };
  const server = await startStaticServer({ bundleFolder: join(out, "renderer"), port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_SWITCHES });
  try {
    const page = await openLargePlan(browser, server.url);
    return [
      await measureStart(browser, server.url),
      summarise("amount typed → totals repainted", 50, await typeAmounts(page, 40)),
      summarise("slider moved one step → figures repainted", 50, await moveSlider(page, 60)),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
};

export default measureFigures;

async function newPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // Files are opened through a file input, which can be answered.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto(url);
  return page;
}

/** From the address to a start screen that can be used, in a browser that has nothing of it yet. */
async function measureStart(browser: Browser, url: string): Promise<Figure> {
  const timesMs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const startMs = performance.now();
    const page = await newPage(browser, url);
    await page.getByRole("heading", { name: "New plan" }).waitFor();
    timesMs.push(performance.now() - startMs);
    await page.context().close();
  }
  return summarise("page opened → start screen", null, timesMs);
}

async function openLargePlan(browser: Browser, url: string): Promise<Page> {
  const saved = exportVerified(makeLargePlan(LARGE_PLAN), openDatabase);
  if (!saved.ok) throw new Error(saved.error.detail);
  const page = await newPage(browser, url);
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await chosen).setFiles({
    name: "large.civplan",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(saved.value),
  });
  await page.getByRole("navigation").waitFor();
  return page;
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

function summarise(name: string, budget: number | null, timesMs: readonly number[]): Figure {
  expectThat(timesMs.length > 0 && timesMs.every((timeMs) => timeMs > 0), `${name} was measured`);
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const [best] = sorted;
  return {
    name,
    unit: "ms",
    median: at(0.5) ?? Number.NaN,
    ...(best === undefined ? {} : { best }),
    p95: at(0.95) ?? Number.NaN,
    budget,
  };
}
