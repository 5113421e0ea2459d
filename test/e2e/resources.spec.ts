/** Staff and other resources: what there is, what tasks need, and where it runs short. */
import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { SheetPage } from "./pages/sheet-page";

const firstYear = new Date().getFullYear() + 1;
const year = (offset = 0) => `year-${firstYear + offset}`;

async function openResources(app: AppUnderTest) {
  const { start, frame } = openPages(app);
  await start.startPlan("District governance innovation plan");
  await frame.openScreen("Resources");
  const { page } = app;
  const region = (name: RegExp) => page.getByRole("region", { name });
  const capacity = region(/^Resources and capacity/);
  const needs = region(/^What tasks need/);
  const cellIn = (grid: Locator, name: string | RegExp, columnId: string) =>
    grid
      .getByRole("row")
      .filter({ has: page.locator('[col-id="title"], [col-id="task"]', { hasText: name }) })
      .first()
      .locator(`[col-id="${columnId}"]`);
  await expect(cellIn(needs, /^D01/, year())).toBeVisible();
  return {
    frame,
    page,
    sheet: new SheetPage(app),
    short: region(/^Where it runs short/),
    load: region(/^Load:/),
    staff: region(/^The secretariat’s staff/),
    capacityOf: (name: string, columnId: string) => cellIn(capacity, name, columnId),
    needOf: (name: string | RegExp, columnId: string) => cellIn(needs, name, columnId),
  };
}

test("less staff than tasks need is named, with the tasks that wait", async ({ app }) => {
  const { page, short, needOf, capacityOf, load, frame } = await openResources(app);
  const capacity = capacityOf("Secretariat staff", year());
  await expect(capacity).toContainText("8");
  await expect(needOf(/^Capacity$/, year())).toHaveText("8");

  await test.step("a lower capacity", async () => {
    await capacity.dblclick();
    await page.getByRole("textbox", { name: String(firstYear) }).fill("6.5");
    await page.keyboard.press("Enter");
    await expect(capacity).toContainText("6.5");
    await expect(short).toContainText(`Secretariat staff ${firstYear}`);
    await expect(short).toContainText("Tasks and councils need 7.85 of 6.5 posts: 1.35 too many.");
    await expect(short).toContainText(/Waits?: .*D04|tasks wait: .*D04/);
    await expect(needOf(/^Left$/, year())).toContainText("▲ −1.35");
    await expect(load.getByText("Tasks that wait")).toBeVisible();
    await expect(page.getByRole("contentinfo")).toContainText("1 problem");
  });

  await test.step("an emptied capacity limits nothing", async () => {
    await capacity.click();
    await page.keyboard.press("Delete");
    await expect(capacity).toHaveText(/^–$/);
    await expect(short).not.toContainText(`Secretariat staff ${firstYear}`);
    await frame.undoButton.click();
    await frame.undoButton.click();
    await expect(capacity).toContainText("8");
  });
});

test("needs are typed and pasted; resources are added, named and deleted", async ({ app }) => {
  const { page, sheet, needOf, capacityOf } = await openResources(app);

  await test.step("a block of needs as one step", async () => {
    await needOf(/^D01/, year()).click();
    await sheet.paste("1.1\t1.2\n0.5\t");
    await expect(needOf(/^D01/, year(1))).toHaveText("1.2");
    await expect(needOf(/^D02/, year())).toHaveText("0.5");
    await expect(needOf(/^D02/, year(1))).toHaveText("");
  });

  await test.step("what is no amount is refused", async () => {
    await needOf(/^D01/, year()).click();
    await sheet.paste("lots");
    await expect(sheet.problem).toContainText("Nothing was changed. D01");
    await expect(needOf(/^D01/, year())).toHaveText("1.1");
  });

  await test.step("a new resource limits nothing until it has a capacity", async () => {
    await page.getByRole("button", { name: "Add resource" }).click();
    await page.getByRole("menuitem", { name: "Facilitators" }).click();
    await expect(capacityOf("Facilitators", year())).toHaveText("–");
    await capacityOf("Facilitators", year()).click();
    await sheet.paste("12\t12\t14\t14\t14");
    await expect(capacityOf("Facilitators", year(4))).toHaveText("14");
    await expect(page.getByRole("region", { name: /^What tasks need: Facilitators/ })).toBeVisible();
    await needOf(/^D05/, year()).click();
    await page.keyboard.type("15");
    await page.keyboard.press("Enter");
    const short = page.getByRole("region", { name: /^Where it runs short/ });
    await expect(short).toContainText("Tasks and councils need 15 of 12 people: 3 too many.");
  });

  await test.step("and goes with all that is about it", async () => {
    await page.getByRole("button", { name: "Delete resource" }).click();
    await expect(page.getByText(/^Deleted Facilitators/)).toBeVisible();
    await expect(capacityOf("Facilitators", "title")).toHaveCount(0);
  });
});

test("the secretariat's posts are shared by coefficients that can be set", async ({ app }) => {
  const { page, staff, needOf, frame } = await openResources(app);
  const { scenarios } = openPages(app);
  await expect(needOf(/^Councils$/, year())).toHaveText("2.15");
  const perMember = staff.getByRole("textbox", { name: "Posts a member" });
  await perMember.fill("0.05");
  await perMember.press("Enter");
  await expect(needOf(/^Councils$/, year())).toHaveText("2.75");
  await expect(perMember).not.toHaveAccessibleDescription(/illustrative/);

  await frame.openScreen("Scenarios");
  await scenarios.setLever("Seats", "50");
  await frame.openScreen("Resources");
  await expect(needOf(/^Councils$/, year())).toHaveText("3.75");
  await expect(page.getByRole("region", { name: /^Load:/ }).getByText("Used in the base")).toBeVisible();
});
