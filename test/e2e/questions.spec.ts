/**
 * The questions that a meeting asks, on the Scenarios screen, with the district
 * governance plan. The exact figures are in test/unit/cli/questions.test.ts;
 * here is what people see of them. The screen is the same in every host.
 */
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { FramePage } from "./pages/frame-page";
import { ScenarioResultsPage } from "./pages/scenario-results-page";
import { ScenariosPage } from "./pages/scenarios-page";

async function openDistrictScenarios(app: AppUnderTest) {
  await app.page.getByRole("button", { name: "District governance innovation plan" }).click();
  await new FramePage(app).openScreen("Scenarios");
  const results = new ScenarioResultsPage(app);
  await expect(results.yearRow("Projects carried out")).toBeVisible();
  return { scenarios: new ScenariosPage(app), results };
}

test("1. Seats 30 → 50, the new seats to citizens: what it costs, what it changes, which tasks slip and why", async ({
  app,
}) => {
  const { scenarios } = await openDistrictScenarios(app);
  await scenarios.setLever("Seats", "50");
  await expect(scenarios.tile("Cost of committees")).toContainText("₩263 million");
  await expect(scenarios.tile("5 % group at a meeting")).toContainText("75.2 %");
  await expect(scenarios.tile("Officials decide")).toContainText("62.3 %");
  await scenarios.expectFigure("5 % group at a meeting", "56.7 %", "75.2 %", /18\.5/);
  await scenarios.expectFigure("Officials decide", "75.8 %", "62.3 %", /13\.5/);
  await scenarios.expectFigure("Meeting is quorate", "85.7 %", "86.5 %", /0\.7/);
  await scenarios.expectFigure("Staff load", "100.0 %", "111.6 %", /11\.6/);
  await expect(scenarios.bindingLimit).toContainText("Binding limit: Secretariat staff in 2027.");
  await expect(scenarios.taskCells("D04").nth(1)).toContainText("delayed");
  await expect(scenarios.taskCells("D04").last()).toHaveText("Secretariat staff 2027: 0.5 posts short");
  await expect(scenarios.taskCells("D15").nth(1)).toContainText("delayed");
  await expect(scenarios.taskCells("D15").last()).toHaveText("District money 2029: ₩7.6 million short");
});

test("2. The same growth as 42 + 8: quorum and the officials' power go up, their Shapley value falls", async ({
  app,
}) => {
  const { scenarios } = await openDistrictScenarios(app);
  await scenarios.setLever("Seats", "50");
  await scenarios.chooseNewSeats(/42 \+ 8/);
  await scenarios.expectFigure("Meeting is quorate", "85.7 %", "92.4 %", /▲ 6\.7/);
  await scenarios.expectFigure("Officials decide", "75.8 %", "85.6 %", /▲ 9\.8/);
  await scenarios.expectFigure("Officials’ power (Banzhaf)", "0.673", "0.778", /▲ 0\.105/);
  await scenarios.expectFigure("Officials’ power (Shapley–Shubik)", "0.192", "0.186", /▼ 0\.006/);
});

test("3. Share 5 → 10 % with a council of 50 and five subcommittees: 12 → 17.5 projects, money unspent, binding is staff", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await scenarios.setLever("Seats", "50");
  await scenarios.setLever("Decentralised share", "5");
  await results.expectYears("Projects carried out", ["12", "0.5", "12", "12", "12"]);
  await results.expectBinding("Money would pay for", 4);

  await scenarios.setLever("Decentralised share", "10");
  await results.expectYears("Projects carried out", ["12.5", "0.5", "17.5", "17.5", "17.5"]);
  await results.expectYears("Unspent", ["287.5", "587.5", "162.5", "162.5", "162.5"]);
  await results.expectBinding("Staff allows", 4);
  await expect(scenarios.bindingLimit).toContainText("staff for residents’ projects in 2031");
  await expect(scenarios.bindingLimit).toContainText(
    "The money would pay for 24 projects a year, 17.5 can be carried out; ₩163 million stays unspent.",
  );
  await expect(scenarios.taskCells("D09").first()).toContainText("partly funded");
  await expect(scenarios.taskCells("D15").first()).toContainText("dropped");
});

test("4. Then one more staff member: 17.5 → 24, nothing unspent; neither money nor seats alone does this", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await scenarios.setLever("Decentralised share", "10");
  await results.expectYears("Projects carried out", ["1.5", "23.5", "23.5", "23.5", "23.5"]);
  await scenarios.setLever("Seats", "50");
  await scenarios.setLever("Decentralised share", "20");
  await results.expectYears("Projects carried out", ["12.5", "0.5", "17.5", "17.5", "17.5"]);

  await scenarios.setLever("Decentralised share", "10");
  await results.openMoreLevers();
  await scenarios.setLever("Secretariat staff, every year", "9");
  await results.expectYears("Projects carried out", ["5.5", "24", "24", "24", "24"]);
  await results.expectYears("Unspent", ["462.5", "0", "0", "0", "0"]);
  await results.expectBinding("Money would pay for", 4);
});

