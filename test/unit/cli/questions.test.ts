/**
 * The questions that a meeting asks, through the command, on the district
 * governance plan. The figures are those of docs/models.md; what a projector
 * shows of them is in test/e2e/questions.spec.ts.
 */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type CliBench, makeBench } from "./cli-bench";

interface Evaluated {
  readonly exitCode: number;
  readonly indicators: Readonly<Record<string, { readonly value: number | null }>>;
  readonly byYear: readonly {
    readonly year: number;
    readonly sources: readonly {
      readonly source: string;
      readonly ceilingWon: number | null;
      readonly displacedWon: number;
      readonly tasksWon: number;
    }[];
    readonly residents: ResidentYear;
  }[];
  readonly tasks: readonly Task[];
  readonly committees: readonly {
    readonly seatsByYear: readonly { readonly year: number; readonly value: number }[];
    readonly groups: readonly {
      readonly populationRatio: number;
      readonly reservedSeats: number;
      readonly presenceSeatedRatio: number;
    }[];
  }[];
  readonly bindingLimits: readonly Readonly<Record<string, unknown>>[];
}

interface ResidentYear {
  readonly projects: number;
  readonly limit: string;
  readonly unspentWon: number;
}

interface Task {
  readonly code: string;
  readonly status: string;
  readonly delayYears: number;
  readonly fundedRatio: number;
  readonly plannedWon: number;
  readonly fundedWon: number;
  readonly reason: unknown;
}

const FIFTY = "committee.COUNCIL.seats=50";
const PROPORTIONAL = "committee.COUNCIL.newSeatsTo=proportional";
const EIGHT_SUBCOMMITTEES = "committee.COUNCIL.subcommittees=8";
const LITTLE_TIME = "decentralised.projectsPerRound=0.3";
const NINE_POSTS = "resource.STAFF.capacity=9";
const share = (percent: number) => `decentralised.share=${percent}%`;
const million = (amount: number) => amount * 1_000_000;

// Each answer opens the file anew, as the command does.
vi.setConfig({ testTimeout: 30_000 });

let bench: CliBench;
let file: string;
beforeEach(async () => {
  bench = makeBench();
  file = bench.path("district.civplan");
  await bench.run("new", "--template", "district-governance", "-o", file);
});

/** What the plan comes to with these levers set. */
async function evaluate(...assignments: string[]): Promise<Evaluated> {
  const sets = assignments.flatMap((assignment) => ["--set", assignment]);
  const outcome = await bench.json<Evaluated>("evaluate", file, ...sets);
  expect(outcome.exitCode).toBe(0);
  return outcome;
}

/** The same as a person reads it. */
async function read(...assignments: string[]): Promise<string> {
  const run = await bench.run("evaluate", file, ...assignments.flatMap((one) => ["--set", one]));
  return run.out;
}

function figure(outcome: Evaluated, name: string): number {
  const value = outcome.indicators[name]?.value;
  if (typeof value !== "number") throw new Error(`no figure ${name}`);
  return value;
}

const seatsOf = ({ committees }: Evaluated) => committees[0]?.seatsByYear.map(({ value }) => value);
const unfunded = ({ tasks }: Evaluated) => tasks.filter(({ status }) => status !== "funded");
const taskOf = ({ tasks }: Evaluated, code: string) => tasks.find((task) => task.code === code);

function residentsIn(outcome: Evaluated, year: number): ResidentYear {
  const found = outcome.byYear.find((entry) => entry.year === year);
  if (found === undefined) throw new Error(`no year ${year}`);
  return found.residents;
}

const projectsIn2031 = (outcome: Evaluated) => residentsIn(outcome, 2031).projects;

/** Money of a source over all years. */
const sumOfSource = ({ byYear }: Evaluated, code: string, amount: "displacedWon" | "tasksWon") =>
  byYear
    .flatMap(({ sources }) => sources.filter(({ source }) => source === code))
    .reduce((sum, source) => sum + source[amount], 0);

