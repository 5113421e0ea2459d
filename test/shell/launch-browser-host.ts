import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type BrowserContext, chromium, type Download, type Page } from "@playwright/test";
import { startStaticServer } from "../../scripts/serve.mjs";
import { type DialogAnswer, DialogAnswers } from "./answers";
import { builtApp } from "./built-app";
import { CHROMIUM_SWITCHES, findChromium } from "./find-chromium";
import { PageProblems } from "./page-problems";

export interface LaunchBrowserHostOptions {
  /** Everything that the browser keeps between runs, and where downloads land that no test named. */
  userDataDir: string;
  dialogAnswers?: readonly DialogAnswer[];
  /** 0 lets the system choose. What the browser keeps belongs to an origin, so a restart needs the same port. */
  port?: number;
  locale?: string;
}

export interface BrowserApp {
  page: Page;
  url: string;
  port: number;
  dialogs: DialogAnswers;
  problems: PageProblems;
  /** Where files go that are saved without a test having named a place. */
  downloadFolder: string;
  /** Resolves when every download so far is on disk. */
  settleDownloads(): Promise<void>;
  /** The user closes the tab; the browser may ask. Answers whether it closed. */
  requestClose(): Promise<boolean>;
  close(): Promise<void>;
  /** Crashes the page, then ends the browser. */
  kill(): Promise<void>;
}

/**
 * Serves the built page as `npm start` does without Electron, and opens it in
 * Chromium. File System Access is taken away, as in most browsers: a file is
 * opened through a file input (the next `answerOpen`), and each save is a
 * download, which goes to the path of the `answerSave` that came first for
 * that name, else to the path it was opened from, else to `downloadFolder`.
 */
export async function launchBrowserHost(options: LaunchBrowserHostOptions): Promise<BrowserApp> {
  const downloadFolder = join(options.userDataDir, "downloads");
  await mkdir(downloadFolder, { recursive: true });
  const server = await startStaticServer({ bundleFolder: builtApp.bundleFolder, port: options.port ?? 0 });
  const context = await chromium.launchPersistentContext(join(options.userDataDir, "chromium"), {
    executablePath: findChromium(),
    args: CHROMIUM_SWITCHES,
    locale: options.locale ?? "en-US",
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  const problems = new PageProblems();
  const dialogs = new DialogAnswers(options.dialogAnswers);
  await problems.watch(context);
  await context.addInitScript(() => {
    for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) Reflect.deleteProperty(window, name);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const downloads = watchFiles(page, dialogs, downloadFolder);
  await page.goto(server.url);

  const close = async () => {
    await context.close();
    await server.close();
  };
  return {
    page,
    url: server.url,
    port: server.port,
    dialogs,
    problems,
    downloadFolder,
    settleDownloads: downloads.settle,
    requestClose: () => closeTab(context, page),
    close,
    kill: async () => {
      await crash(page);
      await close();
    },
  };
}

/** Connects the page's file inputs, downloads and questions with the test's answers. */
function watchFiles(page: Page, dialogs: DialogAnswers, downloadFolder: string) {
  const pathByName = new Map<string, string>();
  const pending = new Set<Promise<void>>();

  page.on("filechooser", (chooser) => {
    const path = dialogs.takePath({ dialog: "open", title: "", detail: "" });
    if (path === null) {
      void chooser.element().evaluate((input) => input.dispatchEvent(new Event("cancel")));
      return;
    }
    pathByName.set(basename(path), path);
    void chooser.setFiles(path);
  });
  const store = async (download: Download) => {
    const name = download.suggestedFilename();
    const known = pathByName.get(name) ?? dialogs.takePathIfAny("save") ?? join(downloadFolder, name);
    pathByName.set(name, known);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    await writeFile(known, Buffer.concat(chunks));
  };
  page.on("download", (download) => {
    const stored = store(download).finally(() => pending.delete(stored));
    pending.add(stored);
  });
  page.on("dialog", (dialog) => {
    const answer = dialogs.takeMessage({ dialog: "message", title: dialog.type(), detail: dialog.message() });
    void (answer === "yes" ? dialog.accept() : dialog.dismiss());
  });
  return {
    settle: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

async function closeTab(context: BrowserContext, page: Page): Promise<boolean> {
  // Chromium only asks in a page that the user has touched.
  const closed = page.waitForEvent("close", { timeout: 3000 }).then(
    () => true,
    () => false,
  );
  if (context.pages().length === 1) await context.newPage();
  await page.close({ runBeforeUnload: true });
  return closed;
}

async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash", { timeout: 5000 });
  void page.goto("chrome://crash").catch(() => undefined);
  await crashed;
}
