/** What becomes of a file that comes while a plan is open, and of a copy that is given away. */
import type { Route } from "@playwright/test";
import { PlanDocument } from "../../core/planfile/plan-document";
import { expect, test } from "../shell/fixtures";
import { editAs, makePlan, openDatabase } from "../unit/support/make-plan";
import { readLog, saveBytes } from "../unit/support/read-back";
import { openPages } from "./pages/open-pages";
import { PlanFile } from "./pages/read-plan-file";

/** What Lee makes of a copy: a task renamed and a comment. */
function editByLee(bytes: Uint8Array): Uint8Array {
  const lee = editAs(PlanDocument.fromLog(openDatabase(), readLog(bytes)), "Lee", "cccccccc");
  const taskId = lee.idOf("task", "T03");
  lee.execute({ type: "set-cells", edits: [{ entity: "task", rowId: taskId, cells: { title: "By Lee" } }] });
  const cells = { entity: "task", rowId: taskId, text: "Lee's remark" };
  const rows = [{ entity: "comment" as const, rowId: "cccccccc-0000-7000-8000-0000000000ff", cells }];
  expect(lee.execute({ type: "add-rows", rows }).ok).toBe(true);
  return saveBytes(lee.document);
}

test("older, newer and other files are recognised beside the open plan, and a clean copy tells nothing of its past", async ({
  app,
}) => {
  test.slow();
  const { start, frame, tasks, merge, history } = openPages(app);
  const paths = { own: app.pathOf("plan.civplan"), older: app.pathOf("march.civplan") };
  await app.putFile(paths.older, saveBytes(makePlan("seoul-civil-democracy").document));
  await start.open(paths.older);
  await start.waitForPlan();
  await start.goToTasks();
  await tasks.type("T01", "title", "By Park");
  await frame.openScreen("History");
  await history.sayOwnName("Park");
  await start.goToTasks();
  const older = await app.readSaved(paths.older);
  const olderSentence =
    /^This is an older copy of the open plan: its only change is in yours, which has \d more\.$/;

  await test.step("an older copy that is opened is called one; cancelling changes nothing", async () => {
    app.answerOpen(paths.older);
    await frame.chooseFileCommand("Open…");
    await expect(frame.question).toContainText("What to do with “march.civplan”?");
    await expect(frame.question.getByText(olderSentence)).toBeVisible();
    await expect(frame.question.getByRole("button", { name: "Merge" })).toBeHidden();
    await frame.answer("Cancel");
    await expect(tasks.cell("T01", "title")).toHaveText("By Park");
  });

  await test.step("dropped, it is compared cell by cell", async () => {
    await frame.drop("march.civplan", older);
    await expect(frame.question.getByText(olderSentence)).toBeVisible();
    await frame.answer("Compare");
    await frame.expectOnScreen("Merge");
    await expect(merge.panel("Cell by cell")).toContainText("By Park");
    await merge.putAway();
  });

  await test.step("a copy that Lee has worked on is merged", async () => {
    await frame.drop("from Lee.civplan", editByLee(older));
    await expect(frame.question).toContainText(
      "This copy and the open plan have gone apart: the copy has 2 changes that yours lacks",
    );
    await frame.answer("Merge");
    await expect(merge.panel("Changed in from Lee.civplan")).toContainText("Lee: 2 changes");
    await merge.take();
    await start.goToTasks();
    await expect(tasks.cell("T03", "title")).toHaveText("By Lee");
    await expect(tasks.cell("T01", "title")).toHaveText("By Park");
  });

  await test.step("another plan can be looked at or opened, and a letter is no plan", async () => {
    const another = makePlan("empty").document;
    const bytes = saveBytes(
      PlanDocument.fromLog(openDatabase(), {
        ...another.toLog(),
        planId: "dddddddd-0000-7000-8000-000000000001",
      }),
    );
    await frame.drop("another.civplan", bytes);
    await expect(frame.question).toContainText("It is another plan than the one that is open.");
    await expect(frame.question.getByRole("button", { name: "Merge" })).toBeHidden();
    await frame.answer("Cancel");
    await frame.drop("letter.txt", new TextEncoder().encode("Dear all"));
    await expect(frame.problem).toContainText("“letter.txt” is not a Civplan plan");
  });

  await test.step("reading that takes long is cancelled, and the work goes on", async () => {
    const held: Route[] = [];
    await app.page.route(/gate-worker/, (route) => {
      held.push(route);
    });
    await frame.drop("slow.civplan", older);
    await expect(frame.reading).toContainText("Reading slow.civplan…");
    await frame.reading.getByRole("button", { name: "Cancel" }).click();
    await expect(frame.reading).toBeHidden();
    await app.page.unroute(/gate-worker/);
    for (const route of held) await route.abort().catch(() => undefined);
    await expect(frame.question).toBeHidden();
    await tasks.type("T01", "title", "After cancelling");
  });

  await test.step("the clean copy holds the plan, and nobody's name, history or remarks", async () => {
    const bytes = await frame.publish("City of Seoul", app.pathOf("public.civplan"));
    const copy = await PlanFile.read(bytes);
    expect(copy.query("SELECT display_name FROM person")).toEqual([["City of Seoul"]]);
    expect(copy.query("SELECT count(*) FROM change")).toEqual([[1]]);
    expect(copy.query("SELECT count(*) FROM comment")).toEqual([[0]]);
    expect(copy.query("SELECT title FROM task WHERE code IN ('T01', 'T03') ORDER BY code")).toEqual([
      ["After cancelling"],
      ["By Lee"],
    ]);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Park|Kim|Lee's remark/);
    await expect(frame.fileState).toHaveText(/unsaved changes$/);

    await frame.drop("public.civplan", bytes);
    await expect(frame.question).toContainText("It is another plan than the one that is open.");
    await frame.answer("Open instead", { isLast: false });
    await frame.answer("Don't save");
    await frame.openScreen("History");
    await expect(history.lines).toHaveCount(1);
    await expect(history.lines).toContainText("City of Seoul");
  });
});
