import { requireAtLeast, requireRatio } from "../preconditions";

/**
 * Minutes that each member can speak in a meeting, if shared equally:
 * (T − overhead)/(n·attendance). Attendance 1 counts every seat; below 1 the
 * minutes are per member present. Overhead beyond the meeting leaves 0.
 * Minutes ≥ 0, seats > 0, 0 < attendance ≤ 1.
 */
export function computeSpeakingMinutes(
  seats: number,
  meetingMinutes: number,
  overheadMinutes: number,
  attendanceRatio = 1,
): number {
  const name = "computeSpeakingMinutes";
  requireAtLeast(name, "meetingMinutes", meetingMinutes, 0);
  requireAtLeast(name, "overheadMinutes", overheadMinutes, 0);
  requireRatio(name, "attendanceRatio", attendanceRatio);
  if (!(seats * attendanceRatio > 0)) throw new RangeError(`${name}: someone must be present`);
  return Math.max(0, meetingMinutes - overheadMinutes) / (seats * attendanceRatio);
}
