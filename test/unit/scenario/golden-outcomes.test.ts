import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { makePlan } from "../support/make-plan";

/**
 * What the template comes to, kept as files that a person can read and review.
 * A change of theirs is a change of results: write them anew with
 * `CIVPLAN_UPDATE_GOLDEN=1 npx vitest run test/unit/scenario/golden-outcomes.test.ts`
 * then `npm run format`, and read the difference before committing it.
 */
const folder = join(import.meta.dirname, "../../fixtures/golden");
const isUpdating = process.env.CIVPLAN_UPDATE_GOLDEN === "1";

const scenarios: readonly (readonly [file: string, levers: LeverValues])[] = [
  ["seoul-base", {}],
  ["seoul-seats-50-citizens", { "committee.COUNCIL.seats": 50 }],
  [
    "seoul-seats-50-proportional",
    { "committee.COUNCIL.seats": 50, "committee.COUNCIL.newSeatsTo": "proportional" },
  ],
  ["seoul-share-5", { "decentralised.share": 0.05 }],
  ["seoul-share-5-deliberated", { "decentralised.share": 0.05, "decentralised.mode": "deliberated" }],
];

const plan = makePlan("seoul-civil-democracy");
const { tables } = plan.document;
const compiled = compilePlan(tables, 1);

/** Ids of rows as the codes that people know them by. */
const codeOfId = new Map(
  [...tables.all("task"), ...tables.all("committee"), ...tables.all("residentGroup")].map(({ id, code }) => [
    id,
    code,
  ]),
);

const SIGNIFICANT_DIGITS = 6;

/** Money to the won, everything else to six digits; codes instead of ids. */
function readable(value: unknown, key = ""): unknown {
  if (typeof value === "string") return codeOfId.get(value) ?? value;
  if (typeof value === "number")
    return key.endsWith("Won") || key.includes("WonBy") || Number.isInteger(value)
      ? Math.round(value)
      : Number(value.toPrecision(SIGNIFICANT_DIGITS));
  if (Array.isArray(value)) return value.map((part: unknown) => readable(part, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, readable(part, name)]));
  return value;
}

test.each(scenarios)("%s is what it was when it was last reviewed", (file, levers) => {
  const outcome = readable(evaluateScenario(compiled, levers));
  const path = join(folder, `${file}.json`);
  if (isUpdating) writeFileSync(path, `${JSON.stringify(outcome, null, 2)}\n`);
  expect(outcome).toEqual(JSON.parse(readFileSync(path, "utf8")));
});
