/** Scenarios side by side: what is assumed differently, what comes of it, and ways to take it along. */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";

async function saveScenarios(app: AppUnderTest) {
  const pages = openPages(app);
  await app.page.getByRole("button", { name: "District governance innovation plan" }).click();
  await pages.start.waitForPlan();
  await pages.frame.openScreen("Scenarios");
  await pages.scenarios.setLever("Seats", "50");
  await pages.scenarios.saveAsScenario("Council of 50");
  await pages.scenarios.setLever("Decentralised share", "5");
  await pages.scenarios.saveAsScenario("Council of 50, share 5 %");
  await pages.frame.openScreen("Compare");
  const main = app.page.getByRole("main");
  const table = (name: RegExp) => main.getByRole("region", { name }).getByRole("table");
  const row = (name: RegExp, header: string) =>
    table(name)
      .getByRole("row")
      .filter({ has: app.page.getByRole("rowheader", { name: header }) });
  return { ...pages, main, table, row };
}

test("compares 2 % and 5 % and a council of 50: assumptions first, differences by glyph and word", async ({
  app,
}) => {
  const { main, row, table } = await saveScenarios(app);
  await expect(row(/^Assumptions/, "Cooperative governance council · Seats").getByRole("cell")).toHaveText([
    "30",
    "50",
    "50",
  ]);
  await expect(row(/^Assumptions/, "Decentralised share").getByRole("cell")).toHaveText([
    "2 %",
    "2 %",
    "5 %",
  ]);
  await expect(table(/^Assumptions/).getByRole("row")).toHaveCount(3);

  await expect(row(/^Results/, "5 % group at a meeting").getByRole("cell")).toHaveText([
    "56.7 %",
    "75.2 %▲ 18.5 pp better",
    "75.2 %▲ 18.5 pp better",
  ]);
  await expect(
    row(/^Results/, "Cost of committees")
      .getByRole("cell")
      .nth(1),
  ).toContainText("worse");
  await expect(
    row(/^Results/, "What binds")
      .getByRole("cell")
      .first(),
  ).toContainText("Binding limit");
  await expect(row(/^Tasks/, "D04").getByRole("cell")).toHaveText(["● funded", /delayed/, /delayed/]);
  await expect(
    main.getByRole("figure", { name: /^Tasks funded: Base plan 15; Council of 50 13, worse/ }),
  ).toBeVisible();

  await main.getByRole("button", { name: "compare with this: Council of 50", exact: true }).click();
  await expect(row(/^Assumptions/, "Decentralised share").getByRole("cell")).toHaveText([
    "2 %",
    "2 %",
    "5 %",
  ]);
  await expect(
    row(/^Results/, "5 % group at a meeting")
      .getByRole("cell")
      .first(),
  ).toHaveText("75.2 %");
});

test("at least two are compared, and what is the same is shown on request", async ({ app }) => {
  const { main, row, table } = await saveScenarios(app);
  const chip = (name: string) => main.getByRole("group").getByRole("button", { name, exact: true });
  await chip("✓ Base plan").or(chip("Base plan")).click();
  await expect(table(/^Assumptions/).getByRole("columnheader")).toHaveCount(3);
  await expect(chip("Council of 50").or(chip("✓ Council of 50"))).toHaveAttribute("aria-disabled", "true");
  await expect(row(/^Results/, "5 % group at a meeting")).toBeHidden();
  await main.getByRole("switch", { name: "Show what is the same, too" }).check({ force: true });
  await expect(row(/^Results/, "5 % group at a meeting")).toBeVisible();
});

test("the comparison goes into a table and onto paper", async ({ app }) => {
  const { main } = await saveScenarios(app);
  const path = app.pathOf("comparison.csv");
  app.answerSave(path);
  await main.getByRole("button", { name: "CSV" }).click();
  const csv = new TextDecoder().decode(await app.readSaved(path));
  expect(csv).toContain("Cooperative governance council · Seats,30,50,50\r\n");
  expect(csv).toContain(
    'Assumptions that differ,A Base plan,B Council of 50,"C Council of 50, share 5 %"\r\n',
  );
  expect(csv).toMatch(/Tasks funded,tasks,15,13,13,-2,-2\r\n/);

  await app.page.emulateMedia({ media: "print" });
  await expect(app.page.getByRole("navigation")).toBeHidden();
  await expect(app.page.getByRole("contentinfo")).toBeHidden();
  await expect(main.getByText("C Council of 50, share 5 %:")).toBeVisible();
  await expect(main.getByText(/Seats 50 \(base 30\); Decentralised share 5 % \(base 2 %\)/)).toBeVisible();
});
