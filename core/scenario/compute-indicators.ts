import { DROPPED } from "../budget/waterfall";
import { findFirstShortYear } from "./describe-years";
import { measureEquity } from "./evaluate-units";
import { type Evaluation, taskFundedRatio } from "./evaluation";
import { type IndicatorKey, type Indicators, indicatorDefinitions } from "./outcome";

/** Where each indicator stands in the list that `computeIndicators` fills: the order of the definitions. */
export const indicatorIndex = Object.fromEntries(
  indicatorDefinitions.map(({ key }, index) => [key, index]),
) as Readonly<Record<IndicatorKey, number>>;

/** Room for the indicators of an evaluation. */
export const createIndicatorList = (): Float64Array => new Float64Array(indicatorDefinitions.length);

/** The list by name; null where the plan has nothing to compute one from. */
export const readIndicators = (list: Float64Array): Indicators =>
  Object.fromEntries(
    indicatorDefinitions.map(({ key }, index) => {
      const value = list[index] ?? Number.NaN;
      return [key, Number.isNaN(value) ? null : value];
    }),
  ) as Indicators;

/**
 * The key figures of an evaluation, in the order of `indicatorDefinitions`; NaN
 * where the plan has nothing to compute one from. Fills and returns `into`.
 */
export function computeIndicators(evaluation: Evaluation, into = createIndicatorList()): Float64Array {
  const { plan, committees, pool, residents } = evaluation;
  const set = (key: IndicatorKey, value: number | null | undefined) => {
    into[indicatorIndex[key]] = value ?? Number.NaN;
  };
  const council = committees.find((_, index) => plan.committees[index]?.isCouncil) ?? committees[0];
  const decidedWon = sumOf(pool.poolWon);
  const executedWon = sumOf(residents.executedWon);
  const equity = measureEquity(evaluation.units);
  set("costToCeilingRatio", computeCostToCeiling(evaluation));
  set("firstShortYear", findFirstShortYear(evaluation));
  setTaskFigures(evaluation, set);
  set("committeeCostWon", sumCommitteeCost(evaluation));
  set("presenceSeatedRatio", council?.presenceSeatedRatio);
  set("presenceAtMeetingRatio", council?.presenceAtMeetingRatio);
  set("quorumRatio", council?.quorumRatio);
  set("officialsBanzhaf", council?.officialsBanzhaf);
  set("officialsShapley", council?.officialsShapley);
  set("officialsPivotalRatio", council?.officialsPivotalRatio);
  set("residentShareDecidedRatio", ratioOf(decidedWon, pool.baseWon));
  set("residentShareExecutedRatio", ratioOf(executedWon, pool.baseWon));
  set("residentDecidedWon", decidedWon);
  set("residentProjects", residents.projects.at(-1));
  set("unspentWon", computeUnspent(evaluation));
  set("displacedWon", sumOf(pool.displacedWon));
  set("staffLoadRatio", computeStaffLoad(evaluation));
  set("weakestGroupSeats", findWeakestSeats(council?.groups ?? []));
  set("gapPerHeadWon", equity?.gapPerHeadWon);
  set("gini", equity?.gini);
  set("concentration", equity?.concentration);
  set("neediestFifthRatio", equity?.neediestFifthRatio);
  return into;
}

type SetIndicator = (key: IndicatorKey, value: number | null | undefined) => void;

function setTaskFigures({ plan, funding, taskPlannedWon }: Evaluation, set: SetIndicator): void {
  const counts = [0, 0, 0, 0];
  let [coveredWon, plannedWon, unfundedWon, coveredScore, totalScore] = [0, 0, 0, 0, 0];
  for (let task = 0; task < taskPlannedWon.length; task += 1) {
    const status = funding.status[task] ?? DROPPED;
    const taskWon = taskPlannedWon[task] ?? 0;
    const fundedWon = funding.fundedWon[task] ?? 0;
    const score = plan.tasks[task]?.priorityScore ?? 0;
    counts[status] = (counts[status] ?? 0) + 1;
    coveredWon += Math.min(fundedWon, taskWon);
    plannedWon += taskWon;
    unfundedWon += Math.max(0, taskWon - fundedWon);
    totalScore += score;
    coveredScore += score * taskFundedRatio(taskWon, fundedWon, status === DROPPED);
  }
  const [funded, partial, delayed, dropped] = counts;
  set("tasksFunded", funded);
  set("tasksPartial", partial);
  set("tasksDelayed", delayed);
  set("tasksDropped", dropped);
  set("fundedRatio", ratioOf(coveredWon, plannedWon));
  set("priorityCoverageRatio", ratioOf(coveredScore, totalScore));
  set("unfundedWon", unfundedWon);
}

function sumCommitteeCost({ committees }: Evaluation): number {
  let totalWon = 0;
  for (const { costWonByYear } of committees) {
    let won = 0;
    for (const yearWon of costWonByYear) won += yearWon;
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
function findWeakestSeats(groups: Evaluation["committees"][number]["groups"]): number {
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
