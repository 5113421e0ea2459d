import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Distribution } from "../../../core/scenario/distributions/distribution";
import { createFixedDistribution } from "../../../core/scenario/distributions/fixed-distribution";
import {
  createLognormalFromMoments,
  createLognormalFromPercentiles,
} from "../../../core/scenario/distributions/lognormal-distribution";
import { createPertDistribution } from "../../../core/scenario/distributions/pert-distribution";
import { createTriangularDistribution } from "../../../core/scenario/distributions/triangular-distribution";
import { createTruncatedNormalDistribution } from "../../../core/scenario/distributions/truncated-normal-distribution";
import { createUniformDistribution } from "../../../core/scenario/distributions/uniform-distribution";

const EXAMPLES: readonly (readonly [string, Distribution])[] = [
  ["PERT", createPertDistribution(80, 100, 160)],
  ["PERT with the likely value at the low end", createPertDistribution(80, 80, 160)],
  ["triangular", createTriangularDistribution(80, 100, 160)],
  ["triangular with the likely value at the high end", createTriangularDistribution(80, 160, 160)],
  ["uniform", createUniformDistribution(-5, 15)],
  ["lognormal", createLognormalFromMoments(100, 20)],
  ["lognormal from P10 and P90", createLognormalFromPercentiles(80, 150)],
  ["truncated normal, far from 0", createTruncatedNormalDistribution(100, 10)],
  ["truncated normal, cut in half", createTruncatedNormalDistribution(0, 10)],
];

/** Mean and variance by integrating the quantile function (midpoints). */
function integrateMoments(distribution: Distribution): { mean: number; variance: number } {
  const steps = 20_000;
  let sum = 0;
  let squares = 0;
  for (let step = 0; step < steps; step += 1) {
    const x = distribution.quantile((step + 0.5) / steps);
    sum += x;
    squares += (x - distribution.mean) ** 2;
  }
  return { mean: sum / steps, variance: squares / steps };
}

describe.each(EXAMPLES)("the %s distribution", (_, distribution) => {
  test("has the mean and variance of its quantiles", () => {
    const moments = integrateMoments(distribution);
    expect(moments.mean / distribution.mean).toBeCloseTo(1, 4);
    expect(moments.variance / distribution.variance).toBeCloseTo(1, 2);
  });

  test("has a distribution function that undoes its quantiles", () => {
    const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(probability, (p) => {
        expect(Math.abs(distribution.cdf(distribution.quantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  test("has quantiles that never fall", () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(distribution.quantile(high)).toBeGreaterThanOrEqual(distribution.quantile(low));
      }),
    );
  });

  test("is 0 below and 1 above everything, and refuses what is no probability", () => {
    expect(distribution.cdf(-1e9)).toBe(0);
    expect(distribution.cdf(1e9)).toBe(1);
    expect(() => distribution.quantile(1.1)).toThrow("0..1");
  });
});

describe("distributions of a number that is known", () => {
  test.each([
    ["fixed", createFixedDistribution(7)],
    ["PERT", createPertDistribution(7, 7, 7)],
    ["triangular", createTriangularDistribution(7, 7, 7)],
    ["uniform", createUniformDistribution(7, 7)],
    ["truncated normal", createTruncatedNormalDistribution(7, 0)],
    ["lognormal", createLognormalFromPercentiles(7, 7)],
  ])("%s", (_, distribution) => {
    expect(distribution.mean).toBeCloseTo(7, 12);
    expect(distribution.variance).toBeCloseTo(0, 12);
    expect(distribution.quantile(0.1)).toBeCloseTo(7, 12);
    expect([distribution.cdf(6.99), distribution.cdf(7.01)]).toEqual([0, 1]);
  });
});

test("PERT and triangular reach exactly from low to high", () => {
  for (const create of [createPertDistribution, createTriangularDistribution]) {
    const distribution = create(80, 100, 160);
    expect([distribution.quantile(0), distribution.quantile(1)]).toEqual([80, 160]);
  }
});

test("a PERT estimate of billions keeps its mean (a + 4m + b)/6", () => {
  const distribution = createPertDistribution(1.1e12, 1.2e12, 1.9e12);
  expect(distribution.mean / ((1.1e12 + 4.8e12 + 1.9e12) / 6)).toBeCloseTo(1, 14);
});

test("half a normal distribution has mean σ√(2/π) and variance σ²(1 − 2/π)", () => {
  const half = createTruncatedNormalDistribution(0, 10);
  expect(half.mean).toBeCloseTo(10 * Math.sqrt(2 / Math.PI), 12);
  expect(half.variance).toBeCloseTo(100 * (1 - 2 / Math.PI), 11);
});

test("estimates in the wrong order are refused, naming the function", () => {
  expect(() => createPertDistribution(3, 2, 5)).toThrow("createPertDistribution: low <= likely <= high");
  expect(() => createTriangularDistribution(3, 6, 5)).toThrow("createTriangularDistribution");
  expect(() => createUniformDistribution(3, 2)).toThrow("createUniformDistribution");
  expect(() => createLognormalFromMoments(0, 2)).toThrow("createLognormalFromMoments");
  expect(() => createLognormalFromPercentiles(5, 2)).toThrow("createLognormalFromPercentiles");
  expect(() => createTruncatedNormalDistribution(-1, 2)).toThrow("createTruncatedNormalDistribution");
});
