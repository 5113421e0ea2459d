import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { entityNames } from "../../../core/plan/entities";
import { PlanTables } from "../../../core/plan/plan-tables";
import { checkLevers } from "../../../core/scenario/check-levers";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { listLevers } from "../../../core/scenario/list-levers";
import { anyScenario, editedTables, leversFor } from "../support/arbitrary-scenarios";

vi.setConfig({ testTimeout: 600_000 });
const numRuns = process.env.CIVPLAN_FULL === "1" ? 1000 : 25;

function listBadNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listBadNumbers(part, `${path}.${key}`));
}

test("no plan and no scenario ever shows NaN or Infinity", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history, picks: chosen }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      expect(listBadNumbers(evaluateScenario(compiled, leversFor(compiled, chosen)))).toEqual([]);
    }),
    { numRuns },
  );
});

test("no source is overspent, unless by committees and what residents decide before any task", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history, picks: chosen }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      for (const { sources } of evaluateScenario(compiled, leversFor(compiled, chosen)).byYear)
        for (const { hasCeiling, headroomWon, tasksWon, ceilingWon, committeesWon, displacedWon } of sources)
          if (hasCeiling && headroomWon < 0) {
            expect(tasksWon).toBe(0);
            expect(committeesWon + displacedWon).toBeGreaterThan(ceilingWon);
          }
    }),
    { numRuns },
  );
});

test("a share of 0 is the plan without decentralisation", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history }) => {
      const tables = editedTables(template, history);
      const withZero = evaluateScenario(compilePlan(tables, 1), { "decentralised.share": 0 });
      for (const { id } of tables.all("decentralisedShare"))
        tables.setDeleted("decentralisedShare", id, true);
      const without = evaluateScenario(compilePlan(tables, 1), {});
      expect({ ...withZero, levers: {} }).toEqual({ ...without, levers: {} });
    }),
    { numRuns },
  );
});

test("a scenario that sets every lever to what the plan says is the plan itself", () => {
  fc.assert(
    fc.property(anyScenario, ({ template, history }) => {
      const compiled = compilePlan(editedTables(template, history), 1);
      const isWholePath = /^decentralised\.share$|^evaluation\.grade$|\.(ceiling|capacity)$/;
      const same = listLevers(compiled).filter(({ path }) => !isWholePath.test(path));
      const values = Object.fromEntries(same.map(({ path, planValue }) => [path, planValue]));
      const checked = checkLevers(compiled, values);
      if (!checked.ok) {
        // Somebody has planned what no lever allows, such as 400 seats or −40 % inflation.
        expect(checked.error.type).not.toBe("unknown-lever");
        return;
      }
      const outcome = evaluateScenario(compiled, checked.value);
      expect({ ...outcome, levers: {} }).toEqual({ ...evaluateScenario(compiled, {}), levers: {} });
    }),
    { numRuns },
  );
});

test("the order in which rows were made changes nothing", () => {
  fc.assert(
    fc.property(
      anyScenario,
      fc.infiniteStream(fc.nat(1000)),
      ({ template, history, picks: chosen }, keys) => {
        const tables = editedTables(template, history);
        const shuffled = new PlanTables();
        const rows = entityNames.flatMap((entity) =>
          tables.all(entity).map((row) => ({ entity, row, key: keys.next().value ?? 0 })),
        );
        for (const { entity, row } of rows.sort((a, b) => a.key - b.key)) {
          const { id, ...cells } = row;
          shuffled.setCells(entity, id, cells);
        }
        const [before, after] = [compilePlan(tables, 1), compilePlan(shuffled, 1)];
        const levers = leversFor(before, chosen);
        expect(evaluateScenario(after, levers)).toEqual(evaluateScenario(before, levers));
      },
    ),
    { numRuns },
  );
});
