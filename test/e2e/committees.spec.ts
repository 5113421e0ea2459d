/** The committees screen: institutions as rows, composition, resident groups, what sizes do. */
import type { Page } from "@playwright/test";
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";

const DISTRICT_TEMPLATE = "District governance innovation plan";

async function openCommittees(app: AppUnderTest): Promise<Page> {
  const { page } = app;
  await page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Committees" }).click();
  await expect(page.getByRole("heading", { name: /^Committees/, level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Quorum/ })).toContainText("85.7 %");
  return page;
}

/** Types into a labelled box, as a person does: what is typed replaces what stands there. */
async function type(page: Page, name: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name, exact: true });
  await box.focus();
  await expect(box).toHaveValue(/^[\d.]+$/);
  await box.fill(text);
  await box.press("Enter");
}

test("each institution is a row that works", async ({ app }) => {
  const page = await openCommittees(app);
  for (const kind of ["Subcommittee", "Resident council", "Roundtable", "General meeting", "Council"]) {
    await page.getByRole("button", { name: "Add a committee" }).click();
    await page.getByRole("menuitem", { name: kind, exact: true }).click();
    await expect(page.getByRole("region", { name: `${kind} ${kind}` })).toBeVisible();
  }
  // Every one of them costs something: none is a dash or nothing.
  const costs = page.getByRole("grid").first().locator(".ag-cell[col-id=costWonPerYear]");
  await expect(costs).toHaveCount(6);
  await expect(costs.filter({ hasText: /^[\d.]+$/ })).toHaveCount(6);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("6 committees");
  await expect(page.getByRole("main")).not.toContainText(/NaN|Infinity|undefined/);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("5 committees");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("6 committees");
});

test("a scenario's size is marked beside the plan's, with what it changes", async ({ app }) => {
  const { page } = app;
  await page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Scenarios" }).click();
  await openPages(app).scenarios.setLever("Seats", "50");
  await page.getByRole("navigation").getByRole("link", { name: "Committees" }).click();

  const presence = page.getByRole("region", { name: /^Presence of a group/ });
  await expect(presence).toContainText("Plan 25 + 5: 56.7 %");
  await expect(presence).toContainText("Scenario 45 + 5: 75.2 %");
  await expect(page.getByRole("region", { name: /^Quorum/ })).toContainText("86.5 %");
  const power = page.getByRole("region", { name: /^Power of the officials/ });
  await expect(power).toContainText("0.758");
  await expect(power).toContainText("0.623");
  await expect(presence.getByText("scenario 50")).toBeVisible();

  await power.getByText("Shapley", { exact: true }).click();
  await expect(power).toContainText("0.192");
  await expect(power).toContainText("0.109");
  await power.getByRole("img", { name: "Show the figures as a table" }).click();
  await expect(power.getByRole("row", { name: /scenario 50/ })).toContainText("0.11");
  await expect(page.getByRole("grid").first()).toContainText("30 → 50");
});

test("figures are typed and refused in place, and undone as one step", async ({ app }) => {
  const page = await openCommittees(app);
  const seats = page.getByRole("textbox", { name: "Seats", exact: true });
  await type(page, "Seats", "3");
  await expect(page.getByText("3 seats are fewer than the 5 officials.")).toBeVisible();
  await seats.press("Escape");
  await expect(seats).toHaveValue("30");
  await expect(page.getByText("3 seats are fewer than the 5 officials.")).toBeHidden();

  await expect(seats).toHaveAccessibleDescription(/Gangdong/);
  await type(page, "Seats", "40");
  await expect(seats).not.toHaveAccessibleDescription(/Gangdong/);
  const undo = page.getByRole("button", { name: /^Undo/ });
  await expect(undo).toHaveAccessibleDescription(
    "Undo: Raised “Cooperative governance council”: Seats 30 → 40",
  );
  await undo.click();
  await expect(seats).toHaveAccessibleDescription(/Gangdong/);
  await expect(seats).toHaveValue("30");

  const editor = page.getByRole("region", { name: /^Cooperative governance council/ });
  const plenaries = editor.getByRole("region", { name: "Meetings and attendance" });
  await expect(plenaries.getByText("Plenaries a year ◇")).toBeVisible();
  await type(page, "Plenaries a year", "12");
  await expect(plenaries.getByText("Plenaries a year ◇")).toBeHidden();
  await expect(page.getByRole("region", { name: /^Cost a year/ })).toContainText("₩48.2 million");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(plenaries.getByText("Plenaries a year ◇")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Plenaries a year", exact: true })).toHaveValue("6");
});

test("a size that takes effect before its ordinance is named", async ({ app }) => {
  const page = await openCommittees(app);
  await page.getByRole("button", { name: "Add a change of size" }).click();
  await page.getByRole("menuitem", { name: "2028" }).click();
  await type(page, "Seats from 2028", "50");
  const ordinance = "Ordinance on collaborative governance: at most 50 members";
  await type(page, `${ordinance}: in force from`, "2029");
  const problem = page.getByText(`50 seats from 2028 come before “${ordinance}” is in force (2029).`);
  await expect(problem).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("1 size ahead of its ordinance");
  await type(page, "Year of the change 2028", "2029");
  await expect(problem).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Seats from 2029", exact: true })).toHaveValue("50");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("textbox", { name: "Seats from 2028", exact: true })).toHaveValue("50");
  await type(page, `${ordinance}: in force from`, "2028");
  await expect(problem).toBeHidden();
  await expect(page.getByRole("region", { name: /^Presence of a group/ })).toContainText("Plan 45 + 5:");
});

test("reserved seats lead and the random draw stands beside them", async ({ app }) => {
  const page = await openCommittees(app);
  const groups = page.getByRole("region", { name: /^Resident groups at the table/ });
  const row = groups.getByRole("row", { name: /Multicultural families/ });
  const reserved = row.locator("[col-id=reservedSeats]");
  await expect(reserved).toHaveText("–");
  // What the first click brings up must not move the cell away from under the second.
  const place = await reserved.boundingBox();
  await row.locator("[col-id=title]").click();
  await expect(groups.getByRole("button", { name: "Delete group" })).toBeEnabled();
  expect(await reserved.boundingBox()).toEqual(place);
  await reserved.dblclick();
  await expect(reserved.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(reserved).toHaveText("2");
  await expect(row.locator("[col-id=reservedAtMeeting]")).toHaveText("80 %");
  await expect(row.locator("[col-id=drawnAtMeeting]")).toHaveText("57 %");

  await groups.getByRole("button", { name: "Add a group" }).click();
  await expect(groups.getByRole("row", { name: /New group/ })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Seats by quota/ })).toContainText("New group");
});

test("the research drawer compares the plan's and the scenario's size, by keyboard", async ({ app }) => {
  const page = await openCommittees(app);
  await page.getByRole("button", { name: "Research" }).press("Enter");
  const drawer = page.getByRole("dialog", { name: "Research on size" });
  await expect(drawer.getByRole("row", { name: /correlated members/ }).first()).toContainText("60.9 %");
  await type(page, "Correlation of votes", "0");
  await expect(drawer.getByRole("row", { name: /Majority is right, correlated/ })).toContainText("70.7 %");
  await expect(drawer).toContainText("never a rule");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
});
