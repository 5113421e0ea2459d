/** `npm start`, as a person types it. Electron is played by a script that notes how it was called. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectRoot } from "../shell/built-app";

let running: ChildProcess[] = [];
test.afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running = [];
});

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A computer with a display, a port that is free, and an Electron that ends with this code, or none. */
async function setUp(electronCode: number | null) {
  const folder = test.info().outputPath("computer");
  const port = await findFreePort();
  await mkdir(join(folder, "config/civplan"), { recursive: true });
  await mkdir(join(folder, "dist"), { recursive: true });
  await writeFile(join(folder, "config/civplan/start.json"), JSON.stringify({ port }));
  const notes = join(folder, "electron-arguments.txt");
  if (electronCode !== null) {
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" > ${notes}\nexit ${electronCode}\n`;
    await writeFile(join(folder, "dist/electron"), script);
    await chmod(join(folder, "dist/electron"), 0o755);
  }
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_CACHE_HOME: join(folder, "cache"),
    DISPLAY: ":99",
    ELECTRON_OVERRIDE_DIST_PATH: join(folder, "dist"),
    // Nothing listens there, so a download fails at once.
    ELECTRON_MIRROR: "http://127.0.0.1:9/",
  };
  return { port, env, notes, statePath: join(folder, "config/civplan/start.json") };
}

function start(env: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, ["scripts/start.mjs", "--no-open", ...args], {
    cwd: projectRoot,
    env,
  });
  running.push(child);
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (data) => (output.text += String(data)));
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return { child, output, ended };
}

test("without Electron it says so in one line, serves the page, and ends cleanly", async () => {
  const { port, env, statePath } = await setUp(null);
  const { child, output, ended } = start(env);
  const url = `http://127.0.0.1:${port}/`;
  await expect.poll(() => output.text, { timeout: 30_000 }).toContain(url);
  expect(output.text.trim().split("\n")).toEqual([
    `Electron's runtime is not installed and cannot be downloaded: serving the same app for your browser at ${url} (Ctrl-C ends it)`,
  ]);
  const answer = await fetch(url);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(JSON.parse(await readFile(statePath, "utf8"))).toMatchObject({
    port,
    electronFailure: { version: "45.4.1" },
  });
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a second start gives the address of the first and ends", async () => {
  const { port, env } = await setUp(null);
  const first = start(env, "--browser");
  await expect.poll(() => first.output.text, { timeout: 30_000 }).toContain("serving the same app");
  const second = start(env, "--browser");
  expect(await second.ended).toBe(0);
  expect(second.output.text).toBe(`Civplan is already being served at http://127.0.0.1:${port}/\n`);
});

test("with Electron it opens the app there, with the plan it was given", async () => {
  const { env, notes } = await setUp(0);
  const { output, ended } = start(env, "plans/district.civplan");
  expect(await ended).toBe(0);
  expect(output.text).toBe("");
  const called = (await readFile(notes, "utf8")).trim().split("\n");
  const isRoot = process.getuid?.() === 0;
  expect(called).toEqual([...(isRoot ? ["--no-sandbox"] : []), projectRoot, "plans/district.civplan"]);
});

test("an Electron that cannot open its window is no reason to give up", async () => {
  const { port, env } = await setUp(127);
  const { child, output, ended } = start(env);
  await expect.poll(() => output.text, { timeout: 30_000 }).toContain(`http://127.0.0.1:${port}/`);
  expect(output.text).toContain("Electron could not open its window (it ended with 127)");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
