#!/usr/bin/env node
// Runs everything that must be green: lint, types, unit and property tests, the
// build, end-to-end tests. Prints the time of each suite and one summary line.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./lib/ensure-chromium.mjs";

const isFull = process.argv.includes("--full");
const reportFolder = mkdtempSync(join(tmpdir(), "civplan-test-"));
const say = (text) => process.stdout.write(`${text}\n`);

const bin = (packageName, file) => join("node_modules", packageName, file);

const run = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};

/** A step that either holds or does not: one passed or one failed. */
const checkStep = (args) => async () => {
  const code = await run(args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};

/** A runner that exits with an error although no test failed counts as one failure. */
const withExitCode = (counts, code) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

const runUnit = async () => {
  const file = join(reportFolder, "unit.json");
  const args = [
    bin("vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const code = await run(args, isFull ? { CIVPLAN_FULL: "1" } : {});
  const report = readReport(file);
  return withExitCode(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    code,
  );
};

const runEndToEnd = async () => {
  const chromium = await ensureChromium(say);
  if (chromium === null) {
    say("No Chromium could be found or installed: the end-to-end tests did not run.");
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const file = join(reportFolder, "e2e.json");
  const code = await run([bin("@playwright/test", "cli.js"), "test", "--reporter=list,json"], {
    CIVPLAN_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(isFull ? { CIVPLAN_FULL: "1" } : {}),
  });
  const stats = readReport(file)?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return withExitCode({ passed, failed: stats?.unexpected ?? 0, skipped: stats?.skipped ?? 0 }, code);
};

const suites = [
  ["lint", checkStep([bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."])],
  ["types of core", checkStep([bin("typescript", "bin/tsc"), "-p", "core"])],
  ["types", checkStep([bin("typescript", "bin/tsc"), "-p", "."])],
  ["unit and property", runUnit],
  ["build", checkStep(["scripts/build.mjs"])],
  ["end-to-end", runEndToEnd],
];

const rows = [];
for (const [name, suite] of suites) {
  say(`\n── ${name}`);
  const startedMs = performance.now();
  const counts = await suite();
  rows.push({ name, ...counts, seconds: (performance.now() - startedMs) / 1000 });
}
rmSync(reportFolder, { recursive: true, force: true });

say("\n── summary");
for (const { name, passed, failed, skipped, seconds } of rows)
  say(
    `${name.padEnd(20)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${seconds.toFixed(1).padStart(7)} s`,
  );
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
const skipped = total("skipped");
say(`\n${total("passed")} passed, ${total("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = total("failed") === 0 ? 0 : 1;
