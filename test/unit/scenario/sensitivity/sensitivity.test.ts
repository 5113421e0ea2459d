import { describe, expect, test } from "vitest";
import {
  type Design,
  type EvaluatePoint,
  evaluateDesign,
  pickOutput,
} from "../../../../core/scenario/sensitivity/design";
import {
  createMorrisDesign,
  enumerateMorrisDesign,
  summariseMorris,
} from "../../../../core/scenario/sensitivity/morris";
import { createSobolDesign, summariseSobol } from "../../../../core/scenario/sensitivity/sobol-indices";
import { createTornadoDesign, summariseTornado } from "../../../../core/scenario/sensitivity/tornado";

const model =
  (formula: (...x: number[]) => number): EvaluatePoint =>
  (point, outputs) => {
    outputs[0] = formula(...point);
  };
const run = (design: Design, formula: (...x: number[]) => number) =>
  evaluateDesign(design, model(formula), 1);

const withInteraction = (x1 = 0, x2 = 0) => x1 + x1 * x2;

describe("tornado", () => {
  const inputs = [
    { low: 0, base: 1, high: 2 },
    { low: -3, base: 0, high: 1 },
    { low: 5, base: 5, high: 5 },
  ];

  test("moves one input at a time and puts the widest bar first", () => {
    const bars = summariseTornado(run(createTornadoDesign(inputs), (a = 0, b = 0, c = 0) => a + 2 * b + c));
    expect(bars).toEqual([
      { input: 1, base: 6, atLow: 0, atHigh: 8, swing: 8 },
      { input: 0, base: 6, atLow: 5, atHigh: 7, swing: 2 },
      { input: 2, base: 6, atLow: 6, atHigh: 6, swing: 0 },
    ]);
  });

  test("an output that bends back swings as far as it goes", () => {
    const bars = summariseTornado(
      run(createTornadoDesign([{ low: -1, base: 0, high: 1 }]), (x = 0) => x * x),
    );
    expect(bars[0]).toMatchObject({ atLow: 1, atHigh: 1, swing: 1 });
  });
});

describe("Morris (models C3)", () => {
  test("x₁ + x₁x₂, full enumeration: µ* 1.5 and .5, σ .372678", () => {
    const design = enumerateMorrisDesign(2);
    const effects = summariseMorris(design, run(design, withInteraction));
    expect(effects.map(({ input }) => input)).toEqual([0, 1]);
    expect(effects[0]?.meanSize).toBeCloseTo(1.5, 12);
    expect(effects[1]?.meanSize).toBeCloseTo(0.5, 12);
    expect(effects.map(({ spread }) => spread.toFixed(6))).toEqual(["0.372678", "0.372678"]);
  });

  test("trajectories estimate the same: µ* within 4 standard errors", () => {
    const trajectories = 400;
    const design = createMorrisDesign(2, trajectories, 11);
    expect(design.size).toBe(trajectories * 3);
    for (const { input, meanSize } of summariseMorris(design, run(design, withInteraction)))
      expect(Math.abs(meanSize - (input === 0 ? 1.5 : 0.5))).toBeLessThan(
        (4 * 0.372678) / Math.sqrt(trajectories),
      );
  });

  test("each trajectory moves each input once and stays on the grid", () => {
    const design = createMorrisDesign(4, 10, 3);
    const at = (index: number) => {
      const out = new Float64Array(4);
      design.writePoint(index, out);
      return [...out];
    };
    for (let trajectory = 0; trajectory < 10; trajectory += 1) {
      const steps = design.steps.slice(4 * trajectory, 4 * trajectory + 4);
      expect(steps.map(({ input }) => input).sort()).toEqual([0, 1, 2, 3]);
      for (const { input, lower, upper } of steps) {
        const [from, to] = [at(lower), at(upper)];
        expect((to[input] ?? 0) - (from[input] ?? 0)).toBeCloseTo(2 / 3, 12);
        expect(to.filter((value, other) => Math.abs(value - (from[other] ?? 0)) > 1e-12)).toHaveLength(1);
      }
    }
    for (let index = 0; index < design.size; index += 1)
      for (const value of at(index))
        expect([0, 1 / 3, 2 / 3, 1].some((level) => Math.abs(level - value) < 1e-12)).toBe(true);
  });
});

describe("Sobol indices (models C3)", () => {
  const ishigami = (x1 = 0, x2 = 0, x3 = 0) => {
    const [a, b, c] = [x1, x2, x3].map((x) => Math.PI * (2 * x - 1)) as [number, number, number];
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  };

  test("Ishigami: S .313905/.442411/0, ST .557589/.442411/.243684 within 4 standard errors", () => {
    const design = createSobolDesign(3, 4096);
    const indices = summariseSobol(design, run(design, ishigami));
    const [first, total] = [
      [0.313905, 0.442411, 0],
      [0.557589, 0.442411, 0.243684],
    ];
    for (const index of indices) {
      expect(Math.abs(index.first - (first?.[index.input] ?? 0))).toBeLessThan(4 * index.firstError);
      expect(Math.abs(index.total - (total?.[index.input] ?? 0))).toBeLessThan(4 * index.totalError);
      expect(index.firstError).toBeLessThan(0.03);
    }
  });

  test("3x₁ + 2x₂ + x₃: 9/14, 4/14, 1/14, first as total", () => {
    const design = createSobolDesign(3, 4096);
    for (const { input, first, total } of summariseSobol(
      design,
      run(design, (a = 0, b = 0, c = 0) => 3 * a + 2 * b + c),
    )) {
      const exact = [9 / 14, 4 / 14, 1 / 14][input] ?? 0;
      expect(Math.abs(first - exact)).toBeLessThan(2e-3);
      expect(Math.abs(total - exact)).toBeLessThan(2e-3);
    }
  });

  test("an output that does not vary depends on nothing", () => {
    const design = createSobolDesign(2, 64);
    const flat = run(design, () => 0.1 + 0.2);
    expect(summariseSobol(design, flat)).toMatchObject([
      { first: 0, total: 0, firstError: 0 },
      { first: 0, total: 0, totalError: 0 },
    ]);
  });
});

test("parts of a design put together are the whole, output by output", () => {
  const design = createSobolDesign(3, 32);
  const evaluate: EvaluatePoint = (point, outputs) => {
    outputs[0] = point[0] ?? 0;
    outputs[1] = (point[1] ?? 0) * 2;
  };
  const whole = evaluateDesign(design, evaluate, 2);
  const parts = [0, 50, 51, design.size].flatMap((from, index, cuts) =>
    index === 3 ? [] : [...evaluateDesign(design, evaluate, 2, from, cuts[index + 1])],
  );
  expect(parts).toEqual([...whole]);
  expect(pickOutput(whole, 2, 1)).toHaveLength(design.size);
});
