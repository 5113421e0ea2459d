/** What is uncertain about a plan is a part of it: kept, undone, merged and read like any other cell. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectPlanFile } from "../../../cli/gate/inspect-plan-file";
import { setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { findPlanProblems } from "../../../core/plan/find-plan-problems";
import { parseChangeLabel } from "../../../core/planfile/change-label";
import type { PlanDocument } from "../../../core/planfile/plan-document";
import {
  INITIAL_UNCERTAINTY,
  readPlanUncertainty,
} from "../../../core/scenario/uncertainty/plan-uncertainty";
import { copyFor, mergeOrThrow } from "../support/copies";
import { makePlan, openDatabase, type TestPlan } from "../support/make-plan";
import { readBack, readLog, saveBytes } from "../support/read-back";

type Cells = Readonly<Record<string, string | number>>;

const assume = (plan: TestPlan, cells: Cells) =>
  plan.execute(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells: { ...cells } }]));
const assumeAll = (plan: TestPlan, cells: Cells) => expect(assume(plan, cells).ok).toBe(true);
const uncertaintyOf = ({ tables }: PlanDocument) => readPlanUncertainty(tables);
const problemsOf = ({ tables }: PlanDocument) =>
  findPlanProblems(tables, new Set()).filter(({ type }) => type === "broken-rule");
const lastLabel = ({ changes }: PlanDocument) => parseChangeLabel(changes.at(-1)?.label ?? "");

test("a new plan assumes what is illustrative", () => {
  const { document } = makePlan("seoul-civil-democracy");
  expect(uncertaintyOf(document)).toEqual({ spec: INITIAL_UNCERTAINTY, broken: [] });
  expect(INITIAL_UNCERTAINTY).toEqual({
    costs: { distribution: "pert", correlationRatio: 0.3 },
    ceilings: {
      factor: { distribution: "pert", low: 0.9, likely: 1, high: 1.05 },
      correlationRatio: 0.5,
    },
    inflation: { distribution: "pert", low: -0.01, likely: 0, high: 0.02 },
    attendance: { distribution: "pert", low: -0.1, likely: 0, high: 0.1 },
    absorption: { distribution: "pert", low: 0.8, likely: 1, high: 1.2 },
    grade: { lowerRatio: 0.15, higherRatio: 0.15 },
  });
});

test("an assumption is changed as one step that says what it did, is undone and done again", () => {
  const plan = makePlan("seoul-civil-democracy");
  assumeAll(plan, { uncertainCeilingsLowRatio: -0.4 });
  expect(uncertaintyOf(plan.document).spec.ceilings.factor.low).toBe(0.6);
  expect(lastLabel(plan.document)).toMatchObject({
    key: "set-cell",
    field: "uncertainCeilingsLowRatio",
    from: -0.1,
    to: -0.4,
  });
  expect(plan.undo().ok).toBe(true);
  expect(uncertaintyOf(plan.document).spec).toEqual(INITIAL_UNCERTAINTY);
  expect(plan.redo().ok).toBe(true);
  expect(uncertaintyOf(plan.document).spec.ceilings.factor.low).toBe(0.6);

  assumeAll(plan, { uncertainInflationDistribution: "triangular", uncertainInflationHighRatio: 0.05 });
  expect(lastLabel(plan.document)).toMatchObject({ key: "set-cells", topic: "uncertainty", cells: 2 });
  assumeAll(plan, { inflationRatio: 0.03, uncertainInflationHighRatio: 0.04 });
  expect(lastLabel(plan.document)).not.toHaveProperty("topic");
});

test("what does not vary keeps its figures for when it varies again", () => {
  const plan = makePlan("seoul-civil-democracy");
  assumeAll(plan, { uncertainAttendanceDistribution: "fixed", uncertainCostsDistribution: "fixed" });
  const { attendance, costs } = uncertaintyOf(plan.document).spec;
  expect(attendance).toEqual({ distribution: "fixed", low: 0, likely: 0, high: 0 });
  expect(costs).toEqual({ distribution: "fixed", correlationRatio: 0 });
  assumeAll(plan, { uncertainAttendanceDistribution: "pert", uncertainCostsDistribution: "pert" });
  expect(uncertaintyOf(plan.document).spec).toEqual(INITIAL_UNCERTAINTY);
});

test("lines without a range of their own get one as factors", () => {
  const plan = makePlan("seoul-civil-democracy");
  assumeAll(plan, { uncertainCostsLowRatio: -0.1, uncertainCostsHighRatio: 0.2 });
  expect(uncertaintyOf(plan.document).spec.costs.otherLines).toEqual({ low: 0.9, high: 1.2 });
});

test.each([
  [{ uncertainCeilingsLowRatio: 0.02 }, { type: "assumption-reversed", part: "ceilings" }],
  [{ uncertainInflationHighRatio: -0.001 }, { type: "assumption-reversed", part: "inflation" }],
  [{ uncertainGradeLowerRatio: 0.9 }, { type: "chances-above-one" }],
  [{ uncertainAbsorptionLowRatio: -1 }, { type: "out-of-range" }],
  [{ uncertainCostsHighRatio: -0.1 }, { type: "out-of-range" }],
  [{ uncertainCostsCorrelation: 1 }, { type: "out-of-range" }],
  [{ uncertainInflationDistribution: "lognormal" }, { type: "not-a-choice" }],
])("%j is refused, and nothing is changed", (cells, error) => {
  const plan = makePlan("seoul-civil-democracy");
  expect(assume(plan, cells)).toMatchObject({ ok: false, error });
  expect(uncertaintyOf(plan.document).spec).toEqual(INITIAL_UNCERTAINTY);
});

test("saved and opened again it is there, and in columns that any SQLite tool reads", () => {
  const plan = makePlan("district-governance");
  assumeAll(plan, {
    uncertainCeilingsDistribution: "uniform",
    uncertainCeilingsLowRatio: -0.25,
    uncertainGradeLowerRatio: 0.4,
  });
  const bytes = saveBytes(plan.document);
  const reopened = copyFor(readLog(bytes), "Lee", "22222222");
  expect(uncertaintyOf(reopened.document)).toEqual(uncertaintyOf(plan.document));
  const db = openDatabase(bytes);
  const rows = db.exec(
    "SELECT uncertain_ceilings_distribution, uncertain_ceilings_low_ratio, uncertain_ceilings_high_ratio, uncertain_grade_lower_ratio FROM plan",
  )[0]?.values;
  db.close();
  expect(rows).toEqual([["uniform", -0.25, 0.05, 0.4]]);
  expect(inspectPlanFile({ bytes, comparesProjection: true }, openDatabase)).toMatchObject({
    ok: true,
    value: { projectionDifferences: [] },
  });
});

test("a file that knows nothing of assumptions opens with the illustrative ones, is sound, and takes others", () => {
  const path = join(import.meta.dirname, "../../fixtures/formats/format-1.civplan");
  const bytes = new Uint8Array(readFileSync(path));
  const columns = openDatabase(bytes).exec("SELECT name FROM pragma_table_info('plan')")[0]?.values.flat();
  expect(columns).not.toContain("uncertain_ceilings_low_ratio");
  const opened = inspectPlanFile({ bytes, comparesProjection: true }, openDatabase);
  expect(opened).toMatchObject({ ok: true, value: { isNewerFormat: false, projectionDifferences: [] } });
  const plan = copyFor(readLog(bytes), "Kim", "11111111");
  expect(uncertaintyOf(plan.document)).toEqual({ spec: INITIAL_UNCERTAINTY, broken: [] });
  assumeAll(plan, { uncertainAttendanceLowRatio: -0.2 });
  const again = copyFor(readBack(plan.document), "Lee", "22222222");
  expect(uncertaintyOf(again.document).spec.attendance.low).toBe(-0.2);
});

const base = makePlan("district-governance");
const baseLog = readBack(base.document);
const kimAndLee = () => [copyFor(baseLog, "Kim", "11111111"), copyFor(baseLog, "Lee", "22222222")] as const;
const merge = (ours: TestPlan, theirs: TestPlan) =>
  mergeOrThrow(ours.document.toLog(), readBack(theirs.document));

test("two people who change different assumptions, even of one part, keep both without a question", () => {
  const [kim, lee] = kimAndLee();
  assumeAll(kim, { uncertainCeilingsLowRatio: -0.3, uncertainGradeLowerRatio: 0.3 });
  assumeAll(lee, { uncertainCeilingsHighRatio: 0, uncertainCostsCorrelation: 0.6 });
  const report = merge(kim, lee);
  expect(report).toMatchObject({ added: 1, missingInOther: 1, conflicts: [] });
  const { spec } = uncertaintyOf(copyFor(report.log, "Park", "33333333").document);
  expect(spec.ceilings.factor).toMatchObject({ low: 0.7, likely: 1, high: 1 });
  expect(spec.grade.lowerRatio).toBe(0.3);
  expect(spec.costs.correlationRatio).toBe(0.6);
});

test("two people who set one assumption apart have a conflict in that cell alone, which one of them settles", () => {
  const [kim, lee] = kimAndLee();
  assumeAll(kim, { uncertainInflationHighRatio: 0.05, uncertainInflationLowRatio: -0.02 });
  assumeAll(lee, { uncertainInflationHighRatio: 0.03 });
  const { conflicts, log } = merge(kim, lee);
  expect(conflicts).toMatchObject([
    { entity: "plan", field: "uncertainInflationHighRatio", valueBefore: 0.02 },
  ]);
  const park = copyFor(log, "Park", "33333333");
  const cell = { entity: "plan", rowId: PLAN_ROW_ID, field: "uncertainInflationHighRatio", value: 0.04 };
  expect(park.execute({ type: "settle-conflicts", cells: [cell] }).ok).toBe(true);
  expect(uncertaintyOf(park.document).spec.inflation).toMatchObject({ low: -0.02, high: 0.04 });
});

test("figures that only merging has turned round are listed, never mended silently, and can be set right one by one", () => {
  const [kim, lee] = kimAndLee();
  assumeAll(kim, { uncertainCeilingsLikelyRatio: -0.08 });
  assumeAll(lee, { uncertainCeilingsLowRatio: -0.05, uncertainGradeLowerRatio: 0.5 });
  assumeAll(kim, { uncertainGradeHigherRatio: 0.6 });
  const { conflicts, log } = merge(kim, lee);
  expect(conflicts).toEqual([]);
  const park = copyFor(log, "Park", "33333333");
  expect(uncertaintyOf(park.document).broken).toEqual(["ceilings", "grade"]);
  expect(problemsOf(park.document)).toMatchObject([
    { error: { type: "assumption-reversed" }, at: { entity: "plan", field: "uncertainCeilingsLowRatio" } },
    { error: { type: "chances-above-one" }, at: { entity: "plan", field: "uncertainGradeHigherRatio" } },
  ]);
  // Another cell of the plan's row is not held up by it, and a first step towards order is taken.
  assumeAll(park, { inflationRatio: 0.03 });
  assumeAll(park, { uncertainCeilingsLikelyRatio: 0.2 });
  assumeAll(park, { uncertainCeilingsHighRatio: 0.3, uncertainGradeHigherRatio: 0.5 });
  expect(problemsOf(park.document)).toEqual([]);
  expect(uncertaintyOf(park.document).spec.ceilings.factor).toMatchObject({
    low: 0.95,
    likely: 1.2,
    high: 1.3,
  });
});
