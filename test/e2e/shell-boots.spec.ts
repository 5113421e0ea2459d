import type { ChannelName } from "../../preload/contract";
import { type AppUnderTest, expect, test } from "../shell/fixtures";

const waitForPage = (app: AppUnderTest) => expect(app.page.locator("#root")).not.toBeEmpty();

test.beforeEach(({ app }) => waitForPage(app));

test("the page loads without errors or violations of the content policy", async ({ app }) => {
  await app.page.waitForLoadState("networkidle");
  expect(app.problems).toEqual([]);
});

test("each document gets a nonce of its own", async ({ app }) => {
  const readNonce = () =>
    app.page.evaluate(() => document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content"));
  const first = await readNonce();
  expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  await app.reload();
  await waitForPage(app);
  expect(await readNonce()).not.toBe(first);
});

test("the content policy stops evaluated code, foreign addresses, frames and styles without the nonce", async ({
  app,
}) => {
  const violated = await app.page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      directives.push(event.effectiveDirective),
    );
    // In a step of its own: the browser lets a test's own expression evaluate text.
    setTimeout(() => {
      new Function("return 1")();
    });
    await fetch("https://example.org/").catch(() => undefined);
    const frame = document.createElement("iframe");
    frame.src = "https://example.org/";
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.body.append(frame, style, script);
    const endMs = Date.now() + 10_000;
    while (directives.length < 5 && Date.now() < endMs) await new Promise((done) => setTimeout(done, 50));
    for (const element of [frame, style, script]) element.remove();
    return directives.sort();
  });
  expect(violated).toEqual(["connect-src", "frame-src", "script-src", "script-src-elem", "style-src-elem"]);
  expect(await app.page.evaluate(() => "injected" in window)).toBe(false);
  app.problems.splice(0);
});

test("nothing outside the bundle can be fetched", async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const paths = [
      "/../main/index.cjs",
      "/..%2fmain%2findex.cjs",
      "/%2e%2e/preload/index.cjs",
      "/nothing.js",
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404]);
  app.problems.splice(0);
});

test.describe("the bridge", () => {
  test.skip(({ host }) => host === "browser", "a browser has no bridge");

  test("exposes the contract and nothing else", async ({ app }) => {
    const exposed = await app.page.evaluate(() => ({
      bridge: Object.keys(window.civplan ?? {}).sort(),
      isFrozen: Object.isFrozen(window.civplan),
      leaks: ["require", "process", "module", "exports", "Buffer", "electron", "ipcRenderer"].filter(
        (name) => name in window,
      ),
    }));
    expect(exposed).toEqual({ bridge: ["invoke", "on"], isFrozen: true, leaks: [] });
  });

  test("refuses unlisted channels and requests outside the contract", async ({ app }) => {
    const answers = await app.page.evaluate(async () => {
      const { civplan } = window;
      if (civplan === undefined) return [];
      const invoke = civplan.invoke as (name: string, request: unknown) => Promise<{ ok: boolean }>;
      return [
        await invoke("shell.openExternal", { url: "https://example.org/" }),
        await invoke("file.read", { path: "/etc/passwd" }),
        await invoke("journal.read", { journalId: "../../settings" }),
      ];
    });
    expect(answers).toHaveLength(3);
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, error: { type: "invalid-request" } });
  });

  test("writes what it is given to the file the user chose", async ({ app }) => {
    const path = app.pathOf("plan.civplan");
    app.answerSave(path);
    await app.page.evaluate(async () => {
      const { civplan } = window;
      const target = await civplan?.invoke("file.pick-save-target" satisfies ChannelName, {
        title: "Save",
        suggestedName: "plan.civplan",
        kind: { label: "Plan", extensions: ["civplan"] },
      });
      if (target?.ok !== true) throw new Error("no target");
      const { file, existing } = target.value;
      const bytes = new TextEncoder().encode("bytes of a plan");
      const written = await civplan?.invoke("file.write", { fileId: file.fileId, bytes, expected: existing });
      if (written?.ok !== true) throw new Error("not written");
    });
    expect(new TextDecoder().decode(await app.readSaved(path))).toBe("bytes of a plan");
  });
});

test.describe("the page stays where it is", () => {
  test.skip(({ host }) => host === "browser", "a browser's address bar is the user's own");

  test("navigation away is denied, after asking about web addresses", async ({ app }) => {
    const address = app.page.url();
    app.answerMessage("no");
    await app.page.evaluate(() => {
      location.href = "https://example.org/";
    });
    await expect.poll(() => app.dialogs.shown.map((shown) => shown.detail)).toEqual(["https://example.org/"]);
    expect(app.page.url()).toBe(address);
    await waitForPage(app);
  });

  test("new windows are denied; a link leads to the user's own browser when the user agrees", async ({
    app,
  }) => {
    app.answerMessage("yes");
    await app.page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "https://example.org/plan";
      link.target = "_blank";
      link.id = "link-out";
      link.textContent = "out";
      link.style.cssText = "position: fixed; inset: 0; z-index: 99999";
      document.body.append(link);
    });
    await app.page.locator("#link-out").click();
    await expect
      .poll(() => app.dialogs.shown.map((shown) => shown.detail))
      .toEqual(["https://example.org/plan"]);
    if (app.shell !== null)
      await expect.poll(() => app.shell?.openedOutside).toEqual(["https://example.org/plan"]);
  });

  test("no permission is granted", async ({ app }) => {
    test.skip(app.shell === null, "only the stand-in can ask for all of them");
    const names = [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "fullscreen",
      "openExternal",
      "hid",
    ];
    for (const name of names) expect(await app.shell?.checkPermission(name)).toBe(false);
  });
});
