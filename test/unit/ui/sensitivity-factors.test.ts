import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { listLevers } from "../../../core/scenario/list-levers";
import { listDefaultFactors, pickFactors } from "../../../core/scenario/sensitivity/plan-factors";
import { INITIAL_UNCERTAINTY } from "../../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import {
  draftLeverFactor,
  draftUsualFactors,
  type FactorDraft,
  findUsualEnds,
  isStepped,
  readFactors,
} from "../../../renderer/features/scenarios/sensitivity/factors-draft";
import { makePlan } from "../support/make-plan";

const { tables } = makePlan("district-governance").document;
const compiled = compilePlan(tables, 1);
const levers = listLevers(compiled);
const surroundings = { levers, values: {}, spec: INITIAL_UNCERTAINTY, language: "en" as const };
const usual = draftUsualFactors(levers, "COUNCIL");
const SEATS = "committee.COUNCIL.seats";

const readWith = (name: string, changes: Partial<FactorDraft>, values = {}) =>
  readFactors(
    [...usual, draftLeverFactor("prices.inflation")].map((draft) =>
      draft.name === name ? { ...draft, ...changes } : draft,
    ),
    { ...surroundings, values },
  );

describe("the factors of a sensitivity analysis", () => {
  it("are those that the command moves unless one chooses", () => {
    const { choices } = readFactors(usual, surroundings);
    const lines = compileUncertainLines(tables, compiled);
    expect(pickFactors(compiled, {}, lines, INITIAL_UNCERTAINTY, choices ?? [])).toEqual(
      listDefaultFactors(compiled, {}, lines, INITIAL_UNCERTAINTY),
    );
  });

  it("show between what they move as usual, around where the levers stand", () => {
    const endsOf = (draft: FactorDraft, values = {}) => findUsualEnds(draft, { ...surroundings, values });
    const seats = draftLeverFactor(SEATS);
    expect(endsOf(seats)).toEqual({ low: "21", high: "39" });
    expect(endsOf(seats, { [SEATS]: 50 })).toEqual({ low: "35", high: "65" });
    const uncertain = (name: string) => endsOf({ ...seats, kind: "uncertain", name });
    expect(uncertain("ceilings")).toEqual({ low: "−10", high: "5" });
    expect(uncertain("inflation")).toEqual({ low: "−1", high: "2" });
    expect(uncertain("costs")).toEqual({ low: null, high: null });
    expect(uncertain("grade")).toEqual({ low: null, high: null });
  });

  it("include the grade of the evaluation where the plan has grades, by steps that nobody types", () => {
    const grade = usual.find(({ name }) => name === "grade");
    expect(grade !== undefined && isStepped(grade)).toBe(true);
    expect(usual.filter(isStepped)).toHaveLength(1);
    const withoutGrades = levers.filter(({ path }) => !path.startsWith("evaluation."));
    expect(draftUsualFactors(withoutGrades, "COUNCIL").some(isStepped)).toBe(false);
  });

  it("take the ends that are typed, in the unit of the lever or as a change", () => {
    const picked = (name: string, changes: Partial<FactorDraft>) =>
      readWith(name, changes).choices?.find((choice) => choice.name === name);
    expect(picked(SEATS, { high: "60" })).toEqual({ kind: "lever", name: SEATS, low: null, high: 60 });
    expect(picked("decentralised.share", { low: "0", high: "10 %" })).toMatchObject({ low: 0, high: 0.1 });
    expect(picked("ceilings", { low: "-30" })).toMatchObject({ low: 0.7, high: null });
    expect(picked("attendance", { low: "−20", high: "0" })).toMatchObject({ low: -0.2, high: 0 });
    expect(picked("prices.inflation", { low: "-1", high: "6" })).toMatchObject({ low: -0.01, high: 0.06 });
  });

  it("that are off take no part, whatever stands in their boxes", () => {
    const { choices, problems } = readWith(SEATS, { isOn: false, low: "many" });
    expect(problems).toEqual({});
    expect(choices?.some(({ name }) => name === SEATS)).toBe(false);
  });

  it.each([
    [SEATS, { low: "50" }, { box: "high", type: "reversed" }],
    [SEATS, { low: "39" }, { box: "high", type: "zero-width" }],
    [SEATS, { low: "2" }, { box: "low", type: "text" }],
    [SEATS, { low: "20.5" }, { box: "low", type: "text", error: { type: "not-whole" } }],
    [SEATS, { high: "NaN" }, { box: "high", type: "text", error: { type: "not-a-number" } }],
    ["ceilings", { low: "-100" }, { box: "low", type: "change-out-of-range" }],
    ["ceilings", { low: "10" }, { box: "high", type: "reversed" }],
    ["costs", { low: "20", high: "10" }, { box: "high", type: "reversed" }],
    ["inflation", { high: "dear" }, { box: "high", type: "text" }],
  ])("%s with %j is refused at its box", (name, changes, problem) => {
    const read = readWith(name, changes);
    expect(read.choices).toBeNull();
    expect(read.problems[name]).toMatchObject(problem);
  });

  it("with nothing to move are passed over until both ends are typed", () => {
    const share = "decentralised.share";
    const at0 = { [share]: 0 };
    expect(readWith(share, {}, at0).choices?.some(({ name }) => name === share)).toBe(false);
    expect(readWith(share, { high: "5" }, at0).problems[share]).toEqual({ box: "low", type: "needs-end" });
    expect(
      readWith(share, { low: "0", high: "5" }, at0).choices?.find(({ name }) => name === share),
    ).toMatchObject({ low: 0, high: 0.05 });
  });

  it("whose lever is gone are passed over", () => {
    expect(readFactors([draftLeverFactor("committee.GONE.seats")], surroundings).choices).toEqual([]);
  });
});
