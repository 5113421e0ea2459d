import type { PlanDocument } from "../../core/planfile/plan-document";
import { applyScenario, type Perturbation } from "../../core/scenario/applied-scenario";
import { type CompiledPlan, compilePlan } from "../../core/scenario/compile-plan";
import {
  computeIndicators,
  createIndicatorList,
  readIndicators,
} from "../../core/scenario/compute-indicators";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { createEvaluator, NUMBERS_ONLY } from "../../core/scenario/evaluator";
import type { LeverValues } from "../../core/scenario/lever";
import type { Indicators, Outcome } from "../../core/scenario/outcome";
import { expectThat, type MeasureFigures, measure } from "./figure";
import { LARGE_PLAN, makeLargePlan, makeRandom } from "./make-large-plan";

const HUGE_PLAN = { ...LARGE_PLAN, tasks: 2000, edits: 0 };

const measureFigures: MeasureFigures = async () => {
  const document = makeLargePlan({ ...LARGE_PLAN, edits: 0 });
  const compiled = compilePlan(document.tables, document.revision);
  const hugeDocument = makeLargePlan(HUGE_PLAN);
  const huge = compilePlan(hugeDocument.tables, 1);
  const size = `${LARGE_PLAN.tasks} tasks × ${LARGE_PLAN.years} years × ${LARGE_PLAN.sources} sources`;
  let seats = 30;
  const nextSeats = (): LeverValues => {
    seats = 30 + ((seats - 29) % 40);
    return { "committee.COUNCIL.seats": seats, "decentralised.share": seats / 1000 };
  };
  return [
    await measure({
      name: `evaluate ${size}, as planned`,
      budgetMs: 0.2,
      run: () => evaluateScenario(compiled, {}),
      check: (outcome) => checkOutcome(outcome, LARGE_PLAN.tasks),
    }),
    await measure({
      name: "evaluate it with seats and share moving",
      budgetMs: 0.2,
      run: () => evaluateScenario(compiled, nextSeats()),
      check: (outcome) => checkOutcome(outcome, LARGE_PLAN.tasks),
    }),
    await measureDraws("its indicators alone, ceilings drawn anew", compiled, ["ceilingWon"]),
    await measureDraws("its indicators alone, all that is uncertain drawn anew", compiled, [
      "ceilingWon",
      "lineWon",
      "citizenAttendanceRatio",
      "absorptionStartRatio",
      "inflationRatio",
    ]),
    await measure({
      name: `evaluate ${HUGE_PLAN.tasks} tasks × ${LARGE_PLAN.years} years × ${LARGE_PLAN.sources} sources`,
      budgetMs: 3,
      run: () => evaluateScenario(huge, nextSeats()),
      check: (outcome) => checkOutcome(outcome, HUGE_PLAN.tasks),
    }),
    await measureFirstAfterEdit(hugeDocument),
    await measure({
      name: `compile ${size}`,
      budgetMs: 50,
      run: () => compilePlan(document.tables, document.revision),
      check: (again) => expectThat(again.tasks.length === LARGE_PLAN.tasks, "every task is compiled"),
    }),
  ];
};

export default measureFigures;

/** An amount is changed and the plan compiled outside the timer: what is left is what a worker does with a plan that it has not seen. */
function measureFirstAfterEdit({ tables }: PlanDocument) {
  const [line] = tables.all("budgetLine");
  if (line === undefined) throw new Error("bench: there is no budget line");
  let revision = 1;
  const edit = () => {
    revision += 1;
    tables.setCells("budgetLine", line.id, { likelyWon: line.likelyWon + revision });
    return compilePlan(tables, revision);
  };
  let edited = edit();
  return measure({
    name: `first evaluation after an edit, ${HUGE_PLAN.tasks} tasks`,
    budgetMs: 4,
    run: () => evaluateScenario(edited, {}),
    check: (outcome) => checkOutcome(outcome, HUGE_PLAN.tasks),
    dispose: () => {
      edited = edit();
    },
  });
}

/** The plan is made so that every kind of result occurs and no money is spent twice. */
function checkOutcome(outcome: Outcome, tasks: number): void {
  checkCounts(outcome.indicators, tasks);
  for (const { sources } of outcome.byYear)
    for (const { headroomWon } of sources) expectThat(headroomWon >= 0, "no ceiling is exceeded");
}

function checkCounts(indicators: Indicators, tasks: number): void {
  const { tasksFunded, tasksPartial, tasksDelayed, tasksDropped } = indicators;
  const counts = [tasksFunded, tasksPartial, tasksDelayed, tasksDropped].map(Number);
  expectThat(counts.reduce((sum, count) => sum + count) === tasks, "each task has one result");
  expectThat(Number(tasksFunded) > 0 && Number(tasksDropped) > 0, `some are funded and some not: ${counts}`);
}

/** One pass of a Monte Carlo loop without the drawing: draws are made before, and taken in turn. */
function measureDraws(name: string, compiled: CompiledPlan, drawn: readonly (keyof Perturbation)[]) {
  const evaluator = createEvaluator(compiled);
  const scenario = applyScenario(compiled, {});
  const random = makeRandom(7);
  const around = (value: number) => Math.round(value * (0.9 + 0.2 * random()));
  const draws = Array.from({ length: 50 }, (): Perturbation => {
    const all: Required<Omit<Perturbation, "committees" | "gradeBeforeYear" | "officialAttendanceRatio">> = {
      ceilingWon: compiled.ceilingWon.map(around),
      lineWon: evaluator.plannedLineWon.map(around),
      citizenAttendanceRatio: Float64Array.from(compiled.committees, () => 0.4 + 0.4 * random()),
      absorptionStartRatio: 0.4 + 0.4 * random(),
      absorptionGrowthRatio: 0.25,
      inflationRatio: 0.01 + 0.03 * random(),
    };
    return Object.fromEntries(Object.entries(all).filter(([key]) => drawn.some((name) => name === key)));
  });
  const into = createIndicatorList();
  let turn = 0;
  return measure({
    name,
    budgetMs: 0.1,
    run: () => {
      turn = (turn + 1) % draws.length;
      return computeIndicators(evaluator.evaluate(scenario, draws[turn], NUMBERS_ONLY), into);
    },
    check: (indicators) => checkCounts(readIndicators(indicators), LARGE_PLAN.tasks),
  });
}
