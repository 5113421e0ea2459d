/**
 * Sweeps, sensitivity, searches and robustness on the Scenarios screen, with the
 * district governance plan. What the numbers are is tested in
 * test/unit/scenario; here is what people do with them.
 */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { EnginePage } from "./pages/engine-page";
import { FramePage } from "./pages/frame-page";
import { openPages } from "./pages/open-pages";
import { runCivplan } from "./pages/run-civplan";
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

test("A long computation shows its progress, can be cancelled while one works on, and leaves nothing behind when the page ends in the middle of it", async ({
  app,
}) => {
  const { scenarios, engine } = await openDistrictEngine(app);
  await engine.openTab("Sensitivity");
  await expect(engine.region(/^Cost funded/)).toContainText("27 evaluations");
  await engine.chooseMethod("Sobol");
  await engine.box("Samples").fill("65536");
  await expect(engine.cancelButton).toBeVisible();
  await test.step("sliders answer while it runs", async () => {
    await engine.openTab("Results");
    await scenarios.setLever("Seats", "50");
    await expect(scenarios.tile("Cost of committees")).toContainText("₩263 million");
    await engine.openTab("Sensitivity");
  });
  await expect(engine.cancelButton).toBeVisible();
  await engine.cancelButton.click();
  await expect(engine.region(/^Cost funded/)).toContainText("Sensitivity: cancelled.");
  await engine.box("Samples").fill("16");
  await expect(engine.region(/^Cost funded/)).toContainText("240 evaluations");

  await test.step("ended in the middle of a computation, the plan is recovered and computes", async () => {
    await scenarios.saveAsScenario("Fifty seats");
    await engine.box("Samples").fill("65536");
    await expect(engine.cancelButton).toBeVisible();
    await app.crash();
    const after = openPages(app);
    await after.start.recoveredWork.getByRole("button", { name: "Recover", exact: true }).click();
    await after.start.waitForPlan();
    await after.frame.openScreen("Scenarios");
    await expect(after.scenarios.list.getByRole("button", { name: "Fifty seats" }).first()).toBeVisible();
    await engine.openTab("Sensitivity");
    await expect(engine.region(/^Cost funded/)).toContainText("27 evaluations");
  });
});

