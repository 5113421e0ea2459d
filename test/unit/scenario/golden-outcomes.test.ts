import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PlanTables } from "../../../core/plan/plan-tables";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { makePlan } from "../support/make-plan";

/**
 * What the templates come to, kept as files that a person can read and review.
 * A change of theirs is a change of results: write them anew with
 * `CIVPLAN_UPDATE_GOLDEN=1 npx vitest run test/unit/scenario/golden-outcomes.test.ts`
 * then `npm run format`, and read the difference before committing it.
 */
const folder = join(import.meta.dirname, "../../fixtures/golden");
const isUpdating = process.env.CIVPLAN_UPDATE_GOLDEN === "1";

const seats50 = { "committee.COUNCIL.seats": 50 };
const share5 = { "decentralised.share": 0.05 };

const scenarios: readonly (readonly [file: string, levers: LeverValues])[] = [
  ["seoul-base", {}],
  ["seoul-seats-50-citizens", seats50],
  ["seoul-seats-50-proportional", { ...seats50, "committee.COUNCIL.newSeatsTo": "proportional" }],
  ["seoul-share-5", share5],
  ["seoul-share-5-deliberated", { ...share5, "decentralised.mode": "deliberated" }],
  ["district-base", {}],
  ["district-seats-50", seats50],
  ["district-share-5", share5],
  ["district-share-5-deliberated", { ...share5, "decentralised.mode": "deliberated" }],
  ["district-share-10-seats-50", { ...seats50, "decentralised.share": 0.1 }],
];

const tablesOf = {
  seoul: makePlan("seoul-civil-democracy").document.tables,
  district: makePlan("district-governance").document.tables,
};
const compiled = { seoul: compilePlan(tablesOf.seoul, 1), district: compilePlan(tablesOf.district, 1) };

/** Ids of rows as the codes that people know them by. */
const codesIn = (tables: PlanTables) =>
  new Map(
    (["task", "committee", "residentGroup", "unit"] as const).flatMap((entity) =>
      tables.all(entity).map(({ id, code }) => [id, code] as const),
    ),
  );
const codes = { seoul: codesIn(tablesOf.seoul), district: codesIn(tablesOf.district) };

const SIGNIFICANT_DIGITS = 6;

/** Money to the won, everything else to six digits; codes instead of ids. */
function readable(value: unknown, codeOfId: ReadonlyMap<string, string>, key = ""): unknown {
  if (typeof value === "string") return codeOfId.get(value) ?? value;
  if (typeof value === "number")
    return key.endsWith("Won") || key.includes("WonBy") || Number.isInteger(value)
      ? Math.round(value)
      : Number(value.toPrecision(SIGNIFICANT_DIGITS));
  if (Array.isArray(value)) return value.map((part: unknown) => readable(part, codeOfId, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, readable(part, codeOfId, name)]),
    );
  return value;
}

test.each(scenarios)("%s is what it was when it was last reviewed", (file, levers) => {
  const template = file.startsWith("seoul") ? "seoul" : "district";
  const outcome = readable(evaluateScenario(compiled[template], levers), codes[template]);
  const path = join(folder, `${file}.json`);
  if (isUpdating) writeFileSync(path, `${JSON.stringify(outcome, null, 2)}\n`);
  expect(outcome).toEqual(JSON.parse(readFileSync(path, "utf8")));
});
