import type { ResidentRules } from "./compiled-plan";

/** What stops residents' projects from being more in a year. */
export type ResidentLimit = "none" | "money" | "staff" | "deliberation" | "absorption";

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

/** A unit's money as it comes in, year by year. */
export interface ResidentUnitFlow {
  readonly allocatedWonByYear: readonly number[];
  readonly runningCostWon: number;
}

export interface ResidentsInputs {
  readonly rules: ResidentRules;
  readonly yearCount: number;
  readonly units: readonly ResidentUnitFlow[];
  /** NaN where the plan knows no capacity: then staff is no limit. */
  readonly staffCapacityFteByYear: ArrayLike<number>;
  readonly centralStaffFteByYear: ArrayLike<number>;
  /** Posts that councils take, by year. */
  readonly committeeStaffFteByYear: ArrayLike<number>;
  /** Subcommittees of all councils by year; null without a council: then deliberation is no limit. */
  readonly subcommitteesByYear: ArrayLike<number> | null;
}

interface UnitState {
  spentBeforeWon: number;
  carriedWon: number;
}

/**
 * Residents' projects year by year. Each unit can spend min(usable + carried,
 * max(a₀·usable, (1 + g)·spent the year before)) (models B2); all together carry
 * out min(that / mean cost, free posts / posts a project, subcommittees · rounds
 * · projects a round) projects (models B7). Where posts or deliberation bind,
 * every unit spends the same part of what it could. Of equal limits money is
 * named first, then staff, deliberation, absorption. Whole won.
 */
export function evaluateResidents(inputs: ResidentsInputs): readonly ResidentYear[] {
  const states = inputs.units.map((): UnitState => ({ spentBeforeWon: 0, carriedWon: 0 }));
  return Array.from({ length: inputs.yearCount }, (_, year) => evaluateYear(inputs, states, year));
}

function evaluateYear(inputs: ResidentsInputs, states: readonly UnitState[], year: number): ResidentYear {
  const { rules } = inputs;
  const flows = inputs.units.map((unit, index) => flowOf(unit, states[index], rules, year));
  const sum = (of: (flow: UnitFlow) => number) => flows.reduce((total, flow) => total + of(flow), 0);
  const [availableWon, spendableWon] = [sum((flow) => flow.availableWon), sum((flow) => flow.spendableWon)];
  const projectWon = Math.max(1, rules.residentProjectWon);
  const capacityFte = inputs.staffCapacityFteByYear[year] ?? Number.NaN;
  const committeeStaffFte = inputs.committeeStaffFteByYear[year] ?? 0;
  const centralStaffFte = inputs.centralStaffFteByYear[year] ?? 0;
  const limits: Limits = {
    money: availableWon / projectWon,
    staff:
      Number.isNaN(capacityFte) || rules.residentProjectStaffFte === 0
        ? null
        : freePosts(capacityFte - centralStaffFte - committeeStaffFte) / rules.residentProjectStaffFte,
    deliberation:
      inputs.subcommitteesByYear === null
        ? null
        : (inputs.subcommitteesByYear[year] ?? 0) * rules.deliberationRoundsPerYear * rules.projectsPerRound,
    absorption: spendableWon / projectWon,
  };
  const [limit, projects] = findLowest(limits);
  const part = spendableWon > 0 ? Math.min(1, (projects * projectWon) / spendableWon) : 0;
  let executedWon = 0;
  let cumulatedWon = 0;
  for (const [index, flow] of flows.entries()) {
    // Rounding the running total gives every unit whole won and the sum its nearest won.
    cumulatedWon += flow.spendableWon * part;
    const spentWon = Math.round(cumulatedWon) - executedWon;
    executedWon += spentWon;
    const state = states[index];
    if (state === undefined) continue;
    state.spentBeforeWon = spentWon;
    state.carriedWon = rules.unspentRule === "carry" ? flow.availableWon - spentWon : 0;
  }
  const decidedWon = sum((flow) => flow.allocatedWon);
  return {
    decidedWon,
    carriedInWon: sum((flow) => flow.carriedInWon),
    runningCostWon: sum((flow) => flow.allocatedWon + flow.carriedInWon - flow.availableWon),
    executedWon,
    unspentWon: availableWon - executedWon,
    projects,
    limit: availableWon === 0 ? "none" : limit,
    projectsByMoney: limits.money,
    projectsByStaff: limits.staff,
    projectsByDeliberation: limits.deliberation,
    projectsByAbsorption: limits.absorption,
    staffCapacityFte: Number.isNaN(capacityFte) ? null : capacityFte,
    centralStaffFte,
    committeeStaffFte,
    residentStaffFte: projects * rules.residentProjectStaffFte,
  };
}

/** Sums of tenths of posts must not lose a project to floating point. */
const freePosts = (differenceFte: number) => Math.max(0, Math.round(differenceFte * 1e9) / 1e9);

/** Whole amounts must not lose a won to floating point (0.29 · 100 is 28.999…). */
const ROUNDING_TOLERANCE = 1e-6;

interface UnitFlow {
  readonly allocatedWon: number;
  readonly carriedInWon: number;
  readonly availableWon: number;
  readonly spendableWon: number;
}

function flowOf(
  unit: ResidentUnitFlow,
  state: UnitState | undefined,
  rules: ResidentRules,
  year: number,
): UnitFlow {
  const allocatedWon = unit.allocatedWonByYear[year] ?? 0;
  const carriedInWon = state?.carriedWon ?? 0;
  const usableWon = Math.max(
    0,
    Math.floor(allocatedWon - unit.runningCostWon - rules.overheadRatio * allocatedWon + ROUNDING_TOLERANCE),
  );
  const capacityWon = Math.max(
    rules.absorptionStartRatio * usableWon,
    (1 + rules.absorptionGrowthRatio) * (state?.spentBeforeWon ?? 0),
  );
  const availableWon = usableWon + carriedInWon;
  const spendableWon = Math.min(availableWon, Math.floor(capacityWon + ROUNDING_TOLERANCE));
  return { allocatedWon, carriedInWon, availableWon, spendableWon };
}

interface Limits {
  readonly money: number;
  readonly staff: number | null;
  readonly deliberation: number | null;
  readonly absorption: number;
}

/** Limits closer than this are equal but for rounding noise. */
const TIE_TOLERANCE = 1e-6;

function findLowest(limits: Limits): readonly [Exclude<ResidentLimit, "none">, number] {
  let [name, lowest]: [Exclude<ResidentLimit, "none">, number] = ["money", limits.money];
  for (const candidate of ["staff", "deliberation", "absorption"] as const) {
    const projects = limits[candidate];
    if (projects !== null && projects < lowest - TIE_TOLERANCE) [name, lowest] = [candidate, projects];
  }
  return [name, lowest];
}
