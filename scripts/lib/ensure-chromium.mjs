import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const INSTALL_TIMEOUT_MS = 240_000;

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findSystemChromium = () =>
  [
    process.env.CIVPLAN_CHROMIUM,
    ...(process.env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))),
    MAC_CHROME,
  ].find((path) => path !== undefined && path !== "" && isExecutable(path)) ?? null;

const findPlaywrightChromium = async () => {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return isExecutable(path) ? path : null;
};

const run = (command, args) =>
  spawnSync(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    timeout: INSTALL_TIMEOUT_MS,
  });

/** Debian and its relatives, as root: the only distribution package that is installed without asking. */
const installDebianChromium = (say) => {
  if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return;
  say("installing the distribution's chromium (apt-get)");
  run("apt-get", ["update"]);
  const installed = run("apt-get", [
    "install",
    "-y",
    "--no-install-recommends",
    "chromium",
    "fonts-noto-cjk",
  ]);
  if (installed.status !== 0) say(`apt-get failed: ${installed.stderr?.trim().split("\n").at(-1) ?? ""}`);
};

/**
 * Finds a Chromium for the end-to-end tests, or gets one: the system's, else
 * Playwright's own, else the distribution's package. Returns its path, or null.
 */
export async function ensureChromium(say) {
  const found = findSystemChromium() ?? (await findPlaywrightChromium());
  if (found !== null) return found;
  say("no Chromium found; trying Playwright's download");
  run(process.execPath, [join("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]);
  const downloaded = await findPlaywrightChromium();
  if (downloaded !== null) return downloaded;
  installDebianChromium(say);
  return findSystemChromium();
}
