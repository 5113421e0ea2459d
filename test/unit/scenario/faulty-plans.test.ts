/**
 * Plans in which things are wrong, alone and together: every fault is named, in
 * both languages, and what a person sees is words and numbers.
 */
import fc from "fast-check";
import i18next from "i18next";
import { beforeAll, expect, test, vi } from "vitest";
import { outcomeText } from "../../../cli/output/outcome-text";
import { describeProblem as describeForTerminal } from "../../../cli/output/problem-words";
import { namePlanRows } from "../../../cli/plan/plan-names";
import { findPlanProblems } from "../../../core/plan/find-plan-problems";
import { type PlanProblemType, planProblemTypes } from "../../../core/plan/plan-problem";
import type { PlanTables } from "../../../core/plan/plan-tables";
import {
  budgetLineId,
  capacityId,
  committeeSizeId,
  dependencyId,
  leverId,
  naturalRowId,
} from "../../../core/plan/row-id";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { findOutcomeProblems } from "../../../core/scenario/find-outcome-problems";
import { listLevers } from "../../../core/scenario/list-levers";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import { joinUnits } from "../../../renderer/features/decentralised/unit-columns";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { describeProblem } from "../../../renderer/session/problem-text";
import { formatFigure } from "../../../renderer/ui/format-figure";
import { makePlan } from "../support/make-plan";

vi.setConfig({ testTimeout: 300_000 });
beforeAll(() => setUpI18n("en", ["ko"]));

const freshTables = () => makePlan("district-governance").document.tables;

function idIn(tables: PlanTables, entity: "task" | "committee" | "unit" | "criterion", index = 0): string {
  const row = tables.ordered(entity)[index];
  if (row === undefined) throw new Error(`no ${entity} ${index}`);
  return row.id;
}

/** One way to spoil a plan for each kind of problem; each leaves what the others spoil alone. */
const faults: readonly (readonly [PlanProblemType, (tables: PlanTables) => void])[] = [
  ["misfit-cell", (tables) => tables.setCells("task", idIn(tables, "task", 4), { priorityScore: "high" })],
  [
    "broken-rule",
    (tables) => tables.setCells("task", idIn(tables, "task", 2), { startYear: 2031, endYear: 2028 }),
  ],
  ["dangling-reference", (tables) => tables.setCells("task", idIn(tables, "task", 5), { areaId: "gone" })],
  [
    "dependency-cycle",
    (tables) => {
      const [a, b] = [idIn(tables, "task", 6), idIn(tables, "task", 7)];
      tables.setCells("taskDependency", dependencyId(a, b), {});
      tables.setCells("taskDependency", dependencyId(b, a), {});
    },
  ],
  [
    "scenario-circle",
    (tables) => {
      tables.setCells("scenario", "s1", { title: "First", parentId: "s2" });
      tables.setCells("scenario", "s2", { title: "Second", parentId: "s1" });
    },
  ],
  [
    "lever-without-target",
    (tables) => {
      tables.setCells("scenario", "s3", { title: "Third" });
      tables.setCells("scenarioLever", leverId("s3", "committee.GONE.seats"), { value: "50" });
    },
  ],
  ["duplicate-code", (tables) => tables.setCells("task", idIn(tables, "task", 8), { code: "D01" })],
  ["horizon-too-long", (tables) => tables.setCells("plan", "plan", { lastYear: 2100 })],
  [
    "amount-outside-task",
    (tables) => {
      const id = idIn(tables, "task", 3);
      const lineId = budgetLineId(id, 2030, "DISTRICT", "REGULAR");
      tables.setCells("budgetLine", lineId, { lowWon: 5, likelyWon: 5, highWon: 5 });
    },
  ],
  [
    "amount-differs-from-cost-lines",
    (tables) => {
      const [line] = tables.all("costLine");
      tables.setCells("costLine", line?.id ?? "", { unitPriceWon: 0, quantity: 0, times: 0 });
    },
  ],
  [
    "starts-before-predecessor",
    (tables) => {
      const [late, early] = [idIn(tables, "task", 10), idIn(tables, "task", 11)];
      tables.setCells("task", late, { startYear: 2029 });
      tables.setCells("taskDependency", dependencyId(early, late), {});
    },
  ],
  [
    "committee-without-seats",
    (tables) => tables.setCells("committee", "empty", { title: "Empty", seats: 0, officials: 0 }),
  ],
  ["committee-without-source", (tables) => tables.setCells("committee", "poor", { title: "Poor" })],
  [
    "size-without-ordinance",
    (tables) =>
      tables.setCells("committeeSize", committeeSizeId(idIn(tables, "committee"), 2030), { seats: 60 }),
  ],
  [
    "size-before-ordinance",
    (tables) => {
      tables.setCells("legalBasis", "later", { title: "Later", inForceFromYear: 2040 });
      const id = committeeSizeId(idIn(tables, "committee"), 2028);
      tables.setCells("committeeSize", id, { seats: 0, officials: 0, legalBasisId: "later" });
    },
  ],
  [
    "reserved-above-seats",
    (tables) => {
      tables.setCells("residentGroup", "all", { code: "ALL", title: "All", populationRatio: 0 });
      tables.setCells("reservedSeats", naturalRowId(idIn(tables, "committee"), "all"), { seats: 900 });
    },
  ],
  ["weights-not-one", (tables) => tables.setCells("plan", "plan", { weightPeopleRatio: 0 })],
  ["unit-without-people", (tables) => tables.setCells("unit", idIn(tables, "unit"), { population: 0 })],
  [
    "floors-above-pool",
    (tables) => tables.setCells("unit", idIn(tables, "unit", 1), { floorWon: 900_000_000_000 }),
  ],
  [
    "ceiling-exceeded",
    (tables) => {
      for (const { id } of tables.all("grade")) tables.setCells("grade", id, { ceilingWon: 0 });
    },
  ],
  ["unknown-grade", (tables) => tables.setCells("evaluation", "2030", { gradeCode: "Z" })],
  [
    "capacity-exceeded",
    (tables) => tables.setCells("resourceCapacity", capacityId("STAFF", 2028), { capacity: 0 }),
  ],
];

