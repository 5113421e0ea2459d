import { defineConfig } from "@playwright/test";
import { CHROMIUM_SWITCHES, findChromium } from "./test/shell/find-chromium";
import type { AppOptions } from "./test/shell/fixtures";

export default defineConfig<AppOptions>({
  testDir: "test/e2e",
  globalSetup: "./test/shell/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A hosted machine may be busy; what passes only at the second try is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: { launchOptions: { executablePath: findChromium(), args: CHROMIUM_SWITCHES } },
  projects: [
    // What belongs to one host, to none (start), or is the same in all (questions) runs in one project only.
    { name: "shell", use: { host: "shell" }, testIgnore: /(start|host-handles|questions)\.spec/ },
    { name: "browser", use: { host: "browser" }, testIgnore: /shell-window\.spec/ },
    {
      name: "electron",
      use: { host: "electron" },
      testIgnore: /(start|shell-window|host-handles|questions)\.spec/,
    },
  ],
});
