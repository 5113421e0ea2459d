import { expect, test } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { makePlan } from "../support/make-plan";

const plan = makePlan("seoul-civil-democracy");
const compiled = compilePlan(plan.document.tables, 1);
const evaluate = (levers: LeverValues) => evaluateScenario(compiled, levers);
const taskOf = (outcome: ReturnType<typeof evaluate>, code: string) => {
  const task = outcome.tasks.find(({ taskId }) => taskId === plan.idOf("task", code));
  if (task === undefined) throw new Error(`no task ${code}`);
  return task;
};
const MILLION = 1_000_000;

/** The template's amounts in million won, by source and summed over the tasks (seoul-civil-democracy-content.ts). */
const CITY_PLANNED = [
  240 + 620 + 310 + 0 + 260 + 400 + 1330 + 200 + 540 + 180 + 0,
  180 + 680 + 320 + 450 + 270 + 420 + 1235 + 210 + 560 + 180 + 350,
  0 + 700 + 330 + 480 + 280 + 430 + 1375 + 220 + 580 + 190 + 360,
  0 + 720 + 340 + 500 + 290 + 440 + 1330 + 230 + 600 + 190 + 370,
];
const CITY_CEILING = [4200, 5000, 5100, 5200];
const OTHERS_PLANNED = 150 + 160 + 170 + (300 + 300 + 200 + 200) + (500 + 500 + 520 + 520) + 4 * 30 + 3 * 50;
const OTHERS_CEILING = 350 + 500 + 400 + 400 + 4 * 550 + 4 * 100;
const SHARE = [0.015, 0.02, 0.02, 0.025];
const SCORES = 92 + 90 + 70 + 84 + 62 + 80 + 74 + 60 + 76 + 52 + 48;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const at = (values: readonly number[], index: number) => values[index] ?? Number.NaN;

/** 16 meetings a year: 6 plenaries and 10 rounds of five subcommittees (models A7), in won. */
const councilCost = (citizens: number, officials: number) =>
  Math.round(16 * (citizens * 0.55 * 100_000 + officials * 0.9 * 2 * 35_000)) +
  6 * 500_000 +
  10 * 5 * 100_000;

test("the plan as it is: everything is funded, every indicator as computed by hand", () => {
  const outcome = evaluate({});
  const pool = SHARE.map((share, year) => share * at(CITY_CEILING, year));
  // 2028: 9 posts, 6.7 for tasks, 0.5 + 30 · 0.03 + 5 · 0.15 for the council; 0.1 a project of 25 million.
  const projectsOf2028 = (9 - 6.7 - 2.15) / 0.1;
  const executed = at(pool, 0) + projectsOf2028 * 25 + at(pool, 2) + at(pool, 3);
  const planned = sum(CITY_PLANNED) + OTHERS_PLANNED;
  const ceilings = sum(CITY_CEILING) + OTHERS_CEILING;
  const expected = {
    costToCeilingRatio: (planned + (4 * councilCost(25, 5)) / MILLION + sum(pool)) / ceilings,
    tasksFunded: 11,
    tasksPartial: 0,
    tasksDelayed: 0,
    tasksDropped: 0,
    fundedRatio: 1,
    priorityCoverageRatio: 1,
    unfundedWon: 0,
    committeeCostWon: 4 * 35_040_000,
    presenceSeatedRatio: 1 - 0.95 ** 30,
    presenceAtMeetingRatio: 1 - (1 - 0.05 * 0.55) ** 30,
    // Models A5 and A9, exact values by two methods.
    quorumRatio: 0.857071,
    officialsBanzhaf: 0.67306,
    officialsShapley: 5 / 26,
    officialsPivotalRatio: 0.757877,
    residentShareDecidedRatio: sum(pool) / sum(CITY_CEILING),
    residentShareExecutedRatio: executed / sum(CITY_CEILING),
    residentDecidedWon: 395 * MILLION,
    residentProjects: at(pool, 3) / 25,
    unspentWon: (at(pool, 1) - projectsOf2028 * 25) * MILLION,
    displacedWon: 395 * MILLION,
    staffLoadRatio: (6.7 + 2.15 + projectsOf2028 * 0.1) / 9,
    weakestGroupSeats: 30 * 0.02,
  };
  expect(councilCost(25, 5)).toBe(35_040_000);
  for (const [key, value] of Object.entries(expected))
    expect(outcome.indicators[key as keyof typeof expected], key).toBeCloseTo(value, 6);
  const withoutUnits = {
    firstShortYear: null,
    gini: null,
    concentration: null,
    neediestFifthRatio: null,
    gapPerHeadWon: null,
  };
  expect(outcome.indicators).toMatchObject(withoutUnits);
});

test("each year's city money: ceiling = council + residents + tasks + what is left", () => {
  const city = evaluate({}).byYear.map(({ sources }) => sources.find(({ sourceId }) => sourceId === "CITY"));
  for (const [year, source] of city.entries()) {
    const ceilingWon = at(CITY_CEILING, year) * MILLION;
    const residentsWon = Math.round(at(SHARE, year) * ceilingWon);
    expect(source).toEqual({
      sourceId: "CITY",
      hasCeiling: true,
      ceilingWon,
      committeesWon: 35_040_000,
      residentsWon,
      displacedWon: residentsWon,
      tasksWon: at(CITY_PLANNED, year) * MILLION,
      plannedWon: at(CITY_PLANNED, year) * MILLION,
      headroomWon: ceilingWon - 35_040_000 - residentsWon - at(CITY_PLANNED, year) * MILLION,
    });
  }
});