function spoil(chosen: readonly (typeof faults)[number][]): PlanTables {
  const tables = freshTables();
  for (const [, fault] of chosen) fault(tables);
  return tables;
}

function evaluate(tables: PlanTables) {
  const compiled = compilePlan(tables, 1);
  const outcome = evaluateScenario(compiled, {});
  const leverPaths = new Set(listLevers(compiled).map(({ path }) => path));
  return { outcome, problems: [...findPlanProblems(tables, leverPaths), ...findOutcomeProblems(outcome)] };
}

function listBadNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listBadNumbers(part, `${path}.${key}`));
}

/** Left-over placeholders, keys without a text, and figures that are none. */
const garbled = /\{\{|^[a-z]+(\.[a-zA-Z-]+)+$|NaN|Infinity|undefined/;

/** Everything that is said of the plan, on screen in both languages and in the terminal. */
function tellAll(tables: PlanTables): readonly string[] {
  const { outcome, problems } = evaluate(tables);
  const onScreen = (["en", "ko"] as const).flatMap((language) => {
    const t = i18next.getFixedT(language);
    const label = (_: string, rowId: string) => rowId;
    const resourceKind = (resourceId: string) => tables.find("resource", resourceId)?.kind;
    return [
      ...problems.map((problem) => describeProblem(problem, { t, language, label, resourceKind })),
      ...problems.map(({ type }) => t(`problem.kind.${type}`, { count: 2 })),
      ...indicatorDefinitions.map(({ key, unit }) => formatFigure(outcome.indicators[key], unit, language)),
    ];
  });
  const perHead = joinUnits(tables.ordered("unit"), { base: outcome, scenario: outcome }, 0).map(
    ({ scenario }) => String(scenario?.perHeadWon ?? "–"),
  );
  const inTerminal = problems.map((problem) => describeForTerminal(tables, problem));
  return [...onScreen, ...perHead, ...inTerminal, outcomeText(outcome, null, namePlanRows(tables))];
}

test("there is a fault for every kind of problem", () => {
  expect(faults.map(([type]) => type).sort()).toEqual([...planProblemTypes].sort());
});

test.each(faults)("%s is found where it is, and in a sound plan it is not", (type, fault) => {
  const typesOf = (tables: PlanTables) => new Set(evaluate(tables).problems.map((problem) => problem.type));
  expect(typesOf(spoil([]))).toEqual(new Set());
  expect(typesOf(spoil([[type, fault]]))).toContain(type);
});

test("whatever is wrong at once, nothing throws, no number is none, and all of it is said in words", () => {
  fc.assert(
    fc.property(fc.subarray([...faults], { minLength: 1 }), (chosen) => {
      const tables = spoil(chosen);
      expect(listBadNumbers(evaluate(tables).outcome)).toEqual([]);
      for (const text of tellAll(tables)) {
        expect(text.trim()).not.toBe("");
        expect(text).not.toMatch(garbled);
      }
    }),
    { numRuns: process.env.CIVPLAN_FULL === "1" ? 500 : 40, examples: [[[...faults]]] },
  );
});
