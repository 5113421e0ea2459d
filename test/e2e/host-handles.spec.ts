/** The same promises about files in a browser with File System Access, and what two of its tabs promise each other. */
import { ask, newBytes, newPlan, oldBytes, openPlan, unwrap, waitForHarness } from "../shell/ask-host";
import { testFilePromises } from "../shell/file-promises";
import { expect, test } from "../shell/fixtures";

test.use({ bundle: "host-harness", filePickers: "private" });
test.beforeEach(({ app }) => waitForHarness(app));

testFilePromises();

test("two tabs keep each other out of a file and of each other's journal", async ({ app }) => {
  const path = app.pathOf("plan.civplan");
  await app.putFile(path, oldBytes);
  const { file } = await openPlan(app, path);
  const { fileId } = file;
  expect(await ask(app, "lockFile", { fileId, takeOver: false })).toEqual({ ok: true, value: {} });
  const { journalId } = unwrap(await ask(app, "openJournal", newPlan));
  await ask(app, "appendJournal", { journalId, batch: newBytes });

  const secondTab = await app.page.context().newPage();
  await secondTab.addInitScript(() => {
    // Handles are kept only where there are pickers; this tab picks nothing.
    Object.assign(window, { showOpenFilePicker: () => undefined, showSaveFilePicker: () => undefined });
  });
  await secondTab.goto(app.page.url());
  await secondTab.waitForFunction(() => window.harness !== undefined);
  const seen = await secondTab.evaluate(async (id) => {
    const { host } = window.harness;
    return {
      lock: await host.lockFile({ fileId: id, takeOver: false }),
      journals: await host.listJournals(),
      takenOver: await host.lockFile({ fileId: id, takeOver: true }),
    };
  }, fileId);
  expect(seen).toEqual({
    lock: { ok: false, error: { type: "locked", holder: null } },
    journals: { ok: true, value: [] },
    takenOver: { ok: true, value: {} },
  });
  expect(await ask(app, "lockFile", { fileId, takeOver: false })).toMatchObject({
    error: { type: "locked" },
  });
  await secondTab.close();
});
