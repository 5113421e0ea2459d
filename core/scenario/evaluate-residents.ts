import type { ResidentRules } from "./compiled-plan";

/** What can stop residents' projects from being more, in the order in which equal limits are named. */
const LIMITS = ["money", "staff", "deliberation", "absorption"] as const;

/** What stops residents' projects from being more in a year; `none` where there is no money. */
export type ResidentLimit = "none" | (typeof LIMITS)[number];

const NO_LIMIT = LIMITS.length;

/** One year of the money that residents decide on. decided + carried in = running cost + executed + unspent. */
export interface ResidentYear {
  readonly decidedWon: number;
  /** Unspent money of the year before, where the rule is to carry it over. */
  readonly carriedInWon: number;
  /** What the units need for themselves before anything can be spent on projects. */
  readonly runningCostWon: number;
  readonly executedWon: number;
  /** Carried over or lapsed, as the plan says. */
  readonly unspentWon: number;
  /** Projects carried out; a long-run average, not rounded. */
  readonly projects: number;
  readonly limit: ResidentLimit;
  /** How many projects each limit alone would allow; null where it does not apply. */
  readonly projectsByMoney: number;
  readonly projectsByStaff: number | null;
  readonly projectsByDeliberation: number | null;
  readonly projectsByAbsorption: number;
  /** Posts of the secretariat: all (null where not planned), and those bound by councils and by residents' projects. */
  readonly staffCapacityFte: number | null;
  readonly centralStaffFte: number;
  readonly committeeStaffFte: number;
  readonly residentStaffFte: number;
}

export interface ResidentsInputs {
  readonly rules: ResidentRules;
  /** A unit's money as it comes in: one list a year, with one entry a unit. */
  readonly allocatedWonByYear: readonly Float64Array[];
  /** By unit. */
  readonly runningCostWon: Float64Array;
  /** By year; NaN where the plan knows no capacity: then staff is no limit. */
  readonly staffCapacityFte: Float64Array;
  readonly centralStaffFte: Float64Array;
  /** Posts that councils take, by year. */
  readonly committeeStaffFte: Float64Array;
  /** Subcommittees of all councils; NaN without a council: then deliberation is no limit. */
  readonly subcommittees: number;
}

/** The figures of all years, one entry a year; filled by `evaluateResidents`. */
export interface ResidentFigures {
  readonly decidedWon: Float64Array;
  readonly carriedInWon: Float64Array;
  readonly runningCostWon: Float64Array;
  readonly executedWon: Float64Array;
  readonly unspentWon: Float64Array;
  readonly projects: Float64Array;
  /** Index into the limits. */
  readonly limit: Uint8Array;
  /** By `year · limits + limit`; NaN where one does not apply. */
  readonly projectsByLimit: Float64Array;
  readonly residentStaffFte: Float64Array;
  /** By unit: where it stands while the years go by. */
  readonly unitSpentWon: Float64Array;
  readonly unitCarriedWon: Float64Array;
  readonly unitAvailableWon: Float64Array;
  readonly unitSpendableWon: Float64Array;
}

/** Room for the figures, to be used again and again. */
export function createResidentFigures(yearCount: number, unitCount: number): ResidentFigures {
  const byYear = () => new Float64Array(yearCount);
  const byUnit = () => new Float64Array(unitCount);
  return {
    decidedWon: byYear(),
    carriedInWon: byYear(),
    runningCostWon: byYear(),
    executedWon: byYear(),
    unspentWon: byYear(),
    projects: byYear(),
    limit: new Uint8Array(yearCount),
    projectsByLimit: new Float64Array(yearCount * LIMITS.length),
    residentStaffFte: byYear(),
    unitSpentWon: byUnit(),
    unitCarriedWon: byUnit(),
    unitAvailableWon: byUnit(),
    unitSpendableWon: byUnit(),
  };
}

/**
 * Residents' projects year by year. Each unit can spend min(usable + carried,
 * max(a₀·usable, (1 + g)·spent the year before)) (models B2); all together carry
 * out min(that / mean cost, free posts / posts a project, subcommittees · rounds
 * · projects a round) projects (models B7). Where posts or deliberation bind,
 * every unit spends the same part of what it could. Of equal limits money is
 * named first, then staff, deliberation, absorption. Whole won. Allocates nothing.
 */
export function evaluateResidents(inputs: ResidentsInputs, figures: ResidentFigures): void {
  figures.unitSpentWon.fill(0);
  figures.unitCarriedWon.fill(0);
  for (let year = 0; year < figures.projects.length; year += 1) {
    takeStock(inputs, figures, year);
    limitProjects(inputs, figures, year);
    spend(inputs.rules, figures, year);
  }
}

/** Whole amounts must not lose a won to floating point (0.29 · 100 is 28.999…). */
const ROUNDING_TOLERANCE = 1e-6;

