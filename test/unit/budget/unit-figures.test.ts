import { describe, expect, test } from "vitest";
import { computeMeanPerHead } from "../../../core/budget/equity-mean-per-head";
import { normaliseWeights } from "../../../core/budget/normalise-weights";

describe("computeMeanPerHead", () => {
  test("is all money over all people, not the mean of the units' figures", () => {
    expect(computeMeanPerHead([100, 300], [1, 9])).toBe(40);
  });

  test("is nothing without people", () => {
    expect(computeMeanPerHead([100], [0])).toBeNull();
    expect(computeMeanPerHead([], [])).toBeNull();
  });
});

describe("normaliseWeights", () => {
  test("scales to a sum of 1", () => {
    expect(normaliseWeights({ equal: 0.5, people: 1, need: 0.5, revenue: 0 })).toEqual({
      equal: 0.25,
      people: 0.5,
      need: 0.25,
      revenue: 0,
    });
  });

  test("has nothing to scale when all weights are 0", () => {
    expect(normaliseWeights({ equal: 0, people: 0, need: 0, revenue: 0 })).toBeNull();
  });
});