test("30 → 50 seats, the new ones to citizens: the last task in line lacks 7.64 million in 2028 and waits a year", () => {
  const outcome = evaluate({ "committee.COUNCIL.seats": 50 });
  const costWon = councilCost(45, 5);
  expect(costWon).toBe(52_640_000);
  const leftWon = 5000 * MILLION - costWon - 100 * MILLION - (at(CITY_PLANNED, 1) - 350) * MILLION;
  const task = taskOf(outcome, "T11");
  expect(task).toMatchObject({
    status: "delayed",
    delayYears: 1,
    reason: { type: "ceiling", sourceId: "CITY", year: 2028, shortWon: 350 * MILLION - leftWon },
    plannedWon: (350 + 360 + 370 + 3 * 50) * MILLION,
    // City 350 and 360, private 50 and 50, each 2 % dearer a year later; the third year falls after the plan.
    fundedWonByYear: [0, 0, 408 * MILLION, 418.2 * MILLION],
    afterHorizonWon: (377.4 + 51) * MILLION,
  });
  expect(350 * MILLION - leftWon).toBe(7_640_000);
  expect(outcome.tasks.filter(({ status }) => status !== "funded")).toEqual([task]);
  expect(outcome.bindingLimit).toEqual({
    type: "money",
    sourceId: "CITY",
    year: 2028,
    shortWon: 7_640_000,
    taskId: plan.idOf("task", "T11"),
    waitingTasks: 1,
  });
  expect(outcome.firstShortage).toEqual({ year: 2028, sourceId: "CITY", shortWon: 7_640_000 });
  const planned = (sum(CITY_PLANNED) + OTHERS_PLANNED) * MILLION;
  const missing = (1230 - 826.2) * MILLION;
  expect(outcome.indicators.unfundedWon).toBeCloseTo(missing, 3);
  expect(outcome.indicators.fundedRatio).toBeCloseTo(1 - missing / planned, 12);
  expect(outcome.indicators.priorityCoverageRatio).toBeCloseTo(1 - (48 / SCORES) * (1 - 826.2 / 1230), 12);
  expect(outcome.indicators.firstShortYear).toBe(2028);
});

test("30 → 50 seats: 45 + 5 lowers the officials' power, 42 + 8 raises it although their Shapley value falls", () => {
  const [base, citizens, proportional] = [
    {},
    { "committee.COUNCIL.seats": 50 },
    { "committee.COUNCIL.seats": 50, "committee.COUNCIL.newSeatsTo": "proportional" },
  ].map((levers) => evaluate(levers).indicators);
  const rounded = (key: "quorumRatio" | "officialsPivotalRatio" | "officialsBanzhaf" | "officialsShapley") =>
    [base, citizens, proportional].map((indicators) => Number(indicators?.[key]?.toFixed(6)));
  expect(rounded("officialsBanzhaf")).toEqual([0.67306, 0.538609, 0.777947]);
  expect(rounded("officialsPivotalRatio")).toEqual([0.757877, 0.623022, 0.855881]);
  expect(rounded("officialsShapley")).toEqual([0.192308, 0.108696, 0.186047]);
  expect(rounded("quorumRatio")).toEqual([0.857071, 0.864546, 0.924384]);
});

test("a share of 5 % as proposals pushes out the last tasks in line; deliberated, it pushes out nothing", () => {
  const proposals = evaluate({ "decentralised.share": 0.05 });
  expect(proposals.indicators).toMatchObject({
    residentDecidedWon: 0.05 * 19_500 * MILLION,
    displacedWon: 975 * MILLION,
    tasksFunded: 9,
    tasksDelayed: 1,
    tasksDropped: 1,
  });
  // 2027: 4,200 − 35.04 − 210 − (4,080 − 180) leaves 54.96 of 180, less than half: T10 waits; T11 then lacks money in 2028.
  expect(taskOf(proposals, "T10").reason).toEqual({
    type: "ceiling",
    sourceId: "CITY",
    year: 2027,
    shortWon: 125_040_000,
  });
  expect(taskOf(proposals, "T11").status).toBe("dropped");
  const deliberated = evaluate({ "decentralised.share": 0.05, "decentralised.mode": "deliberated" });
  expect(deliberated.indicators).toMatchObject({
    residentShareDecidedRatio: 0.05,
    displacedWon: 0,
    tasksFunded: 11,
  });
});

test("a share of nothing gives residents nothing and leaves all to central tasks", () => {
  const outcome = evaluate({ "decentralised.share": 0 });
  expect(outcome.indicators).toMatchObject({
    residentShareDecidedRatio: 0,
    residentDecidedWon: 0,
    displacedWon: 0,
    unspentWon: 0,
    tasksFunded: 11,
  });
});

test("higher prices raise each later year: 4 % instead of 2 % makes 2028 dearer by 1.04 / 1.02", () => {
  const outcome = evaluate({ "prices.inflation": 0.04 });
  const planned = outcome.byYear.map(
    ({ sources }) => sources.find(({ sourceId }) => sourceId === "FUND")?.plannedWon,
  );
  expect(planned).toEqual(
    [500, 500, 520, 520].map((won, year) => Math.round(won * MILLION * (1.04 / 1.02) ** year)),
  );
});

test("a council that costs more than its source has leaves a negative headroom and no money for tasks there", () => {
  const outcome = evaluate({ "source.CITY.ceiling": 10 * MILLION });
  const city = outcome.byYear[0]?.sources.find(({ sourceId }) => sourceId === "CITY");
  expect(city?.headroomWon).toBe(10 * MILLION - 35_040_000 - 150_000);
  expect(outcome.indicators.tasksDropped).toBe(11);
});
