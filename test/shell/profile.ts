import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { type DialogAnswer, DialogAnswers } from "./answers";
import { CHROMIUM_SWITCHES, findChromium } from "./find-chromium";
import { PageProblems } from "./page-problems";

/** What outlives a restart of the app in one test: what Chromium keeps, what the test said in advance, what went wrong. */
export interface Profile {
  context: BrowserContext;
  dialogs: DialogAnswers;
  problems: PageProblems;
  close(): Promise<void>;
}

export interface ProfileOptions {
  /** Where a Chromium of one's own keeps its profile. */
  userDataDir: string;
  /** BCP 47; English unless told. */
  locale?: string;
  dialogAnswers?: readonly DialogAnswer[];
  /** A Chromium that runs already: the profile is then a context of it, and ends with it. */
  browser?: Browser;
}

export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const contextOptions = {
    locale: options.locale ?? "en-US",
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block" as const,
    acceptDownloads: true,
  };
  const profileFolder = join(options.userDataDir, "chromium");
  if (options.browser === undefined) await mkdir(profileFolder, { recursive: true });
  const context =
    options.browser === undefined
      ? await chromium.launchPersistentContext(profileFolder, {
          ...contextOptions,
          executablePath: findChromium(),
          args: CHROMIUM_SWITCHES,
        })
      : await options.browser.newContext(contextOptions);
  return {
    context,
    dialogs: new DialogAnswers(options.dialogAnswers),
    problems: new PageProblems(),
    close: () => context.close(),
  };
}
