import { computeBinomialPresence } from "./presence/binomial-presence";
import { computePresenceAtMeeting } from "./presence/presence-at-meeting";

/** Chance that somebody of a group with `reservedSeats` is at a meeting: 1 − (1 − attendance)^r; 0 without seats. */
export const computeReservedPresence = (reservedSeats: number, attendanceRatio: number): number =>
  1 - (1 - attendanceRatio) ** reservedSeats;

/** What a committee's size does for one group, with seats kept for it and by random draw of all seats (models A1). */
export interface GroupPresence {
  /** Seats kept for the group; never more than there are. */
  readonly reservedSeats: number;
  /** Chance of being at a meeting through them; null where none are reserved. */
  readonly reservedAtMeetingRatio: number | null;
  /** n·p. */
  readonly expectedSeats: number;
  readonly drawnSeatedRatio: number;
  readonly drawnAtMeetingRatio: number;
}

/** Presence of a group of `populationRatio` in a committee of `seats`; ratios 0…1. */
export function describeGroupPresence(
  seats: number,
  populationRatio: number,
  reservedSeats: number,
  citizenAttendanceRatio: number,
): GroupPresence {
  const reserved = Math.min(seats, reservedSeats);
  return {
    reservedSeats: reserved,
    reservedAtMeetingRatio: reserved > 0 ? computeReservedPresence(reserved, citizenAttendanceRatio) : null,
    expectedSeats: seats * populationRatio,
    drawnSeatedRatio: computeBinomialPresence(seats, populationRatio, 1),
    drawnAtMeetingRatio: computePresenceAtMeeting(seats, populationRatio, citizenAttendanceRatio),
  };
}
