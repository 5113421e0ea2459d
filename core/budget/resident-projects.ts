/** The two levers (council size, decentralised share) and what limits resident projects in a year. */
export interface ResidentProjectsInputs {
  /** What the share is taken of; any unit of money, the same as `costPerProject`. */
  readonly baseAmount: number;
  /** σ, 0..1. */
  readonly shareRatio: number;
  /** n and S of the council. */
  readonly members: number;
  readonly subcommittees: number;
  /** F: all posts of the secretariat; F_central: those bound by central tasks. */
  readonly staffFte: number;
  readonly centralStaffFte: number;
  /** f₀, f₁, f₂: posts that committees take, in all, per member and per subcommittee. */
  readonly committeeBaseFte: number;
  readonly committeeFtePerMember: number;
  readonly committeeFtePerSubcommittee: number;
  /** h: posts that one resident project takes in a year. */
  readonly ftePerProject: number;
  /** c̄: average cost of a resident project. */
  readonly costPerProject: number;
  /** R and v: rounds a year of each subcommittee, and projects it settles in a round. */
  readonly roundsPerYear: number;
  readonly projectsPerRound: number;
  /** Whole projects only; otherwise fractions, as a long-run average. Default false. */
  readonly wholeProjects?: boolean;
}

export type ResidentProjectsLimit = "money" | "staff" | "deliberation";

/** How many resident projects happen in a year, and why not more. */
export interface ResidentProjects {
  readonly projects: number;
  /** The lowest of the three limits; when several are equally low, money before staff before deliberation. */
  readonly bindingLimit: ResidentProjectsLimit;
  /** How many projects each limit alone would allow. */
  readonly projectsByLimit: Readonly<Record<ResidentProjectsLimit, number>>;
  /** D = σ·base: what residents decide on, and what of it is carried out. */
  readonly decidedAmount: number;
  readonly executedAmount: number;
  /** Carries over or lapses, as the plan says. */
  readonly unspentAmount: number;
  readonly decidedShareRatio: number;
  readonly executedShareRatio: number;
  readonly committeeFte: number;
  /** Posts left for resident projects, never negative. */
  readonly residentFte: number;
  /** Members per subcommittee; below 5 subcommittees are too small to deliberate. */
  readonly membersPerSubcommittee: number;
  readonly subcommitteesTooSmall: boolean;
}

/** The smallest subcommittee that deliberates well enough for the model to hold. */
export const MINIMUM_SUBCOMMITTEE_MEMBERS = 5;

/**
 * The two levers together: projects a year = min(D/c̄ money, F_res/h staff,
 * S·R·v deliberation), F_res = max(0, F − F_central − f₀ − f₁·n − f₂·S),
 * spent = projects·c̄. A larger council takes staff away from the projects it
 * decides on, so a larger share may stay unspent. All coefficients are
 * illustrative and the user's to set.
 *
 * Numbers ≥ 0 and finite, share 0..1, costPerProject > 0. A project that takes
 * no staff (h = 0) is not limited by staff (Infinity). Never NaN.
 */
export function computeResidentProjects(inputs: ResidentProjectsInputs): ResidentProjects {
  requireInputs(inputs);
  const { members, subcommittees, costPerProject } = inputs;
  const committeeFte =
    inputs.committeeBaseFte +
    inputs.committeeFtePerMember * members +
    inputs.committeeFtePerSubcommittee * subcommittees;
  const residentFte = Math.max(0, inputs.staffFte - inputs.centralStaffFte - committeeFte);
  const decidedAmount = inputs.shareRatio * inputs.baseAmount;
  const projectsByLimit = {
    money: decidedAmount / costPerProject,
    staff: inputs.ftePerProject > 0 ? residentFte / inputs.ftePerProject : Number.POSITIVE_INFINITY,
    deliberation: subcommittees * inputs.roundsPerYear * inputs.projectsPerRound,
  };
  let bindingLimit: ResidentProjectsLimit = "money";
  for (const limit of ["staff", "deliberation"] as const) {
    // Limits that agree but for rounding noise are a tie.
    if (projectsByLimit[limit] < projectsByLimit[bindingLimit] * (1 - 1e-12)) bindingLimit = limit;
  }
  const limited = projectsByLimit[bindingLimit];
  const projects = inputs.wholeProjects ? Math.floor(limited + 1e-9) : limited;
  const executedAmount = Math.min(decidedAmount, projects * costPerProject);
  const membersPerSubcommittee = subcommittees > 0 ? members / subcommittees : 0;
  return {
    projects,
    bindingLimit,
    projectsByLimit,
    decidedAmount,
    executedAmount,
    unspentAmount: decidedAmount - executedAmount,
    decidedShareRatio: inputs.baseAmount > 0 ? decidedAmount / inputs.baseAmount : 0,
    executedShareRatio: inputs.baseAmount > 0 ? executedAmount / inputs.baseAmount : 0,
    committeeFte,
    residentFte,
    membersPerSubcommittee,
    subcommitteesTooSmall: subcommittees > 0 && membersPerSubcommittee < MINIMUM_SUBCOMMITTEE_MEMBERS,
  };
}

function requireInputs(inputs: ResidentProjectsInputs): void {
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === "number" && !(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(`computeResidentProjects: ${name} must be finite and not negative, got ${value}`);
    }
  }
  if (inputs.shareRatio > 1) throw new RangeError("computeResidentProjects: shareRatio must be at most 1");
  if (inputs.costPerProject === 0) {
    throw new RangeError("computeResidentProjects: costPerProject must be positive");
  }
}
