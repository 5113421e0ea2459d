/**
 * One interface to the app for all end-to-end specs, whatever it runs in:
 *
 *     import { expect, test } from "../shell/fixtures";
 *
 *     test("saves a plan", async ({ app }) => {
 *       const path = app.pathOf("plan.civplan");
 *       app.answerSave(path);                       // say it before the dialog comes
 *       await app.page.getByRole("button", { name: "Save" }).click();
 *       expect(await app.readSaved(path)).toHaveLength(1234);
 *     });
 *
 * The same text runs in each project of `playwright.config.ts`:
 * - `shell`: the built shell on the stand-in for Electron;
 * - `browser`: the built page, served on 127.0.0.1 (without File System
 *   Access: opening is a file input, every save is a download);
 * - `electron`: real Electron, skipped where its runtime is not installed.
 *
 * Each test gets an app of its own with an empty user data folder. After each
 * test the fixture fails it for console errors, uncaught errors, violations of
 * the content policy and dialogs nobody expected; take the expected ones out
 * of `app.problems` first (`app.problems.splice(0)`).
 *
 * `app.page` is another object after `restart` and `crash`: do not keep it.
 */
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import type { DialogAnswer, DialogAnswers } from "./answers";
import { launchBrowserHost } from "./launch-browser-host";
import { isElectronInstalled, launchElectron } from "./launch-electron";
import { launchShell } from "./launch-shell";

export type HostKind = "shell" | "browser" | "electron";

export interface AppUnderTest {
  readonly host: HostKind;
  readonly page: Page;
  /** Dialogs shown so far. */
  readonly dialogs: DialogAnswers;
  /** What went wrong in page or shell so far; must be empty at the end. */
  readonly problems: string[];
  /** A path in this test's folder for plans, for dialogs and for looking at what was saved. */
  pathOf(name: string): string;
  /** The next open dialog picks this path; null cancels it. */
  answerOpen(path: string | null): void;
  /** The next save dialog chooses this path (in `browser`: the next new download goes there); null cancels it. */
  answerSave(path: string | null): void;
  /** The next native question (open a link, leave with unsaved changes …) is answered yes or no. */
  answerMessage(answer: "yes" | "no"): void;
  /** The bytes of a file that the app was told to save there; waits for it to appear. */
  readSaved(path: string): Promise<Uint8Array>;
  reload(): Promise<void>;
  /** Ends the app without asking and starts it again with the same user data. */
  restart(args?: readonly string[]): Promise<void>;
  /** Ends the app as a power cut does and starts it again with the same user data. */
  crash(): Promise<void>;
  /** The user closes the window or tab. Whether it closes is up to the app. */
  requestClose(): Promise<void>;
  /** Whether the window or tab is gone; waits up to two seconds for it. */
  isClosed(): Promise<boolean>;
}

/** What each way of running the app must offer for the fixture. */
interface RunningApp {
  page: Page;
  dialogs: DialogAnswers;
  problems: { found: string[] };
  reload(): Promise<void>;
  settleFiles(): Promise<void>;
  requestClose(): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

type Launch = (userDataDir: string, args: readonly string[]) => Promise<RunningApp>;

export interface LaunchOptions {
  /** Which host the project runs in; set by `playwright.config.ts`. */
  host: HostKind;
  /** Command line arguments of the first start, for example a plan to open; `browser` has none. */
  args: readonly string[];
  /** Language of system or browser. */
  systemLocale: string;
}

const launchers: Record<HostKind, (locale: string) => Launch> = {
  shell: (locale) => async (userDataDir, args) => {
    const shell = await launchShell({ userDataDir, args, locale });
    return { ...shell, reload: () => shell.reload(), settleFiles: async () => undefined };
  },
  browser: (locale) => {
    let port = 0;
    return async (userDataDir) => {
      const browser = await launchBrowserHost({ userDataDir, port, locale });
      port = browser.port;
      return {
        ...browser,
        reload: async () => {
          await browser.page.reload();
        },
        settleFiles: browser.settleDownloads,
        requestClose: async () => {
          await browser.requestClose();
        },
      };
    };
  },
  electron: (locale) => async (userDataDir, args) => {
    const electron = await launchElectron({ userDataDir, args, locale });
    return { ...electron, settleFiles: async () => undefined };
  },
};

export const test = base.extend<LaunchOptions & { app: AppUnderTest }>({
  host: ["shell", { option: true }],
  args: [[], { option: true }],
  systemLocale: ["en-US", { option: true }],

  app: async ({ host, args, systemLocale }, use, testInfo) => {
    test.skip(host === "electron" && !isElectronInstalled(), "Electron's runtime is not installed here");
    const userDataDir = testInfo.outputPath("app");
    const planFolder = testInfo.outputPath("plans");
    await mkdir(planFolder, { recursive: true });
    const launch = launchers[host](systemLocale);
    let running = await launch(userDataDir, args);
    const relaunch = async (end: () => Promise<void>, nextArgs: readonly string[]) => {
      const { found } = running.problems;
      await end();
      running = await launch(userDataDir, nextArgs);
      // One list for all runs of this test.
      running.problems.found.unshift(...found.splice(0));
    };

    const app: AppUnderTest = {
      host,
      get page() {
        return running.page;
      },
      get dialogs() {
        return running.dialogs;
      },
      get problems() {
        return running.problems.found;
      },
      pathOf: (name) => join(planFolder, name),
      answerOpen: (path) => running.dialogs.answerOpen(path),
      answerSave: (path) => running.dialogs.answerSave(path),
      answerMessage: (answer) => running.dialogs.answerMessage(answer),
      readSaved: async (path) => {
        await expect
          .poll(
            () =>
              stat(path).then(
                () => true,
                () => false,
              ),
            { message: `no file ${path}` },
          )
          .toBe(true);
        await running.settleFiles();
        return new Uint8Array(await readFile(path));
      },
      reload: () => running.reload(),
      restart: (nextArgs = []) => relaunch(() => running.close(), nextArgs),
      crash: () => relaunch(() => running.kill(), []),
      requestClose: () => running.requestClose(),
      isClosed: async () => {
        const { page } = running;
        if (!page.isClosed()) await page.waitForEvent("close", { timeout: 2000 }).catch(() => undefined);
        return page.isClosed();
      },
    };
    await use(app);
    await running.close();
    expect(running.problems.found, "errors in page or shell").toEqual([]);
    expect(running.dialogs.unexpected, "dialogs nobody expected").toEqual([]);
  },
});

export { expect } from "@playwright/test";
export type { DialogAnswer };
