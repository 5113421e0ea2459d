import { defineConfig } from "@playwright/test";
import type { LaunchOptions } from "./test/shell/fixtures";

export default defineConfig<LaunchOptions>({
  testDir: "test/e2e",
  globalSetup: "./test/shell/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "shell", use: { host: "shell" } },
    { name: "browser", use: { host: "browser" } },
    { name: "electron", use: { host: "electron" } },
  ],
});
