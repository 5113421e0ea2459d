import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareUnderFutures } from "../../../../core/scenario/robustness/compare-under-futures";
import { computeHypervolume, findParetoFront } from "../../../../core/scenario/robustness/pareto";

describe("options under several futures (models C5)", () => {
  const outcomes = [
    [120, 60, 20],
    [90, 85, 40],
    [60, 58, 55],
  ];
  const { options, choices } = compareUnderFutures(outcomes, "higher", 55);

  test("regret 35/30/60 chooses B, maximin C, maximax A, Laplace B with 71.667", () => {
    expect(options.map(({ maximumRegret }) => maximumRegret)).toEqual([35, 30, 60]);
    expect(choices).toMatchObject({ minimaxRegret: [1], maximin: [2], maximax: [0], laplace: [1] });
    expect(options[1]?.mean).toBeCloseTo(71.667, 3);
  });

  test("at least 55: .667, .667, 1", () => {
    expect(options.map(({ satisficingRatio }) => satisficingRatio)).toEqual([2 / 3, 2 / 3, 1]);
    expect(choices.satisficing).toEqual([2]);
  });

  test("where less is better everything turns round", () => {
    const { options: costs, choices: cheap } = compareUnderFutures(outcomes, "lower", 60);
    expect(costs.map(({ worst, best }) => [worst, best])).toEqual([
      [120, 20],
      [90, 40],
      [60, 55],
    ]);
    expect(cheap).toMatchObject({ maximin: [2], maximax: [0], satisficing: [2] });
  });

  test("regrets are never negative, and in each future somebody has none", () => {
    const row = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const result = compareUnderFutures(rows, "higher");
        for (const { regrets } of result.options) expect(Math.min(...regrets)).toBeGreaterThanOrEqual(0);
        for (const future of [0, 1, 2])
          expect(Math.min(...result.options.map(({ regrets }) => regrets[future] ?? 0))).toBe(0);
      }),
    );
  });

  test("a missing figure is refused, not guessed", () => {
    expect(() => compareUnderFutures([[1, Number.NaN]], "higher")).toThrow("a number for every future");
    expect(() => compareUnderFutures([], "higher")).toThrow("a number for every future");
  });
});

describe("Pareto front and hypervolume (models C6)", () => {
  const options = [
    [10, 30],
    [12, 35],
    [15, 33],
    [8, 20],
    [20, 50],
    [18, 50],
    [20, 48],
    [8, 25],
  ];

  test("cost down, benefit up: (8,25), (10,30), (12,35), (18,50); hypervolume at (25, 0) 670", () => {
    const front = findParetoFront(options, ["lower", "higher"]).map((index) => options[index]);
    expect(front.sort((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0))).toEqual([
      [8, 25],
      [10, 30],
      [12, 35],
      [18, 50],
    ]);
    expect(computeHypervolume(options, ["lower", "higher"], [25, 0])).toBe(670);
  });

  const option = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });

  test("nothing on the front is beaten, all else is beaten by something on it", () => {
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 20 }), (all) => {
        const front = new Set(findParetoFront(all, ["higher", "higher", "higher"]));
        const beats = (a: readonly number[], b: readonly number[]) =>
          a.every((value, index) => value >= (b[index] ?? 0)) &&
          a.some((value, index) => value > (b[index] ?? 0));
        for (const [index, candidate] of all.entries())
          expect(all.some((other, at) => front.has(at) && beats(other, candidate))).toBe(!front.has(index));
      }),
    );
  });

  test("in three dimensions the volume is that of the unit cubes covered", () => {
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 6 }), (all) => {
        let cubes = 0;
        for (let x = 0; x < 9; x += 1)
          for (let y = 0; y < 9; y += 1)
            for (let z = 0; z < 9; z += 1)
              if (all.some(([a = 0, b = 0, c = 0]) => a > x && b > y && c > z)) cubes += 1;
        expect(computeHypervolume(all, ["higher", "higher", "higher"], [0, 0, 0])).toBe(cubes);
      }),
    );
  });
});
