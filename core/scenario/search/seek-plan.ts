import { err, type Result } from "../../result";
import { applyScenario } from "../applied-scenario";
import { checkLevers } from "../check-levers";
import type { CompiledPlan } from "../compiled-plan";
import { createEvaluator, NUMBERS_ONLY } from "../evaluator";
import type { Lever, LeverValues } from "../lever";
import { type MeasureKey, readMeasures } from "../measures";
import type { Condition } from "./condition";
import { findSmallestSize, type NoSizeError, type SizeFound } from "./find-smallest-size";
import { type GoalFound, type GoalOutOfReach, seekGoal } from "./seek-goal";

export interface PlanCondition extends Condition {
  readonly measure: MeasureKey;
}

/** A choice or a yes/no has no values between. */
export interface NotNumericError {
  readonly type: "lever-not-numeric";
  readonly path: string;
}

/**
 * What a measure comes to as a lever moves and all else stays; NaN where the
 * lever cannot have the value (fewer seats than officials).
 */
function createProbe(compiled: CompiledPlan, levers: LeverValues, path: string, keys: readonly MeasureKey[]) {
  const evaluator = createEvaluator(compiled);
  return (x: number): readonly number[] => {
    const checked = checkLevers(compiled, { ...levers, [path]: x });
    if (!checked.ok) return keys.map(() => Number.NaN);
    return readMeasures(
      evaluator.evaluate(applyScenario(compiled, checked.value), undefined, NUMBERS_ONLY),
      keys,
    );
  };
}

/** The value of a lever nearest to the scenario's at which a measure meets a condition (models C4). */
export function seekInPlan(
  compiled: CompiledPlan,
  levers: LeverValues,
  lever: Lever,
  condition: PlanCondition,
): Result<GoalFound, GoalOutOfReach | NotNumericError> {
  const start = levers[lever.path] ?? lever.planValue;
  const { minimum, maximum } = lever;
  if (typeof start !== "number" || minimum === undefined || maximum === undefined)
    return err({ type: "lever-not-numeric", path: lever.path });
  const probe = createProbe(compiled, levers, lever.path, [condition.measure]);
  const isWhole = lever.kind === "count" || lever.kind === "money";
  return seekGoal((x) => probe(x)[0] ?? Number.NaN, condition, { minimum, maximum, start, isWhole });
}

/** The smallest whole value of a lever at which several measures meet their conditions all at once. */
export function findSmallestInPlan(
  compiled: CompiledPlan,
  levers: LeverValues,
  lever: Lever,
  conditions: readonly PlanCondition[],
): Result<SizeFound, NoSizeError | NotNumericError> {
  const { minimum, maximum, path, kind } = lever;
  if (kind !== "count" || minimum === undefined || maximum === undefined)
    return err({ type: "lever-not-numeric", path });
  const probe = createProbe(
    compiled,
    levers,
    path,
    conditions.map(({ measure }) => measure),
  );
  return findSmallestSize(probe, conditions, minimum, maximum);
}
