import { computeSharePool, type SharePool } from "../budget/share-pool";
import {
  DELAYED,
  DROPPED,
  fundByWaterfall,
  fundedAmountWon,
  PARTIAL,
  type WaterfallResult,
} from "../budget/waterfall";
import { applyLevers } from "./apply-levers";
import type { CompiledPlan } from "./compiled-plan";
import { evaluateCommittee } from "./evaluate-committee";
import type { LeverValues } from "./lever";
import type {
  BindingLimit,
  CommitteeOutcome,
  Indicators,
  Outcome,
  TaskOutcome,
  TaskReason,
  TaskStatus,
  YearOutcome,
} from "./outcome";

/** Everything between the compiled plan and the outcome, by `source · years + year` where money is meant. */
interface Evaluation {
  readonly plan: CompiledPlan;
  readonly levers: LeverValues;
  readonly committees: readonly CommitteeOutcome[];
  readonly committeeWon: Float64Array;
  readonly pool: SharePool;
  readonly priceLevel: Float64Array;
  /** What all tasks need as planned, at the scenario's prices. */
  readonly plannedWon: Float64Array;
  readonly funding: WaterfallResult;
}

/**
 * What a plan comes to under a scenario (models B4): committees are paid first,
 * then what residents decide on, then tasks by the waterfall. Levers as checked
 * by check-levers.ts; `{}` is the plan itself.
 *
 * Prices: amounts are the plan's, at its own inflation; another inflation
 * raises each year's amounts from the second year on.
 */
export function evaluateScenario(compiled: CompiledPlan, levers: LeverValues): Outcome {
  const plan = applyLevers(compiled, levers);
  const yearCount = plan.years.length;
  const committees = plan.committees.map(evaluateCommittee);
  const committeeWon = chargeCommittees(plan, committees);
  const pool = computeSharePool({
    sourceCount: plan.sources.length,
    yearCount,
    ceilingWon: plan.ceilingWon,
    isEligible: plan.isEligibleForShare,
    shareRatioByYear: plan.shareRatioByYear,
    base: plan.shareBase,
    outsideBaseWonByYear:
      plan.shareBase === "total" ? plan.totalBudgetWonByYear : plan.discretionaryBudgetWonByYear,
    mode: plan.shareMode,
    isAdditional: plan.isShareAdditional,
  });
  const yearlyRise = (1 + plan.inflationRatio) / (1 + compiled.inflationRatio);
  const priceLevel = Float64Array.from(plan.years, (_, index) => yearlyRise ** index);
  const availableWon = plan.ceilingWon.map((ceilingWon, at) =>
    Number.isNaN(ceilingWon) ? Infinity : ceilingWon - (committeeWon[at] ?? 0) - (pool.displacedWon[at] ?? 0),
  );
  const funding = fundByWaterfall(plan.waterfall, availableWon, {
    levelByYear: priceLevel,
    yearlyFactor: 1 + plan.inflationRatio,
  });
  const evaluation: Evaluation = {
    plan,
    levers,
    committees,
    committeeWon,
    pool,
    priceLevel,
    plannedWon: sumPlanned(plan, priceLevel),
    funding,
  };
  const tasks = plan.tasks.map((_, index) => describeTask(evaluation, index));
  const byYear = describeYears(evaluation, tasks);
  const firstShortage = findFirstShortage(evaluation);
  return {
    levers,
    years: plan.years,
    indicators: computeIndicators(evaluation, tasks, firstShortage),
    byYear,
    tasks,
    committees,
    bindingLimit: findBindingLimit(evaluation, tasks),
    firstShortage,
  };
}

function chargeCommittees(plan: CompiledPlan, outcomes: readonly CommitteeOutcome[]): Float64Array {
  const yearCount = plan.years.length;
  const chargedWon = new Float64Array(plan.sources.length * yearCount);
  for (const [index, committee] of plan.committees.entries()) {
    if (committee.sourceIndex < 0) continue;
    for (let year = 0; year < yearCount; year += 1) {
      const at = committee.sourceIndex * yearCount + year;
      chargedWon[at] = (chargedWon[at] ?? 0) + (outcomes[index]?.costWonPerYear ?? 0);
    }
  }
  return chargedWon;
}

function sumPlanned(plan: CompiledPlan, priceLevel: Float64Array): Float64Array {
  const { taskCount, sourceCount, yearCount, amountWon } = plan.waterfall;
  const size = sourceCount * yearCount;
  const plannedWon = new Float64Array(size);
  for (let task = 0; task < taskCount; task += 1)
    for (let at = 0; at < size; at += 1)
      plannedWon[at] =
        (plannedWon[at] ?? 0) +
        Math.round((amountWon[task * size + at] ?? 0) * (priceLevel[at % yearCount] ?? 1));
  return plannedWon;
}

