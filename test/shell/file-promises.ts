/** What every host promises about files; called by one spec for each way of picking them. */
import {
  ask,
  capabilitiesOf,
  chooseTarget,
  civplanKind,
  newBytes,
  oldBytes,
  openPlan,
  reread,
  toBytes,
  toText,
  unwrap,
  waitForHarness,
} from "./ask-host";
import { expect, test } from "./fixtures";

export function testFilePromises(): void {
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
}
