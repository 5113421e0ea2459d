import { describe, expect, it } from "vitest";
import { findMinimumSizeForPresence } from "../../../core/committee/presence/minimum-size-for-presence";
import {
  findSmallestCouncil,
  type SmallestCouncilCriterion,
} from "../../../core/scenario/find-smallest-council";

const group = (groupId: string, populationRatio: number, reservedSeats = 0) => ({
  groupId,
  populationRatio,
  reservedSeats,
});
const criterion = (more: Partial<SmallestCouncilCriterion> = {}): SmallestCouncilCriterion => ({
  groupShareRatio: 0.05,
  confidenceRatio: 0.9,
  minimumSeats: 3,
  maximumSeats: 200,
  officials: 5,
  ...more,
});

describe("findSmallestCouncil", () => {
  it("needs ⌈ln .1 / ln .95⌉ = 45 seats for a group of 5 % without a reserved seat", () => {
    expect(Math.ceil(Math.log(0.1) / Math.log(0.95))).toBe(45);
    expect(findSmallestCouncil([group("small", 0.05), group("large", 0.22)], criterion())).toMatchObject({
      ok: true,
      value: { seats: 45, decidingGroupId: "small", presenceSeatedRatio: expect.closeTo(1 - 0.95 ** 45, 12) },
    });
  });

  it.each([
    [0.05, 0.95, 59],
    [0.1, 0.95, 29],
    [0.02, 0.95, 149],
    [0.5, 0.75, 2],
  ])("agrees with the closed form: p = %d at %d → %d", (share, confidence, seats) => {
    const found = findSmallestCouncil(
      [group("g", share)],
      criterion({ groupShareRatio: share, confidenceRatio: confidence, minimumSeats: 1, officials: 0 }),
    );
    expect(found).toMatchObject({ ok: true, value: { seats } });
    expect(findMinimumSizeForPresence(share, confidence)).toBe(seats);
  });

  it("is sure of a group with a reserved seat, and asks nothing for groups below the threshold", () => {
    const groups = [group("reserved", 0.05, 1), group("tiny", 0.01), group("tenth", 0.1)];
    expect(findSmallestCouncil(groups, criterion())).toMatchObject({
      value: { seats: 22, decidingGroupId: "tenth" },
    });
  });

  it("never falls below the officials with all reserved seats, nor below the smallest size", () => {
    const groups = [group("reserved", 0.5, 8)];
    expect(findSmallestCouncil(groups, criterion())).toMatchObject({ value: { seats: 13 } });
    expect(findSmallestCouncil(groups, criterion({ minimumSeats: 20 }))).toMatchObject({
      value: { seats: 20, presenceSeatedRatio: 1 },
    });
  });

  it("asks about a group of exactly the threshold where the plan names none this large", () => {
    expect(findSmallestCouncil([group("tiny", 0.01)], criterion())).toMatchObject({
      value: { seats: 45, decidingGroupId: null, decidingGroupRatio: 0.05 },
    });
  });

  it("says what the largest council reaches where none is large enough", () => {
    const found = findSmallestCouncil(
      [group("tiny", 0.01)],
      criterion({ groupShareRatio: 0.01, confidenceRatio: 0.99 }),
    );
    expect(found).toEqual({
      ok: false,
      error: { type: "larger-than-possible", maximumSeats: 200, presenceSeatedRatio: expect.any(Number) },
    });
    if (!found.ok) expect(found.error.presenceSeatedRatio).toBeCloseTo(1 - 0.99 ** 200, 9);
  });

  it("cannot be sure of anybody by lot, so a confidence of 1 needs reserved seats", () => {
    expect(findSmallestCouncil([group("g", 0.05)], criterion({ confidenceRatio: 1 })).ok).toBe(false);
    expect(findSmallestCouncil([group("g", 0.05, 1)], criterion({ confidenceRatio: 1 }))).toMatchObject({
      value: { seats: 6, presenceSeatedRatio: 1 },
    });
  });
});