function describeTask({ plan, funding, priceLevel }: Evaluation, task: number): TaskOutcome {
  const { sourceCount, yearCount, amountWon } = plan.waterfall;
  const delayYears = funding.delayYears[task] ?? 0;
  const ratio = funding.fundedRatio[task] ?? 0;
  const isDropped = funding.status[task] === DROPPED;
  const rise = (1 + plan.inflationRatio) ** delayYears;
  const fundedWonByYear = new Array<number>(yearCount).fill(0);
  let plannedWon = 0;
  let fundedWon = 0;
  let afterHorizonWon = 0;
  for (let source = 0; source < sourceCount; source += 1)
    for (let year = 0; year < yearCount; year += 1) {
      const amount = amountWon[(task * sourceCount + source) * yearCount + year] ?? 0;
      if (amount === 0) continue;
      const level = priceLevel[year] ?? 1;
      plannedWon += Math.round(amount * level);
      if (isDropped) continue;
      const lineWon = fundedAmountWon(amount, level, rise, ratio);
      if (year + delayYears >= yearCount) afterHorizonWon += lineWon;
      else {
        fundedWon += lineWon;
        fundedWonByYear[year + delayYears] = (fundedWonByYear[year + delayYears] ?? 0) + lineWon;
      }
    }
  return {
    taskId: plan.tasks[task]?.id ?? "",
    status: statusOf(funding.status[task]),
    delayYears,
    fundedRatio: plannedWon === 0 ? (isDropped ? 0 : 1) : Math.min(1, fundedWon / plannedWon),
    plannedWon,
    fundedWon,
    afterHorizonWon,
    reason: reasonOf(plan, funding, task),
    fundedWonByYear,
  };
}

const statusOf = (status: number | undefined): TaskStatus =>
  status === DROPPED ? "dropped" : status === DELAYED ? "delayed" : status === PARTIAL ? "partial" : "funded";

/** A shortage of the task's own comes before a predecessor that held it up. */
function reasonOf(plan: CompiledPlan, funding: WaterfallResult, task: number): TaskReason | null {
  const source = plan.sources[funding.shortSource[task] ?? -1];
  const year = plan.years[funding.shortYear[task] ?? -1];
  if (source !== undefined && year !== undefined)
    return { type: "ceiling", sourceId: source.id, year, shortWon: funding.shortWon[task] ?? 0 };
  const blockedBy = plan.tasks[funding.blockedBy[task] ?? -1];
  return blockedBy === undefined ? null : { type: "predecessor", taskId: blockedBy.id };
}