describe("1. Seats 30 → 50, the new seats to citizens", () => {
  test("costs more money and staff, brings a 5 % group to the table, and makes officials turn fewer decisions", async () => {
    const [base, grown] = [await evaluate(), await evaluate(FIFTY)];
    expect(figure(base, "committeeCostWon")).toBe(million(175.2));
    expect(figure(grown, "committeeCostWon")).toBe(million(263.2));
    expect(figure(base, "staffLoadRatio")).toBeCloseTo(8 / 8, 9);
    // All of it as planned: councils .5 + 1.5 + .75, tasks 5.7, projects 4.8 · .1, of 8 posts.
    expect(figure(grown, "staffLoadRatio")).toBeCloseTo((2.75 + 5.7 + 0.48) / 8, 9);
    expect(figure(base, "presenceAtMeetingRatio")).toBeCloseTo(0.5668, 6);
    expect(figure(grown, "presenceAtMeetingRatio")).toBeCloseTo(0.751984, 6);
    expect(figure(base, "officialsPivotalRatio")).toBeCloseTo(0.757877, 6);
    expect(figure(grown, "officialsPivotalRatio")).toBeCloseTo(0.623022, 6);
    expect(figure(base, "quorumRatio")).toBeCloseTo(0.857071, 6);
    expect(figure(grown, "quorumRatio")).toBeCloseTo(0.864546, 6);
  });

  test("one task slips for want of staff, one for want of money, and it says which and why", async () => {
    expect(unfunded(await evaluate())).toEqual([]);
    const grown = await evaluate(FIFTY);
    expect(unfunded(grown)).toMatchObject([
      {
        code: "D04",
        status: "delayed",
        delayYears: 1,
        reason: { type: "resource", resource: "STAFF", year: 2027, shortAmount: expect.closeTo(0.45, 9) },
      },
      {
        code: "D15",
        status: "delayed",
        delayYears: 1,
        reason: { type: "ceiling", source: "DISTRICT", year: 2029, shortWon: million(7.64) },
      },
    ]);
    expect(grown.bindingLimits[0]).toMatchObject({ type: "resource", resource: "STAFF", task: "D04" });
    const text = await read(FIFTY);
    expect(text).toMatch(/Binding limit: .*Secretariat staff.* 2027/);
    expect(text).toMatch(/D15 .* delayed by 1 year .* District 2029: ₩7\.6 million short/);
  });
});

test("2. The same growth as 42 + 8: quorum and the officials' power go up although their Shapley value falls", async () => {
  const [base, grown] = [await evaluate(), await evaluate(FIFTY, PROPORTIONAL)];
  expect(grown.committees[0]).toMatchObject({ citizens: 42, officials: 8 });
  expect(figure(grown, "quorumRatio")).toBeCloseTo(0.924384, 6);
  expect(figure(grown, "officialsPivotalRatio")).toBeCloseTo(0.855881, 6);
  expect(figure(grown, "officialsBanzhaf")).toBeCloseTo(0.777947, 6);
  expect(figure(base, "officialsBanzhaf")).toBeCloseTo(0.67306, 6);
  expect(figure(base, "officialsShapley")).toBeCloseTo(5 / 26, 9);
  expect(figure(grown, "officialsShapley")).toBeCloseTo(8 / 43, 9);
});

