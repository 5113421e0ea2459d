import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startStaticServer } from "../../../main/static-server";
import { failedRecently } from "../../../scripts/lib/electron-runtime.mjs";
import { hasDisplay } from "../../../scripts/lib/open-browser.mjs";
import { serveOnKnownPort } from "../../../scripts/lib/serve-on-known-port.mjs";
import { isSameContent, takeStamp } from "../../../scripts/lib/source-stamp.mjs";
import { makeTemporaryFolder } from "./temporary-folder";

describe("what is stale", () => {
  async function makeSources() {
    const root = await makeTemporaryFolder();
    await mkdir(join(root, "core", "plan"), { recursive: true });
    await writeFile(join(root, "core", "plan", "task.ts"), "one");
    return root;
  }

  it("is what has other content, whatever the times say", async () => {
    const root = await makeSources();
    const before = takeStamp(root, ["core", "missing"], null);
    await utimes(join(root, "core", "plan", "task.ts"), 1000, 1000);
    expect(isSameContent(before, takeStamp(root, ["core", "missing"], before))).toBe(true);
    await writeFile(join(root, "core", "plan", "task.ts"), "two");
    expect(isSameContent(before, takeStamp(root, ["core"], before))).toBe(false);
  });

  it("is what has a file more or less", async () => {
    const root = await makeSources();
    const before = takeStamp(root, ["core"], null);
    await writeFile(join(root, "core", "new.ts"), "");
    const after = takeStamp(root, ["core"], before);
    expect(isSameContent(before, after)).toBe(false);
    expect(isSameContent(after, before)).toBe(false);
  });
});

describe("the port of the served page", () => {
  async function setUp(rememberedPort: number) {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "index.html"), "page");
    const statePath = join(folder, "config", "start.json");
    await mkdir(join(folder, "config"));
    await writeFile(statePath, JSON.stringify({ port: rememberedPort }));
    const start = (port: number) => startStaticServer({ bundleFolder: folder, port });
    return { statePath, start };
  }

  /** A port that was free a moment ago, with whatever listens there now. */
  async function listen(answer: string): Promise<number> {
    const other = createServer((_request, response) => response.end(answer));
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
    onTestFinished(() => new Promise((done) => other.close(() => done())));
    const address = other.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  it("changes when something else holds it, and the change is remembered", async () => {
    const taken = await listen("something else");
    const { statePath, start } = await setUp(taken);
    const served = await serveOnKnownPort({ statePath, start });
    if (served.kind !== "started") throw new Error(served.kind);
    onTestFinished(() => served.server.close());
    expect(served.server.port).toBeGreaterThan(taken);
    expect(JSON.parse(await readFile(statePath, "utf8"))).toEqual({ port: served.server.port });
  });

  it("is not changed by a second start: the first one's address is given", async () => {
    const { start } = await setUp(0);
    const first = await start(0);
    onTestFinished(() => first.close());
    const { statePath } = await setUp(first.port);
    expect(await serveOnKnownPort({ statePath, start })).toEqual({ kind: "already-running", url: first.url });
  });
});

describe("Electron's runtime", () => {
  const state = { electronFailure: { version: "45.4.1", atMs: 1_000_000 } };

  it("is not asked for again for a day, unless another version is wanted", () => {
    expect(failedRecently(state, "45.4.1", 1_000_000 + 3_600_000)).toBe(true);
    expect(failedRecently(state, "45.4.1", 1_000_000 + 25 * 3_600_000)).toBe(false);
    expect(failedRecently(state, "46.0.0", 1_000_001)).toBe(false);
    expect(failedRecently({}, "45.4.1", 1_000_001)).toBe(false);
  });

  it("needs a display on Linux", () => {
    expect(hasDisplay({}, "linux")).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
    expect(hasDisplay({}, "darwin")).toBe(true);
  });
});
