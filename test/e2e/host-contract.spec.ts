/**
 * What every host promises, asked of a page that holds nothing but a host:
 * of the shell's, of the browser's with downloads, and of the browser's with
 * file handles. Where a host claims less, `capabilities` says so, and the test
 * asks for what it does claim.
 */
import type { Capabilities, Host, HostResult, JournalHeader } from "../../renderer/host/host";
import { type AppUnderTest, expect, test } from "../shell/fixtures";

test.use({ bundle: "host-harness" });

const civplanKind = { label: "Civplan plan", extensions: ["civplan"] };
const toBytes = (text: string) => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const oldBytes = toBytes("the old plan");
const newBytes = toBytes("the new plan, a little longer");
const planId = "plan-0001";
const newPlan: JournalHeader = { planId, title: "District plan", file: null, base: null };

type Method = Exclude<keyof Host, "environment" | "subscribe">;

/** Calls one method of the host in the page; the answer comes back as data. */
function ask<M extends Method>(
  app: AppUnderTest,
  method: M,
  ...args: Parameters<Host[M]>
): Promise<Awaited<ReturnType<Host[M]>>> {
  const given: [string, unknown[]] = [method, args];
  const call: Promise<unknown> = app.page.evaluate(([name, callArgs]) => {
    const host = window.harness.host as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>;
    return host[name]?.(...callArgs);
  }, given);
  return call as Promise<Awaited<ReturnType<Host[M]>>>;
}

