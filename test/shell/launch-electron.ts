import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { _electron, type ElectronApplication } from "@playwright/test";
import { type DialogAnswer, DialogAnswers, type ShownDialog } from "./answers";
import { type BundleName, locateBundle, projectRoot } from "./built-app";
import { PageProblems } from "./page-problems";

const electronFolder = join(projectRoot, "node_modules/electron");

/** The path of Electron's runtime, or null where it was never downloaded. Looking must not download it. */
function findElectron(): string | null {
  const pathFile = join(electronFolder, "path.txt");
  if (!existsSync(pathFile)) return null;
  const executable = join(electronFolder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(executable) ? executable : null;
}

export const isElectronInstalled = (): boolean => findElectron() !== null;

export interface LaunchElectronOptions {
  userDataDir: string;
  dialogAnswers?: readonly DialogAnswer[];
  args?: readonly string[];
  locale?: string;
  bundle?: BundleName;
  /** What the test said in advance and what went wrong, to keep both over a restart. */
  dialogs?: DialogAnswers;
  problems?: PageProblems;
}

/** Starts the built app on real Electron, with its dialogs answered by the test. */
export async function launchElectron(options: LaunchElectronOptions) {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error("Electron's runtime is not installed");
  const temporaryFolder = join(options.userDataDir, "temp");
  await mkdir(temporaryFolder, { recursive: true });
  const electron = await _electron.launch({
    executablePath,
    args: [
      ...(process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--user-data-dir=${join(options.userDataDir, "user-data")}`,
      `--lang=${options.locale ?? "en-US"}`,
      // A folder gives the app its own name and version; the harness has no manifest.
      options.bundle === "host-harness" ? locateBundle("host-harness").mainPath : projectRoot,
      ...(options.args ?? []),
    ],
    env: { ...(process.env as Record<string, string>), TMPDIR: temporaryFolder },
  });
  const dialogs = options.dialogs ?? new DialogAnswers(options.dialogAnswers);
  await answerDialogs(electron, dialogs);
  const problems = options.problems ?? new PageProblems();
  const page = await electron.firstWindow();
  const stopWatching = await problems.watch(page);
  await page.waitForLoadState("load");
  return {
    page,
    dialogs,
    problems,
    windowTitle: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? ""),
    reload: async () => {
      await page.reload();
    },
    requestClose: async () => {
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    },
    close: async () => {
      stopWatching();
      await electron.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
      await electron.close().catch(() => undefined);
    },
    kill: async () => {
      stopWatching();
      electron.process().kill("SIGKILL");
      await electron.close().catch(() => undefined);
    },
  };
}

/** What stands in for Electron's dialogs inside its process: requests wait in a queue for the test's answers. */
interface DialogDesk {
  requests: { id: number; shown: ShownDialog }[];
  answers: Map<number, (answer: string | null) => void>;
  onRequest: () => void;
}

/** Replaces Electron's dialogs by ones that ask the test, and answers them until the app ends. */
async function answerDialogs(electron: ElectronApplication, dialogs: DialogAnswers): Promise<void> {
  await electron.evaluate(({ dialog }) => {
    const desk: DialogDesk = { requests: [], answers: new Map(), onRequest: () => undefined };
    (globalThis as unknown as { dialogDesk: DialogDesk }).dialogDesk = desk;
    let lastId = 0;
    const ask = (shown: ShownDialog) =>
      new Promise<string | null>((answer) => {
        lastId += 1;
        desk.requests.push({ id: lastId, shown });
        desk.answers.set(lastId, answer);
        desk.onRequest();
      });
    type Asked = { title: string; defaultPath: string; message: string; detail: string; buttons: string[] };
    dialog.showOpenDialog = (async (_window: unknown, { title }: Asked) => {
      const path = await ask({ dialog: "open", title, detail: "" });
      return { canceled: path === null, filePaths: path === null ? [] : [path] };
    }) as unknown as typeof dialog.showOpenDialog;
    dialog.showSaveDialog = (async (_window: unknown, { title, defaultPath }: Asked) => {
      const path = await ask({ dialog: "save", title, detail: defaultPath });
      return { canceled: path === null, filePath: path ?? "" };
    }) as unknown as typeof dialog.showSaveDialog;
    dialog.showMessageBox = (async (_window: unknown, { message, detail, buttons }: Asked) => {
      const answer = await ask({ dialog: "message", title: message, detail });
      return { response: answer === "yes" ? 0 : buttons.length - 1, checkboxChecked: false };
    }) as unknown as typeof dialog.showMessageBox;
  });
  void answerUntilEnd(electron, dialogs).catch(() => undefined);
}

async function answerUntilEnd(electron: ElectronApplication, dialogs: DialogAnswers): Promise<never> {
  for (;;) {
    const { id, shown } = await electron.evaluate(async () => {
      const { dialogDesk } = globalThis as unknown as { dialogDesk: DialogDesk };
      for (;;) {
        const next = dialogDesk.requests.shift();
        if (next !== undefined) return next;
        await new Promise<void>((done) => {
          dialogDesk.onRequest = done;
        });
      }
    });
    const { dialog } = shown;
    const answer =
      dialog === "message"
        ? dialogs.takeMessage({ ...shown, dialog })
        : dialogs.takePath({ ...shown, dialog });
    await electron.evaluate(
      (_electron, [answeredId, value]) => {
        const { dialogDesk } = globalThis as unknown as { dialogDesk: DialogDesk };
        dialogDesk.answers.get(answeredId)?.(value);
        dialogDesk.answers.delete(answeredId);
      },
      [id, answer] as const,
    );
  }
}
