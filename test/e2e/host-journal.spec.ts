/** What every host promises about the journal: of the shell's, and of the browser's. */
import { ask, newPlan, planId, toBytes, toText, unwrap, waitForHarness } from "../shell/ask-host";
import { type AppUnderTest, expect, test } from "../shell/fixtures";

test.use({ bundle: "host-harness" });
test.beforeEach(({ app }) => waitForHarness(app));

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

  test("goes on in another worker where its own has died", async ({ app, host }) => {
    test.skip(host !== "browser", "the shell appends by itself");
    const journalId = await openJournal(app);
    await append(app, journalId, "one");
    const workers = () => app.page.workers().filter((worker) => worker.url().includes("journal"));
    await workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
    });
    await expect.poll(() => workers().length).toBe(0);
    // As an edit does that was told to be without protection: it is sent again with the next one.
    await expect.poll(async () => (await append(app, journalId, "two")).ok).toBe(true);
    expect(await readTexts(app, journalId)).toEqual(["one", "two"]);
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
