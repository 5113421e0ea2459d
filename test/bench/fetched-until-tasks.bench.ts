import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { LATER_SCREENS_AFTER_MS } from "../../renderer/app/later-screens";
import { withBuiltPage } from "./built-page";
import { expectThat, type MeasureFigures } from "./figure";

const CODE = [".html", ".css", ".js", ".wasm"];

/**
 * What a browser needs from the empty page until a template's tasks can be used:
 * all that it has asked for, workers included, when their amounts are on the
 * screen. The other screens' code, which the page fetches in idle time, is not
 * counted: the timer that begins it is held back, so that a slow computer
 * measures the same as a quick one.
 */
const measureFigures: MeasureFigures = () =>
  withBuiltPage(async ({ browser, url }) => {
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(30_000);
    await context.addInitScript((heldBackMs) => {
      const setTimer = window.setTimeout.bind(window);
      const setTimerOrNot = (work: () => void, delayMs?: number, ...rest: unknown[]) =>
        delayMs === heldBackMs ? 0 : setTimer(work, delayMs, ...rest);
      window.setTimeout = setTimerOrNot as typeof window.setTimeout;
    }, LATER_SCREENS_AFTER_MS);
    const fetched = new Set<string>();
    context.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === new URL(url).origin) fetched.add(pathname === "/" ? "/index.html" : pathname);
    });
    const page = await context.newPage();
    await page.goto(`${url}#/tasks`);
    await page.getByRole("button", { name: /^District/ }).click();
    await page.locator('.ag-row.row-task [col-id^="year-"]').first().waitFor();
    const paths = [...fetched];
    await context.close();
    for (const part of ["plan-worker", ".wasm"])
      expectThat(
        paths.some((path) => path.includes(part)),
        `${part} is among what was fetched: ${paths.join(" ")}`,
      );
    expectThat(!paths.some((path) => /highs|solver/i.test(path)), "no solver is fetched");
    const others = paths.filter(
      (path) => /-screen|inspector/.test(path) && !/(tasks|start)-screen/.test(path),
    );
    expectThat(others.length === 0, `no other screen is fetched: ${others.join(" ")}`);
    const isCode = (path: string) => CODE.includes(extname(path));
    return [
      size(
        "needed until tasks can be used: page, scripts, styles, WASM, gzipped",
        paths.filter(isCode),
        null,
      ),
      size(
        "needed until tasks can be used: scripts alone, gzipped",
        paths.filter((path) => path.endsWith(".js")),
        700,
      ),
      size(
        "needed until tasks can be used: fonts and pictures",
        paths.filter((path) => !isCode(path)),
        null,
      ),
    ];
  });

export default measureFigures;

function size(name: string, paths: readonly string[], budget: number | null) {
  const bytes = paths.map((path) => {
    const content = readFileSync(join(process.cwd(), "out/renderer", path));
    return CODE.includes(extname(path)) ? gzipSync(content, { level: 9 }).length : content.length;
  });
  const sum = bytes.reduce((total, length) => total + length, 0);
  return { name: `${name} (${paths.length} files)`, unit: "KB", median: sum / 1024, budget } as const;
}
