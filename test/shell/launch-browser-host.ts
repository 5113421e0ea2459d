import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Download, Page } from "@playwright/test";
import { startStaticServer } from "../../scripts/serve.mjs";
import type { DialogAnswer, DialogAnswers } from "./answers";
import { type BundleName, locateBundle } from "./built-app";
import type { PageProblems } from "./page-problems";
import { offerPrivatePickers, removePickers } from "./private-pickers";
import { openProfile, type Profile } from "./profile";

/**
 * `none`: File System Access is taken away, as in most browsers. A file is
 * opened through a file input (the next `answerOpen`), and each save is a
 * download, which goes to the path of the `answerSave` that came first for
 * that name, else to the path it was opened from, else to `downloadFolder`.
 *
 * `private`: the pickers give real handles to files of the page's private file
 * system, named as the paths of `answerOpen` and `answerSave`: a picker of the
 * user's own files is a native dialog that no test can answer.
 */
export type FilePickers = "none" | "private";

export interface LaunchBrowserHostOptions {
  /** Everything that the browser keeps between runs, and where downloads land that no test named. */
  userDataDir: string;
  dialogAnswers?: readonly DialogAnswer[];
  /** 0 lets the system choose. What the browser keeps belongs to an origin, so a restart needs the same port. */
  port?: number;
  locale?: string;
  bundle?: BundleName;
  filePickers?: FilePickers;
  /** Whose Chromium to use, to keep it over a restart; else one is started, and ended with the app. */
  profile?: Profile;
}

export interface BrowserApp {
  page: Page;
  url: string;
  port: number;
  dialogs: DialogAnswers;
  problems: PageProblems;
  /** Where files go that are saved without a test having named a place. */
  downloadFolder: string;
  /** The bytes of a file saved there; waits for downloads that are under way. Throws when there is none. */
  readFile(path: string): Promise<Uint8Array>;
  /** Puts a file where the page can be told to find it, or changes one behind its back. */
  putFile(path: string, bytes: Uint8Array): Promise<void>;
  windowTitle(): Promise<string>;
  reload(): Promise<void>;
  /** The user closes the tab; the browser may ask. */
  requestClose(): Promise<void>;
  close(): Promise<void>;
  /** Crashes the page, then ends the browser. */
  kill(): Promise<void>;
}

/** Serves the built page as `npm start` does without Electron, and opens it in Chromium. */
export async function launchBrowserHost(options: LaunchBrowserHostOptions): Promise<BrowserApp> {
  const downloadFolder = join(options.userDataDir, "downloads");
  await mkdir(downloadFolder, { recursive: true });
  const server = await startStaticServer({
    bundleFolder: locateBundle(options.bundle ?? "app").pageFolder,
    port: options.port ?? 0,
  });
  const profile = options.profile ?? (await openProfile(options));
  const { context, dialogs, problems } = profile;
  const page = await context.newPage();
  const stopWatching = await problems.watch(page);
  const hasPrivatePickers = options.filePickers === "private";
  const downloads = watchFiles(page, dialogs, downloadFolder);
  const privateFiles = hasPrivatePickers ? await offerPrivatePickers(page, dialogs) : null;
  if (!hasPrivatePickers) await removePickers(page);
  await page.goto(server.url);

  const close = async () => {
    stopWatching();
    await page.close({ runBeforeUnload: false });
    if (options.profile === undefined) await profile.close();
    await server.close();
  };
  return {
    page,
    url: server.url,
    port: server.port,
    dialogs,
    problems,
    downloadFolder,
    readFile: async (path) => {
      await downloads.settle();
      return privateFiles === null ? new Uint8Array(await readFile(path)) : privateFiles.read(path);
    },
    putFile: (path, bytes) => privateFiles?.put(path, bytes) ?? writeFile(path, bytes),
    windowTitle: () => page.title(),
    reload: async () => {
      await page.reload();
    },
    requestClose: () => page.close({ runBeforeUnload: true }),
    close,
    kill: async () => {
      stopWatching();
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

async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash", { timeout: 5000 });
  void page.goto("chrome://crash").catch(() => undefined);
  await crashed;
}
