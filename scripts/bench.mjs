#!/usr/bin/env node
// Measures the figures that the issues set budgets for and prints them as a
// table. Exit code 1 when one is over its budget. Names of bench files as
// arguments limit what is measured: `npm run bench -- plan-file`.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { buildApp, projectRoot } from "./lib/build-app.mjs";

const benchFolder = join(projectRoot, "test/bench");
/** Inside node_modules, so that the bundles find their packages. */
const bundleFolder = join(projectRoot, "node_modules/.cache/civplan-bench", String(process.pid));

const wanted = process.argv.slice(2);
const files = readdirSync(benchFolder)
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)));
if (files.length === 0) {
  process.stderr.write(`No bench is called ${wanted.join(" or ")}.\n`);
  process.exit(2);
}

const say = (text) => process.stdout.write(`${text}\n`);
/** These look at what is built. */
const ON_BUILT_APP = [
  "edit-repaint.bench.ts",
  "fetched-until-tasks.bench.ts",
  "first-load.bench.ts",
  "first-paint.bench.ts",
  "start-screen.bench.ts",
  "uncertainty-screen.bench.ts",
];
if (files.some((name) => ON_BUILT_APP.includes(name))) await buildApp({ say });

mkdirSync(bundleFolder, { recursive: true });
const show = (value, unit) =>
  value === undefined || value === null
    ? ""
    : `${value.toFixed(value < 10 ? 3 : value < 100 ? 1 : 0)} ${unit}`;

const figures = [];
const failed = [];
try {
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: "warn",
    build: {
      ssr: true,
      target: "node20",
      outDir: bundleFolder,
      rolldownOptions: {
        input: Object.fromEntries(files.map((name) => [name.replace(/\.ts$/, ""), join(benchFolder, name)])),
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });
  for (const name of files) {
    try {
      const bundle = await import(pathToFileURL(join(bundleFolder, name.replace(/\.ts$/, ".mjs"))).href);
      const measured = await bundle.default();
      const load = loadavg()[0] ?? 0;
      figures.push(...measured.map((figure) => ({ ...figure, load })));
      say(`measured ${name}:`);
      // Shown at once as well: whoever ends a long run keeps what was measured until then.
      for (const { name: what, median, p95, unit } of measured)
        say(`  ${what}: median ${show(median, unit)}${p95 === undefined ? "" : `, p95 ${show(p95, unit)}`}`);
    } catch (error) {
      failed.push(name);
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : error}\n`);
    }
  }
} finally {
  rmSync(bundleFolder, { recursive: true, force: true });
}

const verdict = ({ median, p95, held, budget }) =>
  budget === null ? "" : (held === "p95" ? p95 : median) <= budget ? "ok" : "OVER";
const rows = [
  ["figure", "best", "median", "p95", "processor", "load", "budget", ""],
  ...figures.map((figure) => [
    figure.name,
    show(figure.best, figure.unit),
    show(figure.median, figure.unit),
    show(figure.p95, figure.unit),
    show(figure.processor, figure.unit),
    figure.load.toFixed(1),
    figure.budget === null ? "" : `${figure.held === "p95" ? "p95 " : ""}≤ ${figure.budget} ${figure.unit}`,
    verdict(figure),
  ]),
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
say("");
for (const row of rows)
  say(
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  "),
  );
if (failed.length > 0) say(`\nNot measured: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 || figures.some((figure) => verdict(figure) === "OVER") ? 1 : 0;
