import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { withBuiltPage } from "./built-page";
import { expectThat, type MeasureFigures } from "./figure";

const CODE = [".html", ".css", ".js", ".wasm"];

/** What the browser has fetched, workers included, when a template's tasks can be used. */
const measureFigures: MeasureFigures = () =>
  withBuiltPage(async ({ browser, url }) => {
    const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(30_000);
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
    const isCode = (path: string) => CODE.includes(extname(path));
    return [
      size(
        "fetched until tasks can be used: page, scripts, styles, WASM, gzipped",
        paths.filter(isCode),
        700,
      ),
      size(
        "fetched until tasks can be used: scripts alone, gzipped",
        paths.filter((path) => path.endsWith(".js")),
        null,
      ),
      size(
        "fetched until tasks can be used: fonts and pictures",
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
