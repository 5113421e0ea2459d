/** What only a desktop window has: menus, files handed over by the system, and an end of its own. Runs on the stand-in. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import type { Shell } from "../shell/launch-shell";

test.use({ bundle: "host-harness" });

const waitForHarness = async (app: AppUnderTest) => {
  await app.page.waitForFunction(() => window.harness !== undefined);
};
const shellOf = (app: AppUnderTest): Shell => {
  if (app.shell === null) throw new Error("not on the stand-in");
  return app.shell;
};
const openRequestsOf = (app: AppUnderTest) => app.page.evaluate(() => window.harness.openRequests);
const openJournal = (app: AppUnderTest) =>
  app.page.evaluate(async () => {
    const { host } = window.harness;
    const opened = await host.openJournal({
      planId: "plan-0001",
      title: "District plan",
      file: null,
      base: null,
    });
    if (!opened.ok) throw new Error(opened.error.type);
    await host.appendJournal({
      journalId: opened.value.journalId,
      batch: new TextEncoder().encode("an edit"),
    });
  });
const countJournals = (app: AppUnderTest) =>
  app.page.evaluate(async () => {
    const listed = await window.harness.host.listJournals();
    return listed.ok ? listed.value.length : -1;
  });

test("menu items reach the page as commands", async ({ app }) => {
  await waitForHarness(app);
  await shellOf(app).clickMenu("Save As…");
  await shellOf(app).clickMenu("Undo");
  await expect.poll(() => app.page.evaluate(() => window.harness.menuCommands)).toEqual(["save-as", "undo"]);
});

test("the menu speaks the page's language", async ({ app }) => {
  await waitForHarness(app);
  await app.page.evaluate(() => window.harness.host.setLanguage({ language: "ko" }));
  await expect
    .poll(() =>
      shellOf(app)
        .menu()
        .map((entry) => entry.label),
    )
    .toContain("파일(&F)");
});

test.describe("on a Korean system", () => {
  test.use({ systemLocale: "ko-KR" });

  test("the menu is Korean from the start", async ({ app }) => {
    await waitForHarness(app);
    expect(
      shellOf(app)
        .menu()
        .map((entry) => entry.label),
    ).toContain("파일(&F)");
  });
});

test("a plan named on the command line is handed to the page", async ({ app }) => {
  const path = app.pathOf("handed over.civplan");
  await writeFile(path, "plan");
  await app.restart([path]);
  await waitForHarness(app);
  await expect
    .poll(() => openRequestsOf(app))
    .toMatchObject([{ name: "handed over.civplan", mustSaveAs: null }]);
});

test("a second start hands its plan to the first", async ({ app }) => {
  const path = app.pathOf("second.civplan");
  await writeFile(path, "plan");
  await waitForHarness(app);
  await shellOf(app).startAgain([path]);
  await expect.poll(() => openRequestsOf(app)).toMatchObject([{ name: "second.civplan" }]);
});

test("a plan from the system's temporary folder must be saved elsewhere", async ({ app }) => {
  await waitForHarness(app);
  const path = join(dirname(app.pathOf("x")), "..", "app", "temp", "attachment.civplan");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "plan");
  app.answerOpen(path);
  const answers = await app.page.evaluate(async () => {
    const { host } = window.harness;
    const picked = await host.pickFile({
      title: "Open",
      kinds: [{ label: "Plan", extensions: ["civplan"] }],
    });
    if (!picked.ok) throw new Error(picked.error.type);
    const { fileId, mustSaveAs } = picked.value;
    const read = await host.readFile({ fileId });
    if (!read.ok) throw new Error(read.error.type);
    const written = await host.writeFile({ fileId, bytes: new Uint8Array(3), expected: read.value.stamp });
    return { mustSaveAs, written };
  });
  expect(answers).toEqual({
    mustSaveAs: "temporary-folder",
    written: { ok: false, error: { type: "must-save-as", reason: "temporary-folder" } },
  });
});

test("a missing extension is added, and replacing a file then is asked about", async ({ app }) => {
  await waitForHarness(app);
  await writeFile(app.pathOf("plan.civplan"), "somebody's plan");
  const pick = () =>
    app.page.evaluate(() =>
      window.harness.host.pickSaveTarget({
        title: "Save",
        suggestedName: "plan.civplan",
        kind: { label: "Plan", extensions: ["civplan"] },
      }),
    );
  app.answerSave(app.pathOf("plan"));
  app.answerMessage("no");
  expect(await pick()).toEqual({ ok: false, error: { type: "cancelled" } });
  app.answerSave(app.pathOf("new"));
  expect(await pick()).toMatchObject({ ok: true, value: { file: { name: "new.civplan" }, existing: null } });
});

test("a lock beside the plan keeps a second copy of the app out until it takes over", async ({ app }) => {
  await waitForHarness(app);
  const path = app.pathOf("plan.civplan");
  await writeFile(path, "plan");
  const holder = { computer: "another-desk", processId: 7, since: "2026-03-10T09:00:00.000Z" };
  await writeFile(app.pathOf(".plan.civplan.lock"), JSON.stringify({ ...holder, token: "theirs" }));
  app.answerOpen(path);
  const answers = await app.page.evaluate(async () => {
    const { host } = window.harness;
    const picked = await host.pickFile({
      title: "Open",
      kinds: [{ label: "Plan", extensions: ["civplan"] }],
    });
    if (!picked.ok) throw new Error(picked.error.type);
    const { fileId } = picked.value;
    return [
      await host.lockFile({ fileId, takeOver: false }),
      await host.lockFile({ fileId, takeOver: true }),
    ];
  });
  expect(answers).toEqual([
    { ok: false, error: { type: "locked", holder } },
    { ok: true, value: {} },
  ]);
  await app.requestClose();
  expect(await app.isClosed()).toBe(true);
  await expect.poll(() => readdir(dirname(path))).toEqual(["plan.civplan"]);
});

test("a page that does not hear the question is closed natively, its work kept", async ({ app }) => {
  await waitForHarness(app);
  await openJournal(app);
  // Blocks the page as an endless loop would, but not for ever.
  void app.page
    .evaluate(() => {
      const endMs = Date.now() + 6000;
      while (Date.now() < endMs);
    })
    .catch(() => undefined);
  app.answerMessage("yes");
  await app.requestClose();
  await expect
    .poll(() => app.dialogs.shown.map((shown) => shown.title))
    .toEqual(["Civplan is not responding."]);
  expect(await app.isClosed()).toBe(true);
  await app.restart();
  await waitForHarness(app);
  expect(await countJournals(app)).toBe(1);
});

test("a page that crashed is reported, and its work is kept", async ({ app }) => {
  await waitForHarness(app);
  await openJournal(app);
  // Chromium cannot bring a crashed page back under test, so the user quits.
  app.answerMessage("no");
  void app.page.goto("chrome://crash").catch(() => undefined);
  await expect
    .poll(() => app.dialogs.shown.map((shown) => shown.title))
    .toEqual(["Civplan's window stopped working."]);
  expect(await app.isClosed()).toBe(true);
  await app.restart();
  await waitForHarness(app);
  expect(await countJournals(app)).toBe(1);
});

test("a page that may take its time to answer is not called hanging", async ({ app }) => {
  await waitForHarness(app);
  await app.page.evaluate(() => {
    window.harness.closeDecision = "never";
  });
  await app.requestClose();
  await app.page.waitForTimeout(3500);
  expect(app.dialogs.shown).toEqual([]);
  expect(app.page.isClosed()).toBe(false);
});

test("printing goes to the system", async ({ app }) => {
  await waitForHarness(app);
  expect(await app.page.evaluate(() => window.harness.host.print())).toEqual({ ok: true, value: {} });
  expect(shellOf(app).printCount()).toBe(1);
});
