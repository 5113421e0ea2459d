/** People write names as long as they like: what stands behind and beside them is still seen, also on a small screen. */
import type { Locator, Page } from "@playwright/test";
import type { RowEdit } from "../../core/plan/command";
import { expect, test } from "../shell/fixtures";
import { makePlan } from "../unit/support/make-plan";
import { saveBytes } from "../unit/support/read-back";
import { openPages } from "./pages/open-pages";
import { listScreens, visitTabs } from "./pages/screens";

const WITHOUT_SPACES = "Participatorybudgetdeliberation".repeat(7).slice(0, 200);
const OF_WORDS = "A title that says all that a council may want to say before anybody reads on. "
  .repeat(3)
  .slice(0, 200);

/** The Seoul plan, in which all that people name has a name of 200 letters, and one ceiling is exceeded. */
function makeNamedPlan(): Uint8Array {
  const plan = makePlan("seoul-civil-democracy");
  const { tables } = plan.document;
  const edits = (["area", "task", "source", "committee", "goal", "plan"] as const).flatMap((entity) =>
    tables.all(entity).map(
      ({ id }, index): RowEdit => ({
        entity,
        rowId: id,
        cells: { title: index % 2 === 0 ? WITHOUT_SPACES : OF_WORDS },
      }),
    ),
  );
  expect(plan.execute({ type: "set-cells", edits }).ok).toBe(true);
  const [scenarioId, rowId] = ["00000000-0000-7000-8000-00000000f001", WITHOUT_SPACES];
  const cells = { title: rowId };
  expect(
    plan.execute({ type: "add-rows", rows: [{ entity: "scenario", rowId: scenarioId, cells }] }).ok,
  ).toBe(true);
  return saveBytes(plan.document);
}

/** How far what scrolls up and down goes on to the side, in pixels: the screen, and the column of results in it. */
const sidewaysPx = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, main *")]
      .filter((element) => {
        const { overflowY } = getComputedStyle(element);
        const scrolls = overflowY === "auto" || overflowY === "scroll";
        const isTable = getComputedStyle(element).overflowX === "auto" && element.querySelector("table");
        return element.tagName === "HTML" || (scrolls && !isTable && !element.closest(".ag-root-wrapper"));
      })
      .map((element) => element.scrollWidth - element.clientWidth)
      .reduce((most, next) => Math.max(most, next), 0),
  );

const cutPx = (box: Locator) => box.evaluate((element) => element.scrollWidth - element.clientWidth);

test("names of 200 letters widen no screen, and neither amounts nor marks are cut", async ({ app }) => {
  const { start, frame, tasks, history } = openPages(app);
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  const path = app.pathOf("named.civplan");
  await app.putFile(path, makeNamedPlan());
  await start.open(path);
  await start.waitForPlan();
  await page.keyboard.press("ControlOrMeta+i");
  await expect(page.getByRole("complementary")).toBeVisible();

  for (const screen of await listScreens(page)) {
    await test.step(screen.id, async () => {
      await screen.open();
      await expect.poll(() => sidewaysPx(page), screen.id).toBeLessThanOrEqual(0);
      await visitTabs(page, (tab) =>
        expect.poll(() => sidewaysPx(page), `${screen.id}, ${tab}`).toBeLessThanOrEqual(0),
      );
    });
  }

  await test.step("amounts in tiles stand there whole", async () => {
    for (const [screen, name] of [
      ["Overview", "Unspent"],
      ["Scenarios", "Cost of committees"],
    ] as const) {
      await frame.openScreen(screen);
      const tile = page.getByRole("main").getByRole("listitem").filter({ hasText: name }).first();
      await expect(tile).toContainText("₩");
      await expect.poll(() => cutPx(tile)).toBe(0);
    }
  });

  await test.step("a long name of one's own leaves room for the mark", async () => {
    await start.goToTasks();
    await tasks.type("T03", "title", "Renewal");
    await frame.openScreen("History");
    await history.sayOwnName(WITHOUT_SPACES);
    const line = history.lines.first();
    const mark = await line.getByText("(you)").boundingBox();
    const box = await line.boundingBox();
    expect((mark?.x ?? 0) + (mark?.width ?? Number.NaN)).toBeLessThanOrEqual(
      (box?.x ?? 0) + (box?.width ?? 0),
    );
  });
});
