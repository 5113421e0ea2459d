import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { type BuiltPage, summarise, withBuiltPage } from "./built-page";
import { expectThat, type MeasureFigures } from "./figure";

const RUNS = 9;
const LIMIT_MS = 10_000;

/**
 * From the address to a page with a button that can be clicked, in a browser
 * that has nothing of it yet: the start screen, and a page with React, Mantine
 * and one button that is built and served in the same way.
 */
const measureFigures: MeasureFigures = async () => {
  const bundleFolder = mkdtempSync(join(tmpdir(), "civplan-empty-page-"));
  try {
    await buildEmptyPage(bundleFolder);
    const startMs: number[] = [];
    const emptyMs: number[] = [];
    await withBuiltPage(
      (empty) =>
        withBuiltPage(async (built) => {
          // In turn, so that what else the machine does meets both.
          for (let run = 0; run < RUNS; run += 1) {
            emptyMs.push(await timeFirstButton(empty));
            startMs.push(await timeFirstButton(built));
          }
        }),
      bundleFolder,
    );
    const start = summarise("address → start screen", null, startMs);
    const empty = summarise("address → empty page of the same set-up", null, emptyMs);
    const times = { unit: "×", median: start.median / empty.median, budget: 2 } as const;
    return [start, empty, { name: "start screen to empty page", ...times }];
  } finally {
    rmSync(bundleFolder, { recursive: true, force: true });
  }
};

export default measureFigures;

async function buildEmptyPage(outDir: string): Promise<void> {
  const root = join(process.cwd(), "test/bench/empty-page");
  await build({
    root,
    base: "./",
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: "es2022", minify: true, assetsInlineLimit: 0 },
  });
}

/** Milliseconds from the navigation to the end of the first frame with a button in it. */
async function timeFirstButton({ browser, url }: BuiltPage): Promise<number> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const waiting = new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector("#root button") === null) {
            requestAnimationFrame(look);
            return;
          }
          // What a frame callback finds is painted right after it; a message comes in behind the painting.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
      Object.assign(window, { waiting });
    });
    await page.goto(url);
    const timeMs = await page.evaluate(
      (limitMs) =>
        Promise.race([
          (window as unknown as { waiting: Promise<number> }).waiting,
          new Promise<null>((resolve) => setTimeout(() => resolve(null), limitMs)),
        ]),
      LIMIT_MS,
    );
    expectThat(timeMs !== null, `${url} shows a button`);
    return timeMs ?? Number.NaN;
  } finally {
    await context.close();
  }
}
