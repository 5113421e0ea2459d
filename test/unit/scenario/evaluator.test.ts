import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { applyScenario, type Perturbation } from "../../../core/scenario/applied-scenario";
import { type CompiledPlan, compilePlan } from "../../../core/scenario/compile-plan";
import { computeIndicators, readIndicators } from "../../../core/scenario/compute-indicators";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { Evaluation } from "../../../core/scenario/evaluation";
import { createEvaluator, type Evaluator, NUMBERS_ONLY } from "../../../core/scenario/evaluator";
import type { LeverValues } from "../../../core/scenario/lever";
import { anyScenario, editedTables, leversFor } from "../support/arbitrary-scenarios";

vi.setConfig({ testTimeout: 600_000 });
const numRuns = process.env.CIVPLAN_FULL === "1" ? 1000 : 25;

const statuses = ["funded", "partial", "delayed", "dropped"];

/** What the evaluator says in numbers, in the words of an outcome; where reasons are left out, the same. */
function evaluate(evaluator: Evaluator, plan: CompiledPlan, levers: LeverValues, drawn?: Perturbation) {
  const scenario = applyScenario(plan, levers);
  const withReasons = describe(evaluator.evaluate(scenario, drawn));
  expect(describe(evaluator.evaluate(scenario, drawn, NUMBERS_ONLY))).toEqual(withReasons);
  return withReasons;
}

function describe(evaluation: Evaluation) {
  const { funding } = evaluation;
  return {
    indicators: readIndicators(computeIndicators(evaluation)),
    tasks: Array.from(funding.status, (status, task) => ({
      status: statuses[status],
      delayYears: funding.delayYears[task],
      fundedWon: funding.fundedWon[task],
    })),
  };
}

function evaluateInWords(plan: CompiledPlan, levers: LeverValues) {
  const { indicators, tasks } = evaluateScenario(plan, levers);
  return {
    indicators,
    tasks: tasks.map(({ status, delayYears, fundedWon }) => ({ status, delayYears, fundedWon })),
  };
}

test("one evaluator gives for one scenario after another what each comes to alone", () => {
  fc.assert(
    fc.property(anyScenario, anyScenario, ({ template, history, picks }, { picks: others }) => {
      const plan = compilePlan(editedTables(template, history), 1);
      const evaluator = createEvaluator(plan);
      for (const levers of [leversFor(plan, picks), leversFor(plan, others), {}])
        expect(evaluate(evaluator, plan, levers)).toEqual(evaluateInWords(plan, levers));
    }),
    { numRuns },
  );
});

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const anyDraw = fc.record({
  amountFactor: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 9 }),
  ceilingFactor: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 7 }),
  attendance: ratio,
  officialAttendance: ratio,
  absorptionStartRatio: ratio,
  absorptionGrowthRatio: ratio,
  inflationRatio: fc.double({ min: -0.2, max: 0.3, noNaN: true }),
  grade: fc.nat(20),
});

test("a draw comes to the same as a plan that says what was drawn, and leaves nothing behind", () => {
  fc.assert(
    fc.property(anyScenario, anyDraw, ({ template, history }, draw) => {
      const plan = compilePlan(editedTables(template, history), 1);
      const evaluator = createEvaluator(plan);
      const factorAt = (factors: readonly number[], at: number) => factors[at % factors.length] ?? 1;
      const amountWon = plan.waterfall.amountWon.map((won, at) =>
        Math.round(won * factorAt(draw.amountFactor, at)),
      );
      const ceilingWon = plan.ceilingWon.map((won, at) => Math.round(won * factorAt(draw.ceilingFactor, at)));
      const gradeIndex = plan.grades.length === 0 ? -1 : draw.grade % plan.grades.length;
      const drawn: Perturbation = {
        lineWon: Float64Array.from(evaluator.findLinePlaces(), (at) => amountWon[at] ?? 0),
        ceilingWon,
        citizenAttendanceRatio: Float64Array.from(plan.committees, () => draw.attendance),
        officialAttendanceRatio: Float64Array.from(plan.committees, () => draw.officialAttendance),
        absorptionStartRatio: draw.absorptionStartRatio,
        absorptionGrowthRatio: draw.absorptionGrowthRatio,
        inflationRatio: draw.inflationRatio,
        gradeBeforeYear: Int32Array.from(plan.years, () => gradeIndex),
      };
      const asPlan: CompiledPlan = {
        ...plan,
        waterfall: { ...plan.waterfall, amountWon },
        ceilingWon,
        committees: plan.committees.map((committee) => ({
          ...committee,
          citizenAttendanceRatio: draw.attendance,
          officialAttendanceRatio: draw.officialAttendance,
        })),
        residentRules: {
          ...plan.residentRules,
          absorptionStartRatio: draw.absorptionStartRatio,
          absorptionGrowthRatio: draw.absorptionGrowthRatio,
        },
        gradeBeforeYear: plan.years.map(() => plan.grades[gradeIndex]?.code ?? ""),
      };
      expect(evaluate(evaluator, plan, {}, drawn)).toEqual(
        evaluateInWords(asPlan, { "prices.inflation": draw.inflationRatio }),
      );
      expect(evaluate(evaluator, plan, {})).toEqual(evaluateInWords(plan, {}));
    }),
    { numRuns },
  );
});