test("Uncertainty gives every figure its range, each ceiling and each task its chance, by assumptions that are kept in the plan; the best portfolio comes from an exact solver, and the plan can be made to follow it", async ({
  app,
}) => {
  const { frame, scenarios, engine } = await openDistrictEngine(app);
  await engine.showUncertainty();
  await engine.box("Draws").fill("1000");
  const bar = engine.region("Uncertainty");
  await expect(bar).toContainText("1,000 draws");
  await expect(scenarios.tile("Tasks funded")).toContainText(/\d+ – \d+/);
  const certainty = engine.region(/^How certain it is/);
  const district = certainty.getByRole("row", { name: /^District/ });
  await expect(district.getByRole("cell").first()).toHaveText(/\d+ %/);
  const before = await certainty.innerText();
  const seed = bar.getByRole("textbox", { name: "seed" });
  await test.step("another seed draws other worlds", async () => {
    await seed.fill("7");
    await seed.press("Enter");
    await expect.poll(() => certainty.innerText()).not.toBe(before);
  });
  await test.step("what is uncertain can be changed, what cannot be is refused at its box", async () => {
    await bar.getByRole("button", { name: "Assumptions" }).click();
    const low = engine.box("Ceilings: Low");
    await low.fill("10");
    await expect(bar.getByRole("alert")).toHaveText("Low: low, likely and high must not fall.");
    const drawn = await certainty.innerText();
    await low.fill("-40");
    await low.press("Enter");
    await expect.poll(() => certainty.innerText()).not.toBe(drawn);
    await test.step("as an edit of the plan, which Ctrl+Z takes back in the box itself", async () => {
      await frame.expectUnsaved(1);
      await low.press("Control+z");
      await expect(low).toHaveValue("−10");
      await expect.poll(() => certainty.innerText()).toBe(drawn);
      await low.press("Control+Shift+z");
      await expect(low).toHaveValue("−40");
    });
  });
  await test.step("the same assumptions and the same seed draw the same worlds", async () => {
    await bar.getByRole("button", { name: "As usual" }).click();
    await expect(engine.box("Ceilings: Low")).toHaveValue("−10");
    await seed.fill("1");
    await seed.press("Enter");
    await expect.poll(() => certainty.innerText()).toBe(before);
    await bar.getByRole("button", { name: "Undo" }).click();
    await expect(engine.box("Ceilings: Low")).toHaveValue("−40");
  });
  await test.step("which factors a sensitivity analysis moves can be chosen", async () => {
    await engine.openTab("Sensitivity");
    const answer = engine.region(/^Cost funded/);
    await expect(answer).toContainText("27 evaluations");
    const form = engine.region(/^What moves a figure/);
    await form.getByRole("button", { name: "Factors: 13" }).click();
    await form.getByRole("checkbox", { name: "Ceilings" }).uncheck();
    await expect(answer).toContainText("25 evaluations");
    await engine.box("Seats: Low").fill("60");
    await expect(form.getByRole("alert")).toHaveText("High: the high end is below the low one.");
    await form.getByRole("button", { name: "As usual" }).click();
    await expect(answer).toContainText("27 evaluations");
  });

  await engine.openTab("Search");
  const portfolio = engine.region(/^Best portfolio/);
  await engine.box("Starts a year").fill("4");
  await portfolio.getByRole("button", { name: "Find", exact: true }).click();
  await expect(portfolio.getByRole("status")).toContainText("No portfolio can cover more.");
  await expect(portfolio).toContainText("Starts in 2027");
  await test.step("the plan follows it in one step, which undo takes back", async () => {
    const apply = portfolio.getByRole("button", { name: /^Apply: \d+ start years? change/ });
    await apply.click();
    await expect(portfolio.getByRole("status").first()).toContainText("Applied: ");
    await expect(apply).toBeHidden();
    await frame.openScreen("Overview");
    const delays = app.page.getByRole("region", { name: /^What delays the plan/ });
    await expect(delays).toContainText("would make the plan end after");
    const applied = await delays.innerText();
    await frame.undoButton.click();
    await expect.poll(() => delays.innerText()).not.toBe(applied);
    await expect(delays).toContainText("would make the plan end after 2031");
  });
  await test.step("compared scenarios have their ranges and chances side by side", async () => {
    await frame.openScreen("Scenarios");
    await scenarios.setLever("Seats", "50");
    await frame.openScreen("Compare");
    const main = app.page.getByRole("main");
    await main.getByRole("switch", { name: "Uncertainty: show ranges and chances" }).click();
    const results = main.getByRole("region", { name: /^Results/ });
    const costs = results.getByRole("row").filter({ hasText: "Cost of committees" });
    await expect(costs.getByRole("cell")).toHaveText([/million – /, /million – /]);
    await expect(main.getByRole("region", { name: /^How certain it is/ })).toContainText("District 2027");
    // What only screen readers see must not make the page longer than its frame.
    const page = await app.page.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
    expect(page[0]).toBe(page[1]);
  });
  await test.step("saved and opened again, the plan still has its assumptions; the command line comes to the same chances", async () => {
    const { start } = openPages(app);
    const path = app.pathOf("assumed.civplan");
    const bytes = await frame.save(path, { isNew: true });
    await frame.chooseFileCommand("Close the plan");
    await start.open(path);
    await start.waitForPlan();
    await frame.openScreen("Scenarios");
    await engine.showUncertainty();
    await engine.box("Draws").fill("1000");
    await bar.getByRole("button", { name: "Assumptions (changed)" }).click();
    await expect(engine.box("Ceilings: Low")).toHaveValue("−40");
    await expect(bar).toContainText("1,000 draws");
    const answer = await runCivplan("evaluate", bytes, "--draws", "1000", "--sampling", "latin");
    await expect(district.getByRole("cell")).toHaveText(listChances(answer, "DISTRICT"));
  });
});

/** The chances that a source's ceilings are exceeded, year by year, as the screen shows them. */
function listChances(answer: unknown, code: string): RegExp[] {
  const { ceilings } = answer as {
    ceilings: readonly { source: string; year: number; exceededProbability: number }[];
  };
  return ceilings
    .filter(({ source }) => source === code)
    .map(({ exceededProbability }) => new RegExp(`(^|\\s)${Math.round(100 * exceededProbability)} %$`));
}

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