test("5. Little deliberation time, share 10 %: 15 projects with 5 subcommittees, 13 with 8, 23 with one more post", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await results.openMoreLevers();
  await scenarios.setLever("Decentralised share", "10");
  await scenarios.setLever("Projects a round of deliberation", "0.3");
  await results.expectYears("Projects carried out", ["1.5", "15", "15", "15", "15"]);
  await results.expectBinding("Deliberation allows", 4);
  await expect(scenarios.bindingLimit).toContainText("deliberation time in 2031");

  await scenarios.setLever("Seats", "50");
  await scenarios.setLever("Subcommittees", "8");
  await results.expectYears("Projects carried out", ["8", "13", "13", "13", "13"]);
  await results.expectBinding("Staff allows", 4);

  await scenarios.setLever("Secretariat staff, every year", "9");
  await results.expectYears("Projects carried out", ["1", "23", "23", "23", "23"]);
});

test("6. Share 2 → 5 % as deliberated money or as proposals: only proposals delay tasks; with matching more is lost than moves", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await expect(results.nothingMoves).toBeVisible();
  await results.openMoreLevers();
  await scenarios.setLever("Decentralised share", "5");
  await scenarios.expectFigure("Decided by residents", "2.0 %", "5.0 %", /3\.0/);
  await expect(scenarios.taskCells("D15").first()).toContainText("dropped");
  await results.expectMoved([
    ["National", "–", "₩1,800 million"],
    ["District", "₩900 million", "₩1,800 million"],
    ["In all", "₩900 million", "₩3,600 million"],
  ]);

  await results.choose("Kind of money", "Deliberated");
  await scenarios.expectFigure("Decided by residents", "2.0 %", "5.0 %", /3\.0/);
  await scenarios.expectFigure("Tasks funded", "15", "15", "=");
  await scenarios.expectFigure("Taken from central tasks", "₩600 million", "₩0", /600/);
});

test("7. Formula from equal to need: the neediest fifth gets more, concentration and Gini rise, both are shown", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await results.openMoreLevers();
  await scenarios.setLever("Formula: by people", "0");
  await scenarios.setLever("Formula: by need", "0");
  await scenarios.setLever("Formula: equal part", "100");
  await scenarios.expectFigure("Share of the neediest fifth", "23.6 %", "25.8 %", /▲ 2\.2/);
  await scenarios.expectFigure("Concentration on need", "0.062", "0.093", /▲ 0\.030/);
  await scenarios.expectFigure("Gini of the amounts per head", "0.064", "0.125", /▲ 0\.061/);

  await scenarios.setLever("Formula: by need", "100");
  await scenarios.setLever("Formula: equal part", "0");
  await scenarios.expectFigure("Share of the neediest fifth", "23.6 %", "28.0 %", /▲ 4\.4/);
  await scenarios.expectFigure("Concentration on need", "0.062", "0.146", /▲ 0\.084/);
  await scenarios.expectFigure("Gini of the amounts per head", "0.064", "0.146", /▲ 0\.082/);
});

test("8. The ordinance comes a year late and the grade falls one step: seats stay, next year's ceiling falls, and it says which projects go", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  const seats = "Seats of Cooperative governance council";
  await results.openMoreLevers();
  await scenarios.setLever("Seats", "50");
  await scenarios.setLever("New size in force from", "2028");
  await results.expectYears(seats, ["30", "50", "50", "50", "50"]);

  await scenarios.setLever("New size in force from", "2029");
  await results.choose("Grade 2027", "B");
  await results.expectYears(seats, ["30", "30", "50", "50", "50"]);
  await expect(scenarios.bindingLimit).toContainText(
    "the ordinance. Cooperative governance council keeps its old size until 2029.",
  );
  await results.expectYears("Ceiling: City: innovation plan incentive", [
    ...["1,100", "957", "1,100", "1,100", "1,100"],
  ]);
  await expect(scenarios.taskCells("D07").nth(1)).toContainText("70 %");
  await expect(scenarios.taskCells("D07").last()).toHaveText(
    "City: innovation plan incentive money 2028: ₩103 million short",
  );
});

test("9. The smallest council in which every group of 5 % or more has a seat with 90 %, and what it pushes out", async ({
  app,
}) => {
  const { scenarios, results } = await openDistrictScenarios(app);
  await results.findSmallestCouncil("5", "90");
  await expect(scenarios.lever("Seats")).toHaveValue("45");
  await expect(results.foundCouncil).toContainText(
    "45 seats: the smallest council in which every group of 5 % or more has a seat with 90 %. Multicultural families decides, with 90.1 % by lot",
  );
  await expect(results.foundCouncil).toContainText(
    "D04 Evaluation and shared digital platform 1 year later (Secretariat staff 2027: 0.3 posts short)",
  );
  await expect(results.foundCouncil).toContainText(
    "D15 Village enterprises matched by national money 1 year later (District money 2029: ₩3.2 million short)",
  );
  await scenarios.expectFigure("5 % group has a seat", "78.5 %", "90.1 %", /11\.5/);

  // What was found is about these levers only.
  await scenarios.setLever("Seats", "40");
  await expect(results.foundCouncil).toBeEmpty();
});
