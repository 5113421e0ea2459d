import { expect, test } from "vitest";
import { checkLevers, readLeverText } from "../../../core/scenario/check-levers";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { listLevers } from "../../../core/scenario/list-levers";
import { makePlan } from "../support/make-plan";

const compiled = compilePlan(makePlan("seoul-civil-democracy").document.tables, 1);

const check = (values: Record<string, unknown>) => {
  const result = checkLevers(compiled, values);
  return result.ok ? result.value : result.error;
};

test("values that differ from the plan are kept, values that equal it are left out", () => {
  expect(check({ "committee.COUNCIL.seats": 50, "committee.COUNCIL.meetings": 6 })).toEqual({
    "committee.COUNCIL.seats": 50,
  });
  expect(
    check({ "decentralised.mode": "proposal", "decentralised.additional": false, "prices.inflation": 0.02 }),
  ).toEqual({});
});

test("a year that equals the plan is kept beside its whole path, which it beats", () => {
  const values = { "decentralised.share": 0.05, "decentralised.share.2027": 0.015 };
  expect(check(values)).toEqual(values);
  expect(check({ "decentralised.share.2027": 0.015 })).toEqual({});
});

test("a flat path is kept even at the plan's mean, since the plan's own path is not flat", () => {
  expect(check({ "decentralised.share": 0.02 })).toEqual({ "decentralised.share": 0.02 });
});

test("officials that are to stay while the council grows in proportion are kept", () => {
  const values = {
    "committee.COUNCIL.seats": 50,
    "committee.COUNCIL.newSeatsTo": "proportional",
    "committee.COUNCIL.officials": 5,
  };
  expect(check(values)).toEqual(values);
  expect(check({ "committee.COUNCIL.officials": 5 })).toEqual({});
});

test.each([
  [
    "a lever that does not exist, with the nearest name",
    { "committee.COUNCIL.seat": 50 },
    { type: "unknown-lever", path: "committee.COUNCIL.seat", nearest: "committee.COUNCIL.seats" },
  ],
  ["a name of the language", { constructor: 1 }, { type: "unknown-lever", path: "constructor" }],
  [
    "a share above 100 %",
    { "decentralised.share": 1.2 },
    { type: "lever-out-of-range", path: "decentralised.share", minimum: 0, maximum: 1, value: 1.2 },
  ],
  [
    "a negative share",
    { "decentralised.share": -0.1 },
    { type: "lever-out-of-range", path: "decentralised.share", value: -0.1 },
  ],
  [
    "letters in a number",
    { "committee.COUNCIL.seats": "many" },
    { type: "lever-not-a-number", path: "committee.COUNCIL.seats", input: "many" },
  ],
  [
    "half a seat",
    { "committee.COUNCIL.seats": 30.5 },
    { type: "lever-not-a-number", path: "committee.COUNCIL.seats", input: "30.5" },
  ],
  [
    "no number",
    { "prices.inflation": Number.NaN },
    { type: "lever-not-a-number", path: "prices.inflation", input: "NaN" },
  ],
  [
    "part of a won",
    { "source.CITY.ceiling": 0.5 },
    { type: "lever-not-a-number", path: "source.CITY.ceiling", input: "0.5" },
  ],
  [
    "a choice that is none",
    { "decentralised.mode": "maybe" },
    {
      type: "lever-not-a-choice",
      path: "decentralised.mode",
      choices: ["proposal", "deliberated"],
      input: "maybe",
    },
  ],
  [
    "a number for yes or no",
    { "decentralised.additional": 1 },
    { type: "lever-not-a-choice", path: "decentralised.additional", choices: ["true", "false"], input: "1" },
  ],
  [
    "seats below officials",
    { "committee.COUNCIL.seats": 4 },
    { type: "lever-seats-below-officials", path: "committee.COUNCIL.seats", seats: 4, officials: 5 },
  ],
  [
    "officials above seats",
    { "committee.COUNCIL.officials": 31 },
    { type: "lever-seats-below-officials", seats: 30, officials: 31 },
  ],
])("%s is refused with the reason", (_, values, error) => {
  expect(check(values)).toMatchObject(error);
});

test("what people type is read as they mean it; what cannot be read is passed on to be refused", () => {
  expect(
    ["50", "5%", "0.05", " 1,200 ", "-1.5e3", ".5 %", "true", "false", "proportional", "5 %%", "", "NaN"].map(
      readLeverText,
    ),
  ).toEqual([50, 0.05, 0.05, 1200, -1500, 0.005, true, false, "proportional", "5 %%", "", "NaN"]);
});

test("levers have stable, unique paths, and the plan's own value is within their range", () => {
  const levers = listLevers(compiled);
  expect(new Set(levers.map(({ path }) => path)).size).toBe(levers.length);
  for (const { path, planValue, minimum, maximum, choices } of levers) {
    if (choices !== undefined) expect(choices, path).toContain(planValue);
    if (typeof planValue !== "number" || minimum === undefined || maximum === undefined) continue;
    expect(planValue, path).toBeGreaterThanOrEqual(minimum);
    expect(planValue, path).toBeLessThanOrEqual(maximum);
  }
  expect(levers.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "committee.COUNCIL.seats",
      "committee.COUNCIL.newSeatsTo",
      "decentralised.share",
      "decentralised.share.2028",
      "source.CITY.ceiling.2030",
      "prices.inflation",
    ]),
  );
});
