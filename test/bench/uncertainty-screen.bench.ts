import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { StaticServer, StaticServerOptions } from "../../main/static-server";
import { CHROMIUM_SWITCHES, findChromium } from "../shell/find-chromium";
import { expectThat, type Figure, type MeasureFigures } from "./figure";

const RUNS = 9;
const BAR = 'section[aria-label="Uncertainty"]';

/** Uncertainty switched on over the district template: when the first ranges are seen, and when all 10,000 draws are done. */
const measureFigures: MeasureFigures = async () => {
  const out = join(process.cwd(), "out");
  const { startStaticServer } = createRequire(join(out, "main/"))("./static-server.cjs") as {
    startStaticServer(options: StaticServerOptions): Promise<StaticServer>;
  };
  const server = await startStaticServer({ bundleFolder: join(out, "renderer"), port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_SWITCHES });
  try {
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByRole("button", { name: "District governance innovation plan" }).click();
    await page.locator('nav a[href="#/scenarios"]').click();
    const switchOf = page.locator(BAR).getByRole("switch");
    await switchOf.waitFor();
    const firstMs: number[] = [];
    const allMs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const { first, all } = await timeSwitch(page);
      firstMs.push(first);
      allMs.push(all);
      await moveOn(page, run);
    }
    return [
      summarise("uncertainty switched on → first ranges painted", 200, firstMs),
      summarise("uncertainty switched on → all 10,000 draws painted", null, allMs),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
};

export default measureFigures;

/** Milliseconds from the click to the first frame with ranges, and to the one that counts all draws. */
const timeSwitch = (page: Page): Promise<{ readonly first: number; readonly all: number }> =>
  page.evaluate(
    (bar) =>
      new Promise((resolve) => {
        const startMs = performance.now();
        let first = 0;
        const look = () => {
          const text = document.querySelector(bar)?.textContent ?? "";
          if (first === 0 && text.includes("ranges P10")) first = performance.now() - startMs;
          if (text.includes("10,000 draws")) resolve({ first, all: performance.now() - startMs });
          else requestAnimationFrame(look);
        };
        document.querySelector<HTMLInputElement>(`${bar} input[role="switch"]`)?.click();
        requestAnimationFrame(look);
      }),
    BAR,
  );

/** Switches off again and moves a lever, so that nothing of the run before can be shown again. */
async function moveOn(page: Page, run: number): Promise<void> {
  await page.locator(`${BAR} input[role="switch"]`).click();
  const seats = page.getByRole("textbox", { name: "Seats", exact: true });
  await seats.focus();
  await seats.fill(String(31 + run));
  await seats.press("Enter");
  await page.waitForFunction((bar) => !document.querySelector(bar)?.textContent?.includes("ranges P10"), BAR);
}

function summarise(name: string, budget: number | null, timesMs: readonly number[]): Figure {
  expectThat(timesMs.length === RUNS && timesMs.every((timeMs) => timeMs > 0), `${name} was measured`);
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    name,
    unit: "ms",
    median: at(0.5) ?? Number.NaN,
    best: at(0) ?? Number.NaN,
    p95: at(0.95) ?? Number.NaN,
    budget,
  };
}
