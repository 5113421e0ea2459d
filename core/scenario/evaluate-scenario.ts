import { computeSharePool, type SharePool } from "../budget/share-pool";
import { fundByWaterfall, fundedAmountWon, type WaterfallPlan } from "../budget/waterfall";
import { sizeInYear } from "./apply-committee-levers";
import { applyLevers } from "./apply-levers";
import type { CompiledPlan } from "./compiled-plan";
import { computeIndicators } from "./compute-indicators";
import { describeTasks } from "./describe-tasks";
import { describeResources, describeYears, findFirstShortage } from "./describe-years";
import { evaluateCommittee } from "./evaluate-committee";
import { evaluateResidents, type ResidentYear } from "./evaluate-residents";
import { evaluateUnits, type UnitsOutcome } from "./evaluate-units";
import type { Evaluation } from "./evaluation";
import { findBindingLimits } from "./find-binding-limits";
import type { LeverValues } from "./lever";
import type { CommitteeOutcome, Outcome } from "./outcome";

/**
 * What a plan comes to under a scenario (models B): committees are paid and
 * staffed first, then what residents decide on is set aside, then tasks get
 * money and resources by the waterfall, and residents' projects get the posts
 * that are left. Levers as checked by check-levers.ts; `{}` is the plan itself.
 *
 * Prices: amounts are the plan's, at its own inflation; another inflation
 * raises each year's amounts from the second year on.
 */
export function evaluateScenario(compiled: CompiledPlan, levers: LeverValues): Outcome {
  const plan = applyLevers(compiled, levers);
  const evaluation = fund(plan, compiled.inflationRatio, levers);
  const { tasks, fundedWon } = describeTasks(evaluation);
  const poolWonByYear = sumBySource(evaluation.pool.poolWon, plan);
  const units = evaluateUnits(plan.units, poolWonByYear, plan.weights);
  const tasksAmount = takenCapacity(evaluation);
  const residents = evaluateResidentYears(evaluation, units, poolWonByYear, tasksAmount);
  const resources = describeResources(evaluation, tasksAmount, residents);
  const firstShortage = findFirstShortage(evaluation);
  const bindingLimits = findBindingLimits(evaluation, tasks, residents);
  return {
    levers,
    years: plan.years,
    indicators: computeIndicators(evaluation, { tasks, residents, units, resources, firstShortage }),
    byYear: describeYears(evaluation, fundedWon),
    tasks,
    committees: evaluation.committees,
    bindingLimit: bindingLimits[0] ?? { type: "none" },
    bindingLimits,
    resources,
    residents,
    units,
    firstShortage,
  };
}

