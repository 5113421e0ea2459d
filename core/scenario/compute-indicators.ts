import type { ResidentYear } from "./evaluate-residents";
import type { UnitsOutcome } from "./evaluate-units";
import type { Evaluation } from "./evaluation";
import type { Indicators, Outcome, TaskOutcome, TaskStatus } from "./outcome";

/** What the indicators are computed from, beside the evaluation itself. */
export interface IndicatorInputs {
  readonly tasks: readonly TaskOutcome[];
  readonly residents: readonly ResidentYear[];
  readonly units: UnitsOutcome;
  readonly resources: Outcome["resources"];
  readonly firstShortage: Outcome["firstShortage"];
}

/** The key figures of a scenario; null where the plan has nothing to compute one from. */
export function computeIndicators(evaluation: Evaluation, inputs: IndicatorInputs): Indicators {
  const { plan, committees, pool } = evaluation;
  const { tasks, residents, units } = inputs;
  const countOf = (status: TaskStatus) => tasks.filter((task) => task.status === status).length;
  const sum = (of: (task: TaskOutcome) => number) => tasks.reduce((total, task) => total + of(task), 0);
  const council = committees.find((_, index) => plan.committees[index]?.isCouncil) ?? committees[0];
  const decidedWon = pool.poolWon.reduce((total, won) => total + won, 0);
  const executedWon = residents.reduce((total, year) => total + year.executedWon, 0);
  const weakest = council?.groups.map((group) => Math.max(group.reservedSeats, group.expectedSeats)) ?? [];
  return {
    costToCeilingRatio: computeCostToCeiling(evaluation),
    firstShortYear: inputs.firstShortage?.year ?? null,
    tasksFunded: countOf("funded"),
    tasksPartial: countOf("partial"),
    tasksDelayed: countOf("delayed"),
    tasksDropped: countOf("dropped"),
    fundedRatio: ratioOrNull(
      sum((task) => Math.min(task.fundedWon, task.plannedWon)),
      sum((task) => task.plannedWon),
    ),
    priorityCoverageRatio: computePriorityCoverage(evaluation, tasks),
    unfundedWon: sum((task) => Math.max(0, task.plannedWon - task.fundedWon)),
    committeeCostWon: committees.reduce(
      (total, committee) => total + committee.costWonByYear.reduce((cost, won) => cost + won, 0),
      0,
    ),
    presenceSeatedRatio: council?.presenceSeatedRatio ?? null,
    presenceAtMeetingRatio: council?.presenceAtMeetingRatio ?? null,
    quorumRatio: council?.quorumRatio ?? null,
    officialsBanzhaf: council?.officialsBanzhaf ?? null,
    officialsShapley: council?.officialsShapley ?? null,
    officialsPivotalRatio: council?.officialsPivotalRatio ?? null,
    residentShareDecidedRatio: ratioOrNull(decidedWon, pool.baseWon),
    residentShareExecutedRatio: ratioOrNull(executedWon, pool.baseWon),
    residentDecidedWon: decidedWon,
    residentProjects: residents.at(-1)?.projects ?? null,
    unspentWon: computeUnspent(evaluation, residents),
    displacedWon: pool.displacedWon.reduce((total, won) => total + won, 0),
    staffLoadRatio: computeStaffLoad(evaluation, inputs.resources),
    weakestGroupSeats: weakest.length === 0 ? null : Math.min(...weakest),
    gapPerHeadWon: units.equity.gapPerHeadWon,
    gini: units.equity.gini,
    concentration: units.equity.concentration,
    neediestFifthRatio: units.equity.neediestFifthRatio,
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

function computePriorityCoverage({ plan }: Evaluation, tasks: readonly TaskOutcome[]): number | null {
  let coveredScore = 0;
  let totalScore = 0;
  for (const [index, { priorityScore }] of plan.tasks.entries()) {
    totalScore += priorityScore;
    coveredScore += priorityScore * (tasks[index]?.fundedRatio ?? 0);
  }
  return ratioOrNull(coveredScore, totalScore);
}

/** What lapses in all years, or what is still carried at the end. */
function computeUnspent({ plan }: Evaluation, residents: readonly ResidentYear[]): number {
  if (plan.residentRules.unspentRule === "carry") return residents.at(-1)?.unspentWon ?? 0;
  return residents.reduce((total, year) => total + year.unspentWon, 0);
}

/** Capacity below this is none: a load against it would say nothing and could overflow. */
const SMALLEST_CAPACITY = 1e-9;

/**
 * The secretariat's load in its busiest year: planned central tasks, councils
 * and residents' projects against its posts; above 1 something has to wait.
 * Years without posts have no load.
 */
function computeStaffLoad({ plan }: Evaluation, resources: Outcome["resources"]): number | null {
  let highest: number | null = null;
  for (const { resources: ofYear } of resources) {
    const staff = ofYear[plan.secretariatIndex];
    if (staff === undefined || !staff.hasCapacity || staff.capacity < SMALLEST_CAPACITY) continue;
    const load = (staff.plannedAmount + staff.committeesAmount + staff.residentsAmount) / staff.capacity;
    highest = Math.max(highest ?? 0, load);
  }
  return highest;
}

const ratioOrNull = (part: number, whole: number) => (whole > 0 ? part / whole : null);
