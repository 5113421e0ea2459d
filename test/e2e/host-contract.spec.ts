/**
 * What every host promises, asked of a page that holds nothing but a host.
 * Where a host claims less, `capabilities` says so, and the test asks for what
 * it does claim. Files and journal: `host-files.spec.ts`, `host-journal.spec.ts`.
 */
import { ask, capabilitiesOf, planId, toBytes, toText, unwrap, waitForHarness } from "../shell/ask-host";
import { expect, test } from "../shell/fixtures";

test.use({ bundle: "host-harness" });
test.beforeEach(({ app }) => waitForHarness(app));

test("backups are kept, listed by plan and given back; three of today stay", async ({ app }) => {
  const write = (text: string, plan = planId) =>
    ask(app, "writeBackup", {
      planId: plan,
      title: "District plan",
      reason: "timer",
      bytes: toBytes(text),
    });
  for (const text of ["one", "two", "three", "four"]) expect(await write(text)).toMatchObject({ ok: true });
  await write("of another plan", "plan-0002");
  await app.restart();
  await waitForHarness(app);
  const listed = unwrap(await ask(app, "listBackups", { planId }));
  const texts = await Promise.all(
    listed.map(async ({ backupId }) => toText(unwrap(await ask(app, "readBackup", { backupId })).bytes)),
  );
  expect(texts).toEqual(["four", "three", "two"]);
  expect(unwrap(await ask(app, "listBackups", { planId: null }))).toHaveLength(4);
  const unknown = await ask(app, "readBackup", { backupId: "no-such-backup" });
  expect(unknown).toEqual({ ok: false, error: { type: "unknown-id" } });
});

test("settings are empty at first and survive a restart", async ({ app }) => {
  expect(unwrap(await ask(app, "readSettings"))).toEqual({});
  await ask(app, "writeSettings", { language: "ko", person: { id: "p-1" } });
  await app.restart();
  await waitForHarness(app);
  expect(unwrap(await ask(app, "readSettings"))).toEqual({ language: "ko", person: { id: "p-1" } });
});

test("an export lands where the user wants it", async ({ app }) => {
  const path = app.pathOf("tasks.csv");
  app.answerSave(path);
  const exported = await ask(app, "exportFile", {
    title: "Export",
    suggestedName: "tasks.csv",
    kind: { label: "Table", extensions: ["csv"] },
    bytes: toBytes("code,title\n"),
  });
  expect(exported).toEqual({ ok: true, value: { name: "tasks.csv" } });
  expect(toText(await app.readSaved(path))).toBe("code,title\n");
});

test("only web and mail addresses are opened outside, and only when the user agrees", async ({ app }) => {
  const cancelled = { ok: false, error: { type: "cancelled" } };
  for (const url of ["javascript:alert(1)", "file:///etc/passwd", "app://civplan/", "nonsense"]) {
    expect(await ask(app, "openExternal", { url })).toEqual(cancelled);
  }
  expect(app.dialogs.shown).toEqual([]);
  app.answerMessage("no");
  expect(await ask(app, "openExternal", { url: "https://opengov.seoul.go.kr/" })).toEqual(cancelled);
  expect(app.dialogs.shown[0]?.detail).toContain("https://opengov.seoul.go.kr/");
});

test("the title names plan and file and marks unsaved work", async ({ app }) => {
  const state = { title: "District plan", fileName: "plan.civplan", dirty: true };
  expect(await ask(app, "setDocumentState", state)).toEqual({ ok: true, value: {} });
  expect(await app.windowTitle()).toBe("• District plan — plan.civplan — Civplan");
  await ask(app, "setDocumentState", { title: "", fileName: null, dirty: false });
  expect(await app.windowTitle()).toBe("Civplan");
});

test("the environment says what this host is", async ({ app }) => {
  const environment = await app.page.evaluate(() => window.harness.host.environment);
  expect(environment).toMatchObject({
    kind: app.host === "browser" ? "browser" : "desktop",
    locale: "en-US",
  });
  expect(environment.capabilities.journal).toBe(app.host === "browser" ? "stored" : "fsynced");
});

test("unsaved work is asked about before closing", async ({ app }) => {
  await app.page.locator("#root").click();
  await ask(app, "setDocumentState", { title: "District plan", fileName: null, dirty: true });
  if ((await capabilitiesOf(app)).closeRequests) {
    await app.page.evaluate(() => {
      window.harness.closeDecision = "stay";
    });
    await app.requestClose();
    await expect.poll(() => app.page.evaluate(() => window.harness.closeRequests)).toBe(1);
    expect(app.page.isClosed()).toBe(false);
    await app.page.evaluate(() => {
      window.harness.closeDecision = "close";
    });
  } else {
    app.answerMessage("no");
    await app.requestClose();
    await expect.poll(() => app.dialogs.shown.map((shown) => shown.title)).toEqual(["beforeunload"]);
    expect(app.page.isClosed()).toBe(false);
    app.answerMessage("yes");
  }
  await app.requestClose();
  expect(await app.isClosed()).toBe(true);
});

test("saved work is not asked about before closing", async ({ app }) => {
  await app.page.locator("#root").click();
  await ask(app, "setDocumentState", { title: "District plan", fileName: null, dirty: false });
  await app.requestClose();
  expect(await app.isClosed()).toBe(true);
  expect(app.dialogs.shown).toEqual([]);
});
