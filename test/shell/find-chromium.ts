import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Switches for a browser that only ever talks to this computer. */
export const CHROMIUM_SWITCHES = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * A Chromium to test with: the one named by CIVPLAN_CHROMIUM, else the
 * system's, else Playwright's own.
 *
 * @throws when there is none
 */
export function findChromium(): string {
  const named = process.env.CIVPLAN_CHROMIUM;
  if (named !== undefined && named !== "") return named;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of SYSTEM_NAMES) {
      if (isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  const bundled = chromium.executablePath();
  if (isExecutable(bundled)) return bundled;
  throw new Error("No Chromium found: install one, or name one in CIVPLAN_CHROMIUM.");
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
