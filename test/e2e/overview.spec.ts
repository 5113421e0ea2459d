/** The first screen of a plan: figures, goals, texts; and the scenario that is active on every screen. */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";

const DISTRICT_TEMPLATE = "District governance innovation plan";

async function openOverview(app: AppUnderTest) {
  const pages = openPages(app);
  await app.page.getByRole("button", { name: DISTRICT_TEMPLATE }).click();
  await pages.start.waitForPlan();
  await expect(app.page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  const main = app.page.getByRole("main");
  const tile = (name: string) =>
    main
      .getByRole("listitem")
      .filter({ has: app.page.getByRole("button", { name: `How is “${name}” worked out?` }) });
  return { ...pages, main, tile };
}

test("a plan opens with its figures, its limit in words and its money", async ({ app }) => {
  const { main, tile } = await openOverview(app);
  await expect(tile("Tasks funded")).toContainText("15 of 15");
  await expect(tile("Cost against ceiling")).toContainText("98.1 %");
  await expect(tile("Seats of the weakest group")).toContainText("Multicultural families");
  await expect(main.getByRole("status").first()).toContainText("Binding limit: staff");
  await expect(
    main.getByRole("img", { name: /^Money by year and area: 2\d{3}: Governance system/ }),
  ).toBeVisible();
  const money = main.getByRole("region", { name: /^Money by year and area/ });
  await money.getByRole("img", { name: "Show the figures as a table" }).click();
  await expect(
    money.getByRole("rowheader", { name: "Neighbourhood autonomy and resources", exact: true }),
  ).toBeVisible();
});

test("goals are added, renamed, linked with tasks and deleted, each as one step", async ({ app }) => {
  const { main, frame } = await openOverview(app);
  const { page } = app;
  const serves = main.getByRole("button", { name: /^D02 Yearly diagnosis.* serves Sch\. 1 / });

  await expect(serves).toHaveAttribute("aria-pressed", "false");
  await serves.click();
  await expect(serves).toHaveAttribute("aria-pressed", "true");
  await frame.expectUnsaved(1);
  await serves.click();
  await expect(serves).toHaveAttribute("aria-pressed", "false");

  await main.getByRole("button", { name: "Commands for Vision" }).click();
  await page.getByRole("menuitem", { name: "Add a policy direction" }).click();
  const added = main
    .getByRole("textbox", { name: "Policy direction 6" })
    .or(main.getByRole("textbox", { name: "Direction 6" }));
  await expect(added).toHaveValue("New policy direction");
  await added.fill("Digital participation");
  await added.blur();
  await expect(main.getByRole("columnheader", { name: /Digital participation/ })).toBeVisible();

  await main.getByRole("button", { name: "Link a task to Direction 6" }).click();
  await page.getByPlaceholder("Find a task").fill("platform");
  await page.getByRole("option", { name: /^D04/ }).click();
  await expect(
    main.getByRole("button", { name: /^D04 .* serves Dir\. 6 Digital participation/ }),
  ).toHaveAttribute("aria-pressed", "true");

  await main.getByRole("button", { name: "Commands for Direction 6" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(added).toBeHidden();
  await frame.undoButton.click();
  await expect(added).toHaveValue("Digital participation");
});

test("the plan's texts are written in place", async ({ app }) => {
  const { main, frame } = await openOverview(app);
  const scope = main.getByRole("textbox", { name: "Scope" });
  await scope.fill("Seventeen dongs, five years.");
  await main.getByRole("heading", { level: 1 }).click();
  await frame.expectUnsaved(1);
  await scope.fill("Something else");
  await scope.press("Escape");
  await expect(scope).toHaveValue("Seventeen dongs, five years.");
});

test("the active scenario applies on every screen, with the base beside it", async ({ app }) => {
  const { main, tile, frame, scenarios } = await openOverview(app);
  const { page } = app;
  await frame.openScreen("Scenarios");
  await scenarios.setLever("Seats", "50");
  await scenarios.saveAsScenario("Council of 50");

  await frame.openScreen("Overview");
  await expect(main).toContainText("Figures under “Council of 50”");
  await expect(tile("Tasks funded")).toContainText("13 of 15");
  await expect(tile("Tasks funded")).toContainText("base 15 of 15");
  await expect(main.getByRole("button", { name: /^D04.*delayed/ }).first()).toBeVisible();

  await frame.openScreen("Tasks");
  await expect(main).toContainText("base 10");

  await page.getByRole("button", { name: /^Active scenario: Council of 50/ }).click();
  await page.getByRole("menuitemradio", { name: "Base plan" }).click();
  await frame.openScreen("Overview");
  await expect(main).toContainText("Figures of the plan itself.");
  await expect(tile("Tasks funded")).toContainText("15 of 15");
});

test("a scenario may build on another, and stays what it was when that one is deleted", async ({ app }) => {
  const { main, frame, scenarios } = await openOverview(app);
  const { page } = app;
  await frame.openScreen("Scenarios");
  await scenarios.setLever("Seats", "50");
  await scenarios.saveAsScenario("Council of 50");
  await scenarios.setLever("Decentralised share", "5");
  await main.getByRole("button", { name: "Save as new scenario" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Name" }).fill("And a share of 5 %");
  await form.getByRole("checkbox", { name: /^Build on “Council of 50”/ }).check();
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(scenarios.list).toContainText("builds on Council of 50");

  await scenarios.selectScenario("Council of 50");
  await scenarios.setLever("Seats", "60");
  await main.getByRole("button", { name: "Save changes" }).click();
  await scenarios.selectScenario("And a share of 5 %");
  await expect(scenarios.lever("Seats")).toHaveValue("60");

  await scenarios.list.getByRole("button", { name: "Commands for Council of 50" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(scenarios.list).not.toContainText("builds on");
  await expect(scenarios.lever("Seats")).toHaveValue("60");
});
