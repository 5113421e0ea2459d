import { requireRatio } from "../preconditions";
import { computeBinomialPresence } from "./binomial-presence";

/**
 * The probability that a randomly seated group of `groupShare` has at least one
 * member in the room when each member attends with probability
 * `attendanceRatio`: 1 − (1 − p·attendance)^n. Feller 1968.
 */
export function computePresenceAtMeeting(seats: number, groupShare: number, attendanceRatio: number): number {
  requireRatio("computePresenceAtMeeting", "groupShare", groupShare);
  requireRatio("computePresenceAtMeeting", "attendanceRatio", attendanceRatio);
  return computeBinomialPresence(seats, groupShare * attendanceRatio, 1);
}
