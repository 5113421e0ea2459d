import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { setCells } from "../../../core/plan/command";
import { findPlanProblems } from "../../../core/plan/find-plan-problems";
import { evidenceId } from "../../../core/plan/row-id";
import { applyLevers } from "../../../core/scenario/apply-levers";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { makeCommitteeColumns, readName } from "../../../renderer/features/committees/committee-columns";
import {
  addCommittee,
  committeeKinds,
  deleteCommittee,
  setSize,
} from "../../../renderer/features/committees/committee-commands";
import { type CommitteePlan, joinCommittees } from "../../../renderer/features/committees/committee-plan";
import { listCommitteeProblems } from "../../../renderer/features/committees/committee-problems";
import { listJuryRows, listTurnoverRows } from "../../../renderer/features/committees/research-figures";
import {
  computePresenceCurves,
  computeSizeCurves,
  readCurveInputs,
} from "../../../renderer/features/committees/size-curves";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { indexEvidence, isIllustrative } from "../../../renderer/session/evidence";
import { freeCode } from "../../../renderer/session/free-code";
import { makePlan, type TestPlan } from "../support/make-plan";

beforeAll(() => setUpI18n("en", ["ko"]));

/** The rows of the screen as the plan has them now. */
function readPlan({ document: { tables } }: TestPlan): CommitteePlan {
  return {
    committee: tables.ordered("committee"),
    committeeSize: tables.all("committeeSize"),
    reservedSeats: tables.all("reservedSeats"),
    residentGroup: tables.ordered("residentGroup"),
    legalBasis: tables.ordered("legalBasis"),
    source: tables.ordered("source"),
    unit: tables.ordered("unit"),
    evidence: indexEvidence(tables.all("evidence")),
  };
}

/** The committees with their figures, as the screen shows them. */
function readCommittees(test: TestPlan, levers: LeverValues = {}) {
  const { tables, revision } = test.document;
  const compiled = compilePlan(tables, revision);
  const plans = { base: applyLevers(compiled, {}), scenario: applyLevers(compiled, levers) };
  const outcomes = { base: evaluateScenario(compiled, {}), scenario: evaluateScenario(compiled, levers) };
  return joinCommittees(tables.ordered("committee"), plans, outcomes);
}

const only = <T>(entries: readonly T[]): T => {
  const [first] = entries;
  if (first === undefined) throw new Error("nothing there");
  return first;
};