function describeYears(evaluation: Evaluation, tasks: readonly TaskOutcome[]): readonly YearOutcome[] {
  const { plan, committeeWon, pool, plannedWon } = evaluation;
  const tasksWon = sumFunded(evaluation, tasks);
  return plan.years.map((year, yearIndex) => ({
    year,
    sources: plan.sources.map((source, sourceIndex) => {
      const at = sourceIndex * plan.years.length + yearIndex;
      const ceilingWon = plan.ceilingWon[at] ?? Number.NaN;
      const hasCeiling = !Number.isNaN(ceilingWon);
      const spentWon = (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (tasksWon[at] ?? 0);
      return {
        sourceId: source.id,
        hasCeiling,
        ceilingWon: hasCeiling ? ceilingWon : 0,
        committeesWon: committeeWon[at] ?? 0,
        residentsWon: pool.poolWon[at] ?? 0,
        displacedWon: pool.displacedWon[at] ?? 0,
        tasksWon: tasksWon[at] ?? 0,
        plannedWon: plannedWon[at] ?? 0,
        headroomWon: hasCeiling ? ceilingWon - spentWon : 0,
      };
    }),
  }));
}

function sumFunded({ plan, funding, priceLevel }: Evaluation, tasks: readonly TaskOutcome[]): Float64Array {
  const { sourceCount, yearCount, amountWon } = plan.waterfall;
  const fundedWon = new Float64Array(sourceCount * yearCount);
  for (const [task, { status, delayYears }] of tasks.entries()) {
    if (status === "dropped") continue;
    const rise = (1 + plan.inflationRatio) ** delayYears;
    const ratio = funding.fundedRatio[task] ?? 0;
    for (let source = 0; source < sourceCount; source += 1)
      for (let year = 0; year + delayYears < yearCount; year += 1) {
        const amount = amountWon[(task * sourceCount + source) * yearCount + year] ?? 0;
        const at = source * yearCount + year + delayYears;
        if (amount !== 0)
          fundedWon[at] = (fundedWon[at] ?? 0) + fundedAmountWon(amount, priceLevel[year] ?? 1, rise, ratio);
      }
  }
  return fundedWon;
}

function findFirstShortage({ plan, committeeWon, pool, plannedWon }: Evaluation): Outcome["firstShortage"] {
  const yearCount = plan.years.length;
  for (const [yearIndex, year] of plan.years.entries()) {
    let worst: { year: number; sourceId: string; shortWon: number } | null = null;
    for (const [sourceIndex, source] of plan.sources.entries()) {
      const at = sourceIndex * yearCount + yearIndex;
      const neededWon = (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (plannedWon[at] ?? 0);
      const shortWon = neededWon - (plan.ceilingWon[at] ?? Number.NaN);
      if (shortWon > 0 && shortWon > (worst?.shortWon ?? 0)) worst = { year, sourceId: source.id, shortWon };
    }
    if (worst !== null) return worst;
  }
  return null;
}

/** The shortage that the first task in line met; tasks that only wait for a predecessor do not name a limit. */
function findBindingLimit({ plan }: Evaluation, tasks: readonly TaskOutcome[]): BindingLimit {
  const waiting = tasks.filter(({ status }) => status !== "funded");
  for (const task of plan.waterfall.order) {
    const outcome = tasks[task];
    if (outcome === undefined || outcome.status === "funded" || outcome.reason?.type !== "ceiling") continue;
    const { sourceId, year, shortWon } = outcome.reason;
    return { type: "money", sourceId, year, shortWon, taskId: outcome.taskId, waitingTasks: waiting.length };
  }
  return { type: "none" };
}

function computeIndicators(
  evaluation: Evaluation,
  tasks: readonly TaskOutcome[],
  firstShortage: Outcome["firstShortage"],
): Indicators {
  const { plan, committees, pool } = evaluation;
  const countOf = (status: TaskStatus) => tasks.filter((task) => task.status === status).length;
  const sum = (of: (task: TaskOutcome) => number) => tasks.reduce((total, task) => total + of(task), 0);
  const totalScore = plan.tasks.reduce((total, task) => total + task.priorityScore, 0);
  const weightedScore = plan.tasks.reduce(
    (total, task, index) => total + task.priorityScore * (tasks[index]?.fundedRatio ?? 0),
    0,
  );
  const [council] = committees;
  const decidedWon = sumOf(pool.poolWon);
  return {
    costToCeilingRatio: computeCostToCeiling(evaluation),
    firstShortYear: firstShortage?.year ?? null,
    tasksFunded: countOf("funded"),
    tasksPartial: countOf("partial"),
    tasksDelayed: countOf("delayed"),
    tasksDropped: countOf("dropped"),
    fundedRatio: ratioOrNull(
      sum((task) => Math.min(task.fundedWon, task.plannedWon)),
      sum((task) => task.plannedWon),
    ),
    priorityCoverageRatio: ratioOrNull(weightedScore, totalScore),
    unfundedWon: sum((task) => Math.max(0, task.plannedWon - task.fundedWon)),
    committeeCostWon:
      committees.reduce((total, committee) => total + committee.costWonPerYear, 0) * plan.years.length,
    presenceSeatedRatio: council?.presenceSeatedRatio ?? null,
    presenceAtMeetingRatio: council?.presenceAtMeetingRatio ?? null,
    quorumRatio: council?.quorumRatio ?? null,
    officialsBanzhaf: council?.officialsBanzhaf ?? null,
    officialsShapley: council?.officialsShapley ?? null,
    officialsPivotalRatio: council?.officialsPivotalRatio ?? null,
    residentShareDecidedRatio: ratioOrNull(decidedWon, pool.baseWon),
    residentDecidedWon: decidedWon,
    displacedWon: sumOf(pool.displacedWon),
  };
}

/** Committees, displaced money and all tasks as planned, against all ceilings; above 1 something does not fit. */
function computeCostToCeiling({ plan, committeeWon, pool, plannedWon }: Evaluation): number | null {
  let neededWon = 0;
  let ceilingWon = 0;
  for (const [at, limitWon] of plan.ceilingWon.entries()) {
    if (Number.isNaN(limitWon)) continue;
    ceilingWon += limitWon;
    neededWon += (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (plannedWon[at] ?? 0);
  }
  return ratioOrNull(neededWon, ceilingWon);
}

const ratioOrNull = (part: number, whole: number) => (whole > 0 ? part / whole : null);

const sumOf = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
