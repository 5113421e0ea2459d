import { requireInteger } from "../preconditions";

/**
 * Share of the talk held by the `topSpeakers` most talkative of `seats` members
 * when each speaks `decay` (0 < r ≤ 1) times as much as the one before:
 * (1 − r^m)/(1 − r^n); at r = 1 all speak alike, m/n. Stephan & Mishler 1952.
 */
export function computeTopSpeakersShare(seats: number, decay: number, topSpeakers: number): number {
  const name = "computeTopSpeakersShare";
  requireInteger(name, "seats", seats, 1);
  requireInteger(name, "topSpeakers", topSpeakers, 0);
  if (!(decay > 0 && decay <= 1)) throw new RangeError(`${name}: decay must be above 0 and at most 1`);
  const speakers = Math.min(seats, topSpeakers);
  if (decay === 1) return speakers / seats;
  return Math.expm1(speakers * Math.log(decay)) / Math.expm1(seats * Math.log(decay));
}