function unwrap<T>(result: HostResult<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

const capabilitiesOf = (app: AppUnderTest): Promise<Capabilities> =>
  app.page.evaluate(() => window.harness.host.environment.capabilities);

const waitForHarness = async (app: AppUnderTest) => {
  await app.page.waitForFunction(() => window.harness !== undefined);
};

async function openPlan(app: AppUnderTest, path: string) {
  app.answerOpen(path);
  const file = unwrap(await ask(app, "pickFile", { title: "Open", kinds: [civplanKind] }));
  return unwrap(await ask(app, "readFile", { fileId: file.fileId }));
}

async function chooseTarget(app: AppUnderTest, path: string) {
  app.answerSave(path);
  const suggestedName = path.split("/").at(-1) ?? "plan.civplan";
  return unwrap(await ask(app, "pickSaveTarget", { title: "Save", suggestedName, kind: civplanKind }));
}

test.beforeEach(({ app }) => waitForHarness(app));

for (const filePickers of ["none", "private"] as const) {
  test.describe(filePickers === "none" ? "files" : "files with handles", () => {
    test.use({ filePickers });
    test.skip(
      ({ host }) => filePickers === "private" && host !== "browser",
      "the shell has one way of picking",
    );

    test("a picked file gives its bytes and their stamp", async ({ app }) => {
      const path = app.pathOf("plan.civplan");
      await app.putFile(path, oldBytes);
      const opened = await openPlan(app, path);
      expect(toText(opened.bytes)).toBe("the old plan");
      expect(opened.file).toMatchObject({ name: "plan.civplan", mustSaveAs: null });
      expect(opened.stamp).toEqual({
        sizeBytes: 12,
        sha256: "2fcb56d425ff3cb263b72a741dc22e97e48283636902a7f8957ca0422531f890",
      });
    });

    test("a dialog that is closed without a choice is cancelled, not an error", async ({ app }) => {
      app.answerOpen(null);
      const picked = await ask(app, "pickFile", { title: "Open", kinds: [civplanKind] });
      expect(picked).toEqual({ ok: false, error: { type: "cancelled" } });
    });

    test("a new file can be saved, and saved again", async ({ app }) => {
      const path = app.pathOf("new.civplan");
      const target = await chooseTarget(app, path);
      const first = { fileId: target.file.fileId, bytes: oldBytes, expected: target.existing };
      const written = unwrap(await ask(app, "writeFile", first));
      const second = { ...first, bytes: newBytes, expected: written.stamp };
      expect(unwrap(await ask(app, "writeFile", second)).stamp.sizeBytes).toBe(newBytes.length);
      await expect.poll(async () => toText(await app.readSaved(path))).toBe(toText(newBytes));
    });

    test("an opened file is saved in place", async ({ app }) => {
      const path = app.pathOf("plan.civplan");
      await app.putFile(path, oldBytes);
      const { file, stamp } = await openPlan(app, path);
      const written = await ask(app, "writeFile", { fileId: file.fileId, bytes: newBytes, expected: stamp });
      expect(written).toMatchObject({ ok: true });
      await expect.poll(async () => toText(await app.readSaved(path))).toBe(toText(newBytes));
      expect(toText((await reread(app, file.fileId)).bytes)).toBe(toText(newBytes));
    });

    test("a file that changed underneath is not overwritten", async ({ app }) => {
      test.skip(!(await capabilitiesOf(app)).staleWriteGuard, "this host claims no guard");
      const path = app.pathOf("plan.civplan");
      await app.putFile(path, oldBytes);
      const { file, stamp } = await openPlan(app, path);
      await app.putFile(path, toBytes("a colleague's plan"));
      const written = await ask(app, "writeFile", { fileId: file.fileId, bytes: newBytes, expected: stamp });
      expect(written).toMatchObject({
        ok: false,
        error: { type: "changed-underneath", current: { sizeBytes: 18 } },
      });
      expect(toText(await app.readSaved(path))).toBe("a colleague's plan");
    });

    test("recent files keep their ids over a restart and can be forgotten", async ({ app }) => {
      test.skip(!(await capabilitiesOf(app)).reopenRecent, "this host cannot reopen files");
      const path = app.pathOf("plan.civplan");
      await app.putFile(path, oldBytes);
      const { file } = await openPlan(app, path);
      await ask(app, "rememberRecentFile", { fileId: file.fileId, title: "District plan" });
      await app.restart();
      await waitForHarness(app);
      const [recent] = unwrap(await ask(app, "listRecentFiles"));
      expect(recent).toMatchObject({ title: "District plan", exists: true, file: { fileId: file.fileId } });
      expect(toText((await reread(app, file.fileId)).bytes)).toBe("the old plan");
      await ask(app, "forgetRecentFile", { fileId: file.fileId });
      expect(unwrap(await ask(app, "listRecentFiles"))).toEqual([]);
    });

    test("a lock may be taken again by whoever holds it, and be released", async ({ app }) => {
      const path = app.pathOf("plan.civplan");
      await app.putFile(path, oldBytes);
      const { file } = await openPlan(app, path);
      const request = { fileId: file.fileId, takeOver: false };
      expect(await ask(app, "lockFile", request)).toEqual({ ok: true, value: {} });
      expect(await ask(app, "lockFile", request)).toEqual({ ok: true, value: {} });
      expect(await ask(app, "unlockFile", request)).toEqual({ ok: true, value: {} });
    });

    test("an id that nobody handed out stands for nothing", async ({ app }) => {
      const unknown = { ok: false, error: { type: "unknown-id" } };
      const fileId = "00000000-0000-4000-8000-000000000000";
      expect(await ask(app, "readFile", { fileId })).toEqual(unknown);
      expect(await ask(app, "writeFile", { fileId, bytes: newBytes, expected: null })).toEqual(unknown);
    });
  });
}

async function reread(app: AppUnderTest, fileId: string) {
  return unwrap(await ask(app, "readFile", { fileId }));
}

test.describe("the journal", () => {
  const openJournal = async (app: AppUnderTest) => unwrap(await ask(app, "openJournal", newPlan)).journalId;
  const append = (app: AppUnderTest, journalId: string, text: string) =>
    ask(app, "appendJournal", { journalId, batch: toBytes(text) });
  const readTexts = async (app: AppUnderTest, journalId: string) =>
    unwrap(await ask(app, "readJournal", { journalId })).batches.map((batch) => toText(batch));

  test("survives a crash, in order, and is then offered", async ({ app }) => {
    const journalId = await openJournal(app);
    for (const text of ["one", "two", "three"]) {
      expect(await append(app, journalId, text)).toEqual({ ok: true, value: {} });
    }
    expect(unwrap(await ask(app, "listJournals"))).toEqual([]);
    await app.crash();
    await waitForHarness(app);
    expect(unwrap(await ask(app, "listJournals"))).toMatchObject([
      { journalId, batchCount: 3, header: { planId, title: "District plan" } },
    ]);
    expect(await readTexts(app, journalId)).toEqual(["one", "two", "three"]);
  });

  test("is offered after the page was reloaded", async ({ app }) => {
    const journalId = await openJournal(app);
    await append(app, journalId, "one");
    await app.reload();
    await waitForHarness(app);
    await expect.poll(async () => unwrap(await ask(app, "listJournals")).length).toBe(1);
  });

  test("keeps the order of calls that are not waited for", async ({ app }) => {
    const journalId = await openJournal(app);
    await app.page.evaluate(async (id) => {
      const { host } = window.harness;
      const texts = Array.from({ length: 30 }, (_, index) => `batch ${index}`);
      await Promise.all(
        texts.map((text) => host.appendJournal({ journalId: id, batch: new TextEncoder().encode(text) })),
      );
    }, journalId);
    expect(await readTexts(app, journalId)).toEqual(
      Array.from({ length: 30 }, (_, index) => `batch ${index}`),
    );
  });

  test("starts again from a new base after a save", async ({ app }) => {
    const journalId = await openJournal(app);
    await append(app, journalId, "before the save");
    const header = { ...newPlan, base: { sizeBytes: 12, sha256: "a".repeat(64) } };
    expect(await ask(app, "rebaseJournal", { journalId, header })).toEqual({ ok: true, value: {} });
    await append(app, journalId, "after the save");
    await app.crash();
    await waitForHarness(app);
    expect(unwrap(await ask(app, "readJournal", { journalId })).header).toEqual(header);
    expect(await readTexts(app, journalId)).toEqual(["after the save"]);
  });

  test("without any batch is no recovered work", async ({ app }) => {
    await openJournal(app);
    await app.crash();
    await waitForHarness(app);
    expect(unwrap(await ask(app, "listJournals"))).toEqual([]);
  });

  test("is gone once cleared", async ({ app }) => {
    const journalId = await openJournal(app);
    await append(app, journalId, "one");
    expect(await ask(app, "clearJournal", { journalId })).toEqual({ ok: true, value: {} });
    const unknown = { ok: false, error: { type: "unknown-id" } };
    expect(await append(app, journalId, "late")).toEqual(unknown);
    expect(await ask(app, "readJournal", { journalId })).toEqual(unknown);
    expect(await ask(app, "clearJournal", { journalId })).toEqual(unknown);
    await app.crash();
    await waitForHarness(app);
    expect(unwrap(await ask(app, "listJournals"))).toEqual([]);
  });
});

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