test("3. Share 5 → 10 % with a council of 50: projects 12 → 17.5, money unspent, binding is staff", async () => {
  const five = await evaluate(FIFTY, share(5));
  expect(residentsIn(five, 2031)).toMatchObject({ projects: 12, limit: "money", unspentWon: 0 });
  const ten = await evaluate(FIFTY, share(10));
  for (const year of [2029, 2030, 2031])
    expect(residentsIn(ten, year)).toMatchObject({
      projects: 17.5,
      limit: "staff",
      unspentWon: million(162.5),
    });
  expect(ten.bindingLimits).toContainEqual({
    type: "residents",
    limit: "staff",
    year: 2031,
    projects: 17.5,
    projectsByMoney: 24,
    unspentWon: million(162.5),
  });
  // Lower central tasks pay for it: D09 keeps 63 % of its money, D15 goes as with 5 %.
  expect(taskOf(five, "D09")).toMatchObject({ status: "funded" });
  expect(taskOf(ten, "D09")).toMatchObject({
    status: "partial",
    fundedRatio: expect.closeTo(0.628, 3),
    reason: { type: "ceiling", source: "DISTRICT", year: 2027 },
  });
  expect(taskOf(ten, "D15")).toMatchObject({ status: "dropped" });
  expect(await read(FIFTY, share(10))).toMatch(
    /2031 +₩600 million +₩438 million +₩163 million +17\.5 +staff/,
  );
});

test("4. Then one more staff member: 17.5 → 24, nothing unspent; neither money nor seats alone does this", async () => {
  const withPost = await evaluate(FIFTY, share(10), NINE_POSTS);
  expect(residentsIn(withPost, 2031)).toMatchObject({ projects: 24, limit: "money", unspentWon: 0 });
  const moreMoney = await evaluate(FIFTY, share(20));
  expect(residentsIn(moreMoney, 2031)).toMatchObject({ projects: 17.5, limit: "staff" });
  const fewerSeats = await evaluate(share(10));
  expect(residentsIn(fewerSeats, 2031)).toMatchObject({ projects: 23.5, limit: "staff" });
});

test("5. Little deliberation time, share 10 %: 30 seats with 5 subcommittees 15, 50 with 8 only 13, with one more post 23", async () => {
  const small = await evaluate(share(10), LITTLE_TIME);
  expect(residentsIn(small, 2031)).toMatchObject({ projects: 15, limit: "deliberation" });
  const large = await evaluate(FIFTY, EIGHT_SUBCOMMITTEES, share(10), LITTLE_TIME);
  expect(residentsIn(large, 2031)).toMatchObject({ projects: 13, limit: "staff" });
  const staffed = await evaluate(FIFTY, EIGHT_SUBCOMMITTEES, share(10), LITTLE_TIME, NINE_POSTS);
  expect(projectsIn2031(staffed)).toBeCloseTo(23, 9);
  // The post alone brings nothing where deliberation is what is short.
  const smallStaffed = await evaluate(share(10), LITTLE_TIME, NINE_POSTS);
  expect(residentsIn(smallStaffed, 2031)).toMatchObject({ projects: 15, limit: "deliberation" });
});

test("6. Share 2 → 5 % as deliberated money or as proposals: only proposals delay tasks; with matching more is lost than moves", async () => {
  const base = await evaluate();
  const deliberated = await evaluate(share(5), "decentralised.mode=deliberated");
  const proposals = await evaluate(share(5), "decentralised.mode=proposal");
  for (const outcome of [deliberated, proposals]) {
    expect(figure(outcome, "residentShareDecidedRatio")).toBeCloseTo(0.05, 9);
    expect(figure(outcome, "residentDecidedWon")).toBe(million(1500));
  }
  expect(unfunded(deliberated)).toEqual([]);
  expect(figure(deliberated, "displacedWon")).toBe(0);
  expect(unfunded(proposals)).toMatchObject([{ code: "D15", status: "dropped" }]);
  const moved = figure(proposals, "displacedWon") - figure(base, "displacedWon");
  const lost = (source: string) =>
    sumOfSource(base, source, "tasksWon") - sumOfSource(proposals, source, "tasksWon");
  expect(moved).toBe(million(900));
  expect(sumOfSource(proposals, "NATIONAL", "displacedWon")).toBe(0);
  // D15 is paid half by the district and half by the state: both halves go.
  expect([lost("DISTRICT"), lost("NATIONAL")]).toEqual([million(1800), million(1800)]);
  expect(figure(proposals, "unfundedWon")).toBe(million(3600));
  expect(figure(proposals, "unfundedWon")).toBeGreaterThan(moved);
});

