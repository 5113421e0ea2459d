#!/usr/bin/env node
// Opens the app: builds what is stale, then starts Electron, or serves the same
// page on 127.0.0.1 where Electron cannot be had.
//   npm start -- [--browser] [--no-open] [plan.civplan]
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildApp, outFolder, projectRoot } from "./lib/build-app.mjs";
import {
  downloadElectronRuntime,
  electronVersion,
  failedRecently,
  findElectronRuntime,
} from "./lib/electron-runtime.mjs";
import { hasDisplay, openBrowser } from "./lib/open-browser.mjs";
import { serveOnKnownPort } from "./lib/serve-on-known-port.mjs";
import { readState, statePathFor, updateState } from "./lib/start-state.mjs";
import { startStaticServer } from "./serve.mjs";

/** Electron that ends with an error this soon never opened. */
const EARLY_END_MS = 10_000;

const args = process.argv.slice(2);
const isBrowserWanted = args.includes("--browser");
const isOpening = !args.includes("--no-open");
const appArgs = args.filter((arg) => arg !== "--browser" && arg !== "--no-open");
const statePath = statePathFor(process.env, process.platform);
const canShowWindows = hasDisplay(process.env, process.platform);
/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

await buildApp({ say });
const reason = isBrowserWanted ? "As asked" : await runElectron();
if (reason !== null) await serve(reason);

/**
 * Runs Electron to its end.
 *
 * @returns {Promise<string | null>} why it could not be run, or null when it was
 */
async function runElectron() {
  if (!canShowWindows) return "There is no display for a window here";
  const executable = findElectronRuntime(projectRoot) ?? (await tryDownload());
  if (executable === null) return "Electron's runtime is not installed and cannot be downloaded";
  const startMs = performance.now();
  const code = await spawnElectron(executable);
  const hasOpened = code === 0 || performance.now() - startMs > EARLY_END_MS;
  if (!hasOpened) return `Electron could not open its window (it ended with ${code})`;
  process.exitCode = code ?? 0;
  return null;
}

async function tryDownload() {
  const version = electronVersion(projectRoot);
  if (failedRecently(readState(statePath), version, Date.now())) return null;
  const executable = await downloadElectronRuntime(projectRoot, say);
  if (executable === null) updateState(statePath, { electronFailure: { version, atMs: Date.now() } });
  return executable;
}

/**
 * @param {string} executable
 * @returns {Promise<number | null>}
 */
function spawnElectron(executable) {
  // Chromium's sandbox refuses to run as root.
  const flags = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const child = spawn(executable, [...flags, projectRoot, ...appArgs], { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once("error", () => done(127));
    child.once("exit", (code, signal) => done(signal === null ? code : 0));
  });
}

/** @param {string} why */
async function serve(why) {
  const served = await serveOnKnownPort({
    statePath,
    start: (port) => startStaticServer({ bundleFolder: join(outFolder, "renderer"), port }),
  });
  const url = served.kind === "started" ? served.server.url : served.url;
  const open = () => {
    if (isOpening && canShowWindows) openBrowser(url);
  };
  if (served.kind === "already-running") {
    say(`Civplan is already being served at ${url}`);
    open();
    return;
  }
  say(`${why}: serving the same app for your browser at ${url} (Ctrl-C ends it)`);
  open();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => void served.server.close().then(() => process.exit(0)));
  }
}
