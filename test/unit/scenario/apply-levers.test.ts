import { expect, test } from "vitest";
import { applyLevers } from "../../../core/scenario/apply-levers";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValue, LeverValues } from "../../../core/scenario/lever";
import { listLevers } from "../../../core/scenario/list-levers";
import { makePlan } from "../support/make-plan";

const compiled = compilePlan(makePlan("seoul-civil-democracy").document.tables, 1);
const districtPlan = compilePlan(makePlan("district-governance").document.tables, 1);

const shares = (levers: LeverValues) => [...applyLevers(compiled, levers).shareRatioByYear];
const council = (levers: LeverValues) => applyLevers(compiled, levers).committees[0]?.sizes;

test("no levers leave the plan as it is", () => {
  expect(applyLevers(compiled, {})).toBe(compiled);
});

test("the plan itself is never changed", () => {
  const before = structuredClone(compiled);
  applyLevers(compiled, {
    "decentralised.share": 0.5,
    "source.CITY.ceiling": 1,
    "committee.COUNCIL.seats": 99,
  });
  expect(compiled).toEqual(before);
});

test("a share for all years replaces the path; a year's own share beats it", () => {
  expect(shares({})).toEqual([0.015, 0.02, 0.02, 0.025]);
  expect(shares({ "decentralised.share": 0.05 })).toEqual([0.05, 0.05, 0.05, 0.05]);
  expect(shares({ "decentralised.share": 0.05, "decentralised.share.2029": 0.1 })).toEqual([
    0.05, 0.05, 0.1, 0.05,
  ]);
  expect(shares({ "decentralised.share.2029": 0.1 })).toEqual([0.015, 0.02, 0.1, 0.025]);
});

test("a ramp of two years reaches the new share in the third, in equal steps from the plan", () => {
  const ramped = shares({ "decentralised.share": 0.08, "decentralised.ramp": 2 });
  const expected = [0.015 + 0.065 / 3, 0.02 + (0.06 * 2) / 3, 0.08, 0.08];
  for (const [index, share] of ramped.entries()) expect(share).toBeCloseTo(expected[index] ?? Number.NaN, 12);
});

test("a ceiling for all years replaces the yearly ones; a year's own beats it; other sources keep theirs", () => {
  const { ceilingWon } = applyLevers(compiled, { "source.CITY.ceiling": 7, "source.CITY.ceiling.2030": 9 });
  expect([...ceilingWon.subarray(4, 8)]).toEqual([7, 7, 7, 9]);
  expect([...ceilingWon.subarray(0, 4)]).toEqual([350e6, 500e6, 400e6, 400e6]);
});

test("25 + 5 grown to 50 is 45 + 5 with the new seats to citizens, 42 + 8 in proportion", () => {
  const grown = (levers: LeverValues) => council({ "committee.COUNCIL.seats": 50, ...levers });
  expect(grown({})).toEqual([{ yearIndex: 0, seats: 50, officials: 5 }]);
  expect(grown({ "committee.COUNCIL.newSeatsTo": "proportional" })).toEqual([
    { yearIndex: 0, seats: 50, officials: 8 },
  ]);
  expect(grown({ "committee.COUNCIL.newSeatsTo": "proportional", "committee.COUNCIL.officials": 5 })).toEqual(
    [{ yearIndex: 0, seats: 50, officials: 5 }],
  );
});

test("a new size holds from the year of its ordinance", () => {
  expect(council({ "committee.COUNCIL.seats": 50, "committee.COUNCIL.effective": 2029 })).toEqual([
    { yearIndex: 0, seats: 30, officials: 5 },
    { yearIndex: 2, seats: 50, officials: 5 },
  ]);
});

test("levers whose target no longer exists, or whose value makes no sense, change nothing", () => {
  const levers = {
    "committee.GONE.seats": 50,
    "source.GONE.ceiling": 1,
    "decentralised.mode": "maybe",
    "prices.inflation": "much",
  };
  expect(applyLevers(compiled, levers)).toEqual(compiled);
});

/** A value that the lever allows and the plan does not have. */
function otherValue({
  kind,
  planValue,
  minimum = 0,
  maximum = 1,
  choices,
}: ReturnType<typeof listLevers>[number]): LeverValue {
  if (kind === "flag") return planValue !== true;
  if (kind === "choice") return choices?.find((choice) => choice !== planValue) ?? "";
  return planValue === minimum ? Math.min(maximum, minimum + (kind === "ratio" ? 0.5 : 3)) : minimum;
}

/** Levers that matter only together with another one. */
const companions: Readonly<Record<string, LeverValues>> = {
  "committee.COUNCIL.newSeatsTo": { "committee.COUNCIL.seats": 50 },
  "committee.COUNCIL.effective": { "committee.COUNCIL.seats": 50 },
  "committee.COUNCIL.officials": { "committee.COUNCIL.seats": 50 },
  "decentralised.ramp": { "decentralised.share": 0.05 },
  "decentralised.absorptionGrowth": { "decentralised.absorption": 0.5 },
  "decentralised.base": { "decentralised.share": 0.05 },
};

test.each(listLevers(districtPlan).map((lever) => [lever.path, lever] as const))(
  "%s shows in the outcome",
  (path, lever) => {
    const around = companions[path] ?? {};
    const without = evaluateScenario(districtPlan, around);
    const changed = evaluateScenario(districtPlan, { ...around, [path]: otherValue(lever) });
    expect({ ...changed, levers: {} }).not.toEqual({ ...without, levers: {} });
  },
);
