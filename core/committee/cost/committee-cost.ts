/** Who sits, how often they meet and what a meeting costs; everything a committee's cost depends on. */
export interface CommitteeCostInputs {
  readonly citizens: number;
  readonly officials: number;
  readonly subcommittees: number;
  /** Plenary meetings a year. */
  readonly plenariesPerYear: number;
  /** Times a year that every subcommittee meets. */
  readonly subcommitteeRoundsPerYear: number;
  readonly citizenAttendanceRatio: number;
  readonly officialAttendanceRatio: number;
  /** Attendance allowance of a citizen per meeting. */
  readonly allowanceWon: number;
  /** Working hours of an official per meeting, and their hourly cost. */
  readonly officialHoursPerMeeting: number;
  readonly officialHourlyWageWon: number;
  /** Room, papers, minutes: per plenary, and per meeting of one subcommittee. */
  readonly fixedPerPlenaryWon: number;
  readonly fixedPerSubcommitteeMeetingWon: number;
  /** Full-time posts of the secretariat per seat, and the yearly cost of a post. */
  readonly secretariatFtePerSeat: number;
  readonly secretariatWonPerFteYear: number;
}

/** What a committee costs in one year, in won (not rounded), by kind. */
export interface CommitteeCostBreakdown {
  citizenAllowanceWon: number;
  officialHoursWon: number;
  fixedWon: number;
  secretariatWon: number;
  totalWon: number;
  /** Hours officials spend in meetings. */
  officialHours: number;
  /** Posts the secretariat needs. */
  secretariatFte: number;
}

/** Placeholder unit costs (illustrative: no published source was found); the user sets them. */
export const ILLUSTRATIVE_COMMITTEE_COSTS = {
  plenariesPerYear: 6,
  subcommitteeRoundsPerYear: 10,
  citizenAttendanceRatio: 0.6,
  officialAttendanceRatio: 0.9,
  allowanceWon: 100_000,
  officialHoursPerMeeting: 2,
  officialHourlyWageWon: 35_000,
  fixedPerPlenaryWon: 500_000,
  fixedPerSubcommitteeMeetingWon: 100_000,
  secretariatFtePerSeat: 0,
  secretariatWonPerFteYear: 0,
} as const satisfies Partial<CommitteeCostInputs>;

/** An empty breakdown, to be filled by `computeYearlyCommitteeCost`. */
export function createCommitteeCostBreakdown(): CommitteeCostBreakdown {
  return {
    citizenAllowanceWon: 0,
    officialHoursWon: 0,
    fixedWon: 0,
    secretariatWon: 0,
    totalWon: 0,
    officialHours: 0,
    secretariatFte: 0,
  };
}

/**
 * Cost of a committee in one year: meetings × (citizens·attendance·allowance +
 * officials·attendance·hours·wage) + fixed costs, for plenaries and for
 * subcommittee rounds, + the secretariat.
 *
 * Every member sits in one subcommittee; without subcommittees there are no
 * rounds. Counts and amounts ≥ 0, attendance 0..1. Writes into `into` and
 * returns it, so that live evaluation allocates nothing.
 */
export function computeYearlyCommitteeCost(
  inputs: CommitteeCostInputs,
  into: CommitteeCostBreakdown = createCommitteeCostBreakdown(),
): CommitteeCostBreakdown {
  const rounds = inputs.subcommittees > 0 ? inputs.subcommitteeRoundsPerYear : 0;
  const meetings = inputs.plenariesPerYear + rounds;
  into.citizenAllowanceWon = meetings * inputs.citizens * inputs.citizenAttendanceRatio * inputs.allowanceWon;
  into.officialHours =
    meetings * inputs.officials * inputs.officialAttendanceRatio * inputs.officialHoursPerMeeting;
  into.officialHoursWon = into.officialHours * inputs.officialHourlyWageWon;
  into.fixedWon =
    inputs.plenariesPerYear * inputs.fixedPerPlenaryWon +
    rounds * inputs.subcommittees * inputs.fixedPerSubcommitteeMeetingWon;
  into.secretariatFte = (inputs.citizens + inputs.officials) * inputs.secretariatFtePerSeat;
  into.secretariatWon = into.secretariatFte * inputs.secretariatWonPerFteYear;
  into.totalWon = into.citizenAllowanceWon + into.officialHoursWon + into.fixedWon + into.secretariatWon;
  return into;
}

/** Cost of a committee over a whole term of `years`, in won (not rounded). */
export function computeTermCommitteeCost(inputs: CommitteeCostInputs, years: number): number {
  return computeYearlyCommitteeCost(inputs).totalWon * years;
}
