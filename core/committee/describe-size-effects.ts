import { computeYearlyCommitteeCost } from "./cost/committee-cost";
import { computeBlocPivotalAmongPresent } from "./power/bloc-pivotal-among-present";
import { computeBlocPower } from "./power/bloc-power";
import { computeBinomialPresence } from "./presence/binomial-presence";
import { computePresenceAtMeeting } from "./presence/presence-at-meeting";
import { computeMajority } from "./quorum/majority";
import { computeTwoClassQuorumProbability } from "./quorum/two-class-quorum-probability";
import { type NewSeatsRule, type SeatSplit, splitSeats } from "./split-seats";
import { computeSpeakingMinutes } from "./talk/speaking-minutes";

/** How a committee meets and what that costs, whatever its size. */
export interface CommitteeWork {
  readonly subcommittees: number;
  readonly plenariesPerYear: number;
  readonly subcommitteeRoundsPerYear: number;
  readonly allowanceWon: number;
  readonly officialHours: number;
  readonly officialHourlyWageWon: number;
  readonly fixedCostWon: number;
  readonly fixedCostSubcommitteeWon: number;
  readonly citizenAttendanceRatio: number;
  readonly officialAttendanceRatio: number;
}

/** What a size with its composition does. */
export interface CompositionEffects extends SeatSplit {
  /** Members who must be present: ⌊n/2⌋ + 1. */
  readonly quorum: number;
  /** Chance that a meeting is quorate (models A5, two classes), 0…1. */
  readonly quorumRatio: number;
  /** How often the officials' bloc decides among those present, given a quorum (models A9), 0…1. */
  readonly pivotalRatio: number;
  readonly banzhaf: number;
  readonly shapley: number;
  /** Models A7, whole won. */
  readonly costWonPerYear: number;
}

/** The effects of one size under both rules for new seats. */
export interface SizeEffects {
  readonly seats: number;
  readonly byRule: Readonly<Record<NewSeatsRule, CompositionEffects>>;
}

/**
 * What a composition does: quorum and officials' power by simple majority of
 * the seats (models A5, A9), cost a year (A7). Without seats everything is 0
 * but the fixed costs.
 */
export function describeComposition(
  { citizens, officials }: SeatSplit,
  work: CommitteeWork,
): CompositionEffects {
  const { citizenAttendanceRatio, officialAttendanceRatio } = work;
  const seats = citizens + officials;
  const cost = computeYearlyCommitteeCost({
    ...work,
    citizens,
    officials,
    officialHoursPerMeeting: work.officialHours,
    fixedPerPlenaryWon: work.fixedCostWon,
    fixedPerSubcommitteeMeetingWon: work.fixedCostSubcommitteeWon,
    secretariatFtePerSeat: 0,
    secretariatWonPerFteYear: 0,
  });
  const head = { citizens, officials, costWonPerYear: Math.round(cost.totalWon) };
  if (seats < 1) return { ...head, quorum: 0, quorumRatio: 0, pivotalRatio: 0, banzhaf: 0, shapley: 0 };
  const quorum = computeMajority(seats);
  const { banzhaf, shapley } = computeBlocPower(citizens, officials, quorum);
  const attendance = [citizens, citizenAttendanceRatio, officials, officialAttendanceRatio, quorum] as const;
  return {
    ...head,
    quorum,
    quorumRatio: computeTwoClassQuorumProbability(...attendance),
    pivotalRatio: computeBlocPivotalAmongPresent(...attendance),
    banzhaf,
    shapley,
  };
}

/** The effects of each of `sizes`, grown from `start`, with the same way of working. */
export const describeSizeEffects = (
  sizes: readonly number[],
  start: { readonly seats: number; readonly officials: number },
  work: CommitteeWork,
): readonly SizeEffects[] =>
  sizes.map((seats) => ({
    seats,
    byRule: {
      citizens: describeComposition(splitSeats(seats, start, "citizens"), work),
      proportional: describeComposition(splitSeats(seats, start, "proportional"), work),
    },
  }));

/** Presence of a group under random draw of all seats (models A1). */
export interface DrawnPresence {
  readonly seats: number;
  readonly seatedRatio: number;
  /** With the citizens' attendance. */
  readonly atMeetingRatio: number;
}

/** Chance that a group of `groupRatio` of the population has a seat, and is at a meeting, for each of `sizes`. */
export const describeDrawnPresence = (
  sizes: readonly number[],
  groupRatio: number,
  citizenAttendanceRatio: number,
): readonly DrawnPresence[] =>
  sizes.map((seats) => ({
    seats,
    seatedRatio: computeBinomialPresence(seats, groupRatio, 1),
    atMeetingRatio: computePresenceAtMeeting(seats, groupRatio, citizenAttendanceRatio),
  }));

/** Minutes that each can speak (models A6); null where nobody is expected to come. */
export interface SpeakingTime {
  readonly perSeatMinutes: number | null;
  readonly perMemberPresentMinutes: number | null;
}

/** Talking time of a composition in a meeting of `meetingMinutes`, of which `overheadMinutes` nobody can speak in. */
export function describeSpeakingTime(
  { citizens, officials }: SeatSplit,
  work: Pick<CommitteeWork, "citizenAttendanceRatio" | "officialAttendanceRatio">,
  meetingMinutes: number,
  overheadMinutes: number,
): SpeakingTime {
  const seats = citizens + officials;
  if (seats === 0) return { perSeatMinutes: null, perMemberPresentMinutes: null };
  const present = citizens * work.citizenAttendanceRatio + officials * work.officialAttendanceRatio;
  const minutes = (attendanceRatio: number) =>
    attendanceRatio > 0
      ? computeSpeakingMinutes(seats, meetingMinutes, overheadMinutes, Math.min(1, attendanceRatio))
      : null;
  return { perSeatMinutes: minutes(1), perMemberPresentMinutes: minutes(present / seats) };
}
