import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeNormalQuantile } from "../../../../core/committee/probability/normal-distribution";
import { createPertDistribution } from "../../../../core/scenario/distributions/pert-distribution";
import { createTriangularDistribution } from "../../../../core/scenario/distributions/triangular-distribution";
import { computeFastNormalQuantile } from "../../../../core/scenario/sampling/fast-normal-quantile";
import { findShapeLookup, readShape } from "../../../../core/scenario/sampling/inverse-table";
import { createUniformDraws, type SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { computePercentile } from "../../../../core/scenario/sampling/percentile";
import { permuteIndex } from "../../../../core/scenario/sampling/permute-index";
import { createRandomStream } from "../../../../core/scenario/sampling/random-stream";

const pointOf = (draws: ReturnType<typeof createUniformDraws>, dimensions: number, index: number) => {
  const point = new Float64Array(dimensions);
  draws.writeDraw(index, point);
  return [...point];
};

describe("random streams", () => {
  test("the same seed and draw give the same numbers; another draw or seed others", () => {
    const first = (seed: number, index: number) => createRandomStream(seed, index).next();
    expect(first(1, 7)).toBe(first(1, 7));
    expect(first(1, 7)).not.toBe(first(1, 8));
    expect(first(1, 7)).not.toBe(first(2, 7));
  });

  test("are uniform within and across draws: mean and variance within 4 standard errors", () => {
    const count = 40_000;
    const across = Array.from({ length: count }, (_, index) => createRandomStream(1, index).next());
    const stream = createRandomStream(1, 0);
    const within = Array.from({ length: count }, () => stream.next());
    for (const numbers of [across, within]) {
      const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
      const square = numbers.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / count;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / count));
      expect(Math.abs(square - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / count));
      expect(Math.min(...numbers)).toBeGreaterThan(0);
      expect(Math.max(...numbers)).toBeLessThan(1);
    }
  });
});

test("a shuffle by index gives every place once, whatever size and key", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (size, key) => {
      const places = Array.from({ length: size }, (_, index) => permuteIndex(index, size, key));
      expect([...places].sort((a, b) => a - b)).toEqual(places.map((_, index) => index));
    }),
  );
});

test("a Latin hypercube has one point in each stratum of each dimension", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (size, seed) => {
      const draws = createUniformDraws("latin-hypercube", 3, size, seed);
      const points = Array.from({ length: size }, (_, index) => pointOf(draws, 3, index));
      for (const dimension of [0, 1, 2]) {
        const strata = points.map((point) => Math.floor((point[dimension] ?? 0) * size));
        expect(strata.sort((a, b) => a - b)).toEqual(points.map((_, index) => index));
      }
    }),
    { numRuns: 50 },
  );
});

test("the columns of a Latin hypercube are not tied to each other", () => {
  const size = 4_000;
  const draws = createUniformDraws("latin-hypercube", 2, size, 5);
  let product = 0;
  for (let index = 0; index < size; index += 1) {
    const [x = 0, y = 0] = pointOf(draws, 2, index);
    product += (x - 0.5) * (y - 0.5);
  }
  expect(Math.abs((12 * product) / size)).toBeLessThan(4 / Math.sqrt(size));
});

test.each<SamplingMethod>(["monte-carlo", "latin-hypercube", "sobol"])(
  "%s: a draw is the same whichever draws were made before it",
  (method) => {
    const forwards = createUniformDraws(method, 5, 64, 3);
    const all = Array.from({ length: 64 }, (_, index) => pointOf(forwards, 5, index));
    const backwards = createUniformDraws(method, 5, 64, 3);
    for (let index = 63; index >= 0; index -= 1) expect(pointOf(backwards, 5, index)).toEqual(all[index]);
  },
);

test("the fast normal quantile agrees with the exact one to 1e−13", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(Math.abs(computeFastNormalQuantile(p) - computeNormalQuantile(p))).toBeLessThan(1e-13 * 8);
    }),
  );
});

describe("tables of quantiles", () => {
  const exactAt = (probability: number, mode: number) =>
    createPertDistribution(0, mode, 1).quantile(probability);

  test("PERT tables are within 2e−5 of the range of the exact quantiles", () => {
    const mode = fc.double({ min: 0, max: 1, noNaN: true });
    const probability = fc.double({ min: 1e-7, max: 1 - 1e-7, noNaN: true });
    fc.assert(
      fc.property(mode, probability, (modeRatio, p) => {
        const read = readShape(findShapeLookup("pert", modeRatio), computeFastNormalQuantile(p));
        expect(Math.abs(read - exactAt(p, modeRatio))).toBeLessThan(2e-5);
      }),
      { numRuns: 500 },
    );
  });

  test("triangular ones are within 10⁻⁴, and within 5·10⁻⁴ where the likely value is close to an end", () => {
    const mode = fc.double({ min: 0, max: 1, noNaN: true });
    const probability = fc.double({ min: 1e-7, max: 1 - 1e-7, noNaN: true });
    fc.assert(
      fc.property(mode, probability, (modeRatio, p) => {
        const read = readShape(findShapeLookup("triangular", modeRatio), computeFastNormalQuantile(p));
        const isCloseToEnd = Math.min(modeRatio, 1 - modeRatio) < 1 / 64;
        const exact = createTriangularDistribution(0, modeRatio, 1).quantile(p);
        expect(Math.abs(read - exact)).toBeLessThan(isCloseToEnd ? 5e-4 : 1e-4);
      }),
      { numRuns: 500 },
    );
  });

  test("never leave the estimate's range, even where the normal number is beyond the table", () => {
    const values = [-9, -5.5, 0, 5.5, 9].map((z) => readShape(findShapeLookup("triangular", 0.7), z));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
  });
});

test("a percentile lies on the line between its neighbours", () => {
  expect(computePercentile([10, 20, 30, 40, 50], 0.1)).toBeCloseTo(14, 12);
  expect(computePercentile([10, 20, 30, 40, 50], 0.5)).toBe(30);
  expect(computePercentile([10, 20, 30, 40, 50], 1)).toBe(50);
  expect(computePercentile([], 0.5)).toBeNaN();
});
