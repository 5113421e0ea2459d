import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { StaticServer, StaticServerOptions } from "../../main/static-server";
import { CHROMIUM_SWITCHES, findChromium } from "../shell/find-chromium";
import { expectThat, type Figure } from "./figure";
import { type LargePlanSize, makeLargePlan, openDatabase } from "./make-large-plan";

/** The built page in Chromium, served as `npm start` serves it. */
export interface BuiltPage {
  readonly browser: Browser;
  readonly url: string;
}

/** Serves the built page, or that of another folder, starts Chromium, and ends both after the measuring. */
export async function withBuiltPage<T>(
  run: (built: BuiltPage) => Promise<T>,
  bundleFolder = join(process.cwd(), "out/renderer"),
): Promise<T> {
  const out = join(process.cwd(), "out");
  const { startStaticServer } = createRequire(join(out, "main/"))("./static-server.cjs") as {
    startStaticServer(options: StaticServerOptions): Promise<StaticServer>;
  };
  const server = await startStaticServer({ bundleFolder, port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_SWITCHES });
  try {
    return await run({ browser, url: server.url });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A page in a browser that has nothing of the app yet. */
export async function newPage({ browser, url }: BuiltPage): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  // Files are opened through a file input, which can be answered.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
  await page.goto(url);
  return page;
}

/** Keeps a trace of Chromium in the folder that CIVPLAN_TRACES names, if it names one. */
export async function traceWhile<T>(
  { browser }: BuiltPage,
  page: Page,
  name: string,
  run: () => Promise<T>,
): Promise<T> {
  const folder = process.env.CIVPLAN_TRACES;
  if (folder === undefined || folder === "") return run();
  await browser.startTracing(page, {
    path: join(folder, `${name.replaceAll(/\W+/g, "-")}.json`),
    categories: ["devtools.timeline", "toplevel", "v8", "disabled-by-default-v8.cpu_profiler"],
  });
  try {
    return await run();
  } finally {
    await browser.stopTracing();
  }
}

/** The bytes of a plan of this size. */
export function makePlanBytes(size: LargePlanSize): Buffer {
  const saved = exportVerified(makeLargePlan(size), openDatabase);
  if (!saved.ok) throw new Error(saved.error.detail);
  return Buffer.from(saved.value);
}

/** A page in which a plan is open. */
export async function openPlan(built: BuiltPage, bytes: Buffer): Promise<Page> {
  const page = await newPage(built);
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open…" }).click();
  await (await chosen).setFiles({
    name: "large.civplan",
    mimeType: "application/octet-stream",
    buffer: bytes,
  });
  await page.getByRole("navigation").waitFor({ timeout: 60_000 });
  return page;
}

export function summarise(name: string, budget: number | null, timesMs: readonly number[]): Figure {
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
