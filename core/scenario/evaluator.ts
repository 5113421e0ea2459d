import { computeSharePool, type SharePool } from "../budget/share-pool";
import { DROPPED, fundLines, type WaterfallResult } from "../budget/waterfall";
import { packWaterfallLines, priceLines, type WaterfallLines } from "../budget/waterfall-plan";
import { createWaterfallResult } from "../budget/waterfall-result";
import { type AppliedScenario, type Perturbation, perturbPlan } from "./applied-scenario";
import { sizeInYear } from "./apply-committee-levers";
import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import { evaluateCommittee } from "./evaluate-committee";
import { createResidentFigures, evaluateResidents, type ResidentsInputs } from "./evaluate-residents";
import { allocateToUnits, prepareUnits, type UnitFigures } from "./evaluate-units";
import type { Evaluation } from "./evaluation";
import type { CommitteeOutcome } from "./outcome";

/** Evaluates scenarios of one compiled plan, one after another. */
export interface Evaluator {
  /** The plan's lines: the order of `Perturbation.lineWon` (the plan's own amounts are `lines.amountWon` until then). */
  readonly lines: WaterfallLines["money"];
  /**
   * What the scenario comes to, in numbers (evaluation.ts); the lists in it are
   * overwritten by the next call. The scenario is of the evaluator's plan.
   */
  evaluate(scenario: AppliedScenario, drawn?: Perturbation): Evaluation;
}

/** Room that is made once for a plan and used by every evaluation. */
interface Room {
  readonly lines: WaterfallLines;
  readonly plannedLineWon: Float64Array;
  readonly committeeWon: Float64Array;
  readonly committeeStaffFte: Float64Array;
  readonly poolWonByYear: Float64Array;
  readonly priceLevel: Float64Array;
  readonly availableWon: Float64Array;
  readonly availableCapacity: Float64Array;
  readonly plannedWon: Float64Array;
  readonly taskPlannedWon: Float64Array;
  readonly funding: WaterfallResult;
  readonly plannedAmount: Float64Array;
  readonly tasksAmount: Float64Array;
}

/** Makes room for evaluating a plan. The plan is compiled and not changed. */
export function createEvaluator(compiled: CompiledPlan): Evaluator {
  const room = makeRoom(compiled);
  const yearCount = compiled.years.length;
  const residents = createResidentFigures(yearCount, Math.max(1, compiled.units.length));
  // Kept while scenario and draws leave them alone.
  let units = prepareUnits(compiled.units, compiled.weights, yearCount);
  let priced: Priced | null = null;
  const seatedBy = new WeakMap<readonly CompiledCommittee[], Seated>();
  return {
    lines: room.lines.money,
    evaluate: (scenario, drawn) => {
      const plan = drawn === undefined ? scenario.plan : perturbPlan(scenario, drawn);
      if (units.weights !== plan.weights) units = prepareUnits(plan.units, plan.weights, yearCount);
      const seated = seatedBy.get(plan.committees) ?? seatCommittees(plan);
      seatedBy.set(plan.committees, seated);
      priced = priceTasks(room, priced, plan.inflationRatio, scenario.plannedInflationRatio, drawn?.lineWon);
      chargeCommittees(plan, seated.outcomes, room.committeeWon);
      staffCouncils(plan, seated.councils, room.committeeStaffFte);
      const pool = computePool(plan);
      sumBySource(pool.poolWon, room.poolWonByYear);
      fundTasks(room, plan, pool);
      allocateToUnits(units, room.poolWonByYear);
      const residentsInputs = collectResidentsInputs(room, plan, seated.councils, units);
      evaluateResidents(residentsInputs, residents);
      return {
        ...room,
        plan,
        levers: scenario.levers,
        committees: seated.outcomes,
        pool,
        units,
        residentsInputs,
        residents,
      };
    },
  };
}

function makeRoom(compiled: CompiledPlan): Room {
  const { waterfall, years } = compiled;
  const lines = packWaterfallLines(waterfall);
  const bySource = () => new Float64Array(compiled.sources.length * years.length);
  const byResource = () => new Float64Array(compiled.resources.length * years.length);
  const byYear = () => new Float64Array(years.length);
  const plannedAmount = byResource();
  for (let line = 0; line < lines.needAmount.length; line += 1) {
    const cell = lines.needs.cell[line] ?? 0;
    plannedAmount[cell] = (plannedAmount[cell] ?? 0) + (lines.needAmount[line] ?? 0);
  }
  return {
    lines,
    plannedLineWon: lines.amountWon.slice(),
    committeeWon: bySource(),
    committeeStaffFte: byYear(),
    poolWonByYear: byYear(),
    priceLevel: byYear(),
    availableWon: bySource(),
    availableCapacity: byResource(),
    plannedWon: bySource(),
    taskPlannedWon: new Float64Array(waterfall.taskCount),
    funding: createWaterfallResult(waterfall),
    plannedAmount,
    tasksAmount: byResource(),
  };
}

/** What the amounts of lines were last priced with. */
interface Priced {
  readonly yearlyRise: number;
  readonly isDrawn: boolean;
}

