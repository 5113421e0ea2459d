import { defineConfig } from "@playwright/test";
import { CHROMIUM_SWITCHES, findChromium } from "./test/shell/find-chromium";
import type { AppOptions } from "./test/shell/fixtures";

/** Screens are the same page in every host: their own specs run in one project, the journeys in all. */
const SCREENS =
  "accessibility|bad-input|engine|first-plan|large-plan|questions|overview|compare|inspector|committees|decentralised|budget|resources|spreadsheet";

export default defineConfig<AppOptions>({
  testDir: "test/e2e",
  globalSetup: "./test/shell/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A hosted machine may be busy; what passes only at the second try is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { launchOptions: { executablePath: findChromium(), args: CHROMIUM_SWITCHES } },
  projects: [
    // What belongs to one host, or to none (start), runs in one project only.
    {
      name: "shell",
      use: { host: "shell" },
      testIgnore: new RegExp(`/(start|copies|host-handles|${SCREENS})\\.spec`),
    },
    { name: "browser", use: { host: "browser" }, testIgnore: /shell-window\.spec/ },
    {
      name: "electron",
      use: { host: "electron" },
      testIgnore: new RegExp(`/(start|copies|shell-window|host-handles|${SCREENS})\\.spec`),
    },
  ],
});
