import { applyScenario } from "./applied-scenario";
import type { CompiledPlan } from "./compiled-plan";
import {
  computeIndicators,
  createIndicatorList,
  readIndicators,
  setEquityFigures,
} from "./compute-indicators";
import { describeTasks } from "./describe-tasks";
import { describeResources, describeYears, findFirstShortage } from "./describe-years";
import { describeResidents } from "./evaluate-residents";
import { describeUnits } from "./evaluate-units";
import { createEvaluator, type Evaluator } from "./evaluator";
import { findBindingLimits } from "./find-binding-limits";
import type { LeverValues } from "./lever";
import { measureEquity } from "./measure-equity";
import type { Outcome } from "./outcome";
import { type PackedOutcome, unpackOutcome } from "./packed-outcome";

/**
 * What a plan comes to under a scenario (models B): committees are paid and
 * staffed first, then what residents decide on is set aside, then tasks get
 * money and resources by the waterfall, and residents' projects get the posts
 * that are left. Levers as checked by check-levers.ts; `{}` is the plan itself.
 *
 * Prices: amounts are the plan's, at its own inflation; another inflation
 * raises each year's amounts from the second year on.
 */
export const evaluateScenario = (compiled: CompiledPlan, levers: LeverValues): Outcome =>
  unpackOutcome(evaluatePacked(compiled, levers));

/** The same with the tasks packed, for those who send it on. */
export function evaluatePacked(compiled: CompiledPlan, levers: LeverValues): PackedOutcome {
  const evaluation = evaluatorOf(compiled).evaluate(applyScenario(compiled, levers));
  const { packedTasks, fundedWon } = describeTasks(evaluation);
  const residents = describeResidents(evaluation.residents, evaluation.residentsInputs);
  const equity = measureEquity(evaluation.units.meter, evaluation.units.totalsWon);
  const indicators = computeIndicators(evaluation, createIndicatorList(), { council: true, equity: false });
  setEquityFigures(equity, indicators);
  const bindingLimits = findBindingLimits(evaluation, packedTasks, residents);
  return {
    levers,
    years: evaluation.plan.years,
    indicators: readIndicators(indicators),
    byYear: describeYears(evaluation, fundedWon),
    packedTasks,
    committees: evaluation.seated.outcomes,
    bindingLimit: bindingLimits[0] ?? { type: "none" },
    bindingLimits,
    resources: describeResources(evaluation),
    residents,
    units: describeUnits(evaluation.units, evaluation.poolWonByYear, equity),
    firstShortage: findFirstShortage(evaluation),
  };
}

/** A plan is evaluated again and again; the room that this takes is kept with it. */
const evaluators = new WeakMap<CompiledPlan, Evaluator>();

function evaluatorOf(compiled: CompiledPlan): Evaluator {
  const known = evaluators.get(compiled);
  if (known !== undefined) return known;
  const evaluator = createEvaluator(compiled);
  evaluators.set(compiled, evaluator);
  return evaluator;
}
