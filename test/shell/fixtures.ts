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
 * Two runs of Playwright at once need an `--output` folder each.
 *
 * `app.page` is another object after `restart` and `crash`: do not keep it.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, test as base, expect, type Page, type TestInfo } from "@playwright/test";
import type { DialogAnswer, DialogAnswers } from "./answers";
import type { BundleName } from "./built-app";
import { type FilePickers, launchBrowserHost } from "./launch-browser-host";
import { isElectronInstalled, launchElectron } from "./launch-electron";
import { launchShell, type Shell } from "./launch-shell";
import { openProfile, type Profile } from "./profile";

export type HostKind = "shell" | "browser" | "electron";

export interface AppUnderTest {
  readonly host: HostKind;
  readonly page: Page;
  /** What only the stand-in can show (menus, a second start, permissions); null in other projects. */
  readonly shell: Shell | null;
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
  /** Puts a file there for the app to open, or changes one behind its back. */
  putFile(path: string, bytes: Uint8Array): Promise<void>;
  reload(): Promise<void>;
  /** Ends the app without asking and starts it again with the same user data. */
  restart(args?: readonly string[]): Promise<void>;
  /** Ends the app as a power cut does and starts it again with the same user data. */
  crash(): Promise<void>;
  /** What the window or tab is called. */
  windowTitle(): Promise<string>;
  /** The user closes the window or tab. Whether it closes is up to the app. */
  requestClose(): Promise<void>;
  /** Whether the window or tab is gone; waits up to five seconds for it. */
  isClosed(): Promise<boolean>;
}

/** What each way of running the app must offer for the fixture. */
interface RunningApp {
  page: Page;
  shell?: Shell;
  windowTitle(): Promise<string>;
  reload(): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
  putFile(path: string, bytes: Uint8Array): Promise<void>;
  requestClose(): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

export interface AppOptions {
  /** Which host the project runs in; set by `playwright.config.ts`. */
  host: HostKind;
  /** Command line arguments of the first start, for example a plan to open; `browser` has none. */
  args: readonly string[];
  /** Language of system or browser. */
  systemLocale: string;
  /** What is started: the app, or a page that holds nothing but a host. */
  bundle: BundleName;
  /** What `browser` has for picking files: see `launch-browser-host.ts`. */
  filePickers: FilePickers;
}

/** One start of the app; what outlives a restart is in `profile`. */
type Launch = (profile: Profile, userDataDir: string, args: readonly string[]) => Promise<RunningApp>;

const onDisk = {
  readFile: async (path: string) => new Uint8Array(await readFile(path)),
  putFile: (path: string, bytes: Uint8Array) => writeFile(path, bytes),
};

const launchers: Record<HostKind, (options: AppOptions) => Launch> = {
  shell:
    ({ systemLocale: locale, bundle }) =>
    async (profile, userDataDir, args) => {
      const shell = await launchShell({ profile, userDataDir, args, locale, bundle });
      return { ...shell, ...onDisk, shell };
    },
  browser: ({ systemLocale: locale, bundle, filePickers }) => {
    let port = 0;
    return async (profile, userDataDir) => {
      const browser = await launchBrowserHost({ profile, userDataDir, port, locale, bundle, filePickers });
      // What a browser keeps belongs to an origin: a restart needs the same port.
      port = browser.port;
      return browser;
    };
  },
  electron:
    ({ systemLocale: locale, bundle }) =>
    async ({ dialogs, problems }, userDataDir, args) => ({
      ...(await launchElectron({ dialogs, problems, userDataDir, args, locale, bundle })),
      ...onDisk,
    }),
};

export const test = base.extend<AppOptions & { app: AppUnderTest; colleague: AppUnderTest }>({
  host: ["shell", { option: true }],
  args: [[], { option: true }],
  systemLocale: ["en-US", { option: true }],
  bundle: ["app", { option: true }],
  filePickers: ["none", { option: true }],

  app: ({ browser, host, args, systemLocale, bundle, filePickers }, use, testInfo) =>
    runApp({ browser, host, args, systemLocale, bundle, filePickers }, "app", use, testInfo),

  /** The app of a second person, with settings of its own and the same folder of plans; started for tests that ask for it. */
  colleague: ({ browser, host, systemLocale, bundle, filePickers }, use, testInfo) =>
    runApp({ browser, host, args: [], systemLocale, bundle, filePickers }, "colleague", use, testInfo),
});

/** Starts an app with a user data folder of its own, lends it to the test, ends it and looks at what went wrong. */
async function runApp(
  { browser, host, args, systemLocale, bundle, filePickers }: AppOptions & { readonly browser: Browser },
  folderName: string,
  use: (app: AppUnderTest) => Promise<void>,
  testInfo: TestInfo,
): Promise<void> {
  test.skip(host === "electron" && !isElectronInstalled(), "Electron's runtime is not installed here");
  const userDataDir = testInfo.outputPath(folderName);
  const planFolder = testInfo.outputPath("plans");
  await mkdir(planFolder, { recursive: true });
  const launch = launchers[host]({ host, args, systemLocale, bundle, filePickers });
  const profile = await openProfile({ browser, userDataDir, locale: systemLocale });
  const { dialogs } = profile;
  const problems = profile.problems.found;
  let running = await launch(profile, userDataDir, args);

  const app: AppUnderTest = {
    host,
    get page() {
      return running.page;
    },
    get shell() {
      return running.shell ?? null;
    },
    dialogs,
    problems,
    pathOf: (name) => join(planFolder, name),
    answerOpen: (path) => dialogs.answerOpen(path),
    answerSave: (path) => dialogs.answerSave(path),
    answerMessage: (answer) => dialogs.answerMessage(answer),
    readSaved: async (path) => {
      let bytes: Uint8Array | null = null;
      const read = async () => {
        bytes = await running.readFile(path).catch(() => null);
        return bytes !== null;
      };
      await expect.poll(read, { message: `no file ${path}` }).toBe(true);
      return bytes ?? new Uint8Array();
    },
    putFile: (path, bytes) => running.putFile(path, bytes),
    reload: () => running.reload(),
    restart: async (nextArgs = []) => {
      await running.close();
      running = await launch(profile, userDataDir, nextArgs);
    },
    crash: async () => {
      await running.kill();
      running = await launch(profile, userDataDir, []);
    },
    windowTitle: () => running.windowTitle(),
    requestClose: () => running.requestClose(),
    isClosed: async () => {
      const { page } = running;
      if (!page.isClosed()) await page.waitForEvent("close", { timeout: 5000 }).catch(() => undefined);
      return page.isClosed();
    },
  };
  await use(app);
  await running.close();
  await profile.close();
  expect(problems, "errors in page or shell").toEqual([]);
  expect(dialogs.unexpected, "dialogs nobody expected").toEqual([]);
}

export { expect } from "@playwright/test";
export type { DialogAnswer };
