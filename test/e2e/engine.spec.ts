/**
 * Sweeps, sensitivity, searches and robustness on the Scenarios screen, with the
 * district governance plan. What the numbers are is tested in
 * test/unit/scenario; here is what people do with them.
 */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { EnginePage } from "./pages/engine-page";
import { FramePage } from "./pages/frame-page";
import { ScenariosPage } from "./pages/scenarios-page";

async function openDistrictEngine(app: AppUnderTest) {
  await app.page.getByRole("button", { name: "District governance innovation plan" }).click();
  const frame = new FramePage(app);
  await frame.openScreen("Scenarios");
  const scenarios = new ScenariosPage(app);
  await expect(scenarios.tile("Tasks funded")).toContainText("15 of 15");
  return { frame, scenarios, engine: new EnginePage(app) };
}

// The page is the same in every host.
test.skip(({ host }) => host !== "browser");

test("A sweep shows every combination of two levers; a cell becomes a scenario that Compare shows", async ({
  app,
}) => {
  const { frame, scenarios, engine } = await openDistrictEngine(app);
  await engine.openTab("Sweep");
  await expect(engine.cell("Seats 30, Decentralised share 2 %")).toHaveText("15");
  await test.step("what cannot be swept is refused where it is typed", async () => {
    const to = engine.axis("Down").getByRole("textbox", { name: "To" });
    await to.fill("10");
    await expect(engine.axis("Down")).toContainText("The end comes before the start.");
    await to.fill("900");
    await expect(engine.axis("Down")).toContainText("Between 3 and 200 only.");
    await to.fill("50");
  });
  await test.step("arrow keys move from cell to cell, Enter keeps one", async () => {
    const start = engine.cell("Seats 38, Decentralised share 4 %");
    await start.focus();
    await start.press("ArrowDown");
    await expect(engine.cell("Seats 40, Decentralised share 4 %")).toBeFocused();
    await app.page.keyboard.press("ArrowRight");
    await expect(engine.cell("Seats 40, Decentralised share 5 %")).toHaveText("13");
    await app.page.keyboard.press("Enter");
  });
  const title = "Seats 40, Decentralised share 5 %";
  await expect(app.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(scenarios.lever("Seats")).toHaveValue("40");
  await engine.openTab("Results");
  await expect(scenarios.tile("Tasks funded")).toContainText("13 of 15");
  await frame.openScreen("Compare");
  await expect(app.page.getByRole("main").getByRole("columnheader", { name: title }).first()).toBeVisible();
});

test("10. Which scenarios still keep all legally required tasks when revenue falls by 10 %?", async ({
  app,
}) => {
  const { scenarios, engine } = await openDistrictEngine(app);
  await scenarios.setLever("Seats", "50");
  await scenarios.saveAsScenario("Fifty seats");
  await scenarios.setLever("Decentralised share", "20");
  await scenarios.saveAsScenario("Fifty seats and a fifth");
  await scenarios.setLever("Seats", "200");
  await scenarios.saveAsScenario("Two hundred seats");
  await engine.openTab("Robustness");
  const answer = engine.region(/^Priority covered/);
  await expect(
    answer.getByRole("status").getByText("Revenue −10 %:", { exact: false }).first(),
  ).toBeVisible();
  await expect(answer.getByRole("status")).toContainText(
    "Revenue −10 %: all 2 tasks that the law asks for are kept by Base plan, Fifty seats, Fifty seats and a fifth. Two hundred seats drops D01.",
  );
  await test.step("a harder future is one row more", async () => {
    await engine
      .region(/^Scenarios under several futures/)
      .getByRole("button", { name: "Add a future" })
      .click();
    await expect(answer.getByRole("columnheader", { name: "Future 6" })).toBeVisible();
  });
  await test.step("what cannot be read is refused in place", async () => {
    const revenue = engine
      .region(/^Scenarios under/)
      .getByRole("textbox", { name: "All ceilings" })
      .last();
    await revenue.fill("-200");
    await expect(engine.region(/^Scenarios under/)).toContainText("Between −99 % and +900 % only.");
  });
});
