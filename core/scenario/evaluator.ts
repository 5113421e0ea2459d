import { addLines } from "../budget/on-time-lines";
import { findPlaces } from "../budget/packed-lines";
import { computeSharePool, createSharePool, type SharePool } from "../budget/share-pool";
import { DROPPED, fundLines } from "../budget/waterfall";
import type { WaterfallLines } from "../budget/waterfall-plan";
import { createWaterfallResult, type WaterfallResult } from "../budget/waterfall-result";
import { type AppliedScenario, type Perturbation, perturbPlan } from "./applied-scenario";
import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import {
  createResidentFigures,
  evaluateResidents,
  type ResidentFigures,
  type ResidentsInputs,
} from "./evaluate-residents";
import { allocateToUnits, prepareUnits, type UnitFigures } from "./evaluate-units";
import type { Evaluation } from "./evaluation";
import { SeatedCommittees } from "./seat-committees";
import { TaskPrices } from "./task-prices";

/** Evaluates scenarios of one compiled plan, one after another. */
export interface Evaluator {
  /** The plan's own amounts, one entry a line, at the plan's prices: the order of `Perturbation.lineWon`. Read only. */
  readonly plannedLineWon: Float64Array;
  /** Where each line is in `waterfall.amountWon`. */
  findLinePlaces(): Int32Array;
  /**
   * What the scenario comes to, in numbers (evaluation.ts); the lists in it are
   * overwritten by the next call. The scenario is of the evaluator's plan.
   */
  evaluate(scenario: AppliedScenario, drawn?: Perturbation, needs?: EvaluationNeeds): Evaluation;
}

/** What is read off an evaluation. */
export interface EvaluationNeeds {
  /** Why tasks are late, cut or dropped: `funding`'s shortages. Everything else is there in any case. */
  readonly reasons: boolean;
}

/** For those who read numbers only, many times over. */
export const NUMBERS_ONLY: EvaluationNeeds = { reasons: false };

const IN_WORDS: EvaluationNeeds = { reasons: true };

/** Room that is made once for a plan and used by every evaluation. */
interface Room {
  readonly prices: TaskPrices;
  readonly committeeWon: Float64Array;
  readonly committeeStaffFte: Float64Array;
  readonly pool: SharePool;
  readonly poolWonByYear: Float64Array;
  readonly availableWon: Float64Array;
  readonly availableCapacity: Float64Array;
  readonly funding: WaterfallResult;
  readonly plannedAmount: Float64Array;
  readonly tasksAmount: Float64Array;
  readonly priorityScore: Float64Array;
  readonly residents: ResidentFigures;
}

/** Makes room for evaluating a plan. The plan is compiled and not changed. */
export function createEvaluator(compiled: CompiledPlan): Evaluator {
  const room = makeRoom(compiled);
  const { prices } = room;
  // Kept while scenario and draws leave them alone.
  let units = prepareUnits(compiled.units, compiled.weights, compiled.years.length);
  let seated = new SeatedCommittees([], [], 0);
  const seatedBy = new WeakMap<readonly CompiledCommittee[], SeatedCommittees>();
  return {
    plannedLineWon: prices.money.values,
    findLinePlaces: () => findPlaces(prices.money),
    evaluate(scenario, drawn, needs = IN_WORDS) {
      const plan = drawn === undefined ? scenario.plan : perturbPlan(scenario, drawn);
      if (!isSameFormula(units, plan)) units = prepareUnits(plan.units, plan.weights, plan.years.length);
      if (seated.committees !== plan.committees)
        seated = seatCommittees(plan, drawn?.committees === undefined ? null : seatedBy);
      const lines = prices.price(plan.inflationRatio, drawn?.lineWon);
      seated.charge(room.committeeWon);
      seated.staff(plan.residentRules, room.committeeStaffFte);
      const pool = computePool(plan, room.pool);
      sumBySource(pool.poolWon, room.poolWonByYear);
      fundTasks(room, plan, pool, lines, needs);
      allocateToUnits(units, room.poolWonByYear);
      const residentsInputs = collectResidentsInputs(room, plan, seated, units);
      evaluateResidents(residentsInputs, room.residents);
      return {
        plan,
        levers: scenario.levers,
        seated,
        committeeWon: room.committeeWon,
        committeeStaffFte: room.committeeStaffFte,
        pool,
        poolWonByYear: room.poolWonByYear,
        prices,
        lines,
        plannedWon: prices.bySourceYearWon,
        taskPlannedWon: prices.byTaskWon,
        priorityScore: room.priorityScore,
        funding: room.funding,
        plannedAmount: room.plannedAmount,
        tasksAmount: room.tasksAmount,
        units,
        residentsInputs,
        residents: room.residents,
      };
    },
  };
}

function makeRoom(compiled: CompiledPlan): Room {
  const { waterfall, years, tasks } = compiled;
  const prices = new TaskPrices(compiled);
  const bySource = () => new Float64Array(compiled.sources.length * years.length);
  const byResource = () => new Float64Array(compiled.resources.length * years.length);
  const byYear = () => new Float64Array(years.length);
  const plannedAmount = byResource();
  const { cell, values } = prices.needs;
  for (let line = 0; line < values.length; line += 1) {
    const at = cell[line] ?? 0;
    plannedAmount[at] = (plannedAmount[at] ?? 0) + (values[line] ?? 0);
  }
  return {
    prices,
    committeeWon: bySource(),
    committeeStaffFte: byYear(),
    pool: createSharePool(compiled.sources.length, years.length),
    poolWonByYear: byYear(),
    availableWon: bySource(),
    availableCapacity: byResource(),
    funding: createWaterfallResult(waterfall),
    plannedAmount,
    tasksAmount: byResource(),
    priorityScore: Float64Array.from(tasks, (task) => task.priorityScore),
    residents: createResidentFigures(years.length, Math.max(1, compiled.units.length)),
  };
}

