import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { DialogAnswer, DialogAnswers } from "./answers";
import { type BundleName, locateBundle, mainSidePath, projectRoot } from "./built-app";
import { type ChildOptions, connect, type MainCalls, type MenuSnapshot, type PageCalls } from "./calls";
import type { PageProblems } from "./page-problems";
import { openProfile, type Profile } from "./profile";
import { routePage } from "./route-page";

export interface LaunchShellOptions {
  /** Everything that the app and the browser keep between runs. */
  userDataDir: string;
  dialogAnswers?: readonly DialogAnswer[];
  /** Further command line arguments, for example a plan to open. */
  args?: readonly string[];
  /** BCP 47; English unless told. */
  locale?: string;
  bundle?: BundleName;
  /** Whose Chromium to use, to keep it over a restart; else one is started, and ended with the app. */
  profile?: Profile;
}

export interface Shell {
  page: Page;
  dialogs: DialogAnswers;
  problems: PageProblems;
  /** What the window shows, and what was handed to the system. */
  window: { title: string; isEdited: boolean; isShown: boolean; isClosed: boolean };
  openedOutside: string[];
  printCount: () => number;
  menu: () => MenuSnapshot[];
  windowTitle(): Promise<string>;
  reload(): Promise<void>;
  clickMenu(label: string): Promise<void>;
  /** A second start of the app with these arguments, or a double click on a file. */
  startAgain(commandLine: readonly string[]): Promise<void>;
  checkPermission(permission: string): Promise<boolean>;
  /** The user closes the window: the page may be asked, and nothing has to happen. */
  requestClose(): Promise<void>;
  waitUntilClosed(): Promise<void>;
  /** Ends the app at once without asking the page (as a test's end). */
  close(): Promise<void>;
  /** Ends shell and page the way a power cut does. */
  kill(): Promise<void>;
}

/**
 * Starts the built app on the stand-in: the real `out/main` in a process of
 * its own, the real `out/preload` and `out/renderer` in Chromium.
 */
export async function launchShell(options: LaunchShellOptions): Promise<Shell> {
  const folders = {
    userData: join(options.userDataDir, "user-data"),
    temp: join(options.userDataDir, "temp"),
    documents: join(options.userDataDir, "documents"),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  const locale = options.locale ?? "en-US";
  const profile = options.profile ?? (await openProfile(options));
  const { version } = JSON.parse(await readFile(join(projectRoot, "package.json"), "utf8"));
  const child = startChild({
    mainPath: locateBundle(options.bundle ?? "app").mainPath,
    args: [...(options.args ?? [])],
    folders,
    appVersion: version,
    locale,
  });
  const endProfile = options.profile === undefined ? profile.close : async () => undefined;
  try {
    return await connectShell(profile, child, endProfile);
  } catch (error) {
    child.kill("SIGKILL");
    await endProfile();
    throw error;
  }
}

function startChild(options: ChildOptions): ChildProcess {
  return fork(mainSidePath, [JSON.stringify(options)], {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "pipe", "ipc"],
    env: { ...process.env, TMPDIR: options.folders.temp },
    execArgv: [],
  });
}

