import { computeYearlyCommitteeCost } from "../committee/cost/committee-cost";
import { computeBlocPivotalAmongPresent } from "../committee/power/bloc-pivotal-among-present";
import { computeBlocPower } from "../committee/power/bloc-power";
import { computeBinomialPresence } from "../committee/presence/binomial-presence";
import { computePresenceAtMeeting } from "../committee/presence/presence-at-meeting";
import { computeMajority } from "../committee/quorum/majority";
import { computeTwoClassQuorumProbability } from "../committee/quorum/two-class-quorum-probability";
import type { CompiledCommittee } from "./compiled-plan";
import type { CommitteeOutcome } from "./outcome";

/** The resident group that the presence figures speak of: 5 % of the population. */
export const EXAMPLE_GROUP_SHARE = 0.05;

/**
 * What a committee of this size and composition costs and does (models A1, A5,
 * A7, A9). Presence is that of a random draw of all seats, at a meeting with the
 * citizens' attendance. Officials beyond the seats do not count. Quorum and decisions by simple majority of the seats. A committee
 * without seats yields zeros.
 */
export function evaluateCommittee(committee: CompiledCommittee): CommitteeOutcome {
  const { seats, citizenAttendanceRatio, officialAttendanceRatio } = committee;
  const officials = Math.min(committee.officials, seats);
  const citizens = seats - officials;
  const costWonPerYear = Math.round(
    computeYearlyCommitteeCost({
      citizens,
      officials,
      subcommittees: committee.subcommittees,
      plenariesPerYear: committee.plenariesPerYear,
      subcommitteeRoundsPerYear: committee.subcommitteeRoundsPerYear,
      citizenAttendanceRatio,
      officialAttendanceRatio,
      allowanceWon: committee.allowanceWon,
      officialHoursPerMeeting: committee.officialHours,
      officialHourlyWageWon: committee.officialHourlyWageWon,
      fixedPerPlenaryWon: committee.fixedCostWon,
      fixedPerSubcommitteeMeetingWon: committee.fixedCostSubcommitteeWon,
      secretariatFtePerSeat: 0,
      secretariatWonPerFteYear: 0,
    }).totalWon,
  );
  const head = { committeeId: committee.id, seats, citizens, officials, costWonPerYear };
  if (seats < 1) return { ...head, ...EMPTY_COMMITTEE };
  const quorum = computeMajority(seats);
  const power = computeBlocPower(citizens, officials, quorum);
  return {
    ...head,
    quorum,
    presenceSeatedRatio: computeBinomialPresence(seats, EXAMPLE_GROUP_SHARE, 1),
    presenceAtMeetingRatio: computePresenceAtMeeting(seats, EXAMPLE_GROUP_SHARE, citizenAttendanceRatio),
    quorumRatio: computeTwoClassQuorumProbability(
      citizens,
      citizenAttendanceRatio,
      officials,
      officialAttendanceRatio,
      quorum,
    ),
    officialsBanzhaf: power.banzhaf,
    officialsBanzhafNormalised: power.normalised,
    officialsShapley: power.shapley,
    officialsPivotalRatio: computeBlocPivotalAmongPresent(
      citizens,
      citizenAttendanceRatio,
      officials,
      officialAttendanceRatio,
      quorum,
    ),
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