test("7. Formula from equal to need: the neediest fifth gets more, concentration and Gini rise, and both are shown", async () => {
  const formula = (equal: number, need: number) => [
    `decentralised.formula.equal=${equal}`,
    "decentralised.formula.people=0",
    `decentralised.formula.need=${need}`,
  ];
  const [equal, need] = [await evaluate(...formula(1, 0)), await evaluate(...formula(0, 1))];
  expect(figure(equal, "neediestFifthRatio")).toBeCloseTo(0.258, 3);
  expect(figure(need, "neediestFifthRatio")).toBeCloseTo(0.28, 3);
  expect(figure(equal, "concentration")).toBeCloseTo(0.093, 3);
  expect(figure(need, "concentration")).toBeCloseTo(0.146, 3);
  expect(figure(equal, "gini")).toBeCloseTo(0.125, 3);
  expect(figure(need, "gini")).toBeCloseTo(0.146, 3);
  const text = await read(...formula(0, 1));
  expect(text).toMatch(/Share of the neediest fifth .* 28 %/);
  expect(text).toMatch(/Inequality per head \(Gini\) .* 0\.146/);
});

test("8. The ordinance comes a year late and the grade falls one step: seats stay, next year's ceiling falls, and it says which projects go", async () => {
  const onTime = await evaluate(FIFTY, "committee.COUNCIL.effective=2028");
  const late = await evaluate(FIFTY, "committee.COUNCIL.effective=2029", "evaluation.grade.2027=B");
  expect(seatsOf(onTime)).toEqual([30, 50, 50, 50, 50]);
  expect(seatsOf(late)).toEqual([30, 30, 50, 50, 50]);
  expect(late.bindingLimits).toContainEqual({ type: "law", committee: "COUNCIL", year: 2029 });
  const ceilings = late.byYear.map(
    ({ sources }) => sources.find(({ source }) => source === "INNOVATION")?.ceilingWon,
  );
  expect(ceilings).toEqual([1100, 957, 1100, 1100, 1100].map(million));
  expect(taskOf(onTime, "D07")).toMatchObject({ status: "funded" });
  expect(taskOf(late, "D07")).toMatchObject({
    status: "partial",
    fundedRatio: expect.closeTo((957 - 720) / 340, 6),
    reason: { type: "ceiling", source: "INNOVATION", year: 2028, shortWon: million(103) },
  });
  expect(await read(FIFTY, "committee.COUNCIL.effective=2029", "evaluation.grade.2027=B")).toMatch(
    /D07 .* incentive 2028: ₩103 million short/,
  );
});

test("9. The smallest council in which every group of 5 % or more has a seat with 90 %, and what it pushes out", async () => {
  const isEveryGroupSeated = ({ committees }: Evaluated) =>
    committees[0]?.groups
      .filter(({ populationRatio }) => populationRatio >= 0.05)
      .every(({ presenceSeatedRatio }) => presenceSeatedRatio >= 0.9) === true;
  // A larger council never seats a group less surely, so a scan may start anywhere below.
  let seats = 41;
  let council = await evaluate(`committee.COUNCIL.seats=${seats}`);
  while (!isEveryGroupSeated(council) && seats < 60) {
    seats += 1;
    council = await evaluate(`committee.COUNCIL.seats=${seats}`);
  }
  expect(seats).toBe(45);
  // Multicultural families have no reserved seat: 1 − .95⁴⁵. Persons with disabilities have one.
  const chances = council.committees[0]?.groups.map(({ presenceSeatedRatio }) => presenceSeatedRatio);
  expect(Math.min(...(chances ?? []))).toBeCloseTo(1 - 0.95 ** 45, 9);
  expect(unfunded(council)).toMatchObject([
    { code: "D04", status: "delayed", reason: { type: "resource", resource: "STAFF", year: 2027 } },
    { code: "D15", status: "delayed", reason: { type: "ceiling", source: "DISTRICT", year: 2029 } },
  ]);
});