describe("the rows of the committees screen", () => {
  test("each kind of institution can be added, has a code of its own, and costs something", () => {
    const plan = makePlan("district-governance");
    for (const [index, kind] of committeeKinds.entries()) {
      const words = { title: kind, placeholder: "Starting value" };
      const added = plan.execute(addCommittee(readPlan(plan), kind, `new-${index}`, words));
      expect(added.ok, kind).toBe(true);
    }
    const committees = readCommittees(plan);
    expect(new Set(committees.map(({ row }) => row.code)).size).toBe(6);
    for (const { row, base } of committees.slice(1)) {
      expect(base?.outcome.costWonPerYear, row.kind).toBeGreaterThan(0);
      expect(isIllustrative(readPlan(plan).evidence, "committee", row.id, "seats")).toBe(true);
    }
  });

  test("codes are taken once", () => {
    expect(freeCode("COUNCIL", ["COUNCIL", "COUNCIL-2"])).toBe("COUNCIL-3");
    const cell = { entity: "committee", rowId: "x", field: "code", taken: ["COUNCIL"] } as const;
    expect(readName(i18next.t, { ...cell, text: " COUNCIL " }).ok).toBe(false);
    expect(readName(i18next.t, { ...cell, text: "" }).ok).toBe(false);
    expect(readName(i18next.t, { ...cell, text: "BOARD" }).ok).toBe(true);
  });

  test("typing into an illustrative figure makes it the person's own; what a source said goes too", () => {
    const plan = makePlan("district-governance");
    const { id } = only(readPlan(plan).committee);
    const type = (cells: Record<string, number>) =>
      plan.execute(setCells([{ entity: "committee", rowId: id, cells }]));
    expect(type({ plenariesPerYear: 8, seats: 40 }).ok).toBe(true);
    const { evidence } = readPlan(plan);
    expect(isIllustrative(evidence, "committee", id, "plenariesPerYear")).toBe(false);
    expect(evidence.get(evidenceId("committee", "seats", id))).toBeUndefined();
    expect(evidence.get(evidenceId("committee", "officials", id))?.note).toMatch(/Gangdong/);
    expect(plan.undo().ok).toBe(true);
    expect(isIllustrative(readPlan(plan).evidence, "committee", id, "plenariesPerYear")).toBe(true);
    expect(readPlan(plan).evidence.get(evidenceId("committee", "seats", id))?.note).toMatch(/Gangdong/);
  });

  test("a committee goes with its sizes, reserved seats and notes, in one step", () => {
    const plan = makePlan("district-governance");
    const { id } = only(readPlan(plan).committee);
    plan.execute(setSize(id, 2028, { seats: 50, officials: 5, legalBasisId: "" }));
    expect(plan.execute(deleteCommittee(id)).ok).toBe(true);
    const after = readPlan(plan);
    expect([after.committee, after.committeeSize, after.reservedSeats]).toEqual([[], [], []]);
    expect([...after.evidence.values()].some(({ rowId }) => rowId.startsWith(id))).toBe(false);
    expect(plan.undo().ok).toBe(true);
    expect(readPlan(plan).committeeSize).toHaveLength(1);
  });

  test("a size before its ordinance is named with both years, one without an ordinance too", () => {
    const plan = makePlan("district-governance");
    const before = readPlan(plan);
    const { id } = only(before.committee);
    const basis = only(before.legalBasis);
    plan.execute(setSize(id, 2028, { seats: 50, officials: 5, legalBasisId: basis.id }));
    plan.execute(setSize(id, 2029, { seats: 60, officials: 5, legalBasisId: "" }));
    plan.execute(setCells([{ entity: "legalBasis", rowId: basis.id, cells: { inForceFromYear: 2030 } }]));
    const problems = findPlanProblems(plan.document.tables, new Set());
    const found = [...listCommitteeProblems(readPlan(plan), problems, i18next.t)].sort(
      (a, b) => (a.year ?? 0) - (b.year ?? 0),
    );
    expect(found.map(({ year }) => year)).toEqual([2028, 2029]);
    expect(found[0]?.text).toMatch(/50 seats from 2028 come before .* is in force \(2030\)/);
    expect(found[1]?.text).toMatch(/No ordinance is named for the 60 seats from 2029/);
  });
});

