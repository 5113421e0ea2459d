import { DROPPED } from "../budget/waterfall";
import { findFirstShortYear } from "./describe-years";
import { type Evaluation, taskFundedRatio } from "./evaluation";
import { type Equity, measureEquity } from "./measure-equity";
import { type CommitteeOutcome, type IndicatorKey, type Indicators, indicatorDefinitions } from "./outcome";

/** Where each indicator stands in the list that `computeIndicators` fills: the order of the definitions. */
export const indicatorIndex = Object.fromEntries(
  indicatorDefinitions.map(({ key }, index) => [key, index]),
) as Readonly<Record<IndicatorKey, number>>;

/** Room for the indicators of an evaluation. */
export const createIndicatorList = (): Float64Array => new Float64Array(indicatorDefinitions.length);

/** The list by name; null where the plan has nothing to compute one from. */
export function readIndicators(list: Float64Array): Indicators {
  const byName: Partial<Record<IndicatorKey, number | null>> = {};
  for (let index = 0; index < indicatorDefinitions.length; index += 1) {
    const key = indicatorDefinitions[index]?.key;
    const value = list[index] ?? Number.NaN;
    if (key !== undefined) byName[key] = Number.isNaN(value) ? null : value;
  }
  return byName as Indicators;
}

/** Indicators that take work of their own: what nobody reads need not be worked out. */
export interface IndicatorParts {
  /** Chances, power and seats of the council. */
  readonly council: boolean;
  /** Equity between units. */
  readonly equity: boolean;
}

const ALL_PARTS: IndicatorParts = { council: true, equity: true };

const COUNCIL_KEYS = [
  "presenceSeatedRatio",
  "presenceAtMeetingRatio",
  "quorumRatio",
  "officialsBanzhaf",
  "officialsShapley",
  "officialsPivotalRatio",
  "weakestGroupSeats",
] as const satisfies readonly IndicatorKey[];

const EQUITY_KEYS = [
  "gapPerHeadWon",
  "gini",
  "concentration",
  "neediestFifthRatio",
] as const satisfies readonly (keyof Equity & IndicatorKey)[];

/** The parts that some of the keys belong to. */
export const findIndicatorParts = (keys: readonly string[]): IndicatorParts => ({
  council: COUNCIL_KEYS.some((key) => keys.includes(key)),
  equity: EQUITY_KEYS.some((key) => keys.includes(key)),
});

/**
 * The key figures of an evaluation, in the order of `indicatorDefinitions`; NaN
 * where the plan has nothing to compute one from, and those of parts that are not
 * asked for. Fills and returns `into`.
 */
export function computeIndicators(
  evaluation: Evaluation,
  into = createIndicatorList(),
  parts = ALL_PARTS,
): Float64Array {
  const { pool, residents } = evaluation;
  const decidedWon = sumOf(pool.poolWon);
  const executedWon = sumOf(residents.executedWon);
  into.fill(Number.NaN);
  into[indicatorIndex.costToCeilingRatio] = computeCostToCeiling(evaluation);
  into[indicatorIndex.firstShortYear] = findFirstShortYear(evaluation);
  setTaskFigures(evaluation, into);
  into[indicatorIndex.committeeCostWon] = sumCommitteeCost(evaluation);
  into[indicatorIndex.residentShareDecidedRatio] = ratioOf(decidedWon, pool.baseWon);
  into[indicatorIndex.residentShareExecutedRatio] = ratioOf(executedWon, pool.baseWon);
  into[indicatorIndex.residentDecidedWon] = decidedWon;
  into[indicatorIndex.residentProjects] = residents.projects.at(-1) ?? Number.NaN;
  into[indicatorIndex.unspentWon] = computeUnspent(evaluation);
  into[indicatorIndex.displacedWon] = sumOf(pool.displacedWon);
  into[indicatorIndex.staffLoadRatio] = computeStaffLoad(evaluation);
  if (parts.council) setCouncilFigures(evaluation, into);
  if (parts.equity) setEquityFigures(measureEquity(evaluation.units.meter, evaluation.units.totalsWon), into);
  return into;
}

function setCouncilFigures({ seated }: Evaluation, into: Float64Array): void {
  const council = seated.councilOutcome;
  if (council === undefined) return;
  into[indicatorIndex.presenceSeatedRatio] = council.presenceSeatedRatio;
  into[indicatorIndex.presenceAtMeetingRatio] = council.presenceAtMeetingRatio;
  into[indicatorIndex.quorumRatio] = council.quorumRatio;
  into[indicatorIndex.officialsBanzhaf] = council.officialsBanzhaf;
  into[indicatorIndex.officialsShapley] = council.officialsShapley;
  into[indicatorIndex.officialsPivotalRatio] = council.officialsPivotalRatio;
  into[indicatorIndex.weakestGroupSeats] = findWeakestSeats(council.groups);
}

