/**
 * Hybrid logical clock: the wall clock where it moves forward, a counter where
 * it does not, so that a change is always later than every change its author
 * had seen. Written as `<milliseconds, 15 digits>-<counter, 4 hex digits>`, so
 * that text order is time order.
 *
 * Kulkarni, Demirbas, Madappa, Avva & Leone 2014.
 */
export type HybridTime = string;

export const HYBRID_TIME_PATTERN = /^\d{15}-[0-9a-f]{4}$/;

const MAX_COUNTER = 0xffff;
const MAX_TIME_MS = 999_999_999_999_999;

const format = (timeMs: number, counter: number): HybridTime =>
  `${String(timeMs).padStart(15, "0")}-${counter.toString(16).padStart(4, "0")}`;

/** The wall-clock part, in milliseconds since 1970. */
export const hybridTimeToMs = (time: HybridTime): number => Number(time.slice(0, 15));

/** Clocks of healthy computers differ by less. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * The time of the latest change of a plan where that lies in the future by more
 * than clocks usually differ (a minute): somebody's clock is wrong. Null where
 * it does not, or where there is no change yet. Both in milliseconds since 1970.
 */
export function findTimeAhead(latest: HybridTime | null, nowMs: number): number | null {
  const latestMs = latest === null ? 0 : hybridTimeToMs(latest);
  return latestMs > nowMs + CLOCK_TOLERANCE_MS ? latestMs : null;
}

/**
 * The time of the next change, later than `latest` (null before the first one).
 * When 65,536 changes share a millisecond the milliseconds move on instead. At
 * the last time that can be written (a file from the year 33658) it stands still.
 */
export function tickHybridClock(latest: HybridTime | null, nowMs: number): HybridTime {
  const now = Math.min(MAX_TIME_MS, Math.max(0, Math.floor(nowMs)));
  if (latest === null) return format(now, 0);
  const latestMs = hybridTimeToMs(latest);
  if (now > latestMs) return format(now, 0);
  const counter = Number.parseInt(latest.slice(16), 16) + 1;
  if (counter <= MAX_COUNTER) return format(latestMs, counter);
  return latestMs < MAX_TIME_MS ? format(latestMs + 1, 0) : latest;
}