describe("the curves over sizes", () => {
  const plan = makePlan("district-governance");
  const curvesOf = (test: TestPlan, levers: LeverValues) => {
    const inputs = readCurveInputs(only(readCommittees(test, levers)), levers);
    return inputs === null ? null : computeSizeCurves(inputs);
  };
  const curvesUnder = (levers: LeverValues) => curvesOf(plan, levers);

  test("without a scenario the plan alone is marked", () => {
    const curves = curvesUnder({});
    expect(curves?.marked.map(({ kind, seats }) => [kind, seats])).toEqual([["base", 30]]);
    expect(curves?.sizes[0]).toBe(10);
    expect(curves?.sizes.at(-1)).toBe(200);
  });

  test("the marks have what the outcome has, and the citizens' curve runs through both", () => {
    const levers = { "committee.COUNCIL.seats": 50 };
    const curves = curvesUnder(levers);
    const { base, scenario } = only(readCommittees(plan, levers));
    const [planned, tried] = curves?.marked ?? [];
    expect(planned?.effects.quorumRatio).toBeCloseTo(base?.outcome.quorumRatio ?? 0, 12);
    expect(tried?.effects.pivotalRatio).toBeCloseTo(scenario?.outcome.officialsPivotalRatio ?? 0, 12);
    expect(tried?.effects.pivotalRatio).toBeCloseTo(0.623022, 6);
    expect(tried?.effects.costWonPerYear).toBe(scenario?.outcome.costWonPerYear);
    const fifty = curves?.effects.find(({ seats }) => seats === 50);
    expect(fifty?.byRule.citizens.pivotalRatio).toBe(tried?.effects.pivotalRatio);
    expect(fifty?.byRule.proportional.pivotalRatio).toBeCloseTo(0.855881, 6);
  });

  test("another attendance moves the curve and marks the plan where it stands", () => {
    const levers = { "committee.COUNCIL.attendance": 0.7 };
    const curves = curvesUnder(levers);
    if (curves === null) throw new Error("no curves");
    const { marked } = computePresenceCurves(curves, 0.05);
    expect(marked.map(({ seats }) => seats)).toEqual([30, 30]);
    expect(marked[0]?.atMeetingRatio).toBeCloseTo(0.5668, 6);
    expect(marked[1]?.atMeetingRatio).toBeGreaterThan(marked[0]?.atMeetingRatio ?? 1);
  });

  test("a committee of one official and of nobody has finite figures throughout", () => {
    for (const [seats, officials] of [
      [1, 1],
      [0, 0],
    ] as const) {
      const small = makePlan("district-governance");
      const { id } = only(readPlan(small).committee);
      small.execute({
        type: "set-cells",
        edits: [{ entity: "committee", rowId: id, cells: { seats, officials, citizenAttendanceRatio: 0 } }],
      });
      const curves = curvesOf(small, {});
      const figures = curves?.effects.flatMap(({ byRule }) => [
        ...Object.values(byRule.citizens),
        ...Object.values(byRule.proportional),
      ]);
      expect(figures?.length).toBeGreaterThan(0);
      expect(figures?.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});

describe("the list of committees", () => {
  test("shows the plan's value in grey before the scenario's, and nothing where they agree", () => {
    const plan = makePlan("district-governance");
    const committee = only(readCommittees(plan, { "committee.COUNCIL.seats": 50 }));
    const columns = makeCommitteeColumns({
      t: i18next.t,
      language: "en",
      plan: readPlan(plan),
      problemsOf: () => [],
    });
    const column = (id: string) => only(columns.filter((candidate) => candidate.id === id));
    expect([column("seats").baseText?.(committee), column("seats").text(committee)]).toEqual(["30", "50"]);
    expect(column("officials").baseText?.(committee)).toBeNull();
    expect([
      column("costWonPerYear").baseText?.(committee),
      column("costWonPerYear").text(committee),
    ]).toEqual(["35", "52.6"]);
  });

  test("refuses fewer seats than officials in the cell, with both figures", () => {
    const plan = makePlan("district-governance");
    const [committee] = readCommittees(plan);
    const columns = makeCommitteeColumns({
      t: i18next.t,
      language: "en",
      plan: readPlan(plan),
      problemsOf: () => [],
    });
    const seats = only(columns.filter(({ id }) => id === "seats"));
    if (committee === undefined) throw new Error("no committee");
    const read = seats.edit?.read(committee, "3");
    expect(read?.ok === false && read.error.reason).toMatch(/3 seats are fewer than the 5 officials/);
  });
});

describe("the research drawer", () => {
  const sizes = [{ kind: "base", seats: 30, subcommittees: 5 }] as const;
  const inputs = {
    competenceRatio: 0.55,
    correlationRatio: 0.1,
    population: 400_000,
    activeRatio: 0.6,
    groupMembers: 7,
    dropoutRatio: 0.1,
    cohorts: 2,
  };

  test("has the worked values of models A4 and A11", () => {
    const values = (rows: ReturnType<typeof listJuryRows>) =>
      Object.fromEntries(rows.map((row) => [row.name, row.values[0]]));
    const jury = values(listJuryRows(sizes, inputs));
    expect(jury.independent).toBeCloseTo(0.706968, 6);
    expect(jury.correlated).toBeCloseTo(0.609433, 6);
    expect(jury.limit).toBeCloseTo(0.623489, 6);
    expect(jury.effectiveSize).toBeCloseTo(7.692308, 6);
    const turnover = values(listTurnoverRows(sizes, inputs, 2));
    expect(turnover.memory).toBeCloseTo(0.45, 12);
    expect(turnover.reserve).toBe(9);
  });
});
