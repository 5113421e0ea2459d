import { compilePlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../core/scenario/lever";
import type { Outcome } from "../../core/scenario/outcome";
import { expectThat, type MeasureFigures, measure } from "./figure";
import { LARGE_PLAN, makeLargePlan } from "./make-large-plan";

const measureFigures: MeasureFigures = async () => {
  const document = makeLargePlan({ ...LARGE_PLAN, edits: 0 });
  const compiled = compilePlan(document.tables, document.revision);
  const size = `${LARGE_PLAN.tasks} tasks × ${LARGE_PLAN.years} years × ${LARGE_PLAN.sources} sources`;
  let seats = 30;
  const nextSeats = (): LeverValues => {
    seats = 30 + ((seats - 29) % 40);
    return { "committee.COUNCIL.seats": seats, "decentralised.share": seats / 1000 };
  };
  return [
    await measure({
      name: `evaluate ${size}, as planned`,
      budgetMs: 0.5,
      run: () => evaluateScenario(compiled, {}),
      check: checkOutcome,
    }),
    await measure({
      name: "evaluate it with seats and share moving",
      budgetMs: 0.5,
      run: () => evaluateScenario(compiled, nextSeats()),
      check: checkOutcome,
    }),
    await measure({
      name: "compile it",
      budgetMs: 50,
      run: () => compilePlan(document.tables, document.revision),
      check: (again) => expectThat(again.tasks.length === LARGE_PLAN.tasks, "every task is compiled"),
    }),
  ];
};

export default measureFigures;

/** The plan is made so that every kind of result occurs and no money is spent twice. */
function checkOutcome(outcome: Outcome): void {
  const { tasksFunded, tasksPartial, tasksDelayed, tasksDropped } = outcome.indicators;
  const counts = [tasksFunded, tasksPartial, tasksDelayed, tasksDropped].map(Number);
  expectThat(counts.reduce((sum, count) => sum + count) === LARGE_PLAN.tasks, "each task has one result");
  expectThat(Number(tasksFunded) > 0 && Number(tasksDropped) > 0, `some are funded and some not: ${counts}`);
  for (const { sources } of outcome.byYear)
    for (const { headroomWon } of sources) expectThat(headroomWon >= 0, "no ceiling is exceeded");
}