/** Brings amounts to the prices of their year and sums them, unless they are as they were. */
function priceTasks(
  room: Room,
  before: Priced | null,
  inflationRatio: number,
  plannedInflationRatio: number,
  drawnWon: Float64Array | undefined,
): Priced {
  const { lines, priceLevel, plannedWon, taskPlannedWon } = room;
  const yearlyRise = (1 + inflationRatio) / (1 + plannedInflationRatio);
  const isDrawn = drawnWon !== undefined;
  if (before !== null && !isDrawn && !before.isDrawn && before.yearlyRise === yearlyRise) return before;
  for (let year = 0; year < priceLevel.length; year += 1) priceLevel[year] = yearlyRise ** year;
  if (isDrawn || before?.isDrawn) lines.amountWon.set(drawnWon ?? room.plannedLineWon);
  priceLines(lines, priceLevel, taskPlannedWon, plannedWon);
  return { yearlyRise, isDrawn };
}

interface Seated {
  readonly committees: readonly CompiledCommittee[];
  readonly outcomes: readonly CommitteeOutcome[];
  readonly councils: readonly CompiledCommittee[];
}

const seatCommittees = ({ committees, groups, years }: CompiledPlan): Seated => ({
  committees,
  outcomes: committees.map((committee) => evaluateCommittee(committee, groups, years.length)),
  councils: committees.filter((committee) => committee.isCouncil),
});

function chargeCommittees(
  plan: CompiledPlan,
  outcomes: readonly CommitteeOutcome[],
  chargedWon: Float64Array,
): void {
  const yearCount = plan.years.length;
  chargedWon.fill(0);
  for (const [index, { sourceIndex }] of plan.committees.entries())
    for (let year = 0; year < yearCount && sourceIndex >= 0; year += 1) {
      const at = sourceIndex * yearCount + year;
      chargedWon[at] = (chargedWon[at] ?? 0) + (outcomes[index]?.costWonByYear[year] ?? 0);
    }
}

/** Posts that councils take: f₀ + f₁·seats + f₂·subcommittees, f₀ once (models B7). */
function staffCouncils(
  { residentRules: rules }: CompiledPlan,
  councils: readonly CompiledCommittee[],
  staffFte: Float64Array,
): void {
  for (let year = 0; year < staffFte.length; year += 1) {
    let fte = councils.length === 0 ? 0 : rules.committeeBaseStaffFte;
    for (const council of councils)
      fte +=
        rules.committeeStaffPerMemberFte * sizeInYear(council, year).seats +
        rules.committeeStaffPerSubcommitteeFte * council.subcommittees;
    staffFte[year] = fte;
  }
}

const computePool = (plan: CompiledPlan): SharePool =>
  computeSharePool({
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
  });

/** Sums over the sources by year, held where whole won stay exact: no budget of a country comes near it. */
function sumBySource(values: Float64Array, byYear: Float64Array): void {
  byYear.fill(0);
  for (let at = 0; at < values.length; at += 1) {
    const year = at % byYear.length;
    byYear[year] = (byYear[year] ?? 0) + (values[at] ?? 0);
  }
  for (let year = 0; year < byYear.length; year += 1)
    byYear[year] = Math.min(Number.MAX_SAFE_INTEGER, byYear[year] ?? 0);
}

/** Money and posts that are left by committees and residents go to tasks. */
function fundTasks(room: Room, plan: CompiledPlan, pool: SharePool): void {
  const { availableWon, availableCapacity, committeeWon, committeeStaffFte, priceLevel } = room;
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
  const prices = { levelByYear: priceLevel, yearlyFactor: 1 + plan.inflationRatio };
  fundLines(plan.waterfall, room.lines, availableWon, prices, availableCapacity, room.funding);
  sumTakenCapacity(room, yearCount);
}

/** What funded tasks take of each resource: they alone lower what the waterfall had. */
function sumTakenCapacity({ lines, funding, tasksAmount }: Room, yearCount: number): void {
  const { needs, needAmount } = lines;
  tasksAmount.fill(0);
  for (let task = 0; task < funding.status.length; task += 1) {
    if (funding.status[task] === DROPPED) continue;
    const ratio = funding.fundedRatio[task] ?? 0;
    const delayYears = funding.delayYears[task] ?? 0;
    const end = needs.first[task + 1] ?? 0;
    for (let line = needs.first[task] ?? 0; line < end; line += 1) {
      if ((needs.year[line] ?? 0) + delayYears >= yearCount) continue;
      const at = (needs.cell[line] ?? 0) + delayYears;
      tasksAmount[at] = (tasksAmount[at] ?? 0) + ratio * (needAmount[line] ?? 0);
    }
  }
}

/** Without units the pool is one unit that can spend all it gets. */
function collectResidentsInputs(
  room: Room,
  plan: CompiledPlan,
  councils: readonly CompiledCommittee[],
  { allocatedWonByYear }: UnitFigures,
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
    runningCostWon: Float64Array.from(plan.units, (unit) => unit.runningCostWon),
    staffCapacityFte: hasSecretariat
      ? plan.capacity.subarray(first, first + yearCount)
      : new Float64Array(yearCount).fill(Number.NaN),
    centralStaffFte: hasSecretariat
      ? room.tasksAmount.subarray(first, first + yearCount)
      : new Float64Array(yearCount),
    committeeStaffFte: room.committeeStaffFte,
    subcommittees:
      councils.length === 0 ? Number.NaN : councils.reduce((sum, council) => sum + council.subcommittees, 0),
  };
}
