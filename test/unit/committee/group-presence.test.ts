import { describe, expect, test } from "vitest";
import {
  computeReservedPresence,
  describeGroupPresence,
} from "../../../core/committee/describe-group-presence";
import { shareOutGroups } from "../../../core/committee/seats/share-out-groups";

describe("describeGroupPresence", () => {
  test("reserved seats count by attendance alone", () => {
    expect(computeReservedPresence(0, 0.55)).toBe(0);
    expect(computeReservedPresence(1, 0.55)).toBeCloseTo(0.55, 12);
    expect(computeReservedPresence(2, 0.55)).toBeCloseTo(0.7975, 12);
  });

  test("sets reserved seats beside the random draw (models A1, n = 30, p = .05)", () => {
    const presence = describeGroupPresence(30, 0.05, 1, 0.55);
    expect(presence.reservedAtMeetingRatio).toBeCloseTo(0.55, 12);
    expect(presence.expectedSeats).toBeCloseTo(1.5, 12);
    expect(presence.drawnSeatedRatio).toBeCloseTo(0.785361, 6);
    expect(presence.drawnAtMeetingRatio).toBeCloseTo(0.5668, 6);
  });

  test("keeps no more seats than there are, and says nothing about seats that are not reserved", () => {
    expect(describeGroupPresence(3, 0.05, 5, 0.5).reservedSeats).toBe(3);
    expect(describeGroupPresence(30, 0.05, 0, 0.5).reservedAtMeetingRatio).toBeNull();
    expect(describeGroupPresence(0, 0.05, 2, 0.5)).toEqual({
      reservedSeats: 0,
      reservedAtMeetingRatio: null,
      expectedSeats: 0,
      drawnSeatedRatio: 0,
      drawnAtMeetingRatio: 0,
    });
  });
});

describe("shareOutGroups", () => {
  test("gives the worked seats of models A2 where the groups cover everybody", () => {
    const shares = [0.407, 0.329, 0.164, 0.068, 0.032];
    const { methods, isOverlapping } = shareOutGroups(shares, 25);
    expect(isOverlapping).toBe(false);
    expect(methods.map(({ method, seats }) => [method, seats])).toEqual([
      ["hamilton", [10, 8, 4, 2, 1]],
      ["webster", [10, 8, 4, 2, 1]],
      ["dhondt", [11, 9, 4, 1, 0]],
    ]);
  });

  test("leaves the rest of the seats to everybody else", () => {
    const { othersRatio, methods } = shareOutGroups([0.05, 0.22], 30);
    expect(othersRatio).toBeCloseTo(0.73, 12);
    for (const { seats, othersSeats } of methods)
      expect(seats.reduce((sum, count) => sum + count, othersSeats)).toBe(30);
  });

  test("says when groups overlap, and gives nothing without seats or shares", () => {
    expect(shareOutGroups([0.7, 0.6], 10)).toMatchObject({ othersRatio: 0, isOverlapping: true });
    expect(shareOutGroups([0.5], 0).methods).toEqual([]);
    expect(shareOutGroups([0, 0], 10).methods).toEqual([]);
    expect(shareOutGroups([], 10).methods).toEqual([]);
  });
});