/** What units have and can spend in a year. */
function takeStock(inputs: ResidentsInputs, figures: ResidentFigures, year: number): void {
  // Read once, not once a unit: this is done for every unit and year of every draw.
  const { overheadRatio, absorptionStartRatio } = inputs.rules;
  const growthFactor = 1 + inputs.rules.absorptionGrowthRatio;
  const unitRunningCostWon = inputs.runningCostWon;
  const { unitCarriedWon, unitSpentWon, unitAvailableWon, unitSpendableWon } = figures;
  const allocated = inputs.allocatedWonByYear[year];
  let [decidedWon, carriedInWon, runningCostWon] = [0, 0, 0];
  for (let unit = 0; unit < unitCarriedWon.length; unit += 1) {
    const allocatedWon = allocated?.[unit] ?? 0;
    const carriedWon = unitCarriedWon[unit] ?? 0;
    const usableWon = Math.max(
      0,
      Math.floor(
        allocatedWon - (unitRunningCostWon[unit] ?? 0) - overheadRatio * allocatedWon + ROUNDING_TOLERANCE,
      ),
    );
    const capacityWon = Math.max(absorptionStartRatio * usableWon, growthFactor * (unitSpentWon[unit] ?? 0));
    const availableWon = usableWon + carriedWon;
    unitAvailableWon[unit] = availableWon;
    unitSpendableWon[unit] = Math.min(availableWon, Math.floor(capacityWon + ROUNDING_TOLERANCE));
    decidedWon += allocatedWon;
    carriedInWon += carriedWon;
    runningCostWon += allocatedWon + carriedWon - availableWon;
  }
  figures.decidedWon[year] = decidedWon;
  figures.carriedInWon[year] = carriedInWon;
  figures.runningCostWon[year] = runningCostWon;
}

/** Sums of tenths of posts must not lose a project to floating point. */
const freePosts = (differenceFte: number) => Math.max(0, Math.round(differenceFte * 1e9) / 1e9);

/** A project that takes less than this of a post takes none: a quotient by it could overflow. */
const SMALLEST_POST_FTE = 1e-9;

/** Limits closer than this are equal but for rounding noise. */
const TIE_TOLERANCE = 1e-6;

function limitProjects(inputs: ResidentsInputs, figures: ResidentFigures, year: number): void {
  const { rules } = inputs;
  const { projectsByLimit } = figures;
  const availableWon = sumOf(figures.unitAvailableWon);
  const spendableWon = sumOf(figures.unitSpendableWon);
  const projectWon = Math.max(1, rules.residentProjectWon);
  const capacityFte = inputs.staffCapacityFte[year] ?? Number.NaN;
  const freeFte = freePosts(
    capacityFte - (inputs.centralStaffFte[year] ?? 0) - (inputs.committeeStaffFte[year] ?? 0),
  );
  const first = year * LIMITS.length;
  projectsByLimit[first] = availableWon / projectWon;
  projectsByLimit[first + 1] =
    Number.isNaN(capacityFte) || rules.residentProjectStaffFte < SMALLEST_POST_FTE
      ? Number.NaN
      : freeFte / rules.residentProjectStaffFte;
  projectsByLimit[first + 2] =
    inputs.subcommittees * rules.deliberationRoundsPerYear * rules.projectsPerRound;
  projectsByLimit[first + 3] = spendableWon / projectWon;
  let limit = 0;
  let projects = availableWon / projectWon;
  for (let candidate = 1; candidate < LIMITS.length; candidate += 1) {
    const allowed = projectsByLimit[first + candidate] ?? Number.NaN;
    // A limit that does not apply is NaN, which is not lower than anything.
    if (allowed < projects - TIE_TOLERANCE) [limit, projects] = [candidate, allowed];
  }
  figures.limit[year] = availableWon === 0 ? NO_LIMIT : limit;
  figures.projects[year] = projects;
  figures.residentStaffFte[year] = projects * rules.residentProjectStaffFte;
}

function spend(rules: ResidentRules, figures: ResidentFigures, year: number): void {
  const { unitCarriedWon, unitSpentWon, unitAvailableWon, unitSpendableWon } = figures;
  const spendableWon = sumOf(unitSpendableWon);
  const projectWon = Math.max(1, rules.residentProjectWon);
  const part =
    spendableWon > 0 ? Math.min(1, ((figures.projects[year] ?? 0) * projectWon) / spendableWon) : 0;
  const carries = rules.unspentRule === "carry";
  let executedWon = 0;
  let cumulatedWon = 0;
  for (let unit = 0; unit < unitSpentWon.length; unit += 1) {
    // Rounding the running total gives every unit whole won and the sum its nearest won.
    cumulatedWon += (unitSpendableWon[unit] ?? 0) * part;
    const spentWon = Math.round(cumulatedWon) - executedWon;
    executedWon += spentWon;
    unitSpentWon[unit] = spentWon;
    unitCarriedWon[unit] = carries ? (unitAvailableWon[unit] ?? 0) - spentWon : 0;
  }
  figures.executedWon[year] = executedWon;
  figures.unspentWon[year] = sumOf(unitAvailableWon) - executedWon;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum;
}

/** The figures year by year, for people to read. */
export function describeResidents(
  figures: ResidentFigures,
  inputs: ResidentsInputs,
): readonly ResidentYear[] {
  const numberOrNull = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? null : value;
  return Array.from(figures.projects, (projects, year) => {
    const first = year * LIMITS.length;
    const { projectsByLimit } = figures;
    return {
      decidedWon: figures.decidedWon[year] ?? 0,
      carriedInWon: figures.carriedInWon[year] ?? 0,
      runningCostWon: figures.runningCostWon[year] ?? 0,
      executedWon: figures.executedWon[year] ?? 0,
      unspentWon: figures.unspentWon[year] ?? 0,
      projects,
      limit: LIMITS[figures.limit[year] ?? NO_LIMIT] ?? "none",
      projectsByMoney: projectsByLimit[first] ?? 0,
      projectsByStaff: numberOrNull(projectsByLimit[first + 1]),
      projectsByDeliberation: numberOrNull(projectsByLimit[first + 2]),
      projectsByAbsorption: projectsByLimit[first + 3] ?? 0,
      staffCapacityFte: numberOrNull(inputs.staffCapacityFte[year]),
      centralStaffFte: inputs.centralStaffFte[year] ?? 0,
      committeeStaffFte: inputs.committeeStaffFte[year] ?? 0,
      residentStaffFte: figures.residentStaffFte[year] ?? 0,
    };
  });
}
