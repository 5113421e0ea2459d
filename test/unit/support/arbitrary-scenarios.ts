import fc from "fast-check";
import type { PlanTables } from "../../../core/plan/plan-tables";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { checkLevers } from "../../../core/scenario/check-levers";
import type { CompiledPlan } from "../../../core/scenario/compiled-plan";
import type { LeverValue } from "../../../core/scenario/lever";
import { listLevers } from "../../../core/scenario/list-levers";
import { commandGestures, type Gesture, mintGeneratedIds, perform } from "./arbitrary-commands";
import { editAs, makePlan, openDatabase } from "./make-plan";
import { readBack } from "./read-back";

const logs = (["seoul-civil-democracy", "district-governance"] as const).map((name) =>
  readBack(makePlan(name).document),
);

/** The template after some edits: a plan as people leave it. */
export function editedTables(template: number, history: readonly Gesture[]): PlanTables {
  const log = logs[template % logs.length];
  if (log === undefined) throw new Error("no template");
  const database = openDatabase();
  const plan = editAs(PlanDocument.fromLog(database, log), "Kim", "dddddddd");
  const mintId = mintGeneratedIds();
  for (const gesture of history) perform(plan, gesture, mintId);
  // Only the rows are looked at, and SQLite's memory is not freed by itself.
  database.close();
  return plan.document.tables;
}

const picks = fc.array(
  fc.record({ lever: fc.nat(10_000), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { maxLength: 5 },
);

/** Values within the ranges of a plan's levers; refused combinations are left out one by one. */
export function leversFor(
  plan: CompiledPlan,
  chosen: readonly { lever: number; part: number }[],
): Record<string, LeverValue> {
  const levers = listLevers(plan);
  let values: Record<string, LeverValue> = {};
  for (const { lever: pick, part } of chosen) {
    const lever = levers[pick % levers.length];
    if (lever === undefined) continue;
    const { kind, choices, minimum = 0, maximum = 1 } = lever;
    const inRange = minimum + part * (maximum - minimum);
    const value =
      kind === "flag"
        ? part < 0.5
        : choices !== undefined
          ? (choices[Math.floor(part * choices.length)] ?? choices[0] ?? "")
          : kind === "count" || kind === "money"
            ? Math.round(inRange)
            : inRange;
    const next = { ...values, [lever.path]: value };
    if (checkLevers(plan, next).ok) values = next;
  }
  return values;
}

/** A template, edits to it, and levers to try on it. */
export const anyScenario = fc.record({ template: fc.nat(1), history: commandGestures(10), picks });