async function connectShell(
  { context, dialogs, problems }: Profile,
  child: ChildProcess,
  endProfile: () => Promise<void>,
): Promise<Shell> {
  const page = await context.newPage();
  const stopWatching = await problems.watch(page);
  const window = { title: "", isEdited: false, isShown: false, isClosed: false };
  const openedOutside: string[] = [];
  let printed = 0;
  let menu: MenuSnapshot[] = [];
  let isEnding = false;
  const secret = randomBytes(8).toString("hex");
  const names = { binding: `__invoke${secret}`, event: `__event${secret}` };
  let routed: ReturnType<typeof routePage> | null = null;
  let finishLoad: (error?: Error) => void = () => undefined;
  const loaded = new Promise<void>((done, failed) => {
    finishLoad = (error) => (error === undefined ? done() : failed(error));
  });
  // Reported to whoever waits; nobody may be waiting yet.
  loaded.catch(() => undefined);
  const closed = new Promise<void>((done) => {
    child.once("exit", (code) => {
      window.isClosed = true;
      if (!isEnding && code !== 0) problems.found.push(`the shell ended with code ${code}`);
      finishLoad(new Error(`the shell ended with code ${code}`));
      connection.disconnect("the shell is gone");
      done();
    });
  });
  child.stderr?.on("data", (data) => {
    const text = String(data).trim();
    problems.found.push(`shell: ${text}`);
    process.stderr.write(`[shell] ${text}\n`);
  });

  const connection = connect<PageCalls, MainCalls>(
    {
      post: (message) => {
        // A child that is ending hears nothing; whoever waits for it is told at its exit.
        if (child.connected) child.send(message as object, () => undefined);
      },
      listen: (receive) => child.on("message", receive),
    },
    {
      "window.create": async ({ preload, title }) => {
        window.title = title;
        routed = routePage(page, connection.call, names, preload);
        await routed;
      },
      "window.load": async (url) => {
        await (await routed)?.load(url);
        finishLoad();
        await connection.call("contents.ready-to-show");
      },
      "window.send": async (channel, args) => {
        // A page that is going away hears nothing, as in Electron.
        await page
          .evaluate(
            ([event, detail]) => {
              globalThis.dispatchEvent(new CustomEvent(event, { detail }));
            },
            [names.event, { channel, args }] as const,
          )
          .catch(() => undefined);
      },
      "window.set-title": (title) => {
        window.title = title;
      },
      "window.set-edited": (edited) => {
        window.isEdited = edited;
      },
      "window.show": () => {
        window.isShown = true;
      },
      "window.reload": async () => (await routed)?.reload(),
      "window.destroyed": async () => {
        window.isClosed = true;
        await page.close({ runBeforeUnload: false }).catch(() => undefined);
      },
      "window.print": () => {
        printed += 1;
        return { success: true, reason: "" };
      },
      "menu.set": (snapshot) => {
        menu = snapshot;
      },
      "dialog.open": ({ title }) => dialogs.takePath({ dialog: "open", title, detail: "" }),
      "dialog.save": ({ title, defaultPath }) =>
        dialogs.takePath({ dialog: "save", title, detail: defaultPath }),
      "dialog.message": ({ message, detail, buttons }) =>
        dialogs.takeMessage({ dialog: "message", title: message, detail }) === "yes" ? 0 : buttons.length - 1,
      "shell.open-external": (url) => {
        openedOutside.push(url);
      },
    },
  );

  const end = async (signal: NodeJS.Signals) => {
    isEnding = true;
    stopWatching();
    (await routed)?.stop();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await closed;
    }
    await page.close({ runBeforeUnload: false });
    await endProfile();
  };

  await loaded;
  return {
    page,
    dialogs,
    problems,
    window,
    openedOutside,
    printCount: () => printed,
    menu: () => menu,
    clickMenu: async (label) => {
      const items = menu.flatMap((entry) => [entry, ...entry.submenu]);
      const item = items.find((entry) => entry.label === label);
      if (item === undefined)
        throw new Error(`no menu item "${label}" among ${items.map((entry) => entry.label)}`);
      await connection.call("menu.click", item.id);
    },
    windowTitle: async () => window.title,
    reload: async () => (await routed)?.reload(),
    startAgain: async (commandLine) => {
      await connection.call("app.second-instance", ["electron", ...commandLine], process.cwd());
    },
    checkPermission: (permission) => connection.call("permission.check", permission),
    requestClose: async () => {
      await connection.call("window.close").catch((error: unknown) => {
        // Closing may end the shell before it can answer.
        if (!window.isClosed && child.exitCode === null) throw error;
      });
    },
    waitUntilClosed: () => closed,
    close: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}
