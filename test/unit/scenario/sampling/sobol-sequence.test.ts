import { describe, expect, test } from "vitest";
import { SOBOL_DIRECTIONS } from "../../../../core/scenario/sampling/sobol-directions";
import { createSobolSequence } from "../../../../core/scenario/sampling/sobol-sequence";

const point = (dimensions: number, index: number) => {
  const out = new Float64Array(dimensions);
  createSobolSequence(dimensions).writePoint(index, out);
  return [...out];
};

test("starts as published (models C2)", () => {
  expect([0, 1, 2, 3, 4].map((index) => point(3, index))).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
    [0.375, 0.375, 0.625],
  ]);
});

test("agrees with an independent implementation in 40 dimensions", () => {
  // Point 1000 by scipy.stats.qmc.Sobol(40, scramble=False, bits=32), times 1024.
  expect(point(40, 1000).map((value) => value * 1024)).toEqual(POINT_1000);
});

describe("direction numbers", () => {
  test("are odd and below 2ⁱ, as Sobol's construction asks", () => {
    expect(SOBOL_DIRECTIONS).toHaveLength(39);
    for (const [degree, , ...numbers] of SOBOL_DIRECTIONS) {
      expect(numbers).toHaveLength(degree ?? 0);
      for (const [index, value] of numbers.entries()) {
        expect(value % 2).toBe(1);
        expect(value).toBeLessThan(2 ** (index + 1));
      }
    }
  });

  test("put one of the first 1,024 points into each 1,024th of every dimension", () => {
    const sequence = createSobolSequence(40);
    const points = Array.from({ length: 1024 }, (_, index) => {
      const out = new Float64Array(40);
      sequence.writePoint(index, out);
      return out;
    });
    for (let dimension = 0; dimension < 40; dimension += 1)
      expect(new Set(points.map((out) => Math.floor((out[dimension] ?? 0) * 1024))).size).toBe(1024);
  });
});

test("dimensions without direction numbers are refused", () => {
  expect(() => createSobolSequence(41)).toThrow("1 to 40 dimensions");
  expect(() => createSobolSequence(0)).toThrow("1 to 40 dimensions");
});

const POINT_1000 = [
  225, 99, 531, 693, 287, 929, 47, 921, 513, 71, 87, 261, 165, 393, 147, 379, 737, 353, 1015, 743, 535, 563,
  973, 553, 597, 929, 41, 1003, 61, 349, 151, 149, 303, 607, 821, 789, 869, 851, 315, 491,
];
