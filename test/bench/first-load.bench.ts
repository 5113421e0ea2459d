import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expectThat, type MeasureFigures } from "./figure";

const folder = join(process.cwd(), "out/renderer");

/** The solver's WASM, or its functions; its name alone stands in texts. */
const SOLVER = /highs[\w.-]*\.wasm|_Highs_/;

const gzippedKb = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0) / 1024;

/** Scripts that the page's HTML names: the entry and everything that it imports statically. */
function firstScripts(): readonly string[] {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(([, path = ""]) => path);
  expectThat(named.length > 0, "the page names its scripts");
  return [...new Set(named)].map((path) => join(folder, path));
}

const measureFigures: MeasureFigures = async () => {
  if (!existsSync(join(folder, "index.html"))) throw new Error("out/renderer is not built: npm run build");
  const first = firstScripts();
  for (const path of first)
    expectThat(!SOLVER.test(readFileSync(path, "utf8")), `no solver is loaded at the start (${path})`);
  const assets = join(folder, "assets");
  const all = readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(assets, name));
  return [
    {
      name: `JavaScript of the first load, gzipped (${first.length} files)`,
      unit: "KB",
      median: gzippedKb(first),
      budget: 700,
    },
    {
      name: `all JavaScript of the page and its workers, gzipped (${all.length} files)`,
      unit: "KB",
      median: gzippedKb(all),
      budget: null,
    },
  ];
};

export default measureFigures;
