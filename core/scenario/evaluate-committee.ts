import { type CommitteeCostBreakdown, computeYearlyCommitteeCost } from "../committee/cost/committee-cost";
import { computeBlocPivotalFromMasses } from "../committee/power/bloc-pivotal-among-present";
import { computeBlocPower } from "../committee/power/bloc-power";
import { computeBinomialPresence } from "../committee/presence/binomial-presence";
import { computePresenceAtMeeting } from "../committee/presence/presence-at-meeting";
import { computeBinomialMass } from "../committee/probability/binomial-mass";
import { computeMajority } from "../committee/quorum/majority";
import { computeTwoClassQuorumFromMasses } from "../committee/quorum/two-class-quorum-probability";
import { finalSize } from "./apply-committee-levers";
import type { CompiledCommittee, CompiledGroup } from "./compiled-plan";
import type { CommitteeOutcome, GroupSeats } from "./outcome";

/** The resident group that the presence figures speak of: 5 % of the population. */
export const EXAMPLE_GROUP_SHARE = 0.05;

/**
 * What a committee of its final size and composition costs and does (models A1,
 * A5, A7, A9); its size and cost in each year are handed through. Presence is that of a random draw
 * of all seats, at a meeting with the citizens' attendance. Officials beyond the
 * seats do not count. Quorum and decisions by simple majority of the seats. A
 * committee without seats yields zeros.
 */
export function evaluateCommittee(
  committee: CompiledCommittee,
  groups: readonly CompiledGroup[],
  byYear: Pick<CommitteeOutcome, "seatsByYear" | "costWonByYear">,
): CommitteeOutcome {
  const { citizenAttendanceRatio, officialAttendanceRatio } = committee;
  const { seats, officials: plannedOfficials } = finalSize(committee);
  const officials = Math.min(plannedOfficials, seats);
  const citizens = seats - officials;
  const chances =
    seats < 1
      ? EMPTY_COMMITTEE
      : computeChances(citizens, citizenAttendanceRatio, officials, officialAttendanceRatio);
  // Written out: spreading objects takes longer than all that is computed here.
  return {
    committeeId: committee.id,
    seats,
    citizens,
    officials,
    costWonPerYear: computeCommitteeCostWon(committee, seats, officials),
    seatsByYear: byYear.seatsByYear,
    costWonByYear: byYear.costWonByYear,
    groups: groups.map((group) => seatGroup(group, committee, seats)),
    quorum: chances.quorum,
    presenceSeatedRatio: chances.presenceSeatedRatio,
    presenceAtMeetingRatio: chances.presenceAtMeetingRatio,
    quorumRatio: chances.quorumRatio,
    officialsBanzhaf: chances.officialsBanzhaf,
    officialsBanzhafNormalised: chances.officialsBanzhafNormalised,
    officialsShapley: chances.officialsShapley,
    officialsPivotalRatio: chances.officialsPivotalRatio,
  };
}

function computeChances(
  citizens: number,
  citizenAttendanceRatio: number,
  officials: number,
  officialAttendanceRatio: number,
) {
  const seats = citizens + officials;
  const quorum = computeMajority(seats);
  const citizenMass = computeBinomialMass(citizens, citizenAttendanceRatio);
  const officialMass = computeBinomialMass(officials, officialAttendanceRatio);
  const power = computeBlocPower(citizens, officials, quorum);
  return {
    quorum,
    presenceSeatedRatio: computeBinomialPresence(seats, EXAMPLE_GROUP_SHARE, 1),
    presenceAtMeetingRatio: computePresenceAtMeeting(seats, EXAMPLE_GROUP_SHARE, citizenAttendanceRatio),
    quorumRatio: computeTwoClassQuorumFromMasses(citizenMass, officialMass, quorum),
    officialsBanzhaf: power.banzhaf,
    officialsBanzhafNormalised: power.normalised,
    officialsShapley: power.shapley,
    officialsPivotalRatio: computeBlocPivotalFromMasses(citizenMass, officialMass, quorum),
  };
}

/** Cost of a year with this many seats, in whole won (models A7); `breakdown` is room that may be used again. */
export function computeCommitteeCostWon(
  committee: CompiledCommittee,
  seats: number,
  officials: number,
  breakdown?: CommitteeCostBreakdown,
): number {
  const seatedOfficials = Math.min(officials, seats);
  const { totalWon } = computeYearlyCommitteeCost(
    {
      citizens: seats - seatedOfficials,
      officials: seatedOfficials,
      subcommittees: committee.subcommittees,
      plenariesPerYear: committee.plenariesPerYear,
      subcommitteeRoundsPerYear: committee.subcommitteeRoundsPerYear,
      citizenAttendanceRatio: committee.citizenAttendanceRatio,
      officialAttendanceRatio: committee.officialAttendanceRatio,
      allowanceWon: committee.allowanceWon,
      officialHoursPerMeeting: committee.officialHours,
      officialHourlyWageWon: committee.officialHourlyWageWon,
      fixedPerPlenaryWon: committee.fixedCostWon,
      fixedPerSubcommitteeMeetingWon: committee.fixedCostSubcommitteeWon,
      secretariatFtePerSeat: 0,
      secretariatWonPerFteYear: 0,
    },
    breakdown,
  );
  return Math.round(totalWon);
}

function seatGroup(group: CompiledGroup, committee: CompiledCommittee, seats: number): GroupSeats {
  const { id, populationRatio, reservedSeats } = group;
  const reserved = Math.min(seats, reservedSeats[committee.id] ?? 0);
  const isSure = reserved > 0;
  return {
    groupId: id,
    populationRatio,
    reservedSeats: reserved,
    expectedSeats: seats * populationRatio,
    presenceSeatedRatio: isSure ? 1 : computeBinomialPresence(seats, populationRatio, 1),
    presenceAtMeetingRatio: isSure
      ? 1 - (1 - committee.citizenAttendanceRatio) ** reserved
      : computePresenceAtMeeting(seats, populationRatio, committee.citizenAttendanceRatio),
  };
}

const EMPTY_COMMITTEE = {
  quorum: 0,
  presenceSeatedRatio: 0,
  presenceAtMeetingRatio: 0,
  quorumRatio: 0,
  officialsBanzhaf: 0,
  officialsBanzhafNormalised: 0,
  officialsShapley: 0,
  officialsPivotalRatio: 0,
} as const;