function fund(plan: CompiledPlan, plannedInflationRatio: number, levers: LeverValues): Evaluation {
  const committees = plan.committees.map((committee) =>
    evaluateCommittee(committee, plan.groups, plan.years.length),
  );
  const committeeWon = chargeCommittees(plan, committees);
  const committeeStaffFte = staffCouncils(plan);
  const pool = computePool(plan);
  const yearlyRise = (1 + plan.inflationRatio) / (1 + plannedInflationRatio);
  const priceLevel = Float64Array.from(plan.years, (_, index) => yearlyRise ** index);
  const availableWon = plan.ceilingWon.map((ceilingWon, at) =>
    Number.isNaN(ceilingWon) ? Infinity : ceilingWon - (committeeWon[at] ?? 0) - (pool.displacedWon[at] ?? 0),
  );
  const prices = { levelByYear: priceLevel, yearlyFactor: 1 + plan.inflationRatio };
  return {
    plan,
    levers,
    committees,
    committeeWon,
    committeeStaffFte,
    pool,
    priceLevel,
    plannedWon: sumPlanned(plan, priceLevel),
    funding: fundByWaterfall(
      plan.waterfall,
      availableWon,
      prices,
      availableCapacity(plan, committeeStaffFte),
    ),
  };
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

function chargeCommittees(plan: CompiledPlan, outcomes: readonly CommitteeOutcome[]): Float64Array {
  const yearCount = plan.years.length;
  const chargedWon = new Float64Array(plan.sources.length * yearCount);
  for (const [index, committee] of plan.committees.entries()) {
    if (committee.sourceIndex < 0) continue;
    for (let year = 0; year < yearCount; year += 1) {
      const at = committee.sourceIndex * yearCount + year;
      chargedWon[at] = (chargedWon[at] ?? 0) + (outcomes[index]?.costWonByYear[year] ?? 0);
    }
  }
  return chargedWon;
}

/** Posts that councils take: f₀ + f₁·seats + f₂·subcommittees, f₀ once (models B7). */
function staffCouncils({ committees, years, residentRules: rules }: CompiledPlan): Float64Array {
  const councils = committees.filter((committee) => committee.isCouncil);
  return Float64Array.from(years, (_, year) =>
    councils.length === 0
      ? 0
      : councils.reduce(
          (fte, council) =>
            fte +
            rules.committeeStaffPerMemberFte * sizeInYear(council, year).seats +
            rules.committeeStaffPerSubcommitteeFte * council.subcommittees,
          rules.committeeBaseStaffFte,
        ),
  );
}

function availableCapacity(plan: CompiledPlan, committeeStaffFte: Float64Array): Float64Array {
  return plan.capacity.map((capacity, at) => {
    if (Number.isNaN(capacity)) return Infinity;
    const isSecretariat = Math.floor(at / plan.years.length) === plan.secretariatIndex;
    return isSecretariat ? capacity - (committeeStaffFte[at % plan.years.length] ?? 0) : capacity;
  });
}

/** What all tasks need as planned, by source and year. The sums at the plan's own prices are kept with the plan. */
function sumPlanned({ waterfall }: CompiledPlan, priceLevel: Float64Array): Float64Array {
  if (priceLevel.some((level) => level !== 1)) return sumAmounts(waterfall, priceLevel);
  const known = plannedAtOwnPrices.get(waterfall);
  if (known !== undefined) return known;
  const plannedWon = sumAmounts(waterfall, priceLevel);
  plannedAtOwnPrices.set(waterfall, plannedWon);
  return plannedWon;
}

const plannedAtOwnPrices = new WeakMap<WaterfallPlan, Float64Array>();

function sumAmounts(
  { taskCount, sourceCount, yearCount, amountWon }: WaterfallPlan,
  priceLevel: Float64Array,
): Float64Array {
  const size = sourceCount * yearCount;
  const plannedWon = new Float64Array(size);
  for (let task = 0; task < taskCount; task += 1)
    for (let at = 0; at < size; at += 1) {
      const amount = amountWon[task * size + at] ?? 0;
      if (amount !== 0)
        plannedWon[at] = (plannedWon[at] ?? 0) + fundedAmountWon(amount, priceLevel[at % yearCount] ?? 1, 1);
    }
  return plannedWon;
}

/** Sums over the sources by year, held where whole won stay exact: no budget of a country comes near it. */
const sumBySource = (values: Float64Array, plan: CompiledPlan): readonly number[] =>
  plan.years.map((_, year) =>
    Math.min(
      Number.MAX_SAFE_INTEGER,
      plan.sources.reduce((sum, _, source) => sum + (values[source * plan.years.length + year] ?? 0), 0),
    ),
  );

/** What funded tasks take of each resource: they alone lower what the waterfall had. */
function takenCapacity({ plan, funding }: Evaluation): Float64Array {
  const { taskCount, resourceCount, yearCount, needAmount } = plan.waterfall;
  const taken = new Float64Array(resourceCount * yearCount);
  for (let task = 0; task < taskCount; task += 1) {
    const ratio = funding.fundedRatio[task] ?? 0;
    const delayYears = funding.delayYears[task] ?? 0;
    for (let resource = 0; resource < resourceCount; resource += 1)
      for (let year = 0; year + delayYears < yearCount; year += 1) {
        const at = resource * yearCount + year + delayYears;
        taken[at] =
          (taken[at] ?? 0) + ratio * (needAmount[(task * resourceCount + resource) * yearCount + year] ?? 0);
      }
  }
  return taken;
}

/** Without units the pool is one unit that can spend all it gets. */
function evaluateResidentYears(
  { plan, committeeStaffFte }: Evaluation,
  units: UnitsOutcome,
  poolWonByYear: readonly number[],
  tasksAmount: Float64Array,
): readonly ResidentYear[] {
  const yearCount = plan.years.length;
  const first = plan.secretariatIndex * yearCount;
  const ofSecretariat = (values: Float64Array) =>
    plan.secretariatIndex < 0
      ? new Float64Array(yearCount).fill(Number.NaN)
      : values.subarray(first, first + yearCount);
  const councils = plan.committees.filter((committee) => committee.isCouncil);
  const subcommittees = councils.reduce((sum, council) => sum + council.subcommittees, 0);
  const hasUnits = plan.units.length > 0;
  return evaluateResidents({
    rules: hasUnits
      ? plan.residentRules
      : { ...plan.residentRules, absorptionStartRatio: 1, overheadRatio: 0 },
    yearCount,
    units: hasUnits
      ? units.units.map((unit, index) => ({
          allocatedWonByYear: unit.allocatedWonByYear,
          runningCostWon: plan.units[index]?.runningCostWon ?? 0,
        }))
      : [{ allocatedWonByYear: poolWonByYear, runningCostWon: 0 }],
    staffCapacityFteByYear: ofSecretariat(plan.capacity),
    centralStaffFteByYear: ofSecretariat(tasksAmount).map((fte) => (Number.isNaN(fte) ? 0 : fte)),
    committeeStaffFteByYear: committeeStaffFte,
    subcommitteesByYear: councils.length === 0 ? null : plan.years.map(() => subcommittees),
  });
}
