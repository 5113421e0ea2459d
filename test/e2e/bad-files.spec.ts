/** Files that are not what they should be: one clear sentence each, nothing is touched. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { makePlan } from "../unit/support/make-plan";
import { saveBytes } from "../unit/support/read-back";
import { openPages } from "./pages/open-pages";
import { PlanFile } from "./pages/read-plan-file";

const APPLICATION_ID_OFFSET = 68;
const USER_VERSION_OFFSET = 60;
const soundBytes = saveBytes(makePlan("seoul-civil-democracy").document);

function withHeaderNumber(offset: number, value: number): Uint8Array {
  const bytes = soundBytes.slice();
  new DataView(bytes.buffer).setUint32(offset, value);
  return bytes;
}

const refused: readonly { name: string; bytes: Uint8Array; says: RegExp }[] = [
  {
    name: "letter.civplan",
    bytes: Buffer.from("Dear colleagues, this is not a plan. ".repeat(40)),
    says: /^“letter\.civplan” is not a Civplan plan\. The file was not touched\. Choose a file/,
  },
  {
    name: "empty.civplan",
    bytes: new Uint8Array(),
    says: /^“empty\.civplan” is empty \(0 bytes\)\. Nothing was changed\. Look for an earlier copy/,
  },
  {
    name: "half.civplan",
    bytes: soundBytes.slice(0, Math.floor(soundBytes.length / 2)),
    says: /^“half\.civplan” is cut off: [\d,]+ of [\d,]+ bytes are there\. The file was not touched\. Copy/,
  },
  {
    name: "recipes.civplan",
    bytes: withHeaderNumber(APPLICATION_ID_OFFSET, 7),
    says: /^“recipes\.civplan” is a database, but not a Civplan plan\. The file was not touched\. Choose/,
  },
];

function put(app: AppUnderTest, name: string, bytes: Uint8Array): string {
  const path = app.pathOf(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

test("what is no plan is refused in one sentence, while the open plan stays as it is", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  const sound = put(app, "sound.civplan", soundBytes);
  for (const { name, bytes, says } of refused) {
    await test.step(`on the start screen: ${name}`, async () => {
      const path = put(app, name, bytes);
      await start.open(path);
      await expect(frame.problem).toHaveText(says);
      expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
    });
  }
  await start.open(sound);
  await start.waitForPlan();
  await start.goToTasks();
  await tasks.type("T03", "title", "Still here");
  for (const { name, bytes, says } of refused) {
    await test.step(`over an open plan: ${name}`, async () => {
      app.answerOpen(app.pathOf(name));
      await frame.chooseFileCommand("Open…");
      // Refused before unsaved work is asked about: there is nothing to leave it for.
      await expect(frame.problem).toHaveText(says);
      await expect(frame.question).toBeHidden();
      await expect(tasks.cell("T03", "title")).toHaveText("Still here");
      await frame.expectUnsaved(1);
      expect(Buffer.compare(readFileSync(app.pathOf(name)), bytes)).toBe(0);
    });
  }
  await tasks.type("T03", "priorityScore", "71");
  expect(Buffer.compare(readFileSync(sound), soundBytes)).toBe(0);
});

test("a plan of a newer format is open to look at only, and a copy of it can be edited", async ({ app }) => {
  const { start, frame, tasks } = openPages(app);
  const newerBytes = withHeaderNumber(USER_VERSION_OFFSET, 9);
  const newer = put(app, "newer.civplan", newerBytes);
  const copy = app.pathOf("copy.civplan");
  await start.open(newer);
  await start.waitForPlan();
  await start.goToTasks();

  await test.step("it says why, and cells cannot be typed into", async () => {
    await expect(app.page.getByText("This plan was made by a newer version of Civplan.")).toBeVisible();
    await expect(frame.readOnlyMark).toBeVisible();
    await tasks.cell("T03", "title").dblclick();
    await expect(tasks.editor).toBeHidden();
  });

  await test.step("it is not saved over", async () => {
    await frame.saveButton.click();
    await expect(frame.problem).toContainText("This plan is open to look at only. Nothing was changed.");
    expect(Buffer.compare(readFileSync(newer), newerBytes)).toBe(0);
  });

  await test.step("Save as… makes a copy that is open for editing", async () => {
    app.answerSave(copy);
    await frame.problem.getByRole("button", { name: "Save as…" }).click();
    await expect(frame.readOnlyMark).toBeHidden();
    await tasks.type("T03", "title", "Mine now");
    const file = await PlanFile.read(await frame.save(copy));
    expect(file.value("PRAGMA integrity_check")).toBe("ok");
    expect(file.query("SELECT title FROM task WHERE code = 'T03'")).toEqual([["Mine now"]]);
    expect(Buffer.compare(readFileSync(newer), newerBytes)).toBe(0);
  });
});