/** Levers make new weights, mostly of the same values. */
function isSameFormula({ units, weights }: UnitFigures, plan: CompiledPlan): boolean {
  if (units !== plan.units) return false;
  const { equal, people, need, revenue } = plan.weights;
  return (
    weights.equal === equal &&
    weights.people === people &&
    weights.need === need &&
    weights.revenue === revenue
  );
}

/** Seats the committees of a plan; lists that come again are seated once where `kept` is given. */
function seatCommittees(
  { committees, groups, years }: CompiledPlan,
  kept: WeakMap<readonly CompiledCommittee[], SeatedCommittees> | null,
): SeatedCommittees {
  const known = kept?.get(committees);
  if (known !== undefined) return known;
  const seated = new SeatedCommittees(committees, groups, years.length);
  kept?.set(committees, seated);
  return seated;
}

const computePool = (plan: CompiledPlan, into: SharePool): SharePool =>
  computeSharePool(
    {
      sourceCount: plan.sources.length,
      yearCount: plan.years.length,
      ceilingWon: plan.ceilingWon,
      isEligible: plan.isEligibleForShare,
      shareRatioByYear: plan.shareRatioByYear,
      base: plan.shareBase,
      outsideBaseWonByYear:
        plan.shareBase === "total" ? plan.totalBudgetWonByYear : plan.discretionaryBudgetWonByYear,
      mode: plan.shareMode,
      isAdditional: plan.isShareAdditional,
    },
    into,
  );

/** Sums over the sources by year, held where whole won stay exact: no budget of a country comes near it. */
function sumBySource(values: Float64Array, byYear: Float64Array): void {
  const yearCount = byYear.length;
  for (let year = 0; year < yearCount; year += 1) {
    let won = 0;
    for (let at = year; at < values.length; at += yearCount) won += values[at] ?? 0;
    byYear[year] = Math.min(Number.MAX_SAFE_INTEGER, won);
  }
}

/** Money and posts that are left by committees and residents go to tasks. */
function fundTasks(
  room: Room,
  plan: CompiledPlan,
  pool: SharePool,
  lines: WaterfallLines,
  { reasons }: EvaluationNeeds,
): void {
  const { availableWon, availableCapacity, committeeWon, committeeStaffFte } = room;
  const yearCount = plan.years.length;
  for (let at = 0; at < availableWon.length; at += 1) {
    const ceilingWon = plan.ceilingWon[at] ?? Number.NaN;
    availableWon[at] = Number.isNaN(ceilingWon)
      ? Number.POSITIVE_INFINITY
      : ceilingWon - (committeeWon[at] ?? 0) - (pool.displacedWon[at] ?? 0);
  }
  const firstPost = plan.secretariatIndex * yearCount;
  for (let at = 0; at < availableCapacity.length; at += 1) {
    const capacity = plan.capacity[at] ?? Number.NaN;
    const isSecretariat = at >= firstPost && at < firstPost + yearCount;
    availableCapacity[at] = Number.isNaN(capacity)
      ? Number.POSITIVE_INFINITY
      : isSecretariat
        ? capacity - (committeeStaffFte[at - firstPost] ?? 0)
        : capacity;
  }
  fundLines(plan.waterfall, lines, availableWon, room.prices, availableCapacity, room.funding, reasons);
  sumTakenCapacity(room, lines, yearCount);
}

/** What funded tasks take of each resource: they alone lower what the waterfall had. */
function sumTakenCapacity(
  { funding, tasksAmount }: Room,
  { needs }: WaterfallLines,
  yearCount: number,
): void {
  const { first, cell, values, yearOfCell } = needs;
  tasksAmount.fill(0);
  for (let task = 0; task < funding.status.length; task += 1) {
    if (funding.status[task] === DROPPED) continue;
    const ratio = funding.fundedRatio[task] ?? 0;
    const delayYears = funding.delayYears[task] ?? 0;
    if (ratio === 1 && delayYears === 0) {
      addLines(needs, values, 1, tasksAmount, task);
      continue;
    }
    const end = first[task + 1] ?? 0;
    for (let line = first[task] ?? 0; line < end; line += 1) {
      const at = cell[line] ?? 0;
      if ((yearOfCell[at] ?? 0) + delayYears >= yearCount) continue;
      tasksAmount[at + delayYears] = (tasksAmount[at + delayYears] ?? 0) + ratio * (values[line] ?? 0);
    }
  }
}

/** Without units the pool is one unit that can spend all it gets. */
function collectResidentsInputs(
  room: Room,
  plan: CompiledPlan,
  seated: SeatedCommittees,
  { allocatedWonByYear, runningCostWon }: UnitFigures,
): ResidentsInputs {
  const yearCount = plan.years.length;
  const first = plan.secretariatIndex * yearCount;
  const hasSecretariat = plan.secretariatIndex >= 0;
  const hasUnits = plan.units.length > 0;
  return {
    rules: hasUnits
      ? plan.residentRules
      : { ...plan.residentRules, absorptionStartRatio: 1, overheadRatio: 0 },
    allocatedWonByYear: hasUnits
      ? allocatedWonByYear
      : Array.from(room.poolWonByYear, (won) => Float64Array.of(won)),
    runningCostWon,
    staffCapacityFte: hasSecretariat
      ? plan.capacity.subarray(first, first + yearCount)
      : new Float64Array(yearCount).fill(Number.NaN),
    centralStaffFte: hasSecretariat
      ? room.tasksAmount.subarray(first, first + yearCount)
      : new Float64Array(yearCount),
    committeeStaffFte: room.committeeStaffFte,
    subcommittees: seated.countCouncilSubcommittees(),
  };
}
