import fc from "fast-check";
import { expect, test } from "vitest";
import {
  findTimeAhead,
  HYBRID_TIME_PATTERN,
  hybridTimeToMs,
  tickHybridClock,
} from "../../../core/planfile/hybrid-clock";

test("the first change has the wall clock's time", () => {
  expect(tickHybridClock(null, 1_700_000_000_123.9)).toBe("001700000000123-0000");
  expect(hybridTimeToMs("001700000000123-0000")).toBe(1_700_000_000_123);
});

test("a clock that moves on counts from zero again", () => {
  expect(tickHybridClock("001700000000123-0007", 1_700_000_000_124)).toBe("001700000000124-0000");
});

test("a clock that stands still or goes back is counted up", () => {
  expect(tickHybridClock("001700000000123-0007", 1_700_000_000_123)).toBe("001700000000123-0008");
  expect(tickHybridClock("001700000000123-000f", 5)).toBe("001700000000123-0010");
});

test("after 65,536 changes in a millisecond the milliseconds move on", () => {
  expect(tickHybridClock("001700000000123-ffff", 0)).toBe("001700000000124-0000");
});

test("a change that is still to come is told apart from clocks that differ a little", () => {
  const latest = "001700000000123-0007";
  expect(findTimeAhead(latest, 1_700_000_000_123)).toBeNull();
  expect(findTimeAhead(latest, 1_700_000_000_123 - 60_000)).toBeNull();
  expect(findTimeAhead(latest, 1_700_000_000_123 - 60_001)).toBe(1_700_000_000_123);
  expect(findTimeAhead(null, 0)).toBeNull();
});

test("a file from the farthest future is accepted, and what follows can still be written", () => {
  expect(tickHybridClock("999999999999999-fffe", 0)).toBe("999999999999999-ffff");
  expect(tickHybridClock("999999999999999-ffff", 0)).toBe("999999999999999-ffff");
  expect(tickHybridClock(null, 1e300)).toBe("999999999999999-0000");
  expect(tickHybridClock(null, -5)).toBe("000000000000000-0000");
});

test("each time is later than the one before, also as text", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2, maxLength: 40 }), (clock) => {
      let latest: string | null = null;
      for (const nowMs of clock) {
        const next: string = tickHybridClock(latest, nowMs);
        expect(next).toMatch(HYBRID_TIME_PATTERN);
        if (latest !== null) expect(next > latest).toBe(true);
        latest = next;
      }
    }),
  );
});