/** Fills in equity that is known already; nothing where there is none. */
export function setEquityFigures(equity: Equity | null, into: Float64Array): void {
  if (equity === null) return;
  into[indicatorIndex.gapPerHeadWon] = equity.gapPerHeadWon;
  into[indicatorIndex.gini] = equity.gini;
  into[indicatorIndex.concentration] = equity.concentration;
  into[indicatorIndex.neediestFifthRatio] = equity.neediestFifthRatio;
}

function setTaskFigures(evaluation: Evaluation, into: Float64Array): void {
  const { funding, taskPlannedWon, priorityScore } = evaluation;
  const counts = [0, 0, 0, 0];
  let [coveredWon, plannedWon, unfundedWon, coveredScore, totalScore] = [0, 0, 0, 0, 0];
  for (let task = 0; task < taskPlannedWon.length; task += 1) {
    const status = funding.status[task] ?? DROPPED;
    const taskWon = taskPlannedWon[task] ?? 0;
    const fundedWon = funding.fundedWon[task] ?? 0;
    const score = priorityScore[task] ?? 0;
    counts[status] = (counts[status] ?? 0) + 1;
    coveredWon += Math.min(fundedWon, taskWon);
    plannedWon += taskWon;
    unfundedWon += Math.max(0, taskWon - fundedWon);
    totalScore += score;
    coveredScore += score * taskFundedRatio(taskWon, fundedWon, status === DROPPED);
  }
  const [funded = 0, partial = 0, delayed = 0, dropped = 0] = counts;
  into[indicatorIndex.tasksFunded] = funded;
  into[indicatorIndex.tasksPartial] = partial;
  into[indicatorIndex.tasksDelayed] = delayed;
  into[indicatorIndex.tasksDropped] = dropped;
  into[indicatorIndex.fundedRatio] = ratioOf(coveredWon, plannedWon);
  into[indicatorIndex.priorityCoverageRatio] = ratioOf(coveredScore, totalScore);
  into[indicatorIndex.unfundedWon] = unfundedWon;
}

function sumCommitteeCost({ seated, plan }: Evaluation): number {
  const { costWon } = seated;
  const yearCount = plan.years.length;
  let totalWon = 0;
  for (let first = 0; first < costWon.length; first += yearCount) {
    let won = 0;
    for (let at = first; at < first + yearCount; at += 1) won += costWon[at] ?? 0;
    totalWon += won;
  }
  return totalWon;
}

/** Committees, displaced money and all tasks as planned, against all ceilings; above 1 something does not fit. */
function computeCostToCeiling({ plan, committeeWon, pool, plannedWon }: Evaluation): number {
  let neededWon = 0;
  let ceilingWon = 0;
  for (let at = 0; at < plan.ceilingWon.length; at += 1) {
    const limitWon = plan.ceilingWon[at] ?? Number.NaN;
    if (Number.isNaN(limitWon)) continue;
    ceilingWon += limitWon;
    neededWon += (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (plannedWon[at] ?? 0);
  }
  return ratioOf(neededWon, ceilingWon);
}

/** What lapses in all years, or what is still carried at the end. */
function computeUnspent({ plan, residents }: Evaluation): number {
  if (plan.residentRules.unspentRule === "carry") return residents.unspentWon.at(-1) ?? 0;
  return sumOf(residents.unspentWon);
}

/** Capacity below this is none: a load against it would say nothing and could overflow. */
const SMALLEST_CAPACITY = 1e-9;

/**
 * The secretariat's load in its busiest year: planned central tasks, councils
 * and residents' projects against its posts; above 1 something has to wait.
 * Years without posts have no load.
 */
function computeStaffLoad(evaluation: Evaluation): number {
  const { plan, plannedAmount, committeeStaffFte, residents } = evaluation;
  const yearCount = plan.years.length;
  if (plan.secretariatIndex < 0) return Number.NaN;
  let highest = Number.NaN;
  for (let year = 0; year < yearCount; year += 1) {
    const at = plan.secretariatIndex * yearCount + year;
    const capacity = plan.capacity[at] ?? Number.NaN;
    if (Number.isNaN(capacity) || capacity < SMALLEST_CAPACITY) continue;
    const load =
      ((plannedAmount[at] ?? 0) + (committeeStaffFte[year] ?? 0) + (residents.residentStaffFte[year] ?? 0)) /
      capacity;
    if (!(highest >= load)) highest = Math.max(0, load);
  }
  return highest;
}

/** Seats of the group that has fewest: those reserved for it, or those it can expect. */
function findWeakestSeats(groups: CommitteeOutcome["groups"]): number {
  let fewest = Number.NaN;
  for (const { reservedSeats, expectedSeats } of groups) {
    const seats = Math.max(reservedSeats, expectedSeats);
    if (!(fewest <= seats)) fewest = seats;
  }
  return fewest;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}

const ratioOf = (part: number, whole: number) => (whole > 0 ? part / whole : Number.NaN);
